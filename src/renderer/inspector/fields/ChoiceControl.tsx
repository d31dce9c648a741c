import type { ChoiceField } from '../../../network/layers/fields';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { SelectMenu } from '../../controls/SelectMenu';
import { FieldRow } from '../../form/FieldRow';
import type { ControlProps } from './controlProps';

/** Longest text, over all options together, that fits side by side. */
const segmentedCharacters = 22;

/** One of several: side by side where the options are few and short, otherwise in a menu. */
export function ChoiceControl({
  id,
  field,
  value,
  note,
  onChange,
  onLeave,
}: ControlProps<ChoiceField, string>) {
  const choose = (chosen: string) => {
    onChange(chosen);
    onLeave();
  };
  const characters = field.options.reduce((sum, { label }) => sum + label.length, 0);
  return (
    <FieldRow label={field.label} help={field.help} term={field.term} control={id} note={note}>
      {characters <= segmentedCharacters ? (
        <SegmentedControl label={field.label} value={value} segments={field.options} onChange={choose} />
      ) : (
        <SelectMenu id={id} label={field.label} value={value} options={field.options} onChange={choose} />
      )}
    </FieldRow>
  );
}
