import { Command as CommandList } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isAboutNetwork } from '../commands/command';
import { performCommand } from '../commands/performCommand';
import { t } from '../language/t';
import { useKeptRuns } from '../runs/keptRunsStore';
import { isCovered, useOpenView } from '../views/openView';
import styles from './CommandPalette.module.css';
import { useCommandPalette } from './commandPaletteStore';
import { PaletteRow } from './PaletteRow';
import { paletteEntries } from './paletteEntries';
import type { PaletteEntry } from './paletteEntry';
import { noteCommand } from './recentCommands';
import { arrived, inGroups, listed, searched } from './shownEntries';

/** All that can be done, found by a few letters. */
export function CommandPalette() {
  const open = useCommandPalette((state) => state.open);
  useEffect(() => void useCommandPalette.getState().lookForProjects(), []);
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [entries, setEntries] = useState(() => listed(paletteEntries(useCommandPalette.getState().projects)));
  useEffect(() => {
    const follow = () => {
      const all = paletteEntries(useCommandPalette.getState().projects);
      setEntries((before) => arrived(before, all));
    };
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
    useKeptRuns.getState().refresh();
    void useCommandPalette.getState().lookForProjects();
    const leave = [useKeptRuns.subscribe(follow), useCommandPalette.subscribe(follow)];
    return () => {
      for (const unsubscribe of leave) unsubscribe();
    };
  }, []);
  // The dialog's own event of its end comes later, when the palette may be wanted again.
  const closePalette = () => {
    dialog.current?.close();
    useCommandPalette.getState().close();
  };
  const choose = ({ command }: PaletteEntry) => {
    // Closing gives the focus back to where it was, which is what the command is about.
    closePalette();
    noteCommand(command.id);
    if (isAboutNetwork(command)) uncover();
    performCommand(command);
  };
  return (
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label={t`All commands`}
      onCancel={(event) => {
        event.preventDefault();
        closePalette();
      }}
      onClose={() => {
        if (dialog.current !== null) closePalette();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) closePalette();
      }}
    >
      <CommandList label={t`All commands`} shouldFilter={false} vimBindings={false} loop>
        <CommandList.Input
          className={styles['search']}
          value={entries.search}
          onValueChange={(search) => setEntries((before) => searched(before, search))}
          placeholder={t`What do you want to do? Commands, layers, templates, runs, settings, projects`}
        />
        <CommandList.List label={t`All commands`} className={styles['entries']}>
          <CommandList.Empty className={styles['empty']}>
            {t`Nothing is called that. Try a word for what it does: “train”, “fit”, “pool”.`}
          </CommandList.Empty>
          {entries.search.trim() !== '' ? (
            <Group heading={t`Found`} entries={entries.shown} onChoose={choose} />
          ) : (
            inGroups(entries.shown).map((group) => (
              <Group key={group.entries[0]?.command.id} {...group} onChoose={choose} />
            ))
          )}
        </CommandList.List>
      </CommandList>
    </dialog>
  );
}

/** What is done to the network is to be seen. */
function uncover(): void {
  if (isCovered()) flushSync(useOpenView.getState().close);
}

interface GroupProps {
  heading: string;
  entries: readonly PaletteEntry[];
  onChoose: (entry: PaletteEntry) => void;
}

function Group({ heading, entries, onChoose }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <CommandList.Group heading={heading}>
      {entries.map((entry) => (
        <PaletteRow key={entry.command.id} entry={entry} onChoose={onChoose} />
      ))}
    </CommandList.Group>
  );
}
