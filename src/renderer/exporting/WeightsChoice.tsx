import { momentText } from '../format/moments';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { useKeptRuns } from '../runs/keptRunsStore';
import { nameOf } from '../runs/runFilter';
import styles from './NetworkExportDialog.module.css';
import { useNetworkExport } from './networkExport';

/** Weights as first drawn, or the best ones of a run on disk. */
export function WeightsChoice() {
  const { run: chosen, chooseRun } = useNetworkExport();
  const kept = useKeptRuns((state) => state.kept);
  const now = new Date();
  const trained = (kept?.runs ?? []).filter(({ step }) => step > 0);
  return (
    <fieldset className={styles['weights']}>
      <legend>{t`Weights`}</legend>
      <Choice
        label={t`Those that training begins with`}
        remark=""
        checked={chosen === null}
        onChoose={() => chooseRun(null)}
      />
      {trained.map((run) => (
        <Choice
          key={run.folder}
          label={t`Of the run ${nameOf(run)}`}
          remark={t`${momentText(new Date(run.startedAt), now)}, ${formatInteger(run.step)} steps`}
          checked={chosen === run.folder}
          onChoose={() => chooseRun(run.folder)}
        />
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  remark: string;
  checked: boolean;
  onChoose: () => void;
}

function Choice({ label, remark, checked, onChoose }: ChoiceProps) {
  return (
    <label className={styles['choice']}>
      <input type="radio" name="exported-weights" checked={checked} onChange={onChoose} />
      <span className={styles['name']}>{label}</span>
      <span className={styles['remark']}>{remark}</span>
    </label>
  );
}
