import { Switch } from 'radix-ui';
import { say } from '../language/say';
import styles from './Toggle.module.css';

interface ToggleProps {
  id?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
}

/** An on-off switch. */
export function Toggle({ id, checked, onChange, label }: ToggleProps) {
  return (
    <Switch.Root
      id={id}
      className={styles['track']}
      checked={checked}
      onCheckedChange={onChange}
      aria-label={say(label)}
    >
      <Switch.Thumb className={styles['thumb']} />
    </Switch.Root>
  );
}
