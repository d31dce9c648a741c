import { say } from '../language/say';
import styles from './QuantityLegend.module.css';
import type { Quantity } from './quantity';
import { sideMarks, sideTone } from './quantityMarks';
import { scaleImage } from './quantityScale';
import { scaleTicks } from './scaleTicks';

/** A quantity's colours with their values, and what both ends and the middle are called. */
export function QuantityScale({ quantity }: { quantity: Quantity }) {
  return (
    <>
      <div className={styles['bar']} style={{ background: scaleImage(quantity) }} />
      <div className={styles['ticks']}>
        {scaleTicks(quantity).map(({ share, text }) => (
          <span key={text} style={{ left: `${share * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      <div className={styles['words']}>
        {(['low', 'healthy', 'high'] as const).map((side) => (
          <span key={side} style={{ '--tone': sideTone(quantity, side) }}>
            {quantity.words[side] !== null && `${sideMarks[side]} ${say(quantity.words[side])}`}
          </span>
        ))}
      </div>
    </>
  );
}
