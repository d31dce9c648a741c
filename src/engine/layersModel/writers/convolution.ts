import { only } from '../../../network/layers/defineLayer';
import { lenetTable } from '../../../network/layers/lenetTable';
import type { Shape } from '../../../network/layers/shape';
import type { ModelLayer } from '../../keras/functionalModel';
import type { ModelWeight } from '../../keras/modelWeights';
import type { LayerConfig, LayerResult, LayersGraph, LayerWriter } from '../layersGraph';
import { plain } from './plain';

/**
 * A convolution in groups is one convolution for each, of its own channels. With as many groups as channels it is a
 * depthwise one, which takes strides that differ in TensorFlow.js.
 */
export const conv2d: LayerWriter = (graph, layer, inputs) => {
  const { groups, filters, ...settings } = layer.arguments;
  if (typeof groups !== 'number' || groups === 1) return plain()(graph, layer, inputs);
  const x = only(inputs);
  const channels = x.shape[2] ?? 0;
  const multiplier = Number(filters) / groups;
  if (groups === channels && settings['dilation_rate'] === undefined) {
    const kernel = weightOf(layer, 'kernel');
    const shape = [...kernel.shape.slice(0, 2), channels, multiplier];
    const weights = layer.weights.with(0, { ...kernel, name: 'depthwise_kernel', shape });
    const config = { ...settings, depth_multiplier: multiplier };
    return graph.add('DepthwiseConv2D', [x], layer.outputShape, config, weights);
  }
  return inGroups(graph, layer, x, { ...settings, filters: multiplier }, groups);
};

function inGroups(
  graph: LayersGraph,
  layer: ModelLayer,
  x: LayerResult,
  config: LayerConfig,
  groups: number,
): LayerResult {
  // TensorFlow.js crops heights and widths only: the channels become the width.
  const turned = graph.permute(x, [0, 2, 1]);
  const [height = 0, channels = 0] = turned.shape;
  const each = channels / groups;
  const shape = layer.outputShape.with(2, Number(config['filters']));
  const parts = Array.from({ length: groups }, (_, group) => {
    const cropped = graph.crop(turned, [0, height], [group * each, (group + 1) * each]);
    const weights = layer.weights.map((weight) => groupOf(weight, group, groups));
    return graph.add('Conv2D', [graph.permute(cropped, [0, 2, 1])], shape, config, weights);
  });
  return graph.join(parts, 2);
}

/** A group's share of the last axis, the filters. */
function groupOf(weight: ModelWeight, group: number, groups: number): ModelWeight {
  const filters = weight.shape.at(-1) ?? 1;
  const share = filters / groups;
  const values = weight.values.filter((_, at) => Math.floor((at % filters) / share) === group);
  return { ...weight, shape: weight.shape.with(-1, share), values };
}

/** TensorFlow.js passes over the dilation of a depthwise convolution: its kernel gets zeros in between instead. */
export const depthwiseConv2d: LayerWriter = (graph, layer, inputs) => {
  const { dilation_rate: dilation, ...settings } = layer.arguments;
  if (dilation === undefined) return plain()(graph, layer, inputs);
  const [down = 1, across = down] = typeof dilation === 'number' ? [dilation] : [dilation].flat().map(Number);
  const kernel = dilated(weightOf(layer, 'depthwise_kernel'), down, across);
  const spread = {
    ...layer,
    arguments: { ...settings, kernel_size: kernel.shape.slice(0, 2) },
    weights: layer.weights.with(0, kernel),
  };
  return plain()(graph, spread, inputs);
};

function dilated(kernel: ModelWeight, down: number, across: number): ModelWeight {
  const [height = 1, width = 1, ...planes] = kernel.shape;
  const shape = [(height - 1) * down + 1, (width - 1) * across + 1, ...planes];
  return moved(
    kernel,
    shape,
    planes.reduce((product, extent) => product * extent, 1),
    (at) => {
      const [row, column] = [Math.floor(at / width), at % width];
      return row * down * (shape[1] ?? 1) + column * across;
    },
  );
}

/** LeNet-5's table of connections, as a convolution whose kernel has zeros where a filter sees no map. */
export const tableConv2d: LayerWriter = (graph, layer, inputs) => {
  const { inputs: maps, outputs: filters, pairs } = lenetTable;
  const kernel = weightOf(layer, 'kernel');
  const [height = 1, width = 1] = kernel.shape;
  const full = moved(kernel, [height, width, maps, filters], 1, (at) => {
    const [input = 0, output = 0] = pairs[at % pairs.length] ?? [];
    return (Math.floor(at / pairs.length) * maps + input) * filters + output;
  });
  const config = { ...layer.arguments, filters };
  const written = { ...layer, className: 'Conv2D', arguments: config, weights: layer.weights.with(0, full) };
  return plain()(graph, written, inputs);
};

/** The weight in a larger shape, zeros but for its own values: so many that lie together go where `place` says. */
function moved(
  weight: ModelWeight,
  shape: Shape,
  together: number,
  place: (index: number) => number,
): ModelWeight {
  const values = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
  for (let at = 0; at < weight.values.length / together; at += 1)
    values.set(weight.values.subarray(at * together, (at + 1) * together), place(at) * together);
  return { ...weight, shape, values };
}

function weightOf({ name, weights: [kernel] }: ModelLayer, called: string): ModelWeight {
  if (kernel?.name !== called) throw new Error(`${name} has no ${called}.`);
  return kernel;
}
