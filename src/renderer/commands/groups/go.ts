import { CircleAlert, Search } from 'lucide-react';
import { goBack, moveSelection, openOrEdit } from '../../editor/cardKeys';
import { useEditor } from '../../editor/editorStore';
import type { Direction } from '../../editor/neighbours';
import { closeFind, findNext, openFind } from '../../find/findActions';
import { t } from '../../language/t';
import { focusRegion } from '../../regions/focusRegion';
import { useOpenMenu } from '../../views/openMenu';
import type { Command, CommandGroup } from '../command';
import { emptyNetwork } from '../obstacles';

export const go: CommandGroup = {
  id: 'go',
  label: () => t`Go`,
  commands: [
    step('left', 'Left', () => t`To the layer before`),
    step('right', 'Right', () => t`To the next layer`),
    step('up', 'Up', () => t`To the layer above`),
    step('down', 'Down', () => t`To the layer below`),
    alsoSelect('left', 'Left', () => t`Select the layer before, too`),
    alsoSelect('right', 'Right', () => t`Select the next layer, too`),
    alsoSelect('up', 'Up', () => t`Select the layer above, too`),
    alsoSelect('down', 'Down', () => t`Select the layer below, too`),
    {
      id: 'go.problems',
      label: () => t`List of problems`,
      icon: CircleAlert,
      obstacle: () =>
        useEditor.getState().analysis.problems.length === 0 ? t`The network has no problems.` : null,
      perform: () => useOpenMenu.getState().show('problems'),
    },
    {
      id: 'go.settings',
      label: () => t`To the layer’s settings, or into the block`,
      keys: ['Enter'],
      scope: 'card',
      perform: openOrEdit,
    },
    {
      id: 'go.find',
      label: () => t`Find a layer…`,
      keys: ['Mod+F'],
      scope: 'networkTyping',
      icon: Search,
      words: () => t`search by name, kind or setting`,
      obstacle: emptyNetwork,
      perform: openFind,
    },
    {
      id: 'go.findNext',
      label: () => t`Find the next layer`,
      keys: ['F3'],
      scope: 'networkTyping',
      repeats: true,
      obstacle: emptyNetwork,
      perform: () => findNext(1),
    },
    {
      id: 'go.findPrevious',
      label: () => t`Find the layer before`,
      keys: ['Shift+F3'],
      scope: 'networkTyping',
      repeats: true,
      obstacle: emptyNetwork,
      perform: () => findNext(-1),
    },
    {
      id: 'go.nextRegion',
      label: () => t`Next part of the window`,
      keys: ['F6'],
      scope: 'typing',
      repeats: true,
      words: regionWords,
      perform: () => focusRegion(1),
    },
    {
      id: 'go.previousRegion',
      label: () => t`Previous part of the window`,
      keys: ['Shift+F6'],
      scope: 'typing',
      repeats: true,
      words: regionWords,
      perform: () => focusRegion(-1),
    },
    {
      id: 'go.back',
      label: () => t`Back to the card; deselect`,
      keys: ['Escape'],
      perform: () => {
        if (!closeFind()) goBack();
      },
    },
  ],
};

function regionWords(): string {
  return t`region, pane, panel: layers, network, charts, inspector, status bar`;
}

function step(direction: Direction, name: string, label: () => string): Command {
  return {
    id: `go.${direction}`,
    label,
    keys: [`Arrow${name}`],
    scope: 'canvas',
    repeats: true,
    obstacle: emptyNetwork,
    perform: () => moveSelection(direction, false),
  };
}

function alsoSelect(direction: Direction, name: string, label: () => string): Command {
  return {
    id: `go.select${name}`,
    label,
    keys: [`Shift+Arrow${name}`],
    scope: 'canvas',
    repeats: true,
    obstacle: emptyNetwork,
    perform: () => moveSelection(direction, true),
  };
}
