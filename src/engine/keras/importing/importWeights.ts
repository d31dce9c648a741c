import { analyse } from '../../../network/analysis/analyse';
import { type KerasNode, readKerasNetwork } from '../../../network/code/keras/kerasNodes';
import { partName } from '../../../network/code/keras/namedCalls';
import type { NetworkDocument } from '../../../network/graph/document';
import { elementCount } from '../../../network/layers/shape';
import { type ImportResult, refusal } from '../../importing/importedNetwork';
import type { LayerSpec, ModelSpec } from './modelSpec';
import type { ModelVariables, StoredVariable } from './variables/modelVariables';

/** A layer of Keras's that a layer of the network is, or is a part of, with the weights that it has of ours. */
interface WeightedLayer {
  readonly spec: LayerSpec;
  readonly node: KerasNode;
  /** Our names, in Keras's order. */
  readonly names: readonly string[];
}

/** Names that are told where layers are missing. */
const mostNames = 5;

/**
 * Takes weights alone over into a network whose layers have the names that the file has them by. Layers that the file
 * lacks keep first weights, which is noted; where it has none of them, the file is refused.
 */
export function importWeights(
  document: NetworkDocument,
  variablesOf: (model: ModelSpec) => ModelVariables,
): ImportResult {
  const analysis = analyse(document);
  if (!analysis.trains)
    return refusal(
      `${document.name} has problems, so that it isn't known which weights its layers have.`,
      'Mend what the window shows in red, and import the weights then.',
    );
  const layers = weightedLayers(document);
  const variables = variablesOf({
    ...{ name: document.name, sequential: true, inputs: [], outputs: [] },
    layers: layers.map(({ spec }) => spec),
  });
  const weights = new Map<string, Float32Array>();
  const notes: string[] = [];
  const missing: string[] = [];
  for (const layer of layers) {
    const stored = variables.ofLayer(layer.spec) ?? [];
    if (stored.length === 0) missing.push(layer.spec.name);
    else takeOver(layer, stored, weights, notes);
  }
  if (weights.size === 0)
    return refusal(
      `It holds weights of none of the layers of ${document.name}.`,
      'Choose the file of weights of this network: its layers are called as in the file. A whole model brings its layers along: model.save("model.keras").',
    );
  if (missing.length > 0)
    notes.push(
      `It has no weights for ${missing.slice(0, mostNames).join(', ')}${missing.length > mostNames ? ` and ${missing.length - mostNames} more` : ''}, which keep those that they had.`,
    );
  return { document, weights, notes };
}

function takeOver(
  { node, names }: WeightedLayer,
  stored: readonly StoredVariable[],
  weights: Map<string, Float32Array>,
  notes: string[],
): void {
  const { id, label } = node.node;
  for (const [index, name] of names.entries()) {
    const shape = node.weights.find((one) => one.name === name)?.shape ?? [];
    const variable = stored[index];
    if (variable === undefined || elementCount(variable.shape) !== elementCount(shape)) {
      notes.push(
        `The ${name} of ${label} is ${variable === undefined ? 'not in the file' : `${variable.shape.join('×')} in the file`}, and the layer takes ${shape.join('×')}: it keeps what it had.`,
      );
      continue;
    }
    try {
      weights.set(`${id}/${name}`, variable.values());
    } catch (cause) {
      notes.push(
        `The ${name} of ${label} is not taken, since it ${cause instanceof Error ? cause.message : String(cause)}.`,
      );
    }
  }
}

function weightedLayers(document: NetworkDocument): readonly WeightedLayer[] {
  return readKerasNetwork(document, analyse(document))
    .nodes.flatMap((node) =>
      node.layer.layers.map((call, index): WeightedLayer => {
        const name = partName(node.layer, node.layerName, index);
        const names = Object.keys(call.weights).filter((ours) =>
          node.weights.some((one) => one.name === ours),
        );
        const spec: LayerSpec = {
          ...{ className: call.className, module: '', name, config: {} },
          ...{ inputShape: null, calls: [], model: null },
        };
        return { spec, node, names };
      }),
    )
    .filter(({ names }) => names.length > 0);
}
