import { ChevronDown, Play } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { SettingsPopover } from '../controls/SettingsPopover';
import { useDocument } from '../editor/editorStore';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { goToTab } from '../tabs/goToTab';
import { TwinButton } from '../twin/TwinButton';
import { TrainingSettingsForm } from './settings/TrainingSettingsForm';
import styles from './TrainControls.module.css';
import { continueTraining, trainNetwork } from './trainingActions';
import { elsewhereWords, useTrainingElsewhere } from './trainingElsewhere';
import { useCanContinue, useTrainObstacle } from './trainReadiness';

/** Train with its settings, and Continue where the last run can go on. */
export function TrainButtons() {
  const obstacle = useTrainObstacle();
  const canContinue = useCanContinue() && obstacle === null;
  const trainKeys = useKeysText('training.train');
  const { epochs } = useDocument().training;
  const elsewhere = useTrainingElsewhere();
  return (
    <>
      {elsewhere !== null && (
        <Hint text={elsewhereWords(elsewhere) ?? ''}>
          <button type="button" className={styles['continue']} onClick={() => goToTab(elsewhere)}>
            {t`To the run`}
          </button>
        </Hint>
      )}
      {canContinue && (
        <Hint
          text={t`Trains the same weights for ${formatInteger(epochs)} more epochs, with the settings that the run began with`}
        >
          <button type="button" className={styles['continue']} onClick={continueTraining}>
            {t`Continue`} <span>+{formatInteger(epochs)}</span>
          </button>
        </Hint>
      )}
      <div className={`${styles['group']} ${styles['ready']}`}>
        <Hint
          text={obstacle === null ? t`Train from fresh weights` : say(obstacle)}
          keys={obstacle === null ? trainKeys : undefined}
        >
          <button
            type="button"
            className={styles['train']}
            aria-disabled={obstacle !== null}
            onClick={obstacle === null ? trainNetwork : undefined}
          >
            <Play size={14} className={styles['solid']} aria-hidden="true" />
            {t`Train`}
          </button>
        </Hint>
        <TwinButton obstacle={obstacle} />
        <Popover.Root>
          <Popover.Trigger className={styles['settings']} aria-label={t`Training settings`}>
            <ChevronDown size={15} aria-hidden="true" />
          </Popover.Trigger>
          <SettingsPopover label={t`Training settings`}>
            <TrainingSettingsForm />
          </SettingsPopover>
        </Popover.Root>
      </div>
    </>
  );
}
