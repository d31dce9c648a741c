import type { GreyPicture } from '../../network/evaluation/digitPlacement';

/** Side of the pad, in px. */
export const padSide = 280;

/** A place on the pad, in px from its top left corner. */
export type PadPlace = readonly [x: number, y: number];

/** Of the pen, in px: 1⁄13 of the pad, about as thick as MNIST's strokes are against their digits. */
const penWidth = 22;

/** A stroke of the pen from one place to another; a dot where they are one. */
export function strokeOn(
  context: CanvasRenderingContext2D,
  [fromX, fromY]: PadPlace,
  [toX, toY]: PadPlace,
): void {
  context.strokeStyle = '#fff';
  context.lineWidth = penWidth;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}

/** What was drawn: 1 in a stroke, 0 beside, and between at its edges. */
export function lightnessOf(context: CanvasRenderingContext2D): GreyPicture {
  const { data } = context.getImageData(0, 0, padSide, padSide);
  const values = Float32Array.from(
    { length: padSide * padSide },
    (_, place) => (data[4 * place + 3] ?? 0) / 255,
  );
  return { height: padSide, width: padSide, values };
}
