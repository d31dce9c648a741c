import type { Analysis } from '../analysis/analysis';
import type { NetworkDocument } from '../graph/document';
import { mainOutput } from '../graph/mainOutput';
import { upstream, wire } from '../graph/wiring';
import { type DataFacts, nothingObserved, type Observation } from './observation';
import type { Snapshot } from './snapshot';

/** What a probe measured: one value for each of `nodes` and `weights`, as the engine's answer holds them. */
export interface ProbedColumns {
  readonly nodes: readonly { readonly id: string }[];
  readonly weights: readonly { readonly node: string; readonly name: string }[];
  readonly activationGradientNorms: ArrayLike<number>;
  readonly activationMeans: ArrayLike<number>;
  readonly activationDeviations: ArrayLike<number>;
  readonly zeroShares: ArrayLike<number>;
  readonly weightGradientNorms: ArrayLike<number>;
  readonly weightNorms: ArrayLike<number>;
  readonly nonFinite: { readonly node: string; readonly message: string } | null;
  readonly data: DataFacts & { readonly standIn: boolean };
}

/** A network at its first weights, to be judged: one snapshot at step 0, and no course of training yet. */
export function probeObservation(
  document: NetworkDocument,
  analysis: Analysis,
  probed: ProbedColumns,
): Observation {
  return {
    ...nothingObserved,
    ...{ document, analysis },
    snapshots: [probeSnapshot(document, analysis, probed)],
    nonFinite: probed.nonFinite === null ? null : { ...probed.nonFinite, step: 0 },
    // Of noise in place of the data nothing is to be said.
    data: probed.data.standIn ? null : probed.data,
  };
}

function probeSnapshot(document: NetworkDocument, analysis: Analysis, probed: ProbedColumns): Snapshot {
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const main = mainOutput(document.nodes);
  const leading = upstream(wire(document), main === undefined ? [] : [main.id]);
  const at = (values: ArrayLike<number>, place: number): number => values[place] ?? Number.NaN;
  return {
    step: 0,
    nodes: probed.nodes.map(({ id }, place) => {
      const found = analysis.nodes.get(id);
      // Auxiliary heads are no part of the way back.
      const kernel = leading.has(id) && found?.weights.some(({ decays }) => decays) === true;
      return {
        id,
        label: byId.get(id)?.label ?? id,
        kind: byId.get(id)?.kind ?? '',
        depth: kernel ? (found?.depth ?? null) : null,
        gradientNorm: at(probed.activationGradientNorms, place),
        activationMean: at(probed.activationMeans, place),
        activationDeviation: at(probed.activationDeviations, place),
        zeroShare: at(probed.zeroShares, place),
      };
    }),
    weights: probed.weights.map(({ node, name }, place) => ({
      ...{ node, name },
      gradientNorm: at(probed.weightGradientNorms, place),
      norm: at(probed.weightNorms, place),
      updateRatio: Number.NaN,
    })),
  };
}
