import type { Batch, StepTelemetry, TrainingExecutor } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { mainOutput } from '../../../src/network/graph/mainOutput';
import { type ExecutorKind, withExecutor } from '../cases/executors';
import { hashed } from '../cases/hashed';

/** What the engine makes of a network near its first weights. */
export interface EngineFindings {
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly logits: Float32Array;
  readonly loss: number;
  /** ‖∂L/∂W‖₂ by `node/name`. */
  readonly gradientNorms: ReadonlyMap<string, number>;
  /** By how much each of them moves at most where the images do by about what float32 rounds. */
  readonly gradientRounding: ReadonlyMap<string, number>;
  /** Standard deviation of each node's output. */
  readonly deviations: ReadonlyMap<string, number>;
}

/** Runs a network on a batch, outside of training for the logits and in training for loss and gradients. */
export function findInEngine(kind: ExecutorKind, document: NetworkDocument, batch: Batch): EngineFindings {
  return withExecutor(kind, document, (executor) => {
    executor.writeWeights(scattered(executor.readWeights()));
    const weights = executor.readWeights();
    const main = mainOutput(document.nodes.filter(({ id }) => executor.nodes.some((node) => node.id === id)));
    const logits = executor.outputOf(batch, main?.id ?? '') ?? new Float32Array();
    const { loss, telemetry } = executor.measure(batch, 0);
    const norms = normsOf(executor, telemetry);
    const moved = [1, 2, 3].map((draw) =>
      normsOf(executor, executor.measure(jittered(batch, draw), 0).telemetry),
    );
    const gradientRounding = new Map(
      [...norms].map(([place, norm]) => [
        place,
        Math.max(...moved.map((other) => Math.abs((other.get(place) ?? norm) - norm))),
      ]),
    );
    const deviations = executor.nodes.map(({ id }, index): [string, number] => [
      id,
      telemetry?.activationDeviations[index] ?? Number.NaN,
    ]);
    return { weights, logits, loss, gradientNorms: norms, gradientRounding, deviations: new Map(deviations) };
  });
}

function normsOf(
  { weights }: TrainingExecutor,
  telemetry: StepTelemetry | null,
): ReadonlyMap<string, number> {
  return new Map(
    weights.map(({ node, name }, index) => [
      `${node}/${name}`,
      telemetry?.weightGradientNorms[index] ?? Number.NaN,
    ]),
  );
}

/** Each value moved by a hundred units of its last place, as what a dozen layers give is by their rounding. */
function jittered(batch: Batch, draw: number): Batch {
  const noise = hashed(batch.images.length, draw);
  return { ...batch, images: batch.images.map((value, at) => value * (1 + 1e-5 * (noise[at] ?? 0))) };
}

/**
 * What starts as a constant gets values of its own, so that none is taken for another, and none has a gradient that
 * cancels: scaling what batch norm is to normalise again changes nothing.
 */
function scattered(weights: ReadonlyMap<string, Float32Array>): ReadonlyMap<string, Float32Array> {
  return new Map(
    [...weights].flatMap(([place, values], index): [string, Float32Array][] => {
      const spread = spreads[place.split('/').at(-1) ?? ''];
      if (spread === undefined) return [];
      const noise = hashed(values.length, index + 1);
      return [[place, values.map((value, at) => value + spread * (noise[at] ?? 0))]];
    }),
  );
}

/** The largest shift of each such weight. Variances stay above 0. */
const spreads: Readonly<Record<string, number>> = {
  bias: 0.3,
  gamma: 0.4,
  beta: 0.4,
  movingMean: 0.3,
  movingVariance: 0.5,
  slopes: 0.1,
  coefficient: 0.05,
};

/** Whether batch norm divides by something else than rounding: what it is given varies. */
export function isWellConditioned(
  { nodes, edges }: NetworkDocument,
  { deviations }: EngineFindings,
): boolean {
  const norms = new Set(nodes.filter(({ kind }) => kind === 'batchNorm').map(({ id }) => id));
  return edges.every(({ from, to }) => !norms.has(to) || (deviations.get(from) ?? 1) > 0.02);
}

/** Dropout and its kin at a rate of 0: their draws differ from one framework to the next. */
export function withoutDropout(document: NetworkDocument): NetworkDocument {
  const nodes = document.nodes.map((node) => ({
    ...node,
    config: 'rate' in node.config ? { ...node.config, rate: 0 } : node.config,
  }));
  return { ...document, nodes };
}

/** Trainable weights of each layer that takes part in training, by node id. */
export function trainableCounts(document: NetworkDocument): ReadonlyMap<string, number> {
  const { nodes } = analyse(document);
  return new Map(
    [...nodes].flatMap(([id, { trainable, usedInTraining }]) =>
      usedInTraining && trainable > 0 ? [[id, trainable] as const] : [],
    ),
  );
}
