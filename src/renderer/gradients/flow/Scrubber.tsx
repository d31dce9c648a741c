import { Slider } from 'radix-ui';
import { formatInteger } from '../../format/numbers';
import { useRun } from '../../training/runStore';
import styles from './TimeChart.module.css';

interface ScrubberProps {
  /** The step that is shown. */
  step: number;
  /** The last step that was measured. */
  measured: number;
  /** The step at the right end. */
  lastStep: number;
}

/** Chooses the step that the whole window shows; at the last measured step it goes live again. */
export function Scrubber({ step, measured, lastStep }: ScrubberProps) {
  const scrub = useRun((state) => state.scrub);
  return (
    <Slider.Root
      className={styles['scrubber']}
      min={0}
      max={lastStep}
      step={1}
      value={[step]}
      onValueChange={([chosen]) => {
        if (chosen !== undefined) scrub(chosen >= measured ? null : Math.max(1, chosen));
      }}
    >
      <Slider.Track className={styles['track']}>
        <div className={styles['recorded']} style={{ width: `${(100 * measured) / lastStep}%` }} />
      </Slider.Track>
      <Slider.Thumb
        className={styles['thumb']}
        aria-label="Shown step"
        aria-valuetext={`step ${formatInteger(step)}`}
      />
    </Slider.Root>
  );
}
