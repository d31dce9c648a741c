import { rich } from '../language/rich';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './QuantityLegend.module.css';
import { QuantityScale } from './QuantityScale';
import type { Quantity } from './quantity';
import { scaleTicks } from './scaleTicks';

/** What the colours of cards and the widths of edges mean, with units. */
export function QuantityLegend({ quantity }: { quantity: Quantity }) {
  const { label, axis, meaning } = quantity;
  const ticks = scaleTicks(quantity);
  const [lowest, highest] = [ticks[0]?.text ?? '', ticks.at(-1)?.text ?? ''];
  return (
    <figure
      className={styles['legend']}
      aria-label={t`${say(label)}: ${say(axis)}, from ${lowest} to ${highest}`}
    >
      <div className={styles['scale']} title={say(meaning)}>
        <div className={styles['heading']}>
          <b>{say(label)}</b> {say(axis)}
        </div>
        <QuantityScale quantity={quantity} />
      </div>
      <div className={styles['edges']} title={say(edgeMeaning)}>
        <div className={styles['heading']}>{rich`${<b>{t`Edges`}</b>} ‖∂L/∂a‖ back`}</div>
        <svg width="126" height="10" aria-hidden="true">
          <path d="M0 4.2L126 .5V9.5L0 5.8z" fill="var(--fg-3)" />
        </svg>
        <div className={styles['ends']}>
          <span>≤ −4</span>
          <span>≥ −0.6</span>
        </div>
        <div className={styles['ends']}>
          <span>{t`weak`}</span>
          <span>{t`strong`}</span>
        </div>
      </div>
    </figure>
  );
}

const edgeMeaning =
  'Each edge is as wide as the gradient that flows back through it: into an Add, that of the Add, which passes it on unchanged to branch and shortcut; from a layer that leads to one other, that of the layer; else what arrives at the layer that the edge leads to.';
