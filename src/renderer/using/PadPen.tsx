import { type KeyboardEvent, useId, useState } from 'react';
import { t } from '../language/t';
import styles from './PadPen.module.css';
import { type PadPlace, padSide } from './padStrokes';

interface PadPenProps {
  onStroke: (from: PadPlace, to: PadPlace) => void;
}

/** Pixels of the pad that a key moves the pen by, and with Shift. */
const step = 14;
const fineStep = 4;

const directions: Readonly<Record<string, PadPlace>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Lies over the drawing pad and draws by keys: arrows move the pen, Space puts it down and lifts it. */
export function PadPen({ onStroke }: PadPenProps) {
  const [place, setPlace] = useState<PadPlace>([padSide / 2, padSide / 4]);
  const [down, setDown] = useState(false);
  const help = useId();
  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const direction = directions[event.key];
    if (event.key === ' ') {
      if (!down) onStroke(place, place);
      setDown(!down);
    } else if (direction !== undefined) {
      const by = event.shiftKey ? fineStep : step;
      const next: PadPlace = [moved(place[0], direction[0] * by), moved(place[1], direction[1] * by)];
      if (down) onStroke(place, next);
      setPlace(next);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, as a canvas to draw on must.
        tabIndex={0}
        className={styles['area']}
        aria-label={down ? t`Pen, put down` : t`Pen, lifted`}
        aria-describedby={help}
        onKeyDown={handleKey}
        onBlur={() => setDown(false)}
      >
        <i className={styles['pen']} data-down={down} style={{ left: place[0], top: place[1] }} />
      </div>
      <p id={help} className={styles['help']}>
        {t`Keys: arrows move the pen (Shift: finer), Space puts it down and lifts it.`}
      </p>
    </>
  );
}

function moved(from: number, by: number): number {
  return Math.min(padSide, Math.max(0, from + by));
}
