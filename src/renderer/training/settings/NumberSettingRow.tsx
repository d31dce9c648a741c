import { useId } from 'react';
import { useEditor } from '../../editor/editorStore';
import { FieldRow } from '../../form/FieldRow';
import { TextBox } from '../../form/TextBox';
import { type Parsed, useDraft } from '../../form/useDraft';
import type { SettingField } from './settingFields';

interface NumberSettingRowProps {
  field: SettingField;
  value: number;
  /** Says in a sentence why the value can't be taken over; null where it can. */
  check: (value: number) => string | null;
  onChange: (value: number) => void;
  nested?: boolean;
}

/** A number as text: it takes effect while it is typed, and text that can't be taken stays in the box. */
export function NumberSettingRow({ field, value, check, onChange, nested = false }: NumberSettingRowProps) {
  const { label, help, term, unit, scale = 1 } = field;
  const id = useId();
  const format = (number: number): string => String(withoutNoise(number * scale));
  const parse = (text: string): Parsed<number> => {
    const number = text.trim() === '' ? Number.NaN : Number(text.trim().replace('−', '-'));
    const proposed = withoutNoise(number / scale);
    const problem = check(proposed);
    return problem === null ? { value: proposed } : { problem };
  };
  const draft = useDraft(format(value), parse, format, onChange);
  return (
    <FieldRow label={label} help={help} term={term} control={id} nested={nested} problem={draft.problem}>
      <TextBox
        id={id}
        draft={draft}
        label={label}
        unit={unit}
        onLeave={() => useEditor.getState().endMerge()}
      />
    </FieldRow>
  );
}

/** Without the last binary digits that scaling brings in: 0.07 · 100 is 7. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
