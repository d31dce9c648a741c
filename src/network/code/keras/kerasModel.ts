import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../../graph/document';
import { lossWeight } from '../../graph/mainOutput';
import type { KerasCall } from '../../layers/kerasLayer';
import { formatShape } from '../../layers/shape';
import { type CodeLine, layerLines, plainLines } from '../codeLines';
import { numberText, widest } from '../pythonText';
import { blockTitle } from './blockTitle';
import { callLines } from './callText';
import { kerasClasses } from './kerasClasses';
import { type KerasNetwork, type KerasNode, readKerasNetwork } from './kerasNodes';
import { manyInputs, modelName, namedCalls, partName } from './namedCalls';

/** The lines of `model.py`: the network as a functional Keras model, its losses, and a reader of Layerwise's weights. */
export function kerasModel(document: NetworkDocument, analysis: Analysis): readonly CodeLine[] {
  const network = readKerasNetwork(document, analysis);
  const { nodes } = network;
  const used = new Set(
    nodes.flatMap(({ layer }) =>
      [...layer.layers, ...(layer.loss === undefined ? [] : [layer.loss])].map(classOf),
    ),
  );
  const classes = [...kerasClasses].flatMap(([name, text]) => (used.has(name) ? [text] : []));
  const apart = plainLines('\n');
  const build = buildLines(network);
  const sections = [
    ...classes.map(plainLines),
    build,
    lossLines(network),
    weightTableLines(nodes),
    plainLines(loader),
  ];
  const imported = [
    ...(build.some(({ text }) => text.includes('initializers.')) ? ['initializers'] : []),
    'layers',
    ...(classes.some((text) => text.includes('ops.')) ? ['ops'] : []),
  ];
  return [
    ...plainLines(`"""${document.name.replaceAll(/["\\\n\r]/g, ' ')}, drawn in Layerwise."""

import keras
from keras import ${imported.join(', ')}
from safetensors.numpy import load_file`),
    ...sections.flatMap((section) => [...apart, ...section]),
  ];
}

function buildLines({ document, nodes, outputs }: KerasNetwork): readonly CodeLine[] {
  const variables = new Map(nodes.map(({ node, variable }) => [node.id, variable]));
  let block = '';
  const body = nodes.flatMap((node): readonly CodeLine[] => {
    const calls = namedCalls(node);
    if (calls.length === 0) return [];
    const title = blockTitle(document, node.node.block);
    const heading = title !== block ? plainLines(title === '' ? '' : `\n    # ${title}`) : [];
    block = title;
    const values = node.inputs.map((id) => variables.get(id) ?? 'x');
    const statements = calls.map((call, index) => {
      if (call.className === 'Input')
        return callLines(`${node.variable} = `, { ...call, className: 'keras.Input' }, '', '    ');
      const taken = index > 0 ? node.variable : values.length === 1 ? values[0] : `[${values.join(', ')}]`;
      const merges = index === 0 && manyInputs.has(node.node.kind) && values.length === 1;
      const after = `(${merges ? `[${taken}]` : taken})`;
      return callLines(`${node.variable} = `, { ...call, className: nameOf(call) }, after, '    ');
    });
    return [...heading, ...layerLines(node.node.id, statements.flat(), formatShape(node.output))];
  });
  const results = outputs.map(({ node }) => variables.get(node.id) ?? 'x');
  const ends = results.length === 1 ? results[0] : `[${results.join(', ')}]`;
  return [
    ...plainLines(`def build_model(seed=${document.training.seed}):
    """The network with first weights, drawn from the seed."""
    keras.utils.set_random_seed(seed)`),
    ...body,
    ...plainLines(
      `    return keras.Model(inputs, ${ends}, name=${JSON.stringify(modelName(document.name))})`,
    ),
  ];
}

function classOf({ className }: Pick<KerasCall, 'className'>): string {
  return className;
}

function nameOf({ className }: KerasCall): string {
  return kerasClasses.has(className) ? className : `layers.${className}`;
}

function lossLines({ outputs }: KerasNetwork): readonly CodeLine[] {
  return [
    ...plainLines(`# What training lowers, for each output of the model, and what each of them counts:
# model.compile(optimizer, loss=LOSSES, loss_weights=LOSS_WEIGHTS).
LOSSES = [`),
    ...outputs.flatMap(({ node, layer: { loss } }) => {
      if (loss === undefined) return [];
      const className = kerasClasses.has(loss.className) ? loss.className : `keras.losses.${loss.className}`;
      return layerLines(node.id, callLines('', { ...loss, className }, ',', '    '));
    }),
    ...plainLines(`]
LOSS_WEIGHTS = [${outputs.map(({ node }) => numberText(lossWeight(node))).join(', ')}]`),
  ];
}

function weightTableLines(nodes: readonly KerasNode[]): readonly CodeLine[] {
  return [
    ...plainLines(`# Weights by their names in Layerwise, in the order in which each layer has them.
LAYERWISE_WEIGHTS = {`),
    ...nodes.flatMap(({ node, layer, layerName, weights }) =>
      layer.layers.flatMap((call, index) => {
        const names = Object.keys(call.weights).filter((name) => weights.some((one) => one.name === name));
        if (names.length === 0) return [];
        const key = JSON.stringify(partName(layer, layerName, index));
        const line = `    ${key}: [${names.map((name) => JSON.stringify(`${node.id}/${name}`)).join(', ')}],`;
        if (line.length <= widest) return layerLines(node.id, [line]);
        const rows = names.map((name) => `        ${JSON.stringify(`${node.id}/${name}`)},`);
        return layerLines(node.id, [`    ${key}: [`, ...rows, '    ],']);
      }),
    ),
    ...plainLines('}'),
  ];
}

const loader = `def load_weights(model, path="weights.safetensors"):
    """Takes over weights of a safetensors file of Layerwise: an export, or a checkpoint."""
    found = load_file(path)
    for layer, names in LAYERWISE_WEIGHTS.items():
        for variable, name in zip(model.get_layer(layer).weights, names, strict=True):
            value = found.get(f"weights/{name}", found.get(name))
            if value is None:
                raise KeyError(f"{path} holds no weight {name}: it is of another network.")
            variable.assign(value.reshape(variable.shape))`;
