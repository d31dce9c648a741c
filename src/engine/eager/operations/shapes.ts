import type { Tensor } from '@tensorflow/tfjs-core';

/** Extents of an image batch N×H×W×C. */
export interface ImageExtents {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export function imageExtents({ shape }: Tensor): ImageExtents {
  const [batch, height, width, channels] = shape;
  if (batch === undefined || height === undefined || width === undefined || channels === undefined)
    throw new Error(`A batch of images was expected; got ${shape.join('×')}.`);
  return { batch, height, width, channels };
}

/** Rows and columns of a matrix N×features. */
export function matrixExtents({ shape }: Tensor): readonly [rows: number, columns: number] {
  const [rows, columns] = shape;
  if (rows === undefined || columns === undefined || shape.length !== 2)
    throw new Error(`A matrix was expected; got ${shape.join('×')}.`);
  return [rows, columns];
}

/** Extent of the last axis. */
export function lastExtent({ shape }: Tensor): number {
  const extent = shape.at(-1);
  if (extent === undefined) throw new Error('A scalar has no last axis.');
  return extent;
}
