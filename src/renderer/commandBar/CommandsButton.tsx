import { Search } from 'lucide-react';
import { useCommandPalette } from '../commandPalette/commandPaletteStore';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';

/** Opens the list of all commands. */
export function CommandsButton() {
  const text = t`All commands, layers, templates, runs and settings`;
  return (
    <Hint text={text} keys={useKeysText('view.commands')}>
      <ToolButton icon aria-label={t`All commands`} onClick={useCommandPalette.getState().show}>
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
      </ToolButton>
    </Hint>
  );
}
