import type { Position } from '../../../network/graph/document';
import { gridSizeSetting, snapToGridSetting } from '../../settings/groups/editing';
import { changeSetting, settingNow } from '../../settings/settingsStore';

/** Distance of the grid's lines in px at 100 % zoom, whether or not cards snap to it: one step of the arrow keys. */
export function gridStep(): number {
  return Number(settingNow(gridSizeSetting));
}

/** Distance of the lines that cards snap to; null where they don't. */
export function snapGrid(): number | null {
  return settingNow(snapToGridSetting) ? gridStep() : null;
}

/** The nearest point of the grid; of whole px, where cards don't snap to it. */
export function onGrid({ x, y }: Position): Position {
  const step = snapGrid() ?? 1;
  return { x: Math.round(x / step) * step, y: Math.round(y / step) * step };
}

/** Distance of the dots on the ground, which lie on lines of the grid and are no closer for a fine one. */
export function dotDistance(step: number): number {
  return step % 8 === 0 || step === 4 ? 16 : 20;
}

export function toggleSnapToGrid(): void {
  changeSetting(snapToGridSetting, !settingNow(snapToGridSetting));
}
