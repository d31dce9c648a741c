import type { LayerNode, NetworkDocument } from './document';
import type { Edit } from './edits';
import { learningRateFactor, learningRateFactorLimits } from './layerLearning';
import type { StartingWeightsReference } from './startingWeights';

/** Keeps layers' weights as they are, or lets them train again. */
export function setFrozen(document: NetworkDocument, ids: readonly string[], frozen: boolean): Edit {
  const changed = chosen(document, ids).filter((node) => (node.frozen ?? false) !== frozen);
  const settings = Object.fromEntries(changed.map(({ id }) => [id, frozen]));
  return {
    label: `${frozen ? 'Freeze' : 'Unfreeze'} ${named(document, ids)}`,
    changes: changed.length === 0 ? [] : [{ type: 'setFrozen', layers: settings }],
  };
}

/** Sets the learning-rate factor of layers; beyond the limits it becomes the nearest allowed. */
export function setLearningRateFactor(
  document: NetworkDocument,
  ids: readonly string[],
  factor: number,
): Edit {
  const { min, max } = learningRateFactorLimits;
  const allowed = Number.isNaN(factor) ? 1 : Math.min(max, Math.max(min, factor));
  const changed = chosen(document, ids).filter((node) => learningRateFactor(node) !== allowed);
  const settings = Object.fromEntries(changed.map(({ id }) => [id, allowed]));
  return {
    label: `Set learning-rate factor of ${named(document, ids)}`,
    changes: changed.length === 0 ? [] : [{ type: 'setLearningRateFactors', factors: settings }],
  };
}

/** Has the network begin with weights of a file or run; with null all weights are drawn. */
export function setStartingWeights(
  document: NetworkDocument,
  startingWeights: StartingWeightsReference | null,
): Edit {
  const before = document.startingWeights ?? null;
  const unchanged = JSON.stringify(before) === JSON.stringify(startingWeights);
  return {
    label:
      startingWeights === null ? 'Start from fresh weights' : `Start from weights of ${startingWeights.name}`,
    changes: unchanged ? [] : [{ type: 'setStartingWeights', startingWeights }],
  };
}

function chosen({ nodes }: NetworkDocument, ids: readonly string[]): readonly LayerNode[] {
  const wanted = new Set(ids);
  return nodes.filter(({ id }) => wanted.has(id));
}

function named({ nodes }: NetworkDocument, ids: readonly string[]): string {
  const [id] = ids;
  const label = nodes.find((node) => node.id === id)?.label;
  return ids.length === 1 && label !== undefined ? label : `${ids.length} layers`;
}
