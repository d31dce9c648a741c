import type { Experiment } from '../../network/laboratory/experiment';
import { measureNames, spreadText } from '../../network/laboratory/measureText';
import { labelOf } from '../../network/laboratory/series';
import type { Summary } from '../../network/laboratory/summaries';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { expandTrials } from '../../network/laboratory/trials';
import { verdictText } from '../../network/laboratory/verdictText';
import { classNames } from '../controls/classNames';
import { Hint } from '../controls/Hint';
import tables from '../controls/Table.module.css';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { openKeptRun } from '../training/trainingActions';
import { useTrainsAnywhere } from '../training/trainingElsewhere';
import { useOpenView } from '../views/openView';
import { useLaboratory } from './laboratoryStore';
import styles from './ResultsTable.module.css';

const measures = ['trainingError', 'validationError', 'firstSlope', 'lastSlope', 'imagesPerSecond'] as const;

interface ResultsTableProps {
  experiment: Experiment;
  table: readonly Summary[];
  results: readonly TrialResult[];
  /** Trials whose run is not kept any more. */
  withoutRun: readonly string[];
}

/** A row for each point of the grid with mean ± standard deviation over its seeds. */
export function ResultsTable({ experiment, table, results, withoutRun }: ResultsTableProps) {
  const kept = results.filter(({ trial }) => !withoutRun.includes(trial));
  return (
    <section className={styles['tableBox']} aria-label={t`Results`}>
      <table className={classNames(tables['table'], tables['numbers'], styles['table'])}>
        <caption>{t`Mean ± standard deviation over the seeds; the verdict is on the first step`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Network`}</th>
            <th scope="col">{t`Layers`}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {say(measureNames[measure].name)}
                <small>{say(measureNames[measure].unit)}</small>
              </th>
            ))}
            <th scope="col">{t`Verdict`}</th>
            <th scope="col">{t`Seeds`}</th>
            <th scope="col" aria-label={t`Run of the first seed`} />
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
              <td>{row.done > 0 && <RunOfRow run={firstRunOf(experiment, row, kept)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Shows a trial's run on the canvas, or says that it is gone. */
function RunOfRow({ run }: { run: string | null }) {
  const busy = useTrainsAnywhere();
  const running = useLaboratory((state) => state.running !== null);
  if (run === null)
    return (
      <Hint text={t`Its runs were moved to the trash or removed. The numbers stay.`}>
        <span className={styles['gone']}>{t`Run not kept`}</span>
      </Hint>
    );
  return (
    <FramedButton
      disabled={busy || running}
      onClick={() => {
        useOpenView.getState().close();
        openKeptRun(run);
      }}
    >
      {t`Show run`}
    </FramedButton>
  );
}

function seedsText({ done, diverged, failed }: Summary): string {
  const lost = [diverged > 0 && t`${diverged} diverged`, failed > 0 && t`${failed} failed`].filter(
    (text) => text !== false,
  );
  return lost.length === 0 ? String(done) : `${done}, ${lost.join(', ')}`;
}

/** The folder of the run of the first seed that is done and kept; null where there is none. */
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
