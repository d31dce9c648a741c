import { useState } from 'react';
import type { IntegersField } from '../../../network/layers/fields';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { FieldRow } from '../../form/FieldRow';
import { t } from '../../language/t';
import type { ControlProps } from './controlProps';
import { PartBox } from './PartBox';
import { sizePresets } from './sizePresets';

type Props = ControlProps<IntegersField, readonly number[]>;

/** Several whole numbers: usual square sizes as buttons, and each part in a box of its own. */
export function IntegersControl({ name, field, value, note, onChange, onLeave }: Props) {
  const presets = sizePresets(name);
  const first = value?.[0] ?? 0;
  const square = value?.every((extent) => extent === first) ?? false;
  const preset = square && presets.includes(first) ? String(first) : null;
  /** Asked for by hand; a value that no button stands for shows its boxes anyway. */
  const [opened, setOpened] = useState(false);
  const boxes = value !== null && (presets.length === 0 || preset === null || opened);
  const choose = (chosen: string) => {
    setOpened(chosen === 'other');
    if (chosen === 'other') return;
    onChange(field.parts.map(() => Number(chosen)));
    onLeave();
  };
  return (
    <FieldRow label={field.label} help={field.help} term={field.term} note={note}>
      {presets.length > 0 && (
        <SegmentedControl
          label={field.label}
          value={boxes ? 'other' : preset}
          onChange={choose}
          segments={[
            ...presets.map((size) => ({
              value: String(size),
              label: String(size),
              description: field.parts.map(() => size).join('×'),
            })),
            { value: 'other', label: '…', description: t`Another size`, disabled: value === null },
          ]}
        />
      )}
      {boxes &&
        field.parts.map((part, index) => (
          <PartBox
            key={part}
            field={field}
            part={part}
            value={value[index] ?? field.min}
            onChange={(next) => onChange(value.with(index, next))}
            onLeave={onLeave}
          />
        ))}
    </FieldRow>
  );
}
