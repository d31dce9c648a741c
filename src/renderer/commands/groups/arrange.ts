import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Grid3x3,
  type LucideIcon,
  Magnet,
} from 'lucide-react';
import type { Alignment } from '../../../network/graph/arrange/alignBoxes';
import type { Axis } from '../../../network/graph/arrange/axis';
import { toggleSnapToGrid } from '../../canvas/snapping/grid';
import { toggleGuides } from '../../canvas/snapping/guidesStore';
import { alignSelection, distributeSelection, selectedCards } from '../../editor/arrangeActions';
import { t } from '../../language/t';
import type { Command, CommandGroup } from '../command';
import { firstOf, lockedByRun, type Obstacle } from '../obstacles';

export const arrange: CommandGroup = {
  id: 'arrange',
  label: () => t`Arrange`,
  commands: [
    align('left', 'Left', () => t`Align left`, 'Mod+Shift+ArrowLeft', AlignStartVertical),
    align('centre', 'Centre', () => t`Align centres in a column`, 'Alt+Shift+C', AlignCenterVertical),
    align('right', 'Right', () => t`Align right`, 'Mod+Shift+ArrowRight', AlignEndVertical),
    align('top', 'Top', () => t`Align tops`, 'Mod+Shift+ArrowUp', AlignStartHorizontal),
    align('middle', 'Middle', () => t`Align middles in a row`, 'Alt+Shift+M', AlignCenterHorizontal),
    align('bottom', 'Bottom', () => t`Align bottoms`, 'Mod+Shift+ArrowDown', AlignEndHorizontal),
    distribute(
      'x',
      'Across',
      () => t`Distribute from left to right`,
      'Alt+Shift+H',
      AlignHorizontalDistributeCenter,
    ),
    distribute(
      'y',
      'Down',
      () => t`Distribute from top to bottom`,
      'Alt+Shift+V',
      AlignVerticalDistributeCenter,
    ),
    {
      id: 'arrange.snapToGrid',
      label: () => t`Snap to grid, or not`,
      icon: Grid3x3,
      perform: toggleSnapToGrid,
    },
    {
      id: 'arrange.guides',
      label: () => t`Guides while dragging, or none`,
      icon: Magnet,
      perform: toggleGuides,
    },
  ],
};

function align(
  alignment: Alignment,
  name: string,
  label: () => string,
  chord: string,
  icon: LucideIcon,
): Command {
  return {
    id: `arrange.align${name}`,
    label,
    keys: [chord],
    icon,
    obstacle: firstOf(lockedByRun, fewerCards(2)),
    perform: () => alignSelection(alignment),
  };
}

function distribute(axis: Axis, name: string, label: () => string, chord: string, icon: LucideIcon): Command {
  return {
    id: `arrange.distribute${name}`,
    label,
    keys: [chord],
    icon,
    words: () => t`equal gaps, spacing`,
    obstacle: firstOf(lockedByRun, fewerCards(3)),
    perform: () => distributeSelection(axis),
  };
}

function fewerCards(least: number): Obstacle {
  return () =>
    selectedCards().size < least
      ? t`Select ${least} cards or more first: hold Shift and drag around them.`
      : null;
}
