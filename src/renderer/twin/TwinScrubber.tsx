import type { StepSpan } from '../charts/stepView';
import { formatInteger } from '../format/numbers';
import { PlaybackControls } from '../gradients/flow/PlaybackControls';
import { Scrubber } from '../gradients/flow/Scrubber';
import { rich } from '../language/rich';
import styles from './CompareTab.module.css';
import type { TwinView } from './useTwinView';

/** Chooses the step at which both networks are shown, or lets it run from the first. */
export function TwinScrubber({ view, span }: { view: TwinView; span: StepSpan }) {
  const { step, measured, lastStep } = view;
  return (
    <div className={styles['scrubber']}>
      <div className={styles['slider']}>
        <PlaybackControls />
        <Scrubber step={step} measured={measured} range={span.range} />
      </div>
      <span className={styles['step']}>
        {rich`step ${<b>{formatInteger(step)}</b>} of ${formatInteger(lastStep)}`}
      </span>
    </div>
  );
}
