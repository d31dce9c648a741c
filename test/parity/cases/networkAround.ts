import type { NetworkDocument } from '../../../src/network/graph/document';
import type { TrainingSettings } from '../../../src/network/graph/trainingSettings';
import { checkConfig } from '../../../src/network/layers/config';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import type { Shape } from '../../../src/network/layers/shape';
import { buildNetwork, type LayerLine } from './buildNetwork';
import type { LayerCase } from './layerCase';

/**
 * A network that trains, with the layer in its middle: trained layers give it inputs of the case's shapes, and others
 * take its output to the loss. The layer's id is `layer`.
 */
export function networkAround(
  kind: LayerKind,
  { config, inputs }: LayerCase,
  training: Partial<TrainingSettings>,
): NetworkDocument {
  const layer: LayerLine = { id: 'layer', kind: kind.kind, config };
  if (kind.inputs === 'none') return buildNetwork([layer, ...toTheLoss(inputs[0])], training);
  const sources = inputs.map((shape, index) => source(shape, `source${index}`));
  const front = [...inputLines(inputs[0] ?? []), ...sources];
  if (kind.terminal) {
    const softmax: LayerLine = { id: 'softmax', kind: 'softmax' };
    const between = config['loss'] === 'crossEntropyOfProbabilities' ? [softmax] : [];
    return buildNetwork([...front, ...between, layer], training);
  }
  const from = sources.map(({ id }) => id);
  return buildNetwork(
    [...front, { ...layer, from }, ...toTheLoss(outputShape(kind, config, inputs))],
    training,
  );
}

/** An input with two channels; `flat` where vectors are wanted of it. */
function inputLines(shape: Shape): readonly LayerLine[] {
  const [height = 1, width = 1] = shape.length === 3 ? shape : [4, 3];
  const input: LayerLine = { id: 'input', kind: 'input', config: { height, width, channels: 2 } };
  return shape.length === 3 ? [input] : [input, { id: 'flat', kind: 'flatten' }];
}

function source(shape: Shape, id: string): LayerLine {
  const [extent] = shape;
  return shape.length === 3
    ? { id, kind: 'conv2d', config: { filters: shape[2] ?? 1, kernelSize: [1, 1] }, from: ['input'] }
    : { id, kind: 'dense', config: { units: extent ?? 1 }, from: ['flat'] };
}

function toTheLoss(shape: Shape | undefined): readonly LayerLine[] {
  const flatten: LayerLine = { id: 'flatten', kind: 'flatten' };
  return [
    ...(shape?.length === 3 ? [flatten] : []),
    { id: 'classes', kind: 'dense', config: { units: 5 } },
    { id: 'output', kind: 'output' },
  ];
}

function outputShape(kind: LayerKind, config: LayerCase['config'], inputs: readonly Shape[]): Shape {
  const checked = checkConfig(kind, config);
  const result = 'problem' in checked ? checked : kind.outputShape(inputs, checked.config);
  if ('problem' in result) throw new Error(result.problem.message);
  return result.shape;
}
