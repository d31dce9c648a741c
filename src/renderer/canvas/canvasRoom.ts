/**
 * Sizes of the canvas in px below which its controls take their smallest forms, and the map, which shows nothing that
 * the canvas doesn't, is left out.
 */
const roomForAll = 820;
const roomForChoice = 660;
const roomForMap = 330;
const roomForLegend = 390;
const heightForLegend = 300;

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Whether the buttons beside the choice of colours have no room for their words. */
export function isSnug({ width }: Room): boolean {
  return width > 0 && width < roomForAll;
}

/** Whether the choice of colours, with all its words, has no room itself. */
export function isNarrow({ width }: Room): boolean {
  return width > 0 && width < roomForChoice;
}

/** Whether there is room for little more than the network, beside a panel in the narrowest window. */
export function isSlim({ width }: Room): boolean {
  return width > 0 && width < roomForLegend;
}

/** Whether a legend would take the height that the network needs, beneath a finding and above open charts. */
export function isShallow({ height }: Room): boolean {
  return height > 0 && height < heightForLegend;
}

/** Whether controls at both edges would leave too little height to the network. */
export function isLow({ height }: Room): boolean {
  return height > 0 && height < roomForMap;
}
