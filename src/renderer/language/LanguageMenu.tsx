import { Check, Languages } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '../controls/Menu.module.css';
import { RailButton } from '../rail/RailButton';
import { languageSetting } from '../settings/groups/appearance';
import { changeSetting, useSetting } from '../settings/settingsStore';
import { say } from './say';
import { t } from './t';

/** Chooses the language of the window. */
export function LanguageMenu() {
  const choice = useSetting(languageSetting);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <RailButton aria-label={t`Language`}>
          <Languages size={18} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} side="right" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={choice}
            onValueChange={(value) => changeSetting(languageSetting, languageSetting.read(value))}
          >
            {languageSetting.options.map(({ value, label }) => (
              <DropdownMenu.RadioItem key={value} value={value} className={menu['item']}>
                <span className={menu['mark']}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </DropdownMenu.ItemIndicator>
                </span>
                {say(label)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
