import { Command as CommandList } from 'cmdk';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isAboutNetwork } from '../commands/command';
import { performCommand } from '../commands/performCommand';
import { engineConnection } from '../engine/engineConnection';
import { t } from '../language/t';
import { isCovered, useOpenView } from '../views/openView';
import styles from './CommandPalette.module.css';
import { useCommandPalette } from './commandPaletteStore';
import { PaletteRow } from './PaletteRow';
import { paletteEntries, recentProjectEntries } from './paletteEntries';
import type { PaletteEntry } from './paletteEntry';
import { noteCommand } from './recentCommands';
import { searchEntries } from './searchEntries';

/** All that can be done, found by a few letters. */
export function CommandPalette() {
  const open = useCommandPalette((state) => state.open);
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [search, setSearch] = useState('');
  const [files, setFiles] = useState<readonly PaletteEntry[]>([]);
  const entries = useMemo(() => paletteEntries(files), [files]);
  const found = useMemo(() => searchEntries(entries, search), [entries, search]);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
    engineConnection.send({ type: 'listRuns' });
    void recentProjectEntries().then(setFiles);
  }, []);
  const choose = ({ command }: PaletteEntry) => {
    // Closing gives the focus back to where it was, which is what the command is about.
    dialog.current?.close();
    useCommandPalette.getState().close();
    noteCommand(command.id);
    if (isAboutNetwork(command)) uncover();
    performCommand(command);
  };
  return (
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label={t`All commands`}
      onClose={useCommandPalette.getState().close}
      onPointerDown={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <CommandList label={t`All commands`} shouldFilter={false} vimBindings={false} loop>
        <CommandList.Input
          className={styles['search']}
          value={search}
          onValueChange={setSearch}
          placeholder={t`What do you want to do? Commands, layers, templates, runs, settings, projects`}
        />
        <CommandList.List label={t`All commands`} className={styles['entries']}>
          <CommandList.Empty className={styles['empty']}>
            {t`Nothing is called that. Try a word for what it does: “train”, “fit”, “pool”.`}
          </CommandList.Empty>
          {inGroups(found, search).map(({ heading, entries: together }) => (
            <CommandList.Group key={heading} heading={heading}>
              {together.map((entry) => (
                <PaletteRow key={entry.command.id} entry={entry} onChoose={choose} />
              ))}
            </CommandList.Group>
          ))}
        </CommandList.List>
      </CommandList>
    </dialog>
  );
}

/** What is done to the network is to be seen. */
function uncover(): void {
  if (isCovered()) flushSync(useOpenView.getState().close);
}

interface HeadedEntries {
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
}

/** Under their headings; what was searched for, in the order of what fits best. */
function inGroups(entries: readonly PaletteEntry[], search: string): readonly HeadedEntries[] {
  if (search.trim() !== '') return entries.length === 0 ? [] : [{ heading: t`Found`, entries }];
  const groups = new Map<string, PaletteEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.group);
    if (group === undefined) groups.set(entry.group, [entry]);
    else group.push(entry);
  }
  return Array.from(groups, ([heading, together]) => ({ heading, entries: together }));
}
