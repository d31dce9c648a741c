import { type LayerVerdict, type VerdictSide, verdictSide } from '../../network/health/verdict';
import styles from './VerdictBadge.module.css';

/** The shape repeats what the colour says. */
const marks: Readonly<Record<VerdictSide, string>> = { low: '▼', healthy: '●', high: '▲' };

export const verdictTones: Readonly<Record<VerdictSide, string>> = {
  low: 'var(--g-m3)',
  healthy: 'var(--g-m1)',
  high: 'var(--g-p1)',
};

const words: Readonly<Record<LayerVerdict, string>> = {
  zero: 'No gradient',
  vanishing: 'Vanishing',
  small: 'Small',
  healthy: 'Healthy',
  large: 'Large',
  exploding: 'Exploding',
  'not finite': 'Not finite',
};

/** A verdict on gradients: a mark and a word in the colour of its side of the scale. */
export function VerdictBadge({ verdict }: { verdict: LayerVerdict }) {
  const side = verdictSide(verdict);
  return (
    <span className={styles['badge']} style={{ '--tone': verdictTones[side] }}>
      <span className={styles['mark']} aria-hidden="true">
        {marks[side]}
      </span>
      {words[verdict]}
    </span>
  );
}
