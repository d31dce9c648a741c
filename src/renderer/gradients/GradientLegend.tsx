import { gradientThresholds } from '../../network/health/thresholds';
import { formatSigned } from '../format/numbers';
import styles from './GradientLegend.module.css';
import { gradientScaleImage, gradientStops } from './gradientScale';
import { verdictTones } from './VerdictBadge';

const { scaleLow, scaleHigh } = gradientThresholds;

/** What colours and edge widths mean: log₁₀‖∂L/∂a‖ from −4 to 2. */
export function GradientLegend() {
  return (
    <figure className={styles['legend']} aria-label="Gradient scale, log₁₀ of the norm, from −4 to 2">
      <div className={styles['scale']}>
        <div className={styles['words']}>
          <span style={{ '--tone': verdictTones.low }}>▼ vanishing</span>
          <span style={{ '--tone': verdictTones.healthy }}>● healthy</span>
          <span style={{ '--tone': verdictTones.high }}>exploding ▲</span>
        </div>
        <div className={styles['bar']} style={{ background: gradientScaleImage }} />
        <div className={styles['ticks']}>
          {gradientStops.map((stop, index) => (
            <span key={stop} style={{ left: `${(index / (gradientStops.length - 1)) * 100}%` }}>
              {tickText(scaleLow + index)}
            </span>
          ))}
        </div>
      </div>
      <div className={styles['edges']}>
        <div className={styles['words']}>edge width</div>
        <svg width="126" height="10" aria-hidden="true">
          <path d="M0 4.2L126 .5V9.5L0 5.8z" fill="var(--fg-3)" />
        </svg>
        <div className={styles['ends']}>
          <span>weak</span>
          <span>strong</span>
        </div>
      </div>
    </figure>
  );
}

function tickText(decade: number): string {
  if (decade === scaleLow) return `≤ ${formatSigned(decade, 0)}`;
  return decade === scaleHigh ? `≥ ${decade}` : formatSigned(decade, 0);
}
