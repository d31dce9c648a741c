import { CircleX } from 'lucide-react';
import { createPortal } from 'react-dom';
import type { Position } from '../../../network/graph/document';
import { shortcutOptionLabels, shortcutOptions } from '../../../network/graph/shortcuts/shortcutOption';
import { formatShape } from '../../../network/layers/shape';
import { formatInteger } from '../../format/numbers';
import { say } from '../../language/say';
import { t } from '../../language/t';
import styles from './SkipBubble.module.css';
import { useSkipOption } from './skipOption';
import type { SkipPlan } from './useSkipPlan';

/** Room that the bubble takes up at most, in px. */
const size = { width: 300, height: 130 };

/** Beside the pointer that leads a shortcut: what letting go would do, or why it can't, and the choice of A, B or C. */
export function SkipBubble({ plan, at }: { plan: SkipPlan | null; at: Position }) {
  const left = Math.min(at.x + 16, window.innerWidth - size.width - 8);
  const top = at.y + 20 + size.height > window.innerHeight ? at.y - size.height - 12 : at.y + 20;
  return createPortal(
    <div
      className={styles['bubble']}
      role="status"
      data-possible={plan?.possible ?? true}
      style={{ left, top, maxWidth: size.width }}
    >
      <Words plan={plan} />
      <Options />
    </div>,
    document.body,
  );
}

function Words({ plan }: { plan: SkipPlan | null }) {
  if (plan === null)
    return (
      <>
        <p className={styles['message']}>{t`New shortcut`}</p>
        <p>
          {t`Let go on a connection, or on the card that it is to be added in front of. Open a block to reach what is in it.`}
        </p>
      </>
    );
  if (!plan.possible)
    return (
      <>
        <p className={styles['message']}>
          <CircleX size={14} aria-hidden="true" />
          {say(plan.message)}
        </p>
        <p>{say(plan.advice)}</p>
      </>
    );
  return (
    <>
      <p className={styles['message']}>{effectOf(plan)}</p>
      <p>
        {plan.parameters === 0
          ? t`No parameters are added.`
          : t`+${formatInteger(plan.parameters)} parameters.`}
      </p>
    </>
  );
}

function effectOf({ projection, shapes: [before, after] }: Extract<SkipPlan, { possible: true }>): string {
  if (before === null || after === null) return t`Adds the source as it is.`;
  if (projection.length === 0) return t`Adds ${formatShape(before)} as it is.`;
  return projection.some(({ kind }) => kind === 'shortcutPad')
    ? t`Pads ${formatShape(before)} to ${formatShape(after)}.`
    : t`Projects ${formatShape(before)} to ${formatShape(after)}.`;
}

/** The keys that choose what happens where shapes differ. */
function Options() {
  const chosen = useSkipOption();
  return (
    <ul className={styles['options']}>
      {shortcutOptions.map((option) => (
        <li key={option} data-chosen={option === chosen}>
          <kbd>{option}</kbd>
          {say(shortcutOptionLabels[option])}
        </li>
      ))}
    </ul>
  );
}
