import { Pause, Play } from 'lucide-react';
import { ToolButton } from '../controls/ToolButton';
import { formatInteger } from '../format/numbers';
import { usePlayback } from '../gradients/flow/playback';
import { Scrubber } from '../gradients/flow/Scrubber';
import styles from './CompareTab.module.css';
import type { TwinView } from './useTwinView';

/** Chooses the step at which both networks are shown, or lets it run from the first. */
export function TwinScrubber({ view }: { view: TwinView }) {
  const { step, measured, lastStep } = view;
  const { playing, play, pause } = usePlayback();
  const Icon = playing ? Pause : Play;
  return (
    <div className={styles['scrubber']}>
      <ToolButton
        icon
        aria-label={playing ? 'Pause' : 'Play from the first step'}
        onClick={playing ? pause : play}
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
