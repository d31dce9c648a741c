import type { WindowAxis } from '../operations/windowAxis';

/** Positions along one axis, equally far apart, that look at the image through the same taps. */
export interface AxisPhase {
  readonly count: number;
  /** Distance of two neighbours on the image. */
  readonly imageStep: number;
  /** Where the first stands in the output, and how far apart they are there. */
  readonly outputStart: number;
  readonly outputStep: number;
  /** Taps of the kernel by number, with the place on the padded image that the first position sees. */
  readonly taps: readonly { readonly number: number; readonly from: number }[];
}

/** How a correlation looks at its images along one axis. */
export interface AxisPhases {
  /** Padding of the images that keeps all taps on them. */
  readonly before: number;
  readonly after: number;
  /** Extent of the output. */
  readonly output: number;
  /** Taps of the kernel. */
  readonly window: number;
  readonly phases: readonly AxisPhase[];
}

/** A convolution: a window that slides over the image. */
export function slidingAxis({ output, window, stride, dilation, before, after }: WindowAxis): AxisPhases {
  const taps = Array.from({ length: window }, (_, number) => ({ number, from: number * dilation }));
  const phase: AxisPhase = { count: output, imageStep: stride, outputStart: 0, outputStep: 1, taps };
  return { before, after, output, window, phases: [phase] };
}

/**
 * A convolution's input gradient: each place of the input gathers the output gradient through the taps that saw it.
 * Places a stride apart were seen by the same taps.
 */
export function gatheringAxis({
  input,
  output,
  window,
  stride,
  dilation,
  before: padding,
}: WindowAxis): AxisPhases {
  const found = Array.from({ length: Math.min(stride, input) }, (_, start) => ({
    start,
    count: Math.ceil((input - start) / stride),
    taps: Array.from({ length: window }, (__, number) => ({
      number,
      from: (start + padding - number * dilation) / stride,
    })).filter(({ from }) => Number.isInteger(from)),
  }));
  const before = Math.max(0, ...found.flatMap(({ taps }) => taps.map(({ from }) => -from)));
  const after = Math.max(
    0,
    ...found.flatMap(({ count, taps }) => taps.map(({ from }) => from + count - output)),
  );
  const phases = found.map(
    ({ start, count, taps }): AxisPhase => ({
      count,
      imageStep: 1,
      outputStart: start,
      outputStep: stride,
      taps: taps.map(({ number, from }) => ({ number, from: from + before })),
    }),
  );
  return { before, after, output: input, window, phases };
}
