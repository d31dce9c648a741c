import type { History } from '../../network/graph/history';

/** A state that the document was in, named after the edit that led to it. */
interface HistoryStep {
  /** How many edits are made in it. */
  readonly made: number;
  readonly label: string;
}

interface HistorySteps {
  /** Edits before those that are listed. */
  readonly earlier: number;
  readonly steps: readonly HistoryStep[];
  /** Edits after them. */
  readonly later: number;
}

/** So many steps are listed to both sides of the present one. */
export const stepsListed = 60;

/** The states that can be gone to, oldest first: as the project was opened, after each edit, and what was undone. */
export function historySteps({ past, future }: History): HistorySteps {
  const labels = ['As it was opened', ...[...past, ...future].map(({ redo }) => redo.label)];
  const first = Math.max(0, past.length - stepsListed);
  const end = Math.min(labels.length, past.length + stepsListed + 1);
  const steps = labels.slice(first, end).map((label, index) => ({ made: first + index, label }));
  return { earlier: first, steps, later: labels.length - end };
}
