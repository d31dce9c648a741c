import type { Tensor } from '@tensorflow/tfjs-core';
import type { BatchNormOptions } from '../../../network/layers/ops';
import { batchNormGradients, settledBatchNormGradient } from '../gradients/batchNorm';
import { allocate, floats } from '../heap';
import type { Wasm } from '../loadWasm';
import { normalised } from '../simd/channels';
import { channelMoments } from './channelMoments';
import type { OperationContext } from './operationContext';

export interface BatchNormTensors {
  /** Null for 1 everywhere. */
  readonly scale: Tensor | null;
  /** Null for 0 everywhere. */
  readonly offset: Tensor | null;
  readonly movingMean: Tensor;
  readonly movingVariance: Tensor;
}

/**
 * Batch normalisation over all axes but the last. In training the moved statistics are old · momentum + batch ·
 * (1 − momentum), the batch variance with Bessel's correction n/(n − 1). A frozen layer does in training what it does
 * outside (Keras's `trainable = False`).
 */
export function batchNorm(
  { wasm, tape, training }: OperationContext,
  x: Tensor,
  { scale: given, offset: shift, movingMean, movingVariance }: BatchNormTensors,
  { epsilon, momentum }: BatchNormOptions,
): Tensor {
  const scale = given ?? everywhere(wasm, movingMean, 1);
  const offset = shift ?? everywhere(wasm, movingMean, 0);
  if (training === null || training.frozen) {
    const deviations = inverseDeviations(floats(wasm, movingVariance), epsilon);
    const settled = normalise(
      wasm,
      x,
      Float64Array.from(floats(wasm, movingMean)),
      deviations,
      scale,
      offset,
    );
    return tape.record(settled, [
      { tensor: x, gradient: (dy) => settledBatchNormGradient(wasm, scale, deviations, dy) },
    ]);
  }
  const { count, means, variances } = channelMoments(wasm, x);
  const deviations = inverseDeviations(variances, epsilon);
  const y = normalise(wasm, x, means, deviations, scale, offset);

  const bessel = count / Math.max(count - 1, 1);
  const moved = (statistic: Tensor, batch: Float64Array): Float32Array =>
    floats(wasm, statistic).map((old, channel) => old * momentum + (batch[channel] ?? 0) * (1 - momentum));
  training.moveStatistic(movingMean, moved(movingMean, means));
  training.moveStatistic(
    movingVariance,
    moved(
      movingVariance,
      variances.map((value) => value * bessel),
    ),
  );

  const gradients = batchNormGradients(wasm, x, scale, { count, means, deviations });
  return tape.record(y, [
    { tensor: x, gradient: (dy) => gradients(dy).x() },
    { tensor: scale, gradient: (dy) => gradients(dy).scale() },
    { tensor: offset, gradient: (dy) => gradients(dy).offset() },
  ]);
}

/** One value for every channel. */
function everywhere(wasm: Wasm, like: Tensor, value: number): Tensor {
  const tensor = allocate(wasm, like.shape);
  floats(wasm, tensor).fill(value);
  return tensor;
}

/** 1 / √(variance + ε) of each channel. */
function inverseDeviations(variances: Float32Array | Float64Array, epsilon: number): Float64Array {
  return Float64Array.from(variances, (variance) => 1 / Math.sqrt(variance + epsilon));
}

/** (x − mean) · inverse deviation · scale + offset */
function normalise(
  wasm: Wasm,
  x: Tensor,
  means: Float64Array,
  deviations: Float64Array,
  scale: Tensor,
  offset: Tensor,
): Tensor {
  const scales = floats(wasm, scale);
  const factors = deviations.map((deviation, channel) => deviation * (scales[channel] ?? 0));
  if (wasm.simd !== null)
    return normalised(wasm, wasm.simd, x, means, factors, Float64Array.from(floats(wasm, offset)));
  const y = allocate(wasm, x.shape);
  const [source, target, offsets] = [floats(wasm, x), floats(wasm, y), floats(wasm, offset)];
  const channels = factors.length;
  for (let start = 0; start < target.length; start += channels)
    for (let channel = 0; channel < channels; channel++)
      target[start + channel] =
        ((source[start + channel] ?? 0) - (means[channel] ?? 0)) * (factors[channel] ?? 0) +
        (offsets[channel] ?? 0);
  return y;
}
