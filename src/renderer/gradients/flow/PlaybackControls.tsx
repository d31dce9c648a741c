import { Pause, Play } from 'lucide-react';
import { memo } from 'react';
import { leftOutOfFigures } from '../../figures/drawnPage';
import { t } from '../../language/t';
import { playbackSpeeds, usePlayback, wholeSeconds } from './playback';
import styles from './TimeChart.module.css';

/** Plays the run again, pauses, and says how fast; a click on the speed chooses the next one. */
export const PlaybackControls = memo(function PlaybackControls() {
  const { playing, speed, play, pause, setSpeed } = usePlayback();
  const next = playbackSpeeds[(playbackSpeeds.indexOf(speed) + 1) % playbackSpeeds.length] ?? 1;
  return (
    <div className={styles['playback']} {...leftOutOfFigures}>
      <button
        type="button"
        aria-label={playing ? t`Pause playing the steps` : t`Play the steps`}
        title={t`Space, while the scrubber has the keys`}
        onClick={playing ? pause : play}
      >
        {playing ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
      </button>
      <button
        type="button"
        aria-label={t`Speed of playing: ${speed}×`}
        title={t`At 1×, all steps take ${wholeSeconds} s`}
        onClick={() => setSpeed(next)}
      >
        {speed}×
      </button>
    </div>
  );
});
