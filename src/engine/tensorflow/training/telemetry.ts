import type { TelemetryPart } from '../../execution/stepResult';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { readVariable } from '../graph/variable';
import { activationStatistics } from './activationStatistics';
import { norms } from './norms';
import type { TrainedWeight } from './update';

/** What telemetry is computed from. */
export interface MeasuredTensors {
  readonly images: GraphTensor;
  /** The output of every layer. */
  readonly outputs: readonly GraphTensor[];
  readonly activationGradients: readonly GraphTensor[];
  readonly weights: readonly TrainedWeight[];
}

/**
 * The parts of telemetry as vectors (see `stepResult`). A weight's change is its value once the update is `settled`, less
 * its value before.
 */
export function telemetryVectors(
  graph: GraphBuilder,
  { images, outputs, activationGradients, weights }: MeasuredTensors,
  settled: string,
): Readonly<Record<TelemetryPart, GraphTensor>> {
  const changes = weights.map(({ variable }) => {
    const updated = readVariable(graph, variable.handle, variable.shape, [settled]);
    return graph.float('Sub', [updated, variable.value], variable.shape);
  });
  const ofWeights = [
    ...weights.map(({ gradient }) => gradient),
    ...weights.map(({ variable }) => variable.value),
  ];
  return {
    norms: norms(graph, [...activationGradients, ...ofWeights]),
    changes: norms(graph, changes),
    statistics: activationStatistics(graph, outputs, images),
  };
}
