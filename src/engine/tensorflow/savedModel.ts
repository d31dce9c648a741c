import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { evaluatedLayers, trainedLayers } from '../execution/trainedLayers';
import { GraphBuilder } from './graph/graphBuilder';
import { graphTape } from './graph/graphTape';
import { fetchName, type GraphTensor } from './graph/graphTensor';
import { DataType } from './proto/dataType';
import { encodeSavedModel, type TensorInfo } from './proto/messages';
import { tensorFlowOps } from './tensorFlowOps';

/**
 * The network that answers, as the bytes of a `saved_model.pb` without variables: the signature `serving_default` takes
 * `images`, N×H×W×C, and gives `predictions`, N×classes, what the main Output is given. Weights by `node/name`, row-major,
 * become constants.
 */
export function savedModel(
  document: NetworkDocument,
  analysis: Analysis,
  weights: ReadonlyMap<string, Float32Array>,
): Uint8Array {
  const graph = new GraphBuilder();
  // Without oneDNN, as on processors that have no AVX-512, TensorFlow refuses groups once it has fused them with a bias.
  const ops = tensorFlowOps({
    graph,
    tape: graphTape(graph),
    training: null,
    groups: false,
    dilations: true,
  });
  const outputs = new Map<string, GraphTensor>();
  let images: GraphTensor | undefined;
  let answer: GraphTensor | undefined;
  for (const { node, kind, analysis: facts, inputs } of evaluatedLayers(trainedLayers(document, analysis))) {
    if (kind.inputs === 'none')
      images = graph.placeholder('images', DataType.float, [-1, ...(facts.outputShape ?? [])]);
    const given =
      kind.inputs === 'none' && images !== undefined
        ? [images]
        : inputs.flatMap((id) => outputs.get(id) ?? []);
    answer = graph.inScope(node.id, () => {
      const own = Object.fromEntries(
        facts.weights.map(({ name, shape }): [string, GraphTensor] => {
          const values = weights.get(`${node.id}/${name}`);
          if (values === undefined) throw new Error(`${node.label} has no values for its ${name}.`);
          return [name, graph.constant(values, shape)];
        }),
      );
      return kind.forward(ops, given, own, node.config);
    });
    outputs.set(node.id, answer);
  }
  if (images === undefined || answer === undefined)
    throw new Error('The network has no way from an input to an output: its analysis should have said so.');
  const predictions = graph.float('Identity', [answer], answer.shape);
  return encodeSavedModel(graph.nodes, {
    inputs: { images: tensorInfo(images) },
    outputs: { predictions: tensorInfo(predictions) },
  });
}

function tensorInfo(tensor: GraphTensor): TensorInfo {
  return {
    name: fetchName(tensor),
    dtype: tensor.dataType,
    tensorShape: { dim: tensor.shape.map((size) => ({ size })) },
  };
}
