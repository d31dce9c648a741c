import { useMemo } from 'react';
import { analyse } from '../../../network/analysis/analyse';
import type { LayerEdge, LayerNode } from '../../../network/graph/document';
import { applyEdit } from '../../../network/graph/edits';
import { insertShortcut } from '../../../network/graph/shortcuts/insertShortcut';
import type { LayerProblem } from '../../../network/layers/defineLayer';
import type { Shape } from '../../../network/layers/shape';
import { useAnalysis, useDocument } from '../../editor/editorStore';
import { useSkipOption } from './skipOption';

/** What the shortcut that is led would come to if it were let go. */
export type SkipPlan =
  | {
      readonly possible: true;
      readonly projection: readonly LayerNode[];
      /** What leaves its source, and what the Add takes; null where it isn't known. */
      readonly shapes: readonly [Shape | null, Shape | null];
      /** Trainable parameters that it adds. */
      readonly parameters: number;
    }
  | ({ readonly possible: false } & LayerProblem);

export function useSkipPlan(from: string, edge: LayerEdge | null): SkipPlan | null {
  const network = useDocument();
  const analysis = useAnalysis();
  const option = useSkipOption();
  return useMemo(() => {
    if (edge === null) return null;
    const result = insertShortcut(network, analysis, { from, edge }, option);
    if ('problem' in result) return { possible: false, ...result.problem };
    const { totals } = analyse(applyEdit(network, result.edit).document);
    const shapeOf = (id: string) => analysis.nodes.get(id)?.outputShape ?? null;
    return {
      possible: true,
      projection: result.projection,
      shapes: [shapeOf(from), shapeOf(edge.from)],
      parameters: totals.trainable - analysis.totals.trainable,
    };
  }, [network, analysis, from, edge, option]);
}
