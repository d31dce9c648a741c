/** Dots on the canvas, in px on the screen. */
interface GroundDots {
  /** From one dot to the next. */
  readonly apart: number;
  readonly radius: number;
  /** How far the first line of dots lies from the canvas's left and top edge: from 0 to less than `apart`. */
  readonly left: number;
  readonly top: number;
}

/** Dots that would come closer on the screen, in px, are drawn at a multiple of their distance. */
const closest = 8;

/** A dot's radius in px at 100 %. */
const radius = 1;

/** Where dots lie that are `distance` px apart at 100 % and have one at the network's origin, in a view of the canvas. */
export function groundDots([x, y, zoom]: readonly [number, number, number], distance: number): GroundDots {
  const multiple = 2 ** Math.max(0, Math.ceil(Math.log2(closest / (distance * zoom))));
  const apart = distance * zoom * multiple;
  return { apart, radius: radius * zoom * multiple, left: remainder(x, apart), top: remainder(y, apart) };
}

/** From 0 on also where the value is negative. */
function remainder(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}
