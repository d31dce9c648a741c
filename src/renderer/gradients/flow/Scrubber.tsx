import { Slider } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import type { StepRange } from '../../charts/stepRange';
import { leftOutOfFigures } from '../../figures/drawnPage';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import { useRun } from '../../training/runStore';
import { shownSample } from '../../training/shownSample';
import { usePlayback } from './playback';
import { sampleAfterKey } from './scrubberKeys';
import styles from './TimeChart.module.css';

interface ScrubberProps {
  /** The step that is shown. */
  step: number;
  /** The last step that was measured. */
  measured: number;
  /** Steps from the left end to the right one; keys go beyond. */
  range: StepRange;
}

/**
 * Chooses the step that the whole window shows; at the last measured step it goes live again. Arrow keys go from one
 * measured step to the next, Space plays.
 */
export function Scrubber({ step, measured, range }: ScrubberProps) {
  const scrub = useRun((state) => state.scrub);
  const recorded = (measured - range.first) / (range.last - range.first);
  return (
    <Slider.Root
      className={styles['scrubber']}
      {...leftOutOfFigures}
      min={Math.floor(range.first)}
      max={Math.ceil(range.last)}
      step={1}
      value={[Math.min(range.last, Math.max(range.first, step))]}
      onKeyDown={obeyKey}
      onValueChange={([chosen]) => {
        if (chosen !== undefined) scrub(chosen >= measured ? null : Math.max(1, chosen));
      }}
    >
      <Slider.Track className={styles['track']}>
        <div
          className={styles['recorded']}
          style={{ width: `${100 * Math.min(1, Math.max(0, recorded))}%` }}
        />
      </Slider.Track>
      <Slider.Thumb
        className={styles['thumb']}
        aria-label={t`Shown step`}
        aria-valuetext={t`step ${formatInteger(step)}`}
      />
    </Slider.Root>
  );
}

function obeyKey(event: KeyboardEvent): void {
  const { playing, play, pause } = usePlayback.getState();
  if (event.key === ' ') {
    event.preventDefault();
    if (playing) pause();
    else play();
    return;
  }
  const state = useRun.getState();
  const { run, scrub } = state;
  if (run === null) return;
  const sample = sampleAfterKey(event, shownSample(state), run.log.length);
  if (sample === null) return;
  event.preventDefault();
  scrub(sample >= run.log.length - 1 ? null : run.log.steps.at(sample));
}
