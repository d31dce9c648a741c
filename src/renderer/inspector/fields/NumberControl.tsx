import type { NumberField } from '../../../network/layers/fields';
import { FieldRow } from '../../form/FieldRow';
import { TextBox } from '../../form/TextBox';
import { useDraft } from '../../form/useDraft';
import { parseDecimal } from '../parseNumber';
import { type ControlProps, shownNumber } from './controlProps';

/** A number; the arrow keys go by the field's step. */
export function NumberControl({
  id,
  field,
  value,
  note,
  onChange,
  onLeave,
}: ControlProps<NumberField, number>) {
  const draft = useDraft(shownNumber(value), (text) => parseDecimal(text, field), String, onChange);
  const step = (steps: number) => {
    if (value === null) return;
    const next = Number((value + steps * field.step).toPrecision(12));
    onChange(Math.min(field.max, Math.max(field.min, next)));
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
      <TextBox id={id} draft={draft} label={field.label} unit={field.unit} onStep={step} onLeave={onLeave} />
    </FieldRow>
  );
}
