import type { KeyboardEvent } from 'react';
import { say } from '../language/say';
import styles from './TextBox.module.css';
import type { DraftField } from './useDraft';

interface TextBoxProps {
  draft: DraftField;
  label: string;
  id?: string;
  /** Shown in front of the text, where several boxes share a row. */
  prefix?: string;
  unit?: string | undefined;
  align?: 'start' | 'center';
  /** True where a frame around it belongs to a larger control. */
  bare?: boolean;
  /** Steps the number: 1 or −1, ten times that with Shift. */
  onStep?: (steps: number) => void;
  onLeave: () => void;
}

/** A box for text that is applied as one types; the arrow keys step numbers. */
export function TextBox(props: TextBoxProps) {
  const { draft, label, id, prefix, unit, align = 'start', bare = false, onStep, onLeave } = props;
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' || event.key === 'Escape') return event.currentTarget.blur();
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || onStep === undefined) return;
    event.preventDefault();
    onStep(direction * (event.shiftKey ? 10 : 1));
  };
  return (
    <span className={styles['box']} data-bare={bare} data-align={align} data-invalid={draft.problem !== null}>
      {prefix !== undefined && <span className={styles['prefix']}>{prefix}</span>}
      <input
        id={id}
        value={draft.text}
        aria-label={say(label)}
        aria-invalid={draft.problem !== null}
        size={Math.max(2, draft.text.length)}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={handleKey}
        onBlur={() => {
          draft.leave();
          onLeave();
        }}
      />
      {unit !== undefined && <span className={styles['unit']}>{say(unit)}</span>}
    </span>
  );
}
