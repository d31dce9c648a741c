import { fillOpenExtent } from '../layers/openExtent';
import type { LossOps, Ops, Pair, Sides, WindowOptions } from '../layers/ops';
import { elementCount, type Shape } from '../layers/shape';
import type { MemoryTape, MemoryTensor } from './memoryTape';

/**
 * The op set read for its memory: what each op makes, and what its gradient needs again. It follows the TensorFlow
 * executor's operations and gradient rules (src/engine/tensorflow).
 */
export function memoryOps(tape: MemoryTape): Ops<MemoryTensor> & LossOps<MemoryTensor> {
  const same = (x: MemoryTensor, keeps: readonly MemoryTensor[], inPlace = true) =>
    tape.op([x], x.shape, { keeps, inPlace });
  /** Value by value, with a gradient that reads the output. */
  const byOutput = (x: MemoryTensor) => tape.op([x], x.shape, (y) => ({ keeps: [y], inPlace: true }));
  const loss = (x: MemoryTensor, inputs: readonly MemoryTensor[]) =>
    tape.op([x, ...inputs], [], { keptPerImage: 4 * elementCount(x.shape), isLoss: true });
  const padded = (x: MemoryTensor, sides: Sides) => {
    if (sides.every((side) => side === 0)) return x;
    const [height, width, channels] = image(x);
    const [top, bottom, left, right] = sides;
    return tape.op([x], [height + top + bottom, width + left + right, channels]);
  };
  const withoutSides = (x: MemoryTensor, options: { readonly padding: 'same' | 'valid' | Sides }) =>
    typeof options.padding === 'string' ? x : padded(x, options.padding);

  return {
    conv2d(given, kernel, options) {
      const x = withoutSides(given, options);
      const [height, width] = slid(x, kernel.shape, options);
      return tape.op([x, kernel], [height, width, kernel.shape[3] ?? 1], { keeps: [x], isConvolution: true });
    },
    depthwiseConv2d(given, kernel, options) {
      const x = withoutSides(given, options);
      const [height, width] = slid(x, kernel.shape, options);
      const channels = (kernel.shape[2] ?? 1) * (kernel.shape[3] ?? 1);
      return tape.op([x, kernel], [height, width, channels], { keeps: [x] });
    },
    convTranspose2d(x, kernel, { strides, padding }) {
      const [height, width] = image(x);
      const extent = (size: number, axis: 0 | 1): number =>
        size * strides[axis] +
        (padding === 'same' ? 0 : Math.max((kernel.shape[axis] ?? 1) - strides[axis], 0));
      const shape = [extent(height, 0), extent(width, 1), kernel.shape[2] ?? 1];
      return tape.op([x, kernel], shape, { keeps: [x] });
    },
    biasAdd: (x, bias) => tape.op([x, bias], x.shape, { inPlace: true, passesGradient: true }),
    matMul: (x, kernel) => tape.op([x, kernel], [kernel.shape[1] ?? 1], { keeps: [x] }),
    maxPool2d(given, options) {
      const x = withoutSides(given, options);
      const shape = [...slid(x, options.window, options), image(x)[2]];
      return tape.op([x], shape, (y) => ({ keeps: [x, y], keptPerImage: elementCount(shape) }));
    },
    averagePool2d(given, options) {
      const x = withoutSides(given, options);
      return tape.op([x], [...slid(x, options.window, options), image(x)[2]]);
    },
    globalAveragePool2d: (x) => tape.op([x], [image(x)[2]]),
    flatten: (x) => tape.view(x, [elementCount(x.shape)]),
    relu: byOutput,
    leakyRelu: byOutput,
    sigmoid: byOutput,
    tanh: byOutput,
    softmax: byOutput,
    batchNorm(x, scale, offset) {
      const weights = [scale, offset].filter((tensor) => tensor !== null);
      return tape.op([x, ...weights], x.shape, { keeps: [x] });
    },
    dropout(x, rate, unit) {
      if (rate === 0) return x;
      const channels = x.shape.at(-1) ?? 1;
      const factors = unit === 'value' ? elementCount(x.shape) : unit === 'channel' ? channels : 1;
      return tape.op([x], x.shape, { keptPerImage: 4 * factors, scratchPerImage: 4 * factors });
    },
    add: (terms) => tape.op(terms, first(terms).shape, { inPlace: true, passesGradient: true }),
    concat: (parts) =>
      tape.op(parts, [
        ...first(parts).shape.slice(0, -1),
        parts.reduce((sum, part) => sum + (part.shape.at(-1) ?? 0), 0),
      ]),
    zeroPad2d: padded,
    softmaxCrossEntropy: (logits) => loss(logits, []),
    crossEntropyOfProbabilities: (probabilities) => loss(probabilities, []),
    meanSquaredError: (predictions) => loss(predictions, []),
    accuracy: (predictions) => tape.op([predictions], []),
    topKAccuracy: (predictions) => tape.op([predictions], []),

    relu6: (x) => same(x, [x], false),
    prelu: (x, slopes) =>
      tape.op([x, slopes], x.shape, { keeps: [x], keptPerImage: 8 * elementCount(x.shape) }),
    elu: byOutput,
    gelu: (x) =>
      tape.op([x], x.shape, {
        keeps: [x],
        keptPerImage: 4 * elementCount(x.shape),
        scratchPerImage: 4 * elementCount(x.shape),
      }),
    silu: (x) => tape.op([x], x.shape, (y) => ({ keeps: [y], keptPerImage: 4 * elementCount(x.shape) })),
    softplus: (x) => same(x, [x], false),

    layerNorm: (x, scale, offset) => exampleNorm(x, scale, offset),
    groupNorm: (x, scale, offset) => exampleNorm(x, scale, offset),

    upsample2d(x, factors) {
      const [height, width, channels] = image(x);
      return tape.op([x], [height * factors[0], width * factors[1], channels]);
    },
    reshape: (x, extents) => tape.view(x, fillOpenExtent(extents, elementCount(x.shape)) ?? x.shape),
    padChannels(x, channels) {
      const [height, width, present] = image(x);
      return present === channels ? x : tape.op([x], [height, width, channels]);
    },
    permute: (x, order) =>
      tape.op(
        [x],
        order.map((axis) => x.shape[axis] ?? 1),
      ),

    multiply: (left, right) => tape.op([left, right], left.shape, { keeps: [left, right] }),
    scale: (x) => tape.op([x], x.shape, { inPlace: true }),
    scaleChannels: (x, factors) => tape.op([x, factors], x.shape, { keeps: [x] }),

    localResponseNorm: (x) =>
      tape.op([x], x.shape, (y) => ({ keeps: [x, y], scratchPerImage: 4 * elementCount(x.shape) })),
    adaptiveAveragePool2d: (x, [height, width]) => tape.op([x], [height, width, image(x)[2]]),
    spreadKernel(kernel, { inputs, outputs }) {
      return tape.op([kernel], [kernel.shape[0] ?? 1, kernel.shape[1] ?? 1, inputs, outputs]);
    },
    negativeSquaredDistances(x, centres) {
      const units = centres.shape[0] ?? 1;
      const differences = units * elementCount(x.shape);
      return tape.op([x, centres], [units], {
        keptPerImage: 4 * differences,
        scratchPerImage: 4 * differences,
      });
    },
  };

  /** Centred values and the normalised ones, of which the gradient reads the latter. */
  function exampleNorm(x: MemoryTensor, scale: MemoryTensor, offset: MemoryTensor): MemoryTensor {
    const normalised = tape.op([x], x.shape, (y) => ({
      keeps: [y],
      scratchPerImage: 8 * elementCount(x.shape),
    }));
    return tape.op([normalised, scale, offset], x.shape, {
      keeps: [normalised],
      scratchPerImage: 4 * elementCount(x.shape),
    });
  }
}

function first(tensors: readonly MemoryTensor[]): MemoryTensor {
  const [tensor] = tensors;
  if (tensor === undefined) throw new Error('A layer of many inputs was called without one.');
  return tensor;
}

function image({ shape }: MemoryTensor): readonly [height: number, width: number, channels: number] {
  const [height = 1, width = 1, channels = 1] = shape;
  return [height, width, channels];
}

/** Rows and columns that a window gives as it slides; explicit sides are zeros around the image already. */
function slid(
  x: MemoryTensor,
  window: Shape,
  options: { readonly strides: Pair; readonly padding: WindowOptions['padding']; readonly dilations?: Pair },
): [rows: number, columns: number] {
  const [height, width] = image(x);
  const extent = (size: number, axis: 0 | 1): number => {
    if (options.padding === 'same') return Math.ceil(size / options.strides[axis]);
    const reach = (options.dilations?.[axis] ?? 1) * ((window[axis] ?? 1) - 1) + 1;
    return Math.max(0, Math.floor((size - reach) / options.strides[axis]) + 1);
  };
  return [extent(height, 0), extent(width, 1)];
}
