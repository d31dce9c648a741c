import type { BooleanField } from '../../../network/layers/fields';
import { Toggle } from '../../controls/Toggle';
import { FieldRow } from '../../form/FieldRow';
import type { ControlProps } from './controlProps';

/** On or off. */
export function BooleanControl({
  id,
  field,
  value,
  note,
  onChange,
  onLeave,
}: ControlProps<BooleanField, boolean>) {
  const toggle = (checked: boolean) => {
    onChange(checked);
    onLeave();
  };
  return (
    <FieldRow label={field.label} help={field.help} term={field.term} control={id} note={note}>
      <Toggle id={id} label={field.label} checked={value ?? false} onChange={toggle} />
    </FieldRow>
  );
}
