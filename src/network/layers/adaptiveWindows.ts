/** From the first position of a window to the one behind its last. */
export type Window = readonly [start: number, end: number];

/** The windows of adaptive pooling along one axis: from ⌊i·n/m⌋ to ⌈(i + 1)·n/m⌉ (n in, m out), as in PyTorch. */
export function adaptiveWindows(input: number, output: number): readonly Window[] {
  return Array.from({ length: output }, (_, index) => [
    Math.floor((index * input) / output),
    Math.ceil(((index + 1) * input) / output),
  ]);
}
