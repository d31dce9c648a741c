import { projectLimits } from '../../../network/graph/projectSchema';
import type { Activation } from '../../importing/activation';
import type { ImportDraft } from '../../importing/importDraft';
import { NoLayer } from '../../importing/noLayer';
import { callOrder, keyOf } from './callOrder';
import { withCallsFromZero } from './callsFromZero';
import { withJoinedPadding } from './joinedPadding';
import { KerasLayer } from './kerasLayer';
import { kerasReaders } from './layers/readers';
import { addModelInput } from './modelInput';
import type { CallSpec, LayerSpec, ModelSpec } from './modelSpec';
import { unknownLayer } from './unknownLayers';
import type { ModelVariables } from './variables/modelVariables';

/** A value behind what could not be read. */
const nothing: Activation = { type: 'activation', layer: null, shape: null, order: 'channelsLast' };

/** Where a model is read. */
export interface ModelPlace {
  readonly draft: ImportDraft;
  /** Names of the models that it is in, from the outermost; empty for the whole. */
  readonly scopes: readonly string[];
  /** What it is given where it is in another model; null for the whole, whose inputs are the network's. */
  readonly given: readonly Activation[] | null;
  readonly variables: ModelVariables;
}

/**
 * Reads a model into a draft; models within it become layers with its name as their scope. Returns what it gives.
 * Layers that none of ours stands for are named, and the rest is read on.
 */
export function readModel(model: ModelSpec, place: ModelPlace): readonly Activation[] {
  return model.sequential
    ? [readRow(model, place)]
    : readCalls(withJoinedPadding(withCallsFromZero(model)), place);
}

function readRow({ layers }: ModelSpec, place: ModelPlace): Activation {
  const [first] = layers;
  let value: Activation =
    place.given?.[0] ??
    (place.given === null && first !== undefined ? addModelInput(place.draft, first) : nothing);
  for (const layer of layers)
    if (layer.className !== 'InputLayer') [value = nothing] = readCall(layer, null, [value], place);
  return value;
}

function readCalls(model: ModelSpec, place: ModelPlace): readonly Activation[] {
  const values = new Map<string, readonly Activation[]>();
  for (const [index, { layer }] of model.inputs.entries())
    if (place.given !== null) values.set(keyOf(layer, 0), [place.given[index] ?? nothing]);
  for (const layer of model.layers)
    if (layer.className === 'InputLayer' && !values.has(keyOf(layer.name, 0)))
      values.set(keyOf(layer.name, 0), [addModelInput(place.draft, layer)]);
  const resultOf = ({ layer, call, tensor }: { layer: string; call: number; tensor: number }): Activation =>
    values.get(keyOf(layer, call))?.[tensor] ?? nothing;
  const { ordered, circular } = callOrder(model);
  for (const { layer, call, number } of ordered)
    if (layer.className !== 'InputLayer')
      values.set(keyOf(layer.name, number), readCall(layer, call, call.tensors.map(resultOf), place));
  for (const layer of model.layers)
    if (layer.calls.length > 1 && layer.model === null && (place.variables.ofLayer(layer) ?? []).length > 0)
      place.draft.notes.push(
        `Layer ${layer.name.slice(0, 80)} is called in ${layer.calls.length} places, which share its weights; here each has a copy of its own, and they part when they are trained.`,
      );
  for (const { layer } of circular)
    place.draft.leaveOut(
      namedOf(layer, place),
      'it waits for a layer that waits for it: layers feed each other in a circle',
    );
  return model.outputs.map(resultOf);
}

/** What a call of a layer, or of a model within the model, gives. */
function readCall(
  spec: LayerSpec,
  call: CallSpec | null,
  inputs: readonly Activation[],
  place: ModelPlace,
): readonly Activation[] {
  const { draft, scopes, variables } = place;
  // Models may be called many times, each within others: what they become is bounded.
  if (draft.size > projectLimits.nodes) return [nothing];
  if (spec.model !== null)
    return readModel(spec.model, {
      draft,
      scopes: [...scopes, spec.name],
      given: inputs,
      variables: variables.ofModel(spec, spec.model),
    });
  try {
    const reader = Object.hasOwn(kerasReaders, spec.className) ? kerasReaders[spec.className] : undefined;
    if (reader === undefined) throw unknownLayer(spec);
    return [
      reader(new KerasLayer({ draft, spec, call, scopes, inputs, variables: variables.ofLayer(spec) })),
    ];
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    draft.leaveOut(namedOf(spec, place), error.message);
    return [{ ...(inputs[0] ?? nothing), layer: null, shape: null }];
  }
}

function namedOf({ name, className }: LayerSpec, { scopes }: ModelPlace): { name: string; opType: string } {
  return { name: [...scopes, name].join('/'), opType: className };
}
