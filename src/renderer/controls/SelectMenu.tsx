import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { say } from '../language/say';
import { t } from '../language/t';
import menu from './Menu.module.css';
import { MenuChoice } from './MenuChoice';
import styles from './SelectMenu.module.css';

interface SelectMenuProps<Value extends string> {
  id?: string;
  /** Null where none is chosen. */
  value: Value | null;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
  label: string;
}

/** One of several values, chosen from a menu. */
export function SelectMenu<Value extends string>(props: SelectMenuProps<Value>) {
  const { id, value, options, onChange, label } = props;
  const current = options.find((option) => option.value === value);
  const shown = current?.label ?? value ?? t`Differ`;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger id={id} className={styles['trigger']} aria-label={`${say(label)}: ${say(shown)}`}>
        <span className={styles['value']}>{say(shown)}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="start" sideOffset={4} collisionPadding={8}>
          <MenuChoice value={value} options={options} onChange={onChange} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
