import { version } from '../../../package.json';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { AdviceError } from '../adviceError';
import { functionalModel } from '../keras/functionalModel';
import localResponseNormalization from './LocalResponseNormalization.mjs?raw';
import { type GraphLayer, type LayerResult, LayersGraph } from './layersGraph';
import { weightShards } from './weightShards';
import { writers } from './writers/writers';

/**
 * The network that answers as a layers model of TensorFlow.js: `model.json`, its weights in shards, and `layers.mjs`
 * where it has a layer that TensorFlow.js lacks. Throws an AdviceError that names a layer that can't be written.
 */
export function layersModelFiles(
  document: NetworkDocument,
  analysis: Analysis,
  weights: ReadonlyMap<string, Float32Array>,
): ReadonlyMap<string, string | Uint8Array> {
  const model = functionalModel(document, analysis, weights);
  const graph = new LayersGraph();
  graph.reserve(model.layers.map(({ name }) => name));
  const results = new Map<string, LayerResult>();
  for (const layer of model.layers) {
    const inputs = layer.inputs.flatMap((name) => results.get(name) ?? []);
    if (layer.className === 'Input') {
      const shape = layer.outputShape;
      results.set(
        layer.name,
        graph.write(layer, () => graph.add('InputLayer', [], shape, { shape })),
      );
      continue;
    }
    const write = writers[layer.className];
    if (write === undefined)
      throw new AdviceError(
        `${layer.label} can't be written: TensorFlow.js has no layer ${layer.className}.`,
        'Take the layer out, or export to ONNX or keras-file, which have it.',
      );
    results.set(
      layer.name,
      graph.write(layer, () => write(graph, layer, inputs)),
    );
  }
  const end = (name: string): readonly [string, number, number] => [results.get(name)?.layer ?? name, 0, 0];
  const { specifications, shards } = weightShards(graph.layers);
  const topology = {
    class_name: 'Model',
    config: {
      name: model.name,
      layers: graph.layers.map(layerText),
      input_layers: [end(model.input)],
      output_layers: [end(model.output)],
    },
    keras_version: '2.15.0',
    backend: 'tensor_flow.js',
  };
  const text = JSON.stringify({
    format: 'layers-model',
    generatedBy: `Layerwise ${version}`,
    convertedBy: null,
    modelTopology: topology,
    weightsManifest: [{ paths: [...shards.keys()], weights: specifications }],
  });
  const custom = graph.layers.some(({ className }) => className === 'LocalResponseNormalization');
  return new Map<string, string | Uint8Array>([
    ['model.json', text],
    ...shards,
    ...(custom ? ([['layers.mjs', localResponseNormalization]] as const) : []),
  ]);
}

function layerText({ name, className, config, inputs, frozen }: GraphLayer): object {
  const { shape, ...settings } = config;
  const own =
    className === 'InputLayer' && Array.isArray(shape)
      ? { batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false }
      : settings;
  return {
    class_name: className,
    name,
    config: { name, trainable: !frozen, ...own },
    inbound_nodes: inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])],
  };
}
