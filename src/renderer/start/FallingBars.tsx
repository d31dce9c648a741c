import { t } from '../language/t';
import styles from './FallingBars.module.css';

/** Stops of the gradient scale that the bars run through, from the input to the loss. */
const stops = ['--g-m4', '--g-m3', '--g-m2', '--g-m1', '--g-0'] as const;
const bars = Array.from({ length: 20 }, (_, place) => place / 19);
const [pitch, width, height] = [19, 14, 84];

/** A drawing, not data: twenty layers whose gradient shrinks from the loss at the right to the input at the left. */
export function FallingBars() {
  return (
    <div className={styles['drawing']}>
      <svg viewBox={`0 0 ${pitch * bars.length} ${height + 18}`} aria-hidden="true">
        {bars.map((share) => {
          const tall = 6 + (height - 6) * share ** 1.8;
          return (
            <rect
              key={share}
              x={share * 19 * pitch + (pitch - width) / 2}
              y={height - tall}
              width={width}
              height={tall}
              rx="3"
              fill={colourAt(share)}
            />
          );
        })}
        <path d={`M0 ${height + 9}H${pitch * bars.length}`} stroke="var(--line-3)" strokeWidth="1.25" />
        <path
          d={`M6 ${height + 4}L0 ${height + 9}L6 ${height + 14}`}
          fill="none"
          stroke="var(--line-3)"
          strokeWidth="1.25"
        />
      </svg>
      <div className={styles['ends']} aria-hidden="true">
        <span>{t`first layer`}</span>
        <span>{t`the gradient on its way back`}</span>
        <span>{t`last layer`}</span>
      </div>
    </div>
  );
}

/** Between the two stops that are nearest. */
function colourAt(share: number): string {
  const place = share * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const part = Math.round((place - below) * 100);
  return `color-mix(in oklch, var(${stops[below + 1] ?? '--g-0'}) ${part}%, var(${stops[below] ?? '--g-m4'}))`;
}
