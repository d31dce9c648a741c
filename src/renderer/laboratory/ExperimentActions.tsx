import { Download, Pencil, Play, Square } from 'lucide-react';
import type { Experiment } from '../../network/laboratory/experiment';
import type { TrialResult } from '../../network/laboratory/trialResult';
import { countTrials } from '../../network/laboratory/trials';
import { trialsCsv } from '../../network/laboratory/trialsCsv';
import { exportContent } from '../exporting/exportContent';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { copyOf } from './draftExperiment';
import styles from './ExperimentView.module.css';
import { useLaboratory } from './laboratoryStore';

interface ExperimentActionsProps {
  experiment: Experiment;
  results: readonly TrialResult[];
}

/** Run, stop, change, and take the numbers away. */
export function ExperimentActions({ experiment, results }: ExperimentActionsProps) {
  const running = useLaboratory((state) => state.running === experiment.id);
  const { run, stop, draw } = useLaboratory.getState();
  const open = countTrials(experiment) - results.length;
  return (
    <div className={styles['actions']}>
      {results.length > 0 && (
        <FramedButton
          onClick={() => void exportContent(experiment.id, 'csv', trialsCsv(experiment, results))}
        >
          <Download size={14} aria-hidden="true" />
          {t`CSV`}
        </FramedButton>
      )}
      <FramedButton onClick={() => draw(copyOf(experiment))}>
        <Pencil size={14} aria-hidden="true" />
        {t`Change a copy`}
      </FramedButton>
      {running ? (
        <button type="button" className={styles['stop']} onClick={stop}>
          <Square size={13} aria-hidden="true" />
          {t`Stop`}
        </button>
      ) : (
        open > 0 && (
          <button type="button" className={styles['run']} onClick={() => run(experiment)}>
            <Play size={14} aria-hidden="true" />
            {results.length > 0 ? t`Go on` : t`Run experiment`}
          </button>
        )
      )}
    </div>
  );
}
