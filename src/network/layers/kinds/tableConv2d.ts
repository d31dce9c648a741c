import { convolutionExtent, convolutionFields, convolutionOptions } from '../convolution';
import { defineLayer, only, weight } from '../defineLayer';
import { initialiserFields, initialiserOf } from '../initialiserFields';
import { kerasCall } from '../kerasLayer';
import { kerasSliding } from '../kerasSliding';
import { lenetTable } from '../lenetTable';
import { slidingOptions } from '../pytorchConvolution';
import { pytorchModule } from '../pytorchLayer';
import { pairOf, slidingReach } from '../slidingWindow';

const { inputs: maps, outputs: filters, pairs } = lenetTable;

/**
 * The convolution C3 of LeNet-5, in which each of 16 filters sees some of 6 maps by a fixed table (LeCun et al. 1998,
 * Table I). H×W×6 to H′×W′×16. Kernel kh×kw×60: one plane for each connection of the table.
 */
export const tableConv2d = defineLayer({
  kind: 'tableConv2d',
  label: 'Sparse-table conv',
  category: 'convolution',
  rank: 20,
  glyph: 'tableConv',
  stem: 'sparse',
  summary:
    'LeNet-5’s third layer: each filter sees only some of the maps, by a table. That saved a third of the connections, and made filters look for different things.',
  inputs: 'one',
  fields: {
    ...convolutionFields,
    kernelSize: { ...convolutionFields.kernelSize, default: [5, 5] },
    ...initialiserFields,
  },

  title: ({ kernelSize: [height = 1, width = 1] }) => `Sparse ${height}×${width}, 16`,

  outputShape(inputs, config) {
    const extent = convolutionExtent('Sparse-table conv', inputs, config);
    if ('problem' in extent) return extent;
    const { height, width, channels } = extent;
    if (channels === maps) return { shape: [height, width, filters] };
    return {
      problem: {
        message: `LeNet-5’s table connects ${maps} maps; its input has ${channels}.`,
        advice: `Give the layer before it ${maps} filters, or use Conv2D.`,
      },
    };
  },

  weights(_inputs, config) {
    const [height, width] = pairOf(config.kernelSize);
    const area = height * width * pairs.length;
    return [
      {
        name: 'kernel',
        shape: [height, width, pairs.length],
        initialiser: initialiserOf(config),
        // Of an average filter, and of an average map.
        fans: { fanIn: Math.round(area / filters), fanOut: area / maps },
        trainable: true,
        decays: true,
      },
      {
        name: 'bias',
        shape: [filters],
        initialiser: { type: 'constant', value: 0 },
        trainable: true,
        decays: false,
      },
    ];
  },

  macs: (_inputs, [height = 0, width = 0], { kernelSize: [rows = 1, columns = 1] }) =>
    height * width * rows * columns * pairs.length,
  reach: (_inputs, { kernelSize, strides, dilations }) => slidingReach(kernelSize, strides, dilations),

  forward(ops, inputs, weights, config) {
    const kernel = ops.spreadKernel(weight(weights, 'kernel'), lenetTable);
    const output = ops.conv2d(only(inputs), kernel, { ...convolutionOptions(config), groups: 1 });
    return ops.biasAdd(output, weight(weights, 'bias'));
  },
  pytorch({ inputs }, config) {
    const { options, before } = slidingOptions(inputs, config);
    return {
      module: pytorchModule('TableConv2d', [pairOf(config.kernelSize)], options),
      ...before,
      weights: { kernel: { parameter: 'weight', axes: [2, 0, 1] }, bias: { parameter: 'bias', start: 0 } },
    };
  },
  keras(_place, config) {
    const { before, settings } = kerasSliding(config);
    const weights = { kernel: 'kernel_initializer', bias: null };
    return { layers: [...before, kerasCall('TableConv2D', settings, weights)] };
  },
});
