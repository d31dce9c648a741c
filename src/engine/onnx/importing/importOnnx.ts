import { analyse } from '../../../network/analysis/analyse';
import type { NetworkDocument } from '../../../network/graph/document';
import { projectLimits } from '../../../network/graph/projectSchema';
import { trainingSettingsSchema } from '../../../network/graph/trainingSettings';
import type { LayerProblem } from '../../../network/layers/defineLayer';
import { elementCount } from '../../../network/layers/shape';
import { cautiousRecipe, residualRecipe } from '../../../network/templates/trainingRecipes';
import { constantOf } from './constant';
import { decodeModel, type ReadModel, type ReadNode, type ReadTensor } from './decodeModel';
import { addInput, addOutput } from './graphEnds';
import { ImportDraft } from './importDraft';
import { NoLayer } from './noLayer';
import { Operator, type Uses } from './operator';
import { readers } from './operators/readers';
import type { Value } from './value';

/** A network read from a file of another program. */
export interface ImportedNetwork {
  readonly document: NetworkDocument;
  /** By `node/name`, row-major, in the layers' own order of axes. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** What could not be represented, in sentences; the network has a gap there. */
  readonly notes: readonly string[];
}

/**
 * Reads an ONNX model as a network of layers, laid out and grouped by the scopes of its names. Operators that no layer
 * stands for are named, and the rest is read on. `name` is the network's where the file has none.
 */
export function importOnnx(
  file: Uint8Array,
  name: string,
): ImportedNetwork | { readonly problem: LayerProblem } {
  const model = decodeModel(file);
  if (model === null)
    return problem(
      'This is not an ONNX model, or it is damaged.',
      'Choose a file that was exported as ONNX.',
    );
  const { node: nodes, initializer } = model.graph;
  if (nodes.length > projectLimits.nodes)
    return problem(
      `The model has ${nodes.length.toLocaleString('en')} operators; a project has ${projectLimits.nodes.toLocaleString('en')} layers at most.`,
      'Simplify the model first, for example with onnxsim.',
    );
  if (initializer.some(({ dataLocation }) => dataLocation === 1))
    return problem(
      'The weights of the model are in other files.',
      'Write it as one file: in Python, onnx.save_model(onnx.load("model.onnx"), "one.onnx").',
    );
  const draft = readGraph(model);
  if (!draft.has('input'))
    return problem(
      'The model has no input of images or features.',
      'Layerwise takes models whose input is N×channels×height×width or N×features.',
    );
  if (draft.size > projectLimits.nodes)
    return problem(
      'The model has more layers than a project.',
      'Simplify the model first, for example with onnxsim.',
    );
  const document = draft.document(projectName(model, name), trainingFor(draft));
  return { document, weights: fittingWeights(draft, document), notes: draft.notes };
}

function readGraph(model: ReadModel): ImportDraft {
  const { graph, operatorSet } = model;
  const draft = new ImportDraft();
  const uses = usesIn(model);
  const tensors = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  const values = new Map<string, Value>();
  for (const info of graph.input)
    if (!tensors.has(info.name)) {
      const input = addInput(draft, info, graph.node);
      if (input !== null) values.set(info.name, input);
    }
  for (const node of graph.node) {
    const [made = ''] = node.output;
    try {
      const inputs = node.input.map((input) => givenValue(input, values, tensors));
      const reader = Object.hasOwn(readers, node.opType) && isOwn(node) ? readers[node.opType] : undefined;
      if (reader === undefined) throw new NoLayer('');
      values.set(made, reader(new Operator(node, inputs, { operatorSet, draft, uses })));
    } catch (error) {
      if (!(error instanceof NoLayer)) throw error;
      draft.leaveOut(node, error.message === '' ? null : error.message);
      values.set(made, { type: 'activation', layer: null, shape: null, order: 'channelsFirst' });
    }
  }
  for (const [index, { name }] of graph.output.entries()) addOutput(draft, values.get(name), index);
  return draft;
}

/** ONNX's own operators, and the one of onnxruntime's that is a layer. */
function isOwn({ domain, opType }: ReadNode): boolean {
  return domain === '' || domain === 'ai.onnx' || (domain === 'com.microsoft' && opType === 'Gelu');
}

function givenValue(
  name: string,
  values: Map<string, Value>,
  tensors: ReadonlyMap<string, ReadTensor>,
): Value | undefined {
  const known = values.get(name);
  const tensor = tensors.get(name);
  if (known !== undefined || tensor === undefined) return known;
  const constant = constantOf(tensor);
  values.set(name, constant);
  return constant;
}

function usesIn({ graph }: ReadModel): Uses {
  const uses = new Map<string, string[]>();
  const use = (name: string, opType: string): void => {
    const known = uses.get(name);
    if (known === undefined) uses.set(name, [opType]);
    else known.push(opType);
  };
  for (const { input, opType } of graph.node) for (const name of input) use(name, opType);
  for (const { name } of graph.output) use(name, 'Output');
  return uses;
}

/** What trains such a network; images that fit no dataset of the literature are made. */
function trainingFor(draft: ImportDraft): NetworkDocument['training'] {
  const ends = draft.ends();
  const recipe = draft.has('batchNorm') ? residualRecipe(ends) : cautiousRecipe(ends);
  const fits = trainingSettingsSchema.safeParse(recipe).success;
  return fits ? recipe : cautiousRecipe({ height: 32, width: 32, channels: 3, classes: 10 });
}

/** Weights of other sizes than their layers are left out, which is said. */
function fittingWeights(draft: ImportDraft, document: NetworkDocument): ReadonlyMap<string, Float32Array> {
  const weights = new Map(draft.weights);
  for (const [id, { weights: declared }] of analyse(document).nodes)
    for (const { name, shape } of declared) {
      const values = weights.get(`${id}/${name}`);
      if (values === undefined || values.length === elementCount(shape)) continue;
      weights.delete(`${id}/${name}`);
      draft.notes.push(`The ${name} of ${id} is of another size than the layer and was left out.`);
    }
  return weights;
}

/** Exporters call every graph by their own names. */
const namesOfExporters = /^(main_graph|torch[-_]jit.*|tf2onnx|graph|model|)$/i;

function projectName({ graph }: ReadModel, fileName: string): string {
  const own = graph.name.replace(/\p{C}/gu, '').trim();
  return (namesOfExporters.test(own) ? fileName : own).slice(0, projectLimits.nameLength) || 'Imported';
}

function problem(message: string, advice: string): { readonly problem: LayerProblem } {
  return { problem: { message, advice } };
}
