import { type LayerVerdict, verdictOf } from '../../network/health/verdict';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import { shownSample } from '../training/shownSample';
import { lastLayerNorm } from './flow/lastLayerNorm';

/** What a layer's gradient says, against the last layer's, at the step that the window shows; null without one. */
export function useNodeVerdict(node: string): LayerVerdict | null {
  return useRun((state) => nodeVerdict(state, node));
}

function nodeVerdict(state: RunState, node: string): LayerVerdict | null {
  const { run } = state;
  const sample = shownSample(state);
  const index = run?.log.indexOfNode(node) ?? null;
  if (run === null || index === null || sample < 0) return null;
  const norm = run.log.gradientNorm(sample, index);
  if (Number.isNaN(norm)) return null;
  return verdictOf(Math.log10(norm), lastLayerNorm(run, sample)?.log10Norm, run.normalised);
}
