import { NoLayer } from '../../importing/noLayer';
import type { CaffeLayer, CaffeReader } from './caffeLayer';

const convolution: CaffeReader = (layer) => {
  const settings = layer.settings('convolution_param');
  const [rows, columns] = settings.pair('pad', 'pad', 0);
  return layer.layer('conv2d', {
    filters: settings.number('num_output', 0),
    kernelSize: settings.pair('kernel_size', 'kernel', 0),
    strides: settings.pair('stride', 'stride', 1),
    dilations: settings.pair('dilation', 'dilation', 1),
    groups: settings.number('group', 1),
    useBias: settings.boolean('bias_term', true),
    ...sides(rows, columns, rows, columns),
  });
};

function sides(top: number, left: number, bottom: number, right: number): Record<string, string | number[]> {
  if (top + left + bottom + right === 0) return { padding: 'valid' };
  return { padding: 'explicit', explicitPadding: [top, bottom, left, right] };
}

/** Caffe rounds extents up: ⌈(n + 2p − k) / s⌉ + 1, less one where the last window would begin in the padding. */
function windowsAlong(extent: number, window: number, stride: number, pad: number): number {
  const count = Math.ceil((extent + 2 * pad - window) / stride) + 1;
  return pad > 0 && (count - 1) * stride >= extent + pad ? count - 1 : count;
}

const pooling: CaffeReader = (layer) => {
  const settings = layer.settings('pooling_param');
  const method = settings.text('pool', 'MAX');
  if (method !== 'MAX' && method !== 'AVE') throw new NoLayer('it draws the values that it takes');
  const kind = method === 'MAX' ? 'maxPool2d' : 'averagePool2d';
  const { shape } = layer.input;
  if (settings.boolean('global_pooling', false)) {
    if (method === 'AVE') return layer.layer('adaptiveAveragePool2d', { outputSize: [1, 1] });
    if (shape === null) throw new NoLayer('the size of what it is given is not known');
    return layer.layer(kind, { poolSize: shape.slice(0, 2), strides: shape.slice(0, 2) });
  }
  const poolSize = settings.pair('kernel_size', 'kernel', 0);
  const strides = settings.pair('stride', 'stride', 1);
  const pads = settings.pair('pad', 'pad', 0);
  if (method === 'AVE' && Math.max(...pads) > 0) throw new NoLayer('its means count the padding');
  // Behind a gap, where extents are not known, windows keep within the image.
  if (shape === null)
    return layer.layer(kind, { poolSize, strides, ...sides(pads[0], pads[1], pads[0], pads[1]) });
  const [bottom = 0, right = 0] = shape.slice(0, 2).map((extent, axis) => {
    const [window = 1, stride = 1, pad = 0] = [poolSize[axis], strides[axis], pads[axis]];
    const reached = (windowsAlong(extent, window, stride, pad) - 1) * stride + window;
    return Math.max(reached - extent - pad, 0);
  });
  return layer.layer(kind, { poolSize, strides, ...sides(pads[0], pads[1], bottom, right) });
};

/** Takes images too, all their values in a row. */
const innerProduct: CaffeReader = (layer) => {
  const settings = layer.settings('inner_product_param');
  const { input } = layer;
  const isFlat = input.order === 'features';
  const flat = isFlat
    ? input
    : layer.draft.layer({ name: '', opType: '' }, { kind: 'flatten', inputs: [input], order: 'features' });
  const config = { units: settings.number('num_output', 0), useBias: settings.boolean('bias_term', true) };
  return layer.layer('dense', config, [flat]);
};

const relu: CaffeReader = (layer) => {
  const slope = layer.settings('relu_param').number('negative_slope', 0);
  return slope === 0 ? layer.layer('relu') : layer.layer('leakyRelu', { slope });
};

const lrn: CaffeReader = (layer) => {
  const settings = layer.settings('lrn_param');
  if (settings.text('norm_region', 'ACROSS_CHANNELS') !== 'ACROSS_CHANNELS')
    throw new NoLayer('it normalises over pixels near by, and layers here over channels');
  const size = settings.number('local_size', 5);
  return layer.layer('localResponseNorm', {
    size,
    bias: settings.number('k', 1),
    // Caffe divides alpha by the number of channels that count.
    alpha: settings.number('alpha', 1) / Math.max(size, 1),
    beta: settings.number('beta', 0.75),
  });
};

const batchNorm: CaffeReader = (layer) => {
  const settings = layer.settings('batch_norm_param');
  return layer.layer('batchNorm', {
    scale: false,
    center: false,
    epsilon: settings.number('eps', 1e-5),
    momentum: Math.min(settings.number('moving_average_fraction', 0.999), 0.9999),
  });
};

/** Behind batch norm it is the factor and the constant that ours has itself. */
const scale: CaffeReader = (layer) => {
  const center = layer.settings('scale_param').boolean('bias_term', false);
  const node = layer.draft.node(layer.input);
  if (node?.kind === 'batchNorm' && node.config['scale'] === false) {
    layer.draft.change(node, { scale: true, center }, {});
    return layer.input;
  }
  if (layer.inputs.length > 1 || center)
    throw new NoLayer('it multiplies or adds in a way that no layer has');
  return layer.layer('scale', { factor: 1, learned: true });
};

const eltwise: CaffeReader = (layer) => {
  const settings = layer.settings('eltwise_param');
  const operation = settings.text('operation', 'SUM');
  if (operation === 'PROD') return layer.layer('multiply');
  const factors = settings.numbers('coeff');
  if (operation !== 'SUM' || factors.some((factor) => factor !== 1))
    throw new NoLayer('it takes the largest, or a weighted sum: Add may do in its place');
  return layer.layer('add');
};

const concat: CaffeReader = (layer) => {
  const settings = layer.settings('concat_param');
  if (settings.number('axis', settings.number('concat_dim', 1)) !== 1)
    throw new NoLayer('it joins along another axis than that of the channels');
  return layer.inputs.length === 1 ? layer.input : layer.layer('concat');
};

const same: CaffeReader = (layer) => layer.input;

const dropout: CaffeReader = (layer) =>
  layer.layer('dropout', { rate: layer.settings('dropout_param').number('dropout_ratio', 0.5) });

/** How each type of Caffe's layers is read. */
export const caffeReaders: Readonly<Record<string, CaffeReader>> = {
  BatchNorm: batchNorm,
  Concat: concat,
  Convolution: convolution,
  Dropout: dropout,
  ELU: (layer: CaffeLayer) => layer.layer('elu', { alpha: layer.settings('elu_param').number('alpha', 1) }),
  Eltwise: eltwise,
  Flatten: (layer: CaffeLayer) => layer.layer('flatten'),
  InnerProduct: innerProduct,
  LRN: lrn,
  PReLU: (layer: CaffeLayer) => layer.layer('prelu'),
  Pooling: pooling,
  ReLU: relu,
  Scale: scale,
  Sigmoid: (layer: CaffeLayer) => layer.layer('sigmoid'),
  Softmax: (layer: CaffeLayer) => layer.layer('softmax'),
  Split: same,
  TanH: (layer: CaffeLayer) => layer.layer('tanh'),
};
