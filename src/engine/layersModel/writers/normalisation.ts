import { only } from '../../../network/layers/defineLayer';
import type { ModelLayer } from '../../keras/functionalModel';
import type { ModelWeight } from '../../keras/modelWeights';
import type { LayerWriter } from '../layersGraph';

/** A normalisation of each group's values as one row, and a factor and an offset for each channel. */
export const groupNormalization: LayerWriter = (graph, layer, inputs) => {
  const x = only(inputs);
  const groups = Number(layer.arguments['groups']);
  const channels = x.shape.at(-1) ?? 1;
  const each = channels / groups;
  const places = x.shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
  const apart = graph.permute(graph.reshape(x, [places, groups, each]), [1, 0, 2]);
  const rows = graph.reshape(apart, [groups, places * each]);
  const config = { axis: -1, epsilon: layer.arguments['epsilon'] ?? 1e-3, center: false, scale: false };
  const normalised = graph.add('LayerNormalization', [rows], rows.shape, config);
  const together = graph.permute(graph.reshape(normalised, [groups, places, each]), [1, 0, 2]);
  const back = graph.reshape(together, x.shape);
  return graph.scaleChannels(back, weightNamed(layer, 'gamma'), weightNamed(layer, 'beta'));
};

/** A learned factor for each channel. */
export const channelScale: LayerWriter = (graph, layer, inputs) =>
  graph.scaleChannels(only(inputs), weightNamed(layer, 'gamma'));

/** LeNet-5's pool: the sum of each window, times a factor, plus an offset. */
export const trainableSubsample: LayerWriter = (graph, layer, inputs) => {
  const [height = 1, width = 1] = [layer.arguments['pool_size'] ?? 1].flat().map(Number);
  const window = { pool_size: [height, width], strides: [height, width] };
  const means = graph.add('AveragePooling2D', inputs, layer.outputShape, window);
  const sums = graph.add('Rescaling', [means], layer.outputShape, { scale: height * width });
  return graph.scaleChannels(sums, weightNamed(layer, 'coefficient'), weightNamed(layer, 'bias'));
};

function weightNamed({ name, weights }: ModelLayer, wanted: string): ModelWeight {
  const weight = weights.find((one) => one.name === wanted);
  if (weight === undefined) throw new Error(`${name} has no ${wanted}.`);
  return weight;
}
