import { type RunState, useRun } from '../training/runStore';

/**
 * log₁₀‖∂L/∂a‖ of a layer at the step that the window shows, in hundredths; −Infinity for an exact zero, null
 * where no run has measured it. A component that reads it is drawn anew only when the hundredths move.
 */
export function useNodeGradient(node: string): number | null {
  return useRun((state) => nodeGradient(state, node));
}

export function nodeGradient(state: RunState, node: string): number | null {
  const sample = shownSample(state);
  const index = state.run?.log.indexOfNode(node) ?? null;
  if (state.run === null || index === null || sample < 0) return null;
  const norm = state.run.log.gradientNorm(sample, index);
  return Number.isNaN(norm) ? null : roundToHundredths(Math.log10(norm));
}

/** The place in the log of the step that the window shows: the last one, or the one scrubbed to; −1 for none. */
export function shownSample({ run, scrubbedStep }: RunState): number {
  if (run === null) return -1;
  return scrubbedStep === null ? run.log.length - 1 : run.log.sampleAt(scrubbedStep);
}

function roundToHundredths(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : value;
}
