import { shortcutOptionNames, shortcutOptions } from '../../../network/graph/shortcuts/shortcutOption';
import { choice, type SettingGroup, toggle } from '../setting';

/** What shortcuts do where shapes differ, as it was chosen last. */
export const skipOptionSetting = choice({
  id: 'editing.shortcutOption',
  label: 'Shortcuts between unequal shapes',
  help: 'What a shortcut does where the shapes at its ends differ: zeros for the channels that are missing (A), or a 1×1 convolution (B, C). Options A, B and C of the ResNet paper.',
  options: shortcutOptions.map((value) => ({ value, label: shortcutOptionNames[value] })),
  default: 'B',
});

export const snapToGridSetting = toggle({
  id: 'editing.snapToGrid',
  label: 'Snap to grid',
  help: 'Cards that are dragged or put down come to rest on the lines of a grid. Hold Alt while you drag to place one freely.',
  default: true,
});

const gridSizes = ['4', '8', '10', '16', '20'] as const;

export const gridSizeSetting = choice({
  id: 'editing.gridSize',
  label: 'Size of the grid',
  help: 'Pixels from line to line at 100 % zoom, and how far Alt with an arrow key moves a card. Tidy layout keeps to 10.',
  options: gridSizes.map((value) => ({ value, label: value })),
  default: '10',
});

export const guidesSetting = toggle({
  id: 'editing.guides',
  label: 'Guides while dragging',
  help: 'A card that is dragged snaps to the edges and middles of the others in view, and thin lines show to which. Hold Alt to place it freely.',
  default: true,
});

export const editing: SettingGroup = {
  id: 'editing',
  label: 'Editing',
  settings: [snapToGridSetting, gridSizeSetting, guidesSetting, skipOptionSetting],
};
