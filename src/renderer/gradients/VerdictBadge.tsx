import { type LayerVerdict, verdictSide } from '../../network/health/verdict';
import { say } from '../language/say';
import { quantities } from '../quantities/quantities';
import { sideMarks, sideTone } from '../quantities/quantityMarks';
import styles from './VerdictBadge.module.css';

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
    <span className={styles['badge']} style={{ '--tone': sideTone(quantities.gradient, side) }}>
      <span className={styles['mark']} aria-hidden="true">
        {sideMarks[side]}
      </span>
      {say(words[verdict])}
    </span>
  );
}
