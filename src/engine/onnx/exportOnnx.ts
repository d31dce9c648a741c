import { version } from '../../../package.json';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { evaluatedLayers, trainedLayers } from '../execution/trainedLayers';
import { elementType, encodeModel, type ValueInfoProto } from './messages';
import { OnnxGraph } from './onnxGraph';
import { onnxOps } from './onnxOps';
import type { OnnxTensor } from './onnxTensor';

/** Read by every runtime since early 2022 (onnxruntime 1.11). */
const operatorSet = 17;
const irVersion = 8;

/**
 * The network that answers, as the bytes of an ONNX model: input `images` N×C×H×W, output `predictions` N×classes, what
 * the main Output is given. Weights by `node/name`, row-major, in the layers' own order of axes.
 */
export function exportOnnx(
  document: NetworkDocument,
  analysis: Analysis,
  weights: ReadonlyMap<string, Float32Array>,
): Uint8Array {
  const graph = new OnnxGraph();
  const ops = onnxOps(graph);
  const layers = evaluatedLayers(trainedLayers(document, analysis));
  const outputs = new Map<string, OnnxTensor>();
  let images: OnnxTensor | undefined;
  let predictions: OnnxTensor | undefined;
  for (const { node, kind, analysis: facts, inputs } of layers) {
    graph.enter(node.label);
    const own = Object.fromEntries(
      facts.weights.map(({ name, shape }) => {
        const values = weights.get(`${node.id}/${name}`);
        if (values === undefined) throw new Error(`${node.label} has no values for its ${name}.`);
        return [name, { type: 'weight', name: `${node.label}/${name}`, shape, values } as const];
      }),
    );
    if (kind.inputs === 'none')
      images = { type: 'activation', name: 'images', shape: facts.outputShape ?? [] };
    const given =
      kind.inputs === 'none' && images !== undefined
        ? [images]
        : inputs.flatMap((id) => outputs.get(id) ?? []);
    predictions = kind.forward(ops, given, own, node.config);
    outputs.set(node.id, predictions);
  }
  if (images === undefined || predictions === undefined)
    throw new Error('The network has no way from an input to an output: its analysis should have said so.');
  const { name: made } = graph.add('Identity', [predictions], predictions.shape);
  return encodeModel({
    irVersion,
    producerName: 'Layerwise',
    producerVersion: version,
    docString: `${document.name}, as drawn in Layerwise`,
    opsetImport: [{ domain: '', version: operatorSet }],
    metadataProps: [{ key: 'layerwise.network', value: document.name }],
    graph: {
      name: document.name,
      node: graph.nodes.map((node) => (node.name === made ? { ...node, output: ['predictions'] } : node)),
      initializer: graph.initialisers,
      input: [valueInfo('images', images.shape, 'Images as the network is trained on them, channels first')],
      output: [
        valueInfo('predictions', predictions.shape, 'What the Output layer is given, a value for each class'),
      ],
    },
  });
}

function valueInfo(name: string, shape: readonly number[], docString: string): ValueInfoProto {
  const [height = 1, width = 1, channels = 1] = shape;
  const extents = shape.length === 3 ? [channels, height, width] : shape;
  const dim = [{ dimParam: 'batch' }, ...extents.map((dimValue) => ({ dimValue }))];
  return { name, docString, type: { tensorType: { elemType: elementType.float, shape: { dim } } } };
}
