import { projectLimits } from '../../../network/graph/projectSchema';
import { finishedNetwork } from '../../importing/finishedNetwork';
import { ImportDraft } from '../../importing/importDraft';
import { type ImportResult, refusal } from '../../importing/importedNetwork';
import { projectName } from '../../importing/modelName';
import { NoLayer } from '../../importing/noLayer';
import { constantOf } from './constant';
import { decodeModel, type ReadModel, type ReadNode, type ReadTensor } from './decodeModel';
import { addInput, addOutput } from './graphEnds';
import { Operator, type Uses } from './operator';
import { readers } from './operators/readers';
import type { Value } from './value';

/**
 * Reads an ONNX model as a network of layers, laid out and grouped by the scopes of its names. Operators that no layer
 * stands for are named, and the rest is read on. `name` is the network's where the file has none.
 */
export function importOnnx(file: Uint8Array, name: string): ImportResult {
  const model = decodeModel(file);
  if (model === null)
    return refusal(
      'This is not an ONNX model, or it is damaged.',
      'Choose a file that was exported as ONNX.',
    );
  const { node: nodes, initializer } = model.graph;
  if (nodes.length > projectLimits.nodes)
    return refusal(
      `The model has ${nodes.length.toLocaleString('en')} operators; a project has ${projectLimits.nodes.toLocaleString('en')} layers at most.`,
      'Simplify the model first, for example with onnxsim.',
    );
  if (initializer.some(({ dataLocation }) => dataLocation === 1))
    return refusal(
      'The weights of the model are in other files.',
      'Write it as one file: in Python, onnx.save_model(onnx.load("model.onnx"), "one.onnx").',
    );
  return finishedNetwork(readGraph(model), nameOf(model, name), {
    inputs: 'Layerwise takes models whose input is N×channels×height×width or N×features.',
    smaller: 'Simplify the model first, for example with onnxsim.',
  });
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

/** Exporters call every graph by their own names. */
const namesOfExporters = /^(main_graph|torch[-_]jit.*|tf2onnx|graph|model|)$/i;

function nameOf({ graph }: ReadModel, fileName: string): string {
  const own = projectName(graph.name, '');
  return projectName(namesOfExporters.test(own) ? fileName : own, 'Imported');
}
