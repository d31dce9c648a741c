import { Check, LoaderCircle, Play, Undo2 } from 'lucide-react';
import { useEditor } from '../editor/editorStore';
import { rich } from '../language/rich';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useTrainObstacle } from '../training/trainReadiness';
import styles from './AppliedRemedy.module.css';
import { isComparable } from './comparable';
import { compareApplied, takeBack, trainApplied } from './remedyActions';
import { type RemedyProgress, useRemedy } from './remedyStore';

/** What was done about a verdict, with the way back and the next step; nothing where nothing was done. */
export function AppliedRemedy() {
  const progress = useRemedy((state) => state.progress);
  if (progress.stage === 'stopping')
    return (
      <div className={styles['applied']}>
        <LoaderCircle size={15} className={styles['turning']} aria-hidden="true" />
        <p>
          {rich`${<b>{t`Stopping the run`}</b>} A network that trains can’t be changed. Then: ${say(progress.remedy.title)}.`}
        </p>
      </div>
    );
  return progress.stage === 'applied' ? <Applied progress={progress} /> : null;
}

function Applied({ progress }: { progress: Extract<RemedyProgress, { readonly stage: 'applied' }> }) {
  const obstacle = useTrainObstacle();
  const last = useEditor(({ history }) => history.past.at(-1)?.redo === progress.edit);
  return (
    <div className={styles['applied']}>
      <Check size={15} className={styles['done']} aria-hidden="true" />
      <p>
        <b>{t`Done: ${say(progress.remedy.title)}`}</b> {say(progress.remedy.expectation)}
      </p>
      <div className={styles['actions']}>
        <FramedButton disabled={!last} onClick={takeBack}>
          <Undo2 size={13} aria-hidden="true" />
          {t`Undo`}
        </FramedButton>
        <FramedButton
          disabled={obstacle !== null}
          title={obstacle === null ? undefined : say(obstacle)}
          onClick={trainApplied}
        >
          {t`Train it`}
        </FramedButton>
        {isComparable(progress.remedy) && (
          <button
            type="button"
            className={styles['train']}
            disabled={obstacle !== null}
            title={obstacle === null ? undefined : say(obstacle)}
            onClick={compareApplied}
          >
            <Play size={12} aria-hidden="true" />
            {t`Train both and compare`}
          </button>
        )}
      </div>
    </div>
  );
}
