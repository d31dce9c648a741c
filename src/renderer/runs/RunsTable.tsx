import { ChevronDown, ChevronUp } from 'lucide-react';
import type { RunSummary } from '../../protocol/runMessages';
import { say } from '../language/say';
import { t } from '../language/t';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { RunRow } from './RunRow';
import styles from './RunsTable.module.css';
import type { RunColumn } from './runFilter';
import { useRunFilter } from './runFilterStore';

const columns: readonly { readonly column: RunColumn; readonly label: string; readonly number?: boolean }[] =
  [
    { column: 'name', label: 'Name' },
    { column: 'startedAt', label: 'Started' },
    { column: 'state', label: 'State' },
    { column: 'step', label: 'Steps', number: true },
    { column: 'loss', label: 'Last loss', number: true },
    { column: 'accuracy', label: 'Accuracy', number: true },
    { column: 'bytes', label: 'On disk', number: true },
  ];

/** A row for each run; a column's head sorts by it. */
export function RunsTable({ runs }: { runs: readonly RunSummary[] }) {
  const { filter, sortBy } = useRunFilter();
  const current = useRun(({ recorded, status, weightsKept }) =>
    isUnderWay(status) || weightsKept ? (recorded?.folder ?? null) : null,
  );
  return (
    <table className={styles['table']} aria-label={t`Runs`}>
      <thead>
        <tr>
          <th aria-label={t`Chosen`} />
          {columns.map(({ column, label, number }) => {
            const sorted = filter.column === column;
            const Chevron = filter.ascending ? ChevronUp : ChevronDown;
            return (
              <th
                key={column}
                scope="col"
                className={number ? styles['number'] : undefined}
                aria-sort={sorted ? (filter.ascending ? 'ascending' : 'descending') : 'none'}
              >
                <button type="button" className={styles['sort']} onClick={() => sortBy(column)}>
                  {say(label)}
                  {sorted && <Chevron size={12} aria-hidden="true" />}
                </button>
              </th>
            );
          })}
          <th aria-label={t`Actions`} />
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.folder} run={run} current={run.folder === current} />
        ))}
      </tbody>
    </table>
  );
}
