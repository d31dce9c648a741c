import type { GroupNormOptions, LayerNormOptions } from '../../../network/layers/normalisationOps';
import type { BatchNormOptions } from '../../../network/layers/ops';
import type { OnnxGraph } from '../onnxGraph';
import { channelsOf, type OnnxTensor } from '../onnxTensor';
import { weightOf } from '../weightOf';

interface BatchNormWeights {
  readonly scale: OnnxTensor | null;
  readonly offset: OnnxTensor | null;
  readonly movingMean: OnnxTensor;
  readonly movingVariance: OnnxTensor;
}

/** As outside training: with the moving statistics. */
export function batchNorm(
  graph: OnnxGraph,
  x: OnnxTensor,
  { scale, offset, movingMean, movingVariance }: BatchNormWeights,
  { epsilon }: BatchNormOptions,
): OnnxTensor {
  const count = channelsOf(x);
  const constant = (what: string, value: number) => graph.floats(what, [count], Array(count).fill(value));
  const inputs = [
    x,
    scale ?? constant('scale', 1),
    offset ?? constant('offset', 0),
    movingMean,
    movingVariance,
  ];
  return graph.add('BatchNormalization', inputs, x.shape, { epsilon: { float: epsilon } });
}

/** Over the last axis of the op set's order, or all of them, so that an image is turned there and back. */
export function layerNorm(
  graph: OnnxGraph,
  x: OnnxTensor,
  scale: OnnxTensor,
  offset: OnnxTensor,
  { epsilon }: LayerNormOptions,
): OnnxTensor {
  const axis = x.shape.length - scale.shape.length + 1;
  const inputs = [graph.channelsLast(x), scale, offset];
  const normalised = graph.add('LayerNormalization', inputs, x.shape, { axis, epsilon: { float: epsilon } });
  return graph.channelsFirst(normalised);
}

/** Neighbouring channels follow one another, so that a group is an instance of one channel (Wu & He 2018, eq. 1–3). */
export function groupNorm(
  graph: OnnxGraph,
  x: OnnxTensor,
  scale: OnnxTensor,
  offset: OnnxTensor,
  { groups, epsilon }: GroupNormOptions,
): OnnxTensor {
  const flat = graph.add('Reshape', [x, graph.integers('groups', [0, groups, -1])], x.shape);
  const ones = graph.floats('ones', [groups], Array(groups).fill(1));
  const zeros = graph.floats('zeros', [groups], Array(groups).fill(0));
  const normalised = graph.add('InstanceNormalization', [flat, ones, zeros], x.shape, {
    epsilon: { float: epsilon },
  });
  const [height, width, channels] = x.shape;
  const extents = x.shape.length === 3 ? [channels ?? 1, height ?? 1, width ?? 1] : x.shape;
  const back = graph.add('Reshape', [normalised, graph.integers('extents', [-1, ...extents])], x.shape);
  const scaled = graph.add('Mul', [back, graph.perChannel(weightOf(scale), x)], x.shape);
  return graph.add('Add', [scaled, graph.perChannel(weightOf(offset), x)], x.shape);
}
