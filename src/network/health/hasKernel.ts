import type { Analysis } from '../analysis/analysis';

/** Whether a layer multiplies by weights, as convolutions and dense layers do. */
export function hasKernel(analysis: Analysis, id: string): boolean {
  return analysis.nodes.get(id)?.weights.some(({ decays }) => decays) ?? false;
}
