/** Where a window lies, in px of the screens taken together. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The place nearest to the wanted one that lies whole on one of the screens that exist now, given what each leaves to
 * windows, the first one's first. A window is never made larger; on a screen smaller than `least` it has that size at
 * the screen's corner. `wanted` without a place lies in the middle of the first screen.
 */
export function placeOnScreens(wanted: Place | Size, screens: readonly Place[], least: Size): Place | Size {
  const [first] = screens;
  if (first === undefined) return { width: wanted.width, height: wanted.height };
  const screen = 'x' in wanted ? nearest(wanted, screens, first) : first;
  const width = fitted(wanted.width, screen.width, least.width);
  const height = fitted(wanted.height, screen.height, least.height);
  const x = 'x' in wanted ? wanted.x : screen.x + Math.round((screen.width - width) / 2);
  const y = 'y' in wanted ? wanted.y : screen.y + Math.round((screen.height - height) / 2);
  return {
    x: Math.max(screen.x, Math.min(x, screen.x + screen.width - width)),
    y: Math.max(screen.y, Math.min(y, screen.y + screen.height - height)),
    width,
    height,
  };
}

function fitted(wanted: number, room: number, least: number): number {
  return Math.max(least, Math.min(wanted, room));
}

/** The screen that has most of the window; the first one where none has any. */
function nearest(window: Place, screens: readonly Place[], first: Place): Place {
  let most = 0;
  let found = first;
  for (const screen of screens) {
    const shared =
      overlap(window.x, window.width, screen.x, screen.width) *
      overlap(window.y, window.height, screen.y, screen.height);
    if (shared > most) [most, found] = [shared, screen];
  }
  return found;
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart));
}
