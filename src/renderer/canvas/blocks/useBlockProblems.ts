import { useMemo } from 'react';
import type { Problem } from '../../../network/analysis/analysis';
import { useAnalysis, useDocument } from '../../editor/editorStore';
import { errorsFirst, problemsByNode } from '../../editor/nodeProblems';
import { seenNetwork } from '../../editor/seenNetwork';

/** The problems of all layers that a card hides, errors first. */
export function useBlockProblems(key: string): readonly Problem[] {
  const document = useDocument();
  const analysis = useAnalysis();
  return useMemo(() => {
    const problems = problemsByNode(analysis);
    if (problems.size === 0) return [];
    const hidden = seenNetwork(document).layersOf(key);
    return errorsFirst(hidden.flatMap((layer) => problems.get(layer) ?? []));
  }, [document, analysis, key]);
}
