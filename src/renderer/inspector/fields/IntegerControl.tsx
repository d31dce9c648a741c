import { Minus, Plus } from 'lucide-react';
import type { IntegerField } from '../../../network/layers/fields';
import { FieldRow } from '../../form/FieldRow';
import { TextBox } from '../../form/TextBox';
import { useDraft } from '../../form/useDraft';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { parseInteger } from '../parseNumber';
import { type ControlProps, shownNumber } from './controlProps';
import styles from './IntegerControl.module.css';

/** A whole number between two buttons. */
export function IntegerControl({
  id,
  field,
  value,
  note,
  onChange,
  onLeave,
}: ControlProps<IntegerField, number>) {
  const draft = useDraft(shownNumber(value), (text) => parseInteger(text, field), String, onChange);
  const step = (steps: number) => {
    if (value !== null) onChange(Math.min(field.max, Math.max(field.min, value + steps)));
  };
  return (
    <FieldRow
      label={field.label}
      help={field.help}
      term={field.term}
      control={id}
      problem={draft.problem}
      note={note}
    >
      <span className={styles['stepper']} data-invalid={draft.problem !== null}>
        <button
          type="button"
          aria-label={t`Fewer: ${say(field.label)}`}
          disabled={value === null || value <= field.min}
          onClick={() => step(-1)}
          onBlur={onLeave}
        >
          <Minus size={13} aria-hidden="true" />
        </button>
        <TextBox
          id={id}
          draft={draft}
          label={field.label}
          unit={field.unit}
          align="center"
          bare
          onStep={step}
          onLeave={onLeave}
        />
        <button
          type="button"
          aria-label={t`More: ${say(field.label)}`}
          disabled={value === null || value >= field.max}
          onClick={() => step(1)}
          onBlur={onLeave}
        >
          <Plus size={13} aria-hidden="true" />
        </button>
      </span>
    </FieldRow>
  );
}
