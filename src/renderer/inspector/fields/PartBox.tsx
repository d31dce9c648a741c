import type { IntegersField } from '../../../network/layers/fields';
import { TextBox } from '../../form/TextBox';
import { useDraft } from '../../form/useDraft';
import { say } from '../../language/say';
import { parseInteger } from '../parseNumber';
import styles from './PartBox.module.css';

interface PartBoxProps {
  field: IntegersField;
  /** Name of the entry: height, width, top, … */
  part: string;
  value: number;
  onChange: (value: number) => void;
  onLeave: () => void;
}

/** One entry of a list of whole numbers, marked with its initial. */
export function PartBox({ field, part, value, onChange, onLeave }: PartBoxProps) {
  const limits = { ...field, label: `${field.label}, ${part},` };
  const draft = useDraft(String(value), (text) => parseInteger(text, limits), String, onChange);
  const step = (steps: number) => onChange(Math.min(field.max, Math.max(field.min, value + steps)));
  return (
    <span className={styles['part']}>
      <TextBox
        draft={draft}
        label={`${field.label}, ${part}`}
        prefix={part.charAt(0).toUpperCase()}
        onStep={step}
        onLeave={onLeave}
      />
      {draft.problem !== null && (
        <span className={styles['problem']} role="alert">
          {say(draft.problem)}
        </span>
      )}
    </span>
  );
}
