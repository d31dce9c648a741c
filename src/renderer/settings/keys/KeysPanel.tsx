import { useState } from 'react';
import { conflictsOf } from '../../commands/keyConflicts';
import { hasChangedKeys, keymapSettingId } from '../../commands/keymap';
import { t } from '../../language/t';
import { FramedButton } from '../../training/FramedButton';
import { changeSettings, useSettings } from '../settingsStore';
import { commandsFound } from './commandsFound';
import { KeyRow } from './KeyRow';
import styles from './KeysPanel.module.css';

/** Every command with its keys, which a person may change. */
export function KeysPanel({ search }: { search: string }) {
  const kept = useSettings((state) => state.kept);
  const [recorded, setRecorded] = useState<string | null>(null);
  const groups = commandsFound(withoutHeading(search));
  return (
    <div className={styles['keys']}>
      <div className={styles['head']}>
        <p>{t`Press “Change”, and then the keys. A letter by itself works while the network is in view.`}</p>
        {kept[keymapSettingId] !== undefined && (
          <FramedButton onClick={() => changeSettings({ [keymapSettingId]: null })}>
            {t`Reset all keys`}
          </FramedButton>
        )}
      </div>
      {groups.map(({ id, label, commands }) => (
        <section key={id} aria-label={label()}>
          <h4>{label()}</h4>
          <ul>
            {commands.map((command) => (
              <KeyRow
                key={command.id}
                command={command}
                changed={hasChangedKeys(command, kept)}
                recording={recorded === command.id}
                onRecord={(recording) => setRecorded(recording ? command.id : null)}
                conflictsOf={(chord) => conflictsOf(command, [chord])}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A search for "keys undo" is one for "undo" under this heading. */
function withoutHeading(search: string): string {
  const heading = `keys ${t`Keys`}`.toLowerCase();
  const words = search.toLowerCase().split(/\s+/);
  return words.filter((word) => !heading.includes(word)).join(' ');
}
