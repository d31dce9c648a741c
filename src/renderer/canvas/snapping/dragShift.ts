import { type SnapRules, snapShift } from '../../../network/graph/arrange/snapShift';
import type { Position } from '../../../network/graph/document';
import type { Box } from '../../../network/graph/routing/box';
import { guidesSetting } from '../../settings/groups/editing';
import { settingNow } from '../../settings/settingsStore';
import { isAltHeld } from './altKey';
import { snapGrid } from './grid';
import { showGuides } from './guidesStore';

/** How near an edge of another card must be, in px on the screen. */
const reachOnScreen = 6;

/** What is seen of the canvas. */
export interface View {
  readonly zoom: number;
  /** At 100 % zoom. */
  readonly seen: Box;
}

/**
 * How far what is dragged goes, all of it by the same, and shows the lines that it meets. Cards out of view draw
 * nothing to them.
 */
export function dragShift(
  moving: readonly Box[],
  anchor: Position,
  led: Position,
  standing: readonly Box[],
  { zoom, seen }: View,
): Position {
  const rules: SnapRules = isAltHeld()
    ? { grid: null, reach: null }
    : { grid: snapGrid(), reach: settingNow(guidesSetting) ? reachOnScreen / zoom : null };
  const others = rules.reach === null ? [] : standing.filter((box) => meets(box, seen));
  const { by, guides } = snapShift(moving, anchor, led, others, rules);
  showGuides(guides);
  return by;
}

function meets(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
