import { ArrowLeftToLine, ArrowRightToLine, Undo2, X } from 'lucide-react';
import { t } from '../../language/t';
import { closeTab, reopenTab } from '../../tabs/closeTab';
import { goToTab } from '../../tabs/goToTab';
import { lastTabNumber, numberedTab, tabBeside } from '../../tabs/tabRow';
import { frontTab, useTabs } from '../../tabs/tabsStore';
import { useTrainingTab } from '../../training/trainingElsewhere';
import type { Command, CommandGroup } from '../command';

export const tabs: CommandGroup = {
  id: 'tabs',
  label: () => t`Tabs`,
  commands: [
    {
      id: 'tabs.next',
      label: () => t`To the next tab`,
      keys: ['Mod+Tab', 'Mod+PageDown'],
      scope: 'typing',
      repeats: true,
      icon: ArrowRightToLine,
      obstacle: onlyTab,
      perform: () => goToTab(tabBeside(useTabs.getState(), frontTab(), 1)),
    },
    {
      id: 'tabs.previous',
      label: () => t`To the tab before`,
      keys: ['Mod+Shift+Tab', 'Mod+PageUp'],
      scope: 'typing',
      repeats: true,
      icon: ArrowLeftToLine,
      obstacle: onlyTab,
      perform: () => goToTab(tabBeside(useTabs.getState(), frontTab(), -1)),
    },
    {
      id: 'tabs.close',
      label: () => t`Close the tab`,
      keys: ['Mod+W'],
      scope: 'typing',
      icon: X,
      words: () => t`close the project`,
      perform: () => void closeTab(),
    },
    {
      id: 'tabs.reopen',
      label: () => t`Reopen closed tab`,
      keys: ['Mod+Shift+T'],
      scope: 'typing',
      icon: Undo2,
      obstacle: () => (useTabs.getState().closed.length === 0 ? t`No tab was closed yet.` : null),
      perform: reopenTab,
    },
    {
      id: 'tabs.training',
      label: () => t`To the tab that trains`,
      scope: 'typing',
      obstacle: () => (useTrainingTab.getState().tab === null ? t`Nothing is training.` : null),
      perform() {
        const { tab } = useTrainingTab.getState();
        if (tab !== null) goToTab(tab);
      },
    },
    move('moveRight', 'Mod+Shift+PageDown', 1, () => t`Move the tab to the right`),
    move('moveLeft', 'Mod+Shift+PageUp', -1, () => t`Move the tab to the left`),
    ...Array.from({ length: lastTabNumber }, (_, place) => numbered(place + 1)),
  ],
};

function onlyTab(): string | null {
  return useTabs.getState().tabs.length === 1 ? t`There is one project open.` : null;
}

function move(name: string, keys: string, places: number, label: () => string): Command {
  return {
    id: `tabs.${name}`,
    label,
    keys: [keys],
    scope: 'typing',
    obstacle: onlyTab,
    perform() {
      const { tabs: row, front, move: moveTo } = useTabs.getState();
      moveTo(front, row.indexOf(front) + places);
    },
  };
}

function numbered(number: number): Command {
  return {
    id: `tabs.tab${number}`,
    label: () => (number === lastTabNumber ? t`To the last tab` : t`To tab ${number}`),
    keys: [`Mod+${number}`],
    scope: 'typing',
    unlisted: true,
    obstacle: () =>
      numberedTab(useTabs.getState(), number) === null ? t`There are not so many tabs.` : null,
    perform() {
      const tab = numberedTab(useTabs.getState(), number);
      if (tab !== null) goToTab(tab);
    },
  };
}
