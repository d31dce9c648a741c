import { checkConfig } from '../../../src/network/layers/config';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import type { LayerConfig } from '../../../src/network/layers/fields';
import type { Shape } from '../../../src/network/layers/shape';
import { classicCases } from './classicCases';
import { convolutionCases } from './convolutionCases';
import type { LayerCase } from './layerCase';

/** Inputs that every kind is tried on with its default settings, wherever it accepts them. */
const genericInputs: readonly (readonly Shape[])[] = [
  [[8, 7, 4]],
  [[12]],
  [
    [5, 4, 3],
    [5, 4, 3],
  ],
  [[6], [6], [6]],
  [
    [4, 5, 2],
    [4, 5, 3],
    [4, 5, 1],
  ],
];

const image: readonly Shape[] = [[9, 8, 4]];

const pools: readonly LayerCase[] = [
  { title: 'window 3, stride 2, valid', config: window(3, 2, 'valid'), inputs: image },
  { title: 'window 3, stride 2, same', config: window(3, 2, 'same'), inputs: image },
  { title: 'window 3, stride 1, same', config: window(3, 1, 'same'), inputs: image },
  { title: 'window 2, stride 3, valid', config: window(2, 3, 'valid'), inputs: image },
  {
    title: 'stride 2, explicit padding',
    config: { poolSize: [3, 3], padding: 'explicit', explicitPadding: [0, 1, 2, 1] },
    inputs: image,
  },
  {
    title: 'window 3, stride 2, padding 1 all around',
    config: { ...window(3, 2, 'explicit'), explicitPadding: [1, 1, 1, 1] },
    inputs: image,
  },
  {
    title: 'window 3×2, explicit padding',
    config: { poolSize: [3, 2], strides: [2, 1], padding: 'explicit', explicitPadding: [1, 2, 1, 0] },
    inputs: image,
  },
];

function window(size: number, stride: number, padding: string): LayerConfig {
  return { poolSize: [size, size], strides: [stride, stride], padding };
}

/** Further cases by kind: options that the defaults don't reach. */
const layerCases: Readonly<Record<string, readonly LayerCase[]>> = {
  ...convolutionCases,
  input: [{ title: 'of colour', config: { height: 5, width: 4, channels: 3 }, inputs: [[5, 4, 3]] }],
  ...classicCases,
  maxPool2d: pools,
  averagePool2d: pools,
  dense: [
    { title: '1 unit', config: { units: 1 }, inputs: [[7]] },
    { title: 'without bias', config: { useBias: false }, inputs: [[7]] },
  ],
  batchNorm: [
    { title: 'no memory', config: { momentum: 0 }, inputs: image },
    { title: 'long memory, large epsilon', config: { momentum: 0.99, epsilon: 0.1 }, inputs: image },
    { title: 'one channel', config: {}, inputs: [[6, 5, 1]] },
    { title: 'vector', config: { momentum: 0.5 }, inputs: [[9]] },
    { title: 'without scale', config: { scale: false }, inputs: image },
    { title: 'without scale and shift, vector', config: { scale: false, center: false }, inputs: [[9]] },
  ],
  dropout: [
    { title: 'rate 0', config: { rate: 0 }, inputs: image },
    { title: 'rate 0.9', config: { rate: 0.9 }, inputs: [[50]] },
  ],
  leakyRelu: [{ title: 'slope 0', config: { slope: 0 }, inputs: image }],
  elu: [
    { title: 'alpha 0.3', config: { alpha: 0.3 }, inputs: image },
    { title: 'alpha 2', config: { alpha: 2 }, inputs: image },
  ],
  gelu: [{ title: 'by tanh', config: { form: 'tanh' }, inputs: image }],
  prelu: [{ title: 'from slope 0', config: { initialSlope: 0 }, inputs: image }],
  layerNorm: [
    { title: 'over the example', config: { axes: 'example' }, inputs: image },
    { title: 'over the example, vector', config: { axes: 'example' }, inputs: [[9]] },
    { title: 'large epsilon', config: { epsilon: 0.5 }, inputs: image },
    { title: 'one channel, all of them equal', config: {}, inputs: [[6, 5, 1]] },
  ],
  groupNorm: [
    { title: 'defaults', config: {}, inputs: [[3, 4, 64]] },
    { title: '2 groups', config: { groups: 2 }, inputs: image },
    { title: 'one group', config: { groups: 1, epsilon: 1e-5 }, inputs: image },
    { title: 'as many groups as channels', config: { groups: 4 }, inputs: image },
    { title: '3 groups of a vector', config: { groups: 3, epsilon: 0.1 }, inputs: [[9]] },
  ],
  spatialDropout2d: [
    { title: 'rate 0', config: { rate: 0 }, inputs: image },
    { title: 'rate 0.6, 12 channels', config: { rate: 0.6 }, inputs: [[3, 4, 12]] },
  ],
  stochasticDepth: [
    { title: 'rate 0', config: { rate: 0 }, inputs: image },
    { title: 'rate 0.6', config: { rate: 0.6 }, inputs: image },
    { title: 'rate 0.6, vector', config: { rate: 0.6 }, inputs: [[9]] },
  ],
  upsampling2d: [
    { title: 'nearest, 3×1', config: { factors: [3, 1] }, inputs: [[4, 5, 2]] },
    { title: 'bilinear, 2×2', config: { interpolation: 'bilinear' }, inputs: [[4, 5, 2]] },
    { title: 'bilinear, 3×4', config: { factors: [3, 4], interpolation: 'bilinear' }, inputs: [[3, 2, 2]] },
    {
      title: 'bilinear, 1×2 of one row',
      config: { factors: [1, 2], interpolation: 'bilinear' },
      inputs: [[1, 3, 2]],
    },
  ],
  reshape: [
    { title: 'all given', config: { targetShape: [2, 3, 2] }, inputs: [[12]] },
    { title: 'open height', config: { targetShape: [0, 4, 6] }, inputs: image },
  ],
  permute: ['hcw', 'chw', 'cwh', 'wch'].map((order) => ({ title: order, config: { order }, inputs: image })),
  zeroPad2d: [
    { title: 'four sides', config: { padding: [1, 2, 3, 0] }, inputs: image },
    { title: 'nothing', config: { padding: [0, 0, 0, 0] }, inputs: image },
  ],
  output: [
    { title: 'half the loss', config: { lossWeight: 0.5 }, inputs: [[8]] },
    { title: 'probabilities', config: { loss: 'crossEntropyOfProbabilities' }, inputs: [[8]] },
    { title: 'squared error', config: { loss: 'meanSquaredError' }, inputs: [[8]] },
    { title: 'top-5', config: { metric: 'top5Accuracy' }, inputs: [[12]] },
  ],
};

/** Every generic input that the kind accepts with its defaults, then its own cases. A new kind is covered on arrival. */
export function casesOf(kind: LayerKind): readonly LayerCase[] {
  return [...genericCases(kind), ...(layerCases[kind.kind] ?? [])];
}

function genericCases(kind: LayerKind): readonly LayerCase[] {
  const checked = checkConfig(kind, {});
  if ('problem' in checked) throw new Error(`${kind.kind}: ${checked.problem.message}`);
  if (kind.inputs === 'none') {
    const result = kind.outputShape([], checked.config);
    return 'shape' in result ? [{ title: 'defaults', config: {}, inputs: [result.shape] }] : [];
  }
  return genericInputs
    .filter((inputs) => kind.inputs === 'many' || inputs.length === 1)
    .filter((inputs) => 'shape' in kind.outputShape(inputs, checked.config))
    .map((inputs) => ({ title: 'defaults', config: {}, inputs }));
}
