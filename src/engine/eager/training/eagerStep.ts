import type { Tensor } from '@tensorflow/tfjs-core';
import { observedImages } from '../../execution/stepResult';
import type { TrainedLayer } from '../../execution/trainedLayers';
import { floats } from '../heap';
import type { Wasm } from '../loadWasm';
import type { StepValues, UpdateRule } from '../optimizers/updateRule';
import type { TrainingPass } from './eagerPass';
import { allFinite } from './finiteness';
import { type Moments, moments } from './moments';
import { norm, normOfChange } from './norm';

/** Whether the loss and all weight gradients are finite: only then may a step change anything. */
export function canUpdate(wasm: Wasm, { loss, weightGradients }: TrainingPass): boolean {
  const tensors = [loss, ...weightGradients.map(({ gradient }) => gradient)];
  return tensors.every((tensor) => allFinite(floats(wasm, tensor)));
}

/** Moves all weights by the rule, and the moving statistics to what the pass found. */
export function applyUpdate(
  wasm: Wasm,
  rule: UpdateRule,
  { weightGradients, movedStatistics }: TrainingPass,
  values: StepValues,
  clipNorm: number,
): void {
  const gradients = weightGradients.map(({ gradient }) => floats(wasm, gradient));
  const scale = clipNorm > 0 ? clippingScale(gradients, clipNorm) : 1;
  for (const [place, { weight }] of weightGradients.entries()) {
    const gradient = gradients[place] ?? new Float32Array();
    rule.apply(
      {
        weight: weight.values,
        gradient: scale === 1 ? gradient : gradient.map((value) => value * scale),
        decays: weight.decays,
        slots: [...weight.slots.values()],
      },
      { ...values, learningRate: values.learningRate * weight.learningRateFactor },
    );
  }
  for (const { statistic, values: moved } of movedStatistics) statistic.values.set(moved);
}

/** What all gradients are multiplied by so that their norm together is `clipNorm` at most. */
function clippingScale(gradients: readonly Float32Array[], clipNorm: number): number {
  const whole = Math.hypot(...gradients.map(norm));
  return whole > clipNorm ? clipNorm / whole : 1;
}

/** Norms of each activation gradient, then of all weights their gradients and their values. */
export function measuredNorms(wasm: Wasm, pass: TrainingPass): readonly number[] {
  const { activationGradients, weightGradients } = pass;
  const normOf = (tensor: Tensor): number => norm(floats(wasm, tensor));
  return [
    ...activationGradients.flatMap((gradient) => (gradient === null ? [] : [normOf(gradient)])),
    ...weightGradients.map(({ gradient }) => normOf(gradient)),
    ...weightGradients.map(({ weight }) => norm(weight.values)),
  ];
}

/** Norms of what `update` changes of all weights. */
export function measuredChanges({ weightGradients }: TrainingPass, update: () => void): readonly number[] {
  const before = weightGradients.map(({ weight }) => weight.values.slice());
  update();
  return weightGradients.map(({ weight }, index) =>
    normOfChange(before[index] ?? new Float32Array(), weight.values),
  );
}

/**
 * Of the outputs of all layers the means, then the standard deviations, then how many values are not zero; over the first
 * images of the batch.
 */
export function measuredStatistics(
  wasm: Wasm,
  { outputs }: TrainingPass,
  layers: readonly TrainedLayer[],
): readonly number[] {
  const known = new Map<Tensor, Moments>();
  const ofLayers = layers.flatMap(({ node }) => {
    const output = outputs.get(node.id);
    if (output === undefined) return [];
    const found = known.get(output) ?? moments(firstImages(wasm, output));
    known.set(output, found);
    return [found];
  });
  return [
    ...ofLayers.map(({ mean }) => mean),
    ...ofLayers.map(({ deviation }) => deviation),
    ...ofLayers.map(({ nonzeros }) => nonzeros),
  ];
}

function firstImages(wasm: Wasm, output: Tensor): Float32Array {
  const [images = 1] = output.shape;
  return floats(wasm, output).subarray(0, (output.size / images) * Math.min(images, observedImages));
}
