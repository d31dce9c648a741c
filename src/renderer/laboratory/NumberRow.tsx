import { useId } from 'react';
import type { z } from 'zod';
import { Hint } from '../controls/Hint';
import { TextBox } from '../form/TextBox';
import { type Parsed, useDraft } from '../form/useDraft';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './ExperimentEditor.module.css';

interface RowProps {
  label: string;
  help: string;
}

interface NumberRowProps extends RowProps {
  value: number;
  schema: z.ZodType<number>;
  unit?: string;
  onChange: (value: number) => void;
}

/** One number. */
export function NumberRow({ label, help, value, schema, unit, onChange }: NumberRowProps) {
  const draft = useDraft(String(value), (text) => parse(text, schema), String, onChange);
  return <Row label={label} help={help} draft={draft} unit={unit} />;
}

interface NumberListRowProps extends RowProps {
  values: readonly number[];
  schema: z.ZodType<number[]>;
  onChange: (values: number[]) => void;
}

/** Several numbers, separated by commas. */
export function NumberListRow({ label, help, values, schema, onChange }: NumberListRowProps) {
  const draft = useDraft(
    formatList(values),
    (text): Parsed<number[]> => {
      const words = text.split(',').map((word) => word.trim());
      const parsed = schema.safeParse(words.map((word) => (word === '' ? Number.NaN : Number(word))));
      return parsed.success
        ? { value: parsed.data }
        : { problem: t`Write numbers within their limits, each once, with commas between them.` };
    },
    formatList,
    onChange,
  );
  return <Row label={label} help={help} draft={draft} unit={undefined} />;
}

function Row({
  label,
  help,
  draft,
  unit,
}: RowProps & { draft: ReturnType<typeof useDraft>; unit: string | undefined }) {
  const id = useId();
  return (
    <>
      <Hint text={help} side="left">
        <label className={styles['label']} htmlFor={id}>
          {label}
        </label>
      </Hint>
      <div className={styles['box']}>
        <TextBox id={id} label={label} draft={draft} unit={unit} onLeave={() => {}} />
        {draft.problem !== null && (
          <p className={styles['problem']} role="alert">
            {say(draft.problem)}
          </p>
        )}
      </div>
    </>
  );
}

function parse(text: string, schema: z.ZodType<number>): Parsed<number> {
  const parsed = schema.safeParse(text.trim() === '' ? Number.NaN : Number(text));
  return parsed.success ? { value: parsed.data } : { problem: t`Write a number within its limits.` };
}

function formatList(values: readonly number[]): string {
  return values.join(', ');
}
