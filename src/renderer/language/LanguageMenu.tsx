import { Check, Languages } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '../controls/Menu.module.css';
import { RailButton } from '../rail/RailButton';
import { type LanguageChoice, useLanguage } from './languageStore';
import { t } from './t';

/** Each language by the name that its speakers give it, so that one finds back. */
const names: Readonly<Record<Exclude<LanguageChoice, 'system'>, string>> = { en: 'English', ko: '한국어' };
const choices: readonly LanguageChoice[] = ['system', 'en', 'ko'];

/** Chooses the language of the window. */
export function LanguageMenu() {
  const choice = useLanguage((state) => state.choice);
  const choose = (value: string) => {
    const chosen = choices.find((candidate) => candidate === value);
    if (chosen !== undefined) void useLanguage.getState().choose(chosen);
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <RailButton aria-label={t`Language`}>
          <Languages size={18} strokeWidth={1.6} aria-hidden="true" />
        </RailButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} side="right" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={choice} onValueChange={choose}>
            {choices.map((value) => (
              <DropdownMenu.RadioItem key={value} value={value} className={menu['item']}>
                <span className={menu['mark']}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </DropdownMenu.ItemIndicator>
                </span>
                {value === 'system' ? t`As the system` : names[value]}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
