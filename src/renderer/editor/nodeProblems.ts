import type { Analysis, Problem } from '../../network/analysis/analysis';
import { useEditor } from './editorStore';

const none: readonly Problem[] = [];
const byAnalysis = new WeakMap<Analysis, ReadonlyMap<string, readonly Problem[]>>();

/** The problems of each layer, errors first; computed once for each analysis. */
export function problemsByNode(analysis: Analysis): ReadonlyMap<string, readonly Problem[]> {
  const known = byAnalysis.get(analysis);
  if (known !== undefined) return known;
  const problems = new Map<string, readonly Problem[]>();
  for (const problem of errorsFirst(analysis.problems))
    if (problem.node !== null) problems.set(problem.node, [...(problems.get(problem.node) ?? none), problem]);
  byAnalysis.set(analysis, problems);
  return problems;
}

export function useNodeProblems(node: string): readonly Problem[] {
  return useEditor((state) => problemsByNode(state.analysis).get(node) ?? none);
}

export function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((left, right) => severityRank(left) - severityRank(right));
}

function severityRank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}
