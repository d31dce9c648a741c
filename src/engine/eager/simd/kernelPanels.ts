/** Output channels in a panel; the last has half as many where these are enough. */
const panelWidth = 8;

/** What of a kernel a correlation uses. */
export interface PanelExtents {
  /** Numbers of its taps, in order. */
  readonly taps: readonly number[];
  /** Channels of the images, and of the output, within a group. */
  readonly depth: number;
  readonly channels: number;
}

/** Values that the panels of a group take. */
export function panelSize(tapCount: number, depth: number, channels: number): number {
  return tapCount * depth * Math.ceil(channels / panelWidth) * panelWidth;
}

/** Writes a group's kernel in the panels that the SIMD kernel `correlate` reads. */
export function writePanels(
  target: Float32Array,
  kernel: Float32Array,
  { taps, depth, channels }: PanelExtents,
  placeOf: (tap: number, input: number, output: number) => number,
): void {
  let next = 0;
  for (let channel = 0; channel < channels; channel += panelWidth) {
    const left = channels - channel;
    const width = left > panelWidth / 2 ? panelWidth : panelWidth / 2;
    for (const tap of taps)
      for (let input = 0; input < depth; input++)
        for (let lane = 0; lane < width; lane++)
          target[next++] = lane < left ? (kernel[placeOf(tap, input, channel + lane)] ?? 0) : 0;
  }
}
