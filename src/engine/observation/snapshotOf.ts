import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { Snapshot } from '../../network/health/snapshot';
import type { TelemetryReader } from '../runs/telemetry/telemetryReader';
import type { TelemetryColumns } from '../runs/telemetry/telemetrySamples';

/**
 * One measured step of a run as it is judged; `row` holds that step alone. Only layers that lead to the main output
 * (`leading`) have a depth.
 */
export function snapshotOf(
  { nodes: layers }: NetworkDocument,
  analysis: Analysis,
  leading: ReadonlySet<string>,
  { nodes, weights }: Pick<TelemetryReader, 'nodes' | 'weights'>,
  row: TelemetryColumns,
): Snapshot {
  const kinds = new Map(layers.map(({ id, kind }) => [id, kind]));
  const at = (values: Float32Array, index: number): number => values[index] ?? Number.NaN;
  return {
    step: row.steps[0] ?? 0,
    nodes: nodes.map(({ id, label }, index) => {
      const node = analysis.nodes.get(id);
      const hasKernel = leading.has(id) && node?.weights.some(({ decays }) => decays) === true;
      return {
        ...{ id, label, kind: kinds.get(id) ?? '', depth: hasKernel ? node.depth : null },
        gradientNorm: at(row.activationGradientNorms, index),
        activationMean: at(row.activationMeans, index),
        activationDeviation: at(row.activationDeviations, index),
        zeroShare: at(row.zeroShares, index),
      };
    }),
    weights: weights.map(({ node, name }, index) => ({
      ...{ node, name },
      gradientNorm: at(row.weightGradientNorms, index),
      norm: at(row.weightNorms, index),
      updateRatio: at(row.updateRatios, index),
    })),
  };
}
