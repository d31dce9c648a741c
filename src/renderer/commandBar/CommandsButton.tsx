import { Search } from 'lucide-react';
import { useCommandPalette } from '../commandPalette/commandPaletteStore';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { t } from '../language/t';
import styles from './CommandsButton.module.css';

/** Looks like a box to search in, and opens the list of all commands. */
export function CommandsButton() {
  const keys = useKeysText('view.commands');
  return (
    <Hint text={t`All commands, layers, templates, runs and settings`} keys={keys}>
      <button
        type="button"
        className={styles['search']}
        aria-label={t`Search layers, commands…`}
        onClick={useCommandPalette.getState().show}
      >
        <Search size={15} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles['text']}>{t`Search layers, commands…`}</span>
        {keys !== undefined && <kbd>{keys}</kbd>}
      </button>
    </Hint>
  );
}
