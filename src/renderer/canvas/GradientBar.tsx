import { gradientThresholds } from '../../network/health/thresholds';
import styles from './GradientBar.module.css';

const { scaleLow: lowest, scaleHigh: highest } = gradientThresholds;

/**
 * The gradient as a bar from the middle of the scale (−1): to the left where it vanishes, to the right where
 * it explodes. `value` is the log₁₀ of its norm.
 */
export function GradientBar({ value }: { value: number }) {
  const shown = Math.max(lowest, Math.min(highest, value));
  const percent = ((shown - lowest) / (highest - lowest)) * 100;
  return (
    <span className={styles['track']} aria-hidden="true">
      <span
        className={styles['bar']}
        style={{ left: `${Math.min(50, percent)}%`, width: `${Math.abs(50 - percent)}%` }}
      />
      <span className={styles['middle']} />
    </span>
  );
}
