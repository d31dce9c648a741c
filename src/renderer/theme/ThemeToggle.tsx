import { Moon, Sun } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { t } from '../language/t';
import { RailButton } from '../rail/RailButton';
import { themeSetting } from '../settings/groups/appearance';
import { changeSetting } from '../settings/settingsStore';
import { useTheme } from './themeStore';

/** Switches between the dark and the light theme. */
export function ThemeToggle() {
  const theme = useTheme((state) => state.theme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const label = theme === 'dark' ? t`Light theme` : t`Dark theme`;
  const Icon = theme === 'dark' ? Sun : Moon;
  return (
    <Hint text={label} side="right">
      <RailButton aria-label={label} onClick={() => changeSetting(themeSetting, other)}>
        <Icon size={19} strokeWidth={1.6} aria-hidden="true" />
      </RailButton>
    </Hint>
  );
}
