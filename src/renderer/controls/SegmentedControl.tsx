import { RadioGroup } from 'radix-ui';
import { say } from '../language/say';
import styles from './SegmentedControl.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Read out in place of the label, where the label is too short to stand alone. */
  readonly description?: string;
  readonly disabled?: boolean;
}

interface SegmentedControlProps<Value extends string> {
  /** Null where none is chosen. */
  value: Value | null;
  segments: readonly Segment<Value>[];
  onChange: (value: Value) => void;
  /** Names the group for screen readers. */
  label: string;
  /** `field` fills a form row, `overlay` floats on the canvas. */
  look?: 'field' | 'overlay';
}

/** One of a few values, all in view. Arrow keys move the choice. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { value, segments, onChange, label, look = 'field' } = props;
  const choose = (chosen: string) => {
    const segment = segments.find((candidate) => candidate.value === chosen);
    if (segment !== undefined) onChange(segment.value);
  };
  return (
    <RadioGroup.Root
      className={styles['group']}
      data-look={look}
      value={value ?? ''}
      onValueChange={choose}
      aria-label={say(label)}
      orientation="horizontal"
    >
      {segments.map((segment) => (
        <RadioGroup.Item
          key={segment.value}
          value={segment.value}
          className={styles['segment']}
          disabled={segment.disabled ?? false}
          aria-label={segment.description === undefined ? undefined : say(segment.description)}
        >
          {say(segment.label)}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
