import { gradientThresholds } from '../../network/health/thresholds';
import { gradientColour } from '../gradients/gradientScale';
import { useNodeGradient } from '../gradients/useNodeGradient';
import styles from './GradientBar.module.css';

const { scaleLow: lowest, scaleHigh: highest } = gradientThresholds;

/**
 * The gradient of a card as a bar from the middle of the scale (−1): to the left where it vanishes, to the right where
 * it explodes. It is a picture, so that nothing is laid out anew where it moves.
 */
export function GradientBar({ card }: { card: string }) {
  const gradient = useNodeGradient(card);
  if (gradient === null) return null;
  const shown = Math.max(lowest, Math.min(highest, gradient));
  const percent = ((shown - lowest) / (highest - lowest)) * 100;
  const [left, right] = [Math.min(50, percent), Math.max(50, percent)];
  const colour = gradientColour(gradient);
  return (
    <span className={styles['track']} aria-hidden="true">
      <span
        className={styles['bar']}
        style={{
          backgroundImage: `linear-gradient(to right, transparent ${left}%, ${colour} ${left}% ${right}%, transparent ${right}%)`,
        }}
      />
      <span className={styles['middle']} />
    </span>
  );
}
