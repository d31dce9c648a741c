/** Square sizes that are offered as buttons, by the standard names of sliding-window fields. */
const presets: Readonly<Record<string, readonly number[]>> = {
  kernelSize: [1, 3, 5, 7],
  poolSize: [2, 3],
  strides: [1, 2, 3],
  dilations: [1, 2, 4],
};

/** The sizes offered for a field, or none where it has no usual ones. */
export function sizePresets(field: string): readonly number[] {
  return presets[field] ?? [];
}
