import { History, Redo2, Trash2, Undo2 } from 'lucide-react';
import { redoLabel, undoLabel } from '../../../network/graph/history';
import { gridStep } from '../../canvas/snapping/grid';
import { useEditor } from '../../editor/editorStore';
import { focusName } from '../../editor/focus';
import { isTextField } from '../../editor/keyTarget';
import { deleteSelection } from '../../editor/layerActions';
import { pasteFromSystem } from '../../editor/pasteFromSystem';
import { duplicateSelection, nudgeSelection, selectAll, tidy } from '../../editor/selectionActions';
import { t } from '../../language/t';
import { useOpenMenu } from '../../views/openMenu';
import type { Command, CommandGroup } from '../command';
import {
  emptyNetwork,
  firstOf,
  lockedByRun,
  lockedUnlessNotes,
  noLayerSelected,
  nothingSelected,
  nothingToTake,
} from '../obstacles';

export const edit: CommandGroup = {
  id: 'edit',
  label: () => t`Edit`,
  commands: [
    {
      id: 'edit.undo',
      label: () => t`Undo`,
      keys: ['Mod+Z'],
      scope: 'window',
      icon: Undo2,
      repeats: true,
      obstacle: unlessTyping(() =>
        undoLabel(useEditor.getState().history) === null ? t`Nothing to undo` : null,
      ),
      perform: () => inText('undo', useEditor.getState().undo),
    },
    {
      id: 'edit.redo',
      label: () => t`Redo`,
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      scope: 'window',
      icon: Redo2,
      repeats: true,
      obstacle: unlessTyping(() =>
        redoLabel(useEditor.getState().history) === null ? t`Nothing to redo` : null,
      ),
      perform: () => inText('redo', useEditor.getState().redo),
    },
    {
      id: 'edit.history',
      label: () => t`Edit history`,
      icon: History,
      obstacle: firstOf(lockedByRun, nothingEdited),
      perform: () => useOpenMenu.getState().show('history'),
    },
    {
      id: 'edit.cut',
      label: () => t`Cut`,
      obstacle: firstOf(lockedUnlessNotes, nothingToTake),
      perform: () => document.execCommand('cut'),
    },
    {
      id: 'edit.copy',
      label: () => t`Copy`,
      words: () => t`layers as text`,
      obstacle: nothingToTake,
      perform: () => document.execCommand('copy'),
    },
    {
      id: 'edit.paste',
      label: () => t`Paste`,
      obstacle: lockedByRun,
      perform: () => void pasteFromSystem(),
    },
    {
      id: 'edit.duplicate',
      label: () => t`Duplicate`,
      keys: ['Mod+D'],
      obstacle: firstOf(lockedUnlessNotes, nothingToTake),
      perform: duplicateSelection,
    },
    {
      id: 'edit.delete',
      label: () => t`Delete`,
      keys: ['Delete', 'Backspace'],
      icon: Trash2,
      obstacle: firstOf(lockedUnlessNotes, nothingSelected),
      perform: deleteSelection,
    },
    {
      id: 'edit.rename',
      label: () => t`Rename`,
      keys: ['F2'],
      obstacle: noLayerSelected,
      perform: () => void focusName(),
    },
    {
      id: 'edit.selectAll',
      label: () => t`Select all`,
      keys: ['Mod+A'],
      obstacle: unlessTyping(emptyNetwork),
      perform: selectAllInFocus,
    },
    {
      id: 'edit.tidy',
      label: () => t`Tidy layout`,
      keys: ['T'],
      obstacle: firstOf(lockedByRun, emptyNetwork),
      perform: tidy,
    },
    nudge('Left', () => t`Move left`, -1, 0),
    nudge('Right', () => t`Move right`, 1, 0),
    nudge('Up', () => t`Move up`, 0, -1),
    nudge('Down', () => t`Move down`, 0, 1),
  ],
};

/** Moves what is selected by so many steps of the grid. */
function nudge(direction: string, label: () => string, right: number, down: number): Command {
  return {
    id: `edit.move${direction}`,
    label,
    keys: [`Alt+Arrow${direction}`],
    repeats: true,
    obstacle: firstOf(lockedUnlessNotes, nothingToTake),
    perform: () => nudgeSelection(right * gridStep(), down * gridStep()),
  };
}

function nothingEdited(): string | null {
  const { past, future } = useEditor.getState().history;
  return past.length + future.length === 0 ? t`Nothing was edited yet` : null;
}

/** The menu's commands are the text's while text is typed. */
function unlessTyping(obstacle: () => string | null): () => string | null {
  return () => (isTextField(document.activeElement) ? null : obstacle());
}

function inText(command: 'undo' | 'redo', otherwise: () => void): void {
  if (isTextField(document.activeElement)) document.execCommand(command);
  else otherwise();
}

/** All of the text that is being typed, or all layers. */
function selectAllInFocus(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)
    activeElement.select();
  else selectAll();
}
