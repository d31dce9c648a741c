import { GitCompareArrows } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './TwinButton.module.css';
import { trainCounterpart } from './twinActions';

/** Trains the network and its counterpart side by side; `obstacle` says why nothing can be trained. */
export function TwinButton({ obstacle }: { obstacle: string | null }) {
  return (
    <Hint
      text={
        obstacle === null
          ? t`Train twin: this network and the same one with shortcuts, or without them; same seed, weights and batches`
          : say(obstacle)
      }
    >
      <button
        type="button"
        className={styles['twin']}
        aria-label={t`Train twin`}
        aria-disabled={obstacle !== null}
        onClick={obstacle === null ? trainCounterpart : undefined}
      >
        <GitCompareArrows size={15} aria-hidden="true" />
      </button>
    </Hint>
  );
}
