import { useId, useState } from 'react';
import { useEditor } from '../../editor/editorStore';
import styles from './NumberSettingRow.module.css';
import { SettingRow } from './SettingRow';
import type { SettingField } from './settingFields';

interface NumberSettingRowProps {
  field: SettingField;
  value: number;
  /** Takes the value over, or answers in a sentence why it can't be. */
  onChange: (value: number) => string | null;
  nested?: boolean;
}

/** A number as text: it takes effect while it is typed, and text that can't be taken stays in the box. */
export function NumberSettingRow({ field, value, onChange, nested = false }: NumberSettingRowProps) {
  const { label, help, unit, scale = 1 } = field;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const take = (text: string): void => {
    setDraft(text);
    const number = text.trim() === '' ? Number.NaN : Number(text.trim().replace('−', '-'));
    setProblem(onChange(withoutNoise(number / scale)));
  };
  const leave = (): void => {
    if (problem === null) setDraft(null);
    useEditor.getState().endMerge();
  };

  return (
    <SettingRow id={id} label={label} help={help} nested={nested} problem={problem}>
      <span className={styles['box']} data-refused={problem !== null}>
        <input
          id={id}
          inputMode="decimal"
          spellCheck={false}
          autoComplete="off"
          value={draft ?? String(withoutNoise(value * scale))}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => take(event.target.value)}
          onBlur={leave}
        />
        {unit !== undefined && <span className={styles['unit']}>{unit}</span>}
      </span>
    </SettingRow>
  );
}

/** Without the last binary digits that scaling brings in: 0.07 · 100 is 7. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
