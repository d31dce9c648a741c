import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ToolButton } from '../controls/ToolButton';
import { formatInteger } from '../format/numbers';
import { Scrubber } from '../gradients/flow/Scrubber';
import { useRun } from '../training/runStore';
import styles from './CompareTab.module.css';
import type { TwinView } from './useTwinView';

/** A whole run plays in so many milliseconds, in frames of so many. */
const playMilliseconds = 8000;
const frameMilliseconds = 80;

/** Chooses the step at which both networks are shown, or lets it run from the first. */
export function TwinScrubber({ view }: { view: TwinView }) {
  const { step, measured, lastStep } = view;
  const [playing, setPlaying] = useState(false);
  usePlaying(playing, measured, () => setPlaying(false));
  const Icon = playing ? Pause : Play;
  return (
    <div className={styles['scrubber']}>
      <ToolButton
        icon
        aria-label={playing ? 'Pause' : 'Play from the first step'}
        onClick={() => setPlaying(!playing)}
      >
        <Icon size={15} aria-hidden="true" />
      </ToolButton>
      <div className={styles['slider']}>
        <Scrubber step={step} measured={measured} lastStep={lastStep} />
      </div>
      <span className={styles['step']}>
        step <b>{formatInteger(step)}</b> of {formatInteger(lastStep)}
      </span>
    </div>
  );
}

/** Moves the shown step on until the last that was measured; from the first where that is shown already. */
function usePlaying(playing: boolean, measured: number, end: () => void): void {
  useEffect(() => {
    if (!playing) return;
    const pace = Math.max(1, (measured * frameMilliseconds) / playMilliseconds);
    let place = useRun.getState().scrubbedStep ?? 1;
    const timer = setInterval(() => {
      place += pace;
      const over = place >= measured;
      useRun.getState().scrub(over ? null : Math.round(place));
      if (over) end();
    }, frameMilliseconds);
    return () => clearInterval(timer);
  }, [playing, measured, end]);
}
