import { ToggleGroup } from 'radix-ui';
import { Hint } from '../controls/Hint';
import styles from './ExperimentEditor.module.css';

interface AxisChoiceProps<Value extends string | number | boolean> {
  label: string;
  values: readonly Value[];
  chosen: readonly Value[];
  nameOf: (value: Value) => string;
  hintOf?: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}

/** Which values of one axis are tried: any number of them, in their order. */
export function AxisChoice<Value extends string | number | boolean>(props: AxisChoiceProps<Value>) {
  const { label, values, chosen, nameOf, hintOf, onChange } = props;
  return (
    <>
      <span className={styles['label']}>{label}</span>
      <ToggleGroup.Root
        type="multiple"
        className={styles['chips']}
        value={chosen.map(String)}
        onValueChange={(names) => onChange(values.filter((value) => names.includes(String(value))))}
        aria-label={label}
      >
        {values.map((value) => {
          const chip = (
            <ToggleGroup.Item key={String(value)} value={String(value)} className={styles['chip']}>
              {nameOf(value)}
            </ToggleGroup.Item>
          );
          return hintOf === undefined ? (
            chip
          ) : (
            <Hint key={String(value)} text={hintOf(value)}>
              {chip}
            </Hint>
          );
        })}
      </ToggleGroup.Root>
    </>
  );
}
