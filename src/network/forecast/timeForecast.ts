import { analyse } from '../analysis/analyse';
import type { Analysis } from '../analysis/analysis';
import { datasetFacts } from '../datasets/datasetFacts';
import type { NetworkDocument } from '../graph/document';
import { elementCount } from '../layers/shape';
import { probeBatch, probeNetwork } from './probeNetwork';

/**
 * What a training step costs besides its multiply-adds, in as many of them; fitted to the speeds of networks of all sizes
 * on one processor. What they cost on another follows from the measured step of the probe network.
 */
const costs = {
  /** The gradients of a layer's input and of its kernel take as long as its forward pass, each. */
  passes: 3,
  /** Each value of a layer's output is written, normalised and read a few times, bound by memory. */
  perValue: 54,
  /** The ops of a layer are started, whatever they compute. */
  perLayer: 16e6,
  /** Each parameter's gradient is summed up and applied, bound by memory. */
  perParameter: 270,
} as const;

/** Work in multiply-adds: of one image, and of each step whatever the batch. */
interface StepWork {
  readonly perImage: number;
  readonly perStep: number;
}

/** Seconds of a whole run, training and validation, on a device that takes so long for a step of the probe network. */
export function runSeconds(
  { training: settings }: Pick<NetworkDocument, 'training'>,
  analysis: Analysis,
  probeSeconds: number,
): number {
  const { trainingImages, testImages } = datasetFacts(settings.dataset);
  const heldOut = Math.round(trainingImages * settings.validationSplit);
  const images = trainingImages - heldOut;
  const validated = settings.validationSplit > 0 ? heldOut : testImages;
  const steps = Math.ceil(images / settings.batchSize);
  const { perImage, perStep } = stepWork(analysis);
  const epoch = perImage * (images + validated / costs.passes) + perStep * steps;
  return settings.epochs * epoch * (probeSeconds / probeWork());
}

function stepWork({ nodes, totals }: Analysis): StepWork {
  let [values, layers] = [0, 0];
  for (const { usedInTraining, outputShape } of nodes.values()) {
    if (!usedInTraining || outputShape === null) continue;
    values += elementCount(outputShape);
    layers += 1;
  }
  return {
    perImage: costs.passes * totals.macs + costs.perValue * values,
    perStep: costs.perLayer * layers + costs.perParameter * totals.trainable,
  };
}

let probe: number | null = null;

function probeWork(): number {
  if (probe === null) {
    const { perImage, perStep } = stepWork(analyse(probeNetwork()));
    probe = perImage * probeBatch + perStep;
  }
  return probe;
}
