import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { DatasetShelf } from '../data/datasetShelf';
import type { Runtime } from '../devices/runtime';
import { drawInitialWeights } from '../initialWeights';
import { beginningOf } from '../train/beginning';
import type { NonFiniteOrigin, TrainingExecutor } from '../trainingExecutor';
import { BatchStatistics } from './batchStatistics';
import { classShares } from './classShares';
import type { CompiledNetwork } from './compiledNetwork';
import { describeNonFinite } from './describeNonFinite';
import { probeImages } from './probeImages';
import { ProbeMeans } from './probeMeans';
import { imagesPerProbeBatch } from './probeSize';

/** What is probed, and how often. */
export interface ProbeOrder {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  readonly seeds: number;
  readonly batches: number;
  /** Aborted when the probe is to stop: it then throws the reason. */
  readonly signal?: AbortSignal;
}

/** What a probe works with. */
export interface ProbeBench {
  readonly runtime: Runtime;
  readonly shelf: DatasetShelf;
  readonly compiled: CompiledNetwork;
  /** Where runs are that networks may start from; null where none are kept. */
  readonly runsFolder: string | null;
}

export type ProbeFindings = Omit<EngineEventOf<'probed'>, 'type' | 'requestId'>;

/**
 * Looks at the gradient of a network at its first weights: one forward and backward pass a seed and batch, on one
 * compiled graph whose weights are drawn anew for each seed, but for those that the network starts from. Lets others have their turn between passes.
 */
export async function probeNetwork(
  { document, analysis, seeds, batches, signal }: ProbeOrder,
  { runtime, shelf, compiled, runsFolder }: ProbeBench,
): Promise<ProbeFindings> {
  const start = performance.now();
  const { seed: firstSeed, batchSize } = document.training;
  const imagesPerBatch = imagesPerProbeBatch(analysis.totals.macs, batchSize);
  const images = await probeImages(document, shelf, {
    perBatch: imagesPerBatch,
    inAll: imagesPerBatch * seeds * batches,
  });
  signal?.throwIfAborted();
  const begun = beginningOf(document, analysis, { folder: runsFolder });
  const executor = compiled.executorFor(runtime, document, analysis);
  const means = new ProbeMeans();
  const seen = new BatchStatistics();
  const losses: number[] = [];
  let origin: NonFiniteOrigin | null = null;
  for (let seed = 0; seed < seeds; seed++) {
    executor.writeWeights(drawInitialWeights(analysis, firstSeed + seed));
    if (begun !== null) executor.writeWeights(begun.taken);
    for (let batch = 0; batch < batches; batch++) {
      await nextTurn();
      signal?.throwIfAborted();
      const number = seed * batches + batch;
      const taken = images.batches.batchOf(number);
      seen.add(taken.images);
      const { loss, finite, telemetry } = executor.measure(taken, number);
      losses.push(loss);
      if (telemetry !== null) means.add(telemetry);
      if (!finite) origin ??= executor.findNonFinite(taken, number);
    }
  }
  return {
    ...itemsOf(executor),
    losses: Float32Array.from(losses),
    activationGradientNorms: means.norms('activationGradientNorms'),
    activationGradientRms: means.norms('activationGradientRms'),
    activationMeans: means.statistics('activationMeans'),
    activationDeviations: means.statistics('activationDeviations'),
    zeroShares: means.statistics('zeroShares'),
    weightGradientNorms: means.norms('weightGradientNorms'),
    weightNorms: means.norms('weightNorms'),
    ...{ seeds, batches, imagesPerBatch },
    data: {
      label: images.dataset.facts.label,
      standIn: images.reason !== null,
      reason: images.reason,
      ...classShares(images.dataset),
      inputMean: seen.mean,
      inputDeviation: seen.deviation,
    },
    nonFinite: origin === null ? null : { node: origin.node, message: describeNonFinite(origin, document) },
    seconds: (performance.now() - start) / 1000,
  };
}

function itemsOf({ nodes, weights }: TrainingExecutor): Pick<ProbeFindings, 'nodes' | 'weights'> {
  return {
    nodes: nodes.map((node) => ({ ...node, outputShape: [...node.outputShape] })),
    weights: weights.map((weight) => ({ ...weight, shape: [...weight.shape] })),
  };
}
