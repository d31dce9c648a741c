import { useCardValue } from '../quantities/cardValue';
import { quantityColour, shareOfScale } from '../quantities/quantityScale';
import { useCardQuantity } from './colourBy';
import styles from './GradientBar.module.css';

/**
 * A card's quantity as a bar along its scale: from the middle of a logarithmic one, to the left where it is small and to
 * the right where it is large; from the left end of shares. It is a picture, so that nothing is laid out anew where it
 * moves.
 */
export function GradientBar({ card }: { card: string }) {
  const quantity = useCardQuantity();
  const value = useCardValue(card);
  if (quantity === null || value === null) return null;
  const percent = 100 * shareOfScale(quantity, value);
  const origin = quantity.form === 'log' ? 50 : 0;
  const [left, right] = [Math.min(origin, percent), Math.max(origin, percent)];
  const colour = quantityColour(quantity, value);
  return (
    <span className={styles['track']} aria-hidden="true">
      <span
        className={styles['bar']}
        style={{
          backgroundImage: `linear-gradient(to right, transparent ${left}%, ${colour} ${left}% ${right}%, transparent ${right}%)`,
        }}
      />
      {quantity.form === 'log' && <span className={styles['middle']} />}
    </span>
  );
}
