import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { say } from '../language/say';
import menu from './Menu.module.css';

interface MenuChoiceProps<Value extends string> {
  /** Null where none is chosen. */
  value: Value | null;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
  /** A heading over the options, where a menu has more than these. */
  heading?: string;
}

/** One of several values, as entries of a menu with a mark at the chosen one. */
export function MenuChoice<Value extends string>({
  value,
  options,
  onChange,
  heading,
}: MenuChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <DropdownMenu.RadioGroup value={value ?? ''} onValueChange={choose} aria-label={heading}>
      {heading !== undefined && (
        <DropdownMenu.Label className={menu['heading']}>{heading}</DropdownMenu.Label>
      )}
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={menu['item']}>
          <span className={menu['mark']}>
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </span>
          {say(option.label)}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
