/** A label that wants to stand at a place along an axis, in px. */
interface AxisLabel {
  /** Middle of the label. */
  readonly place: number;
  /** Room that it takes along the axis. */
  readonly extent: number;
  /** Labels of higher rank are kept where there isn't room for all. */
  readonly rank: number;
}

/** Leaves out labels until none overlaps another; of two, the one of higher rank stays, or else the earlier one. */
export function spreadLabels<Label extends AxisLabel>(
  labels: readonly Label[],
  gap: number,
): readonly Label[] {
  const kept: Label[] = [];
  for (const label of labels.toSorted((left, right) => right.rank - left.rank)) {
    const free = kept.every(
      (other) => Math.abs(other.place - label.place) >= (other.extent + label.extent) / 2 + gap,
    );
    if (free) kept.push(label);
  }
  return kept.toSorted((left, right) => left.place - right.place);
}

/** Width of a text at 11 px in the interface font, on average; long names count as they are cut. */
export function estimateTextWidth(text: string): number {
  return text.length * 6.1;
}
