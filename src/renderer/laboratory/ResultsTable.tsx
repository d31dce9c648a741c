import type { Experiment } from '../../network/laboratory/experiment';
import { measureNames, spreadText } from '../../network/laboratory/measureText';
import { labelOf } from '../../network/laboratory/series';
import type { Summary } from '../../network/laboratory/summaries';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { expandTrials } from '../../network/laboratory/trials';
import { verdictText } from '../../network/laboratory/verdictText';
import { FramedButton } from '../training/FramedButton';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { openKeptRun } from '../training/trainingActions';
import styles from './ExperimentView.module.css';
import { useLaboratory } from './laboratoryStore';

const measures = ['trainingError', 'validationError', 'firstSlope', 'lastSlope', 'imagesPerSecond'] as const;

interface ResultsTableProps {
  experiment: Experiment;
  table: readonly Summary[];
  results: readonly TrialResult[];
}

/** A row for each point of the grid with mean ± standard deviation over its seeds. */
export function ResultsTable({ experiment, table, results }: ResultsTableProps) {
  const busy = useRun(({ status }) => isUnderWay(status));
  const running = useLaboratory((state) => state.running !== null);
  return (
    <section className={styles['tableBox']} aria-label="Results">
      <table className={styles['table']}>
        <caption>Mean ± standard deviation over the seeds; the verdict is on the first step</caption>
        <thead>
          <tr>
            <th scope="col">Network</th>
            <th scope="col">Layers</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {measureNames[measure].name}
                <small>{measureNames[measure].unit}</small>
              </th>
            ))}
            <th scope="col">Verdict</th>
            <th scope="col">Seeds</th>
            <th scope="col" aria-label="Run of the first seed" />
          </tr>
        </thead>
        <tbody>
          {table.map((row) => (
            <tr key={JSON.stringify(row.setting)} data-open={row.done === 0}>
              <th scope="row">{labelOf(experiment, row.setting)}</th>
              <td>{row.layers}</td>
              {measures.map((measure) => (
                <td key={measure}>{spreadText(measure, row.measured[measure])}</td>
              ))}
              <td>{verdictText(row)}</td>
              <td>{seedsText(row)}</td>
              <td>
                <FramedButton
                  disabled={busy || running || row.done === 0}
                  onClick={() => {
                    const run = firstRunOf(experiment, row, results);
                    if (run === null) return;
                    useLaboratory.getState().close();
                    openKeptRun(run);
                  }}
                >
                  Show run
                </FramedButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function seedsText({ done, diverged, failed }: Summary): string {
  const lost = [diverged > 0 && `${diverged} diverged`, failed > 0 && `${failed} failed`].filter(
    (text) => text !== false,
  );
  return lost.length === 0 ? String(done) : `${done}, ${lost.join(', ')}`;
}

/** The folder of the run of the first seed that is done. */
function firstRunOf(
  experiment: Experiment,
  { setting }: Summary,
  results: readonly TrialResult[],
): string | null {
  const runs = new Map(results.map(({ trial, run }) => [trial, run]));
  const trial = expandTrials(experiment).find(({ id, setting: { seed: _seed, ...shared } }) => {
    return runs.has(id) && JSON.stringify(shared) === JSON.stringify(setting);
  });
  return trial === undefined ? null : (runs.get(trial.id) ?? null);
}
