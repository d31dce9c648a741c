import { isBlockKey } from '../../network/graph/blocks/visibleItems';
import { layersShownBy } from '../editor/seenNetwork';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';

/**
 * log₁₀‖∂L/∂a‖ of a layer at the step that the window shows, in hundredths; −Infinity for an exact zero, null
 * where no run has measured it. A component that reads it is drawn anew only when the hundredths move.
 */
export function useNodeGradient(node: string): number | null {
  return useRun((state) => nodeGradient(state, node));
}

/** Whether there is a gradient to show of a card. */
export function useHasGradient(card: string): boolean {
  return useRun((state) => nodeGradient(state, card) !== null);
}

/** Of a card: its layer's, or the smallest of its layers where it is a collapsed block's. */
export function nodeGradient(state: RunState, card: string): number | null {
  if (!isBlockKey(card)) return layerGradient(state, card);
  return weakestLayer(state, card)?.gradient ?? null;
}

/** The layer of a card with the smallest gradient, the first of equals; null where none was measured. */
export function weakestLayer(
  state: RunState,
  card: string,
): { readonly layer: string; readonly gradient: number } | null {
  let weakest: { readonly layer: string; readonly gradient: number } | null = null;
  for (const layer of layersShownBy(card)) {
    const gradient = layerGradient(state, layer);
    if (gradient !== null && (weakest === null || gradient < weakest.gradient)) weakest = { layer, gradient };
  }
  return weakest;
}

function layerGradient(state: RunState, node: string): number | null {
  const sample = shownSample(state);
  const index = state.run?.log.indexOfNode(node) ?? null;
  if (state.run === null || index === null || sample < 0) return null;
  const norm = state.run.log.gradientNorm(sample, index);
  return Number.isNaN(norm) ? null : roundToHundredths(Math.log10(norm));
}

/** The place in the log of the step that the window shows: the last one, or the one scrubbed to; −1 for none. */
export function shownSample({ run, scrubbedStep }: Pick<RunState, 'run' | 'scrubbedStep'>): number {
  if (run === null) return -1;
  return scrubbedStep === null ? run.log.length - 1 : run.log.sampleAt(scrubbedStep);
}

function roundToHundredths(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : value;
}
