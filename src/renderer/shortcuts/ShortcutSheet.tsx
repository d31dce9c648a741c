import type { Command, CommandGroup } from '../commands/command';
import { commandGroups } from '../commands/commandGroups';
import { chordText } from '../commands/keyChord';
import { commandKeys, isMac, keysOf } from '../commands/keymap';
import { Dialog, DialogButton } from '../controls/Dialog';
import { t } from '../language/t';
import { useSettingsSearch } from '../settings/settingsSearchStore';
import { useOpenView } from '../views/openView';
import styles from './ShortcutSheet.module.css';
import { useShortcutSheet } from './shortcutSheetStore';

/** Every command that has keys, on request. */
export function ShortcutSheet() {
  const { open, close } = useShortcutSheet();
  if (!open) return null;
  const change = () => {
    close();
    useSettingsSearch.getState().searchFor(t`Keys`);
    useOpenView.getState().show('settings');
  };
  return (
    <Dialog title={t`Keys`} onClose={close} wide>
      <div className={styles['groups']}>
        {commandGroups.filter(hasAny).map(({ id, label, commands }) => (
          <section key={id}>
            <h3>{label()}</h3>
            <dl>
              {id === 'edit' && (
                <Row keys={`${commandKeys('C')}, X, V`} action={t`Copy, cut, paste as text`} />
              )}
              {commands.filter(hasKeys).map((command) => (
                <Row
                  key={command.id}
                  keys={keysOf(command).map(asText).join(', ')}
                  action={command.label()}
                />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <footer>
        <DialogButton onClick={change}>{t`Change keys…`}</DialogButton>
        <DialogButton look="primary" onClick={close} firstChoice>
          {t`Close`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}

function Row({ keys, action }: { keys: string; action: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{action}</dd>
    </div>
  );
}

function hasAny({ commands }: CommandGroup): boolean {
  return commands.some(hasKeys);
}

function hasKeys(command: Command): boolean {
  return keysOf(command).length > 0;
}

function asText(chord: string): string {
  return chordText(chord, isMac());
}
