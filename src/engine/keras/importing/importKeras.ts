import { projectLimits } from '../../../network/graph/projectSchema';
import { finishedNetwork } from '../../importing/finishedNetwork';
import { ImportDraft } from '../../importing/importDraft';
import { type ImportResult, refusal } from '../../importing/importedNetwork';
import { projectName } from '../../importing/modelName';
import { addNetworkOutput } from '../../importing/networkEnds';
import { type LayerSpec, type ModelSpec, modelSpec } from './modelSpec';
import { readModel } from './readModel';
import type { ModelVariables } from './variables/modelVariables';

/**
 * Reads a model of Keras's as a network of layers, laid out; models within it are groups. `description` is what
 * `to_json` writes. Layers that none of ours stands for are named, and the rest is read on. `name` is the network's
 * where the model has none of its own.
 */
export function importKeras(
  description: unknown,
  variablesOf: (model: ModelSpec) => ModelVariables,
  name: string,
): ImportResult {
  const model = modelSpec(description);
  if (model === null)
    return refusal(
      'It describes no sequential or functional model of Keras.',
      'Models that are classes of their own keep their layers in Python: export such a model as ONNX (model.export("model.onnx", format="onnx")), and import that.',
    );
  const count = countOf(model);
  if (count > projectLimits.nodes)
    return refusal(
      `The model has ${count.toLocaleString('en')} layers; a project has ${projectLimits.nodes.toLocaleString('en')} at most.`,
      'Import a part of it.',
    );
  if (isChannelsFirst(model))
    return refusal(
      'The model takes its images channels first.',
      'Build it with keras.config.set_image_data_format("channels_last") and take its weights over with load_weights: kernels are the same in both.',
    );
  const draft = new ImportDraft();
  const outputs = readModel(model, { draft, scopes: [], given: null, variables: variablesOf(model) });
  for (const [index, output] of outputs.entries()) addNetworkOutput(draft, output, index);
  return finishedNetwork(draft, nameOf(model, name), {
    inputs:
      `${draft.notes[0] ?? ''} Layerwise takes models whose input is N×height×width×channels or N×features.`.trim(),
    smaller: 'Import a part of it.',
  });
}

function layersOf({ layers }: ModelSpec): readonly LayerSpec[] {
  return layers.flatMap((layer) => (layer.model === null ? [layer] : layersOf(layer.model)));
}

function countOf(model: ModelSpec): number {
  return layersOf(model).length;
}

function isChannelsFirst(model: ModelSpec): boolean {
  return layersOf(model).some(({ config }) => config['data_format'] === 'channels_first');
}

/** Keras calls models by itself: functional_1. */
function nameOf({ name }: ModelSpec, fileName: string): string {
  return projectName(
    /^(functional|sequential|model)(_\d+)?$/.test(name) ? fileName : name,
    projectName(fileName, 'Imported'),
  );
}
