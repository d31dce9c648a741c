import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../../graph/document';
import { lossWeight } from '../../graph/mainOutput';
import { type CodeLine, layerLines, plainLines } from '../codeLines';
import { pythonClassName } from '../pythonNames';
import { numberText } from '../pythonText';
import { firstWeightLines, initialiserTexts } from './firstWeights';
import { forwardLines, shapeText } from './forwardPass';
import { frozenLines, frozenNodes } from './frozenLayers';
import { classNames, moduleClasses } from './moduleClasses';
import { callLines } from './moduleText';
import { type PytorchNetwork, type PytorchNode, readPytorchNetwork } from './pytorchNodes';
import { weightTableLines } from './weightTable';

/** The lines of `model.py`: the network as a PyTorch module, its loss, and a reader of Layerwise's weights. */
export function pytorchModel(document: NetworkDocument, analysis: Analysis): readonly CodeLine[] {
  const network = readPytorchNetwork(document, analysis);
  const { nodes } = network;
  const className = pythonClassName(document.name, classNames);
  const classes = moduleClasses(nodes);
  const functions = initialiserTexts(nodes);
  const loss = lossLines(network);
  const apart = plainLines('\n');
  const sections: readonly (readonly CodeLine[])[] = [
    ...[...functions, ...classes.texts].map(plainLines),
    classLines(network, className),
    weightTableLines(nodes),
    plainLines(`def build_model():
    """The network with first weights."""
    return ${className}()${frozenNodes(nodes).length > 0 ? '.train()' : ''}`),
    loss,
    plainLines(loader),
  ];
  const body = sections.flatMap((section) => [...apart, ...section]);
  const needsMath = functions.length > 0 || classes.imports.has('import math');
  const needsFunctions = body.some(({ text }) => /\bF\./.test(text));
  return [
    ...plainLines(`"""${document.name.replaceAll(/["\\\n\r]/g, ' ')}, drawn in Layerwise."""\n`),
    ...(needsMath ? plainLines('import math\n') : []),
    ...plainLines('import torch'),
    ...(needsFunctions ? plainLines('import torch.nn.functional as F') : []),
    ...plainLines('from safetensors.torch import load_file\nfrom torch import nn'),
    ...body,
  ];
}

function classLines(network: PytorchNetwork, className: string): readonly CodeLine[] {
  const { nodes, outputs } = network;
  const input = nodes.find(({ node }) => node.kind === 'input');
  const classes = outputs[0]?.output.join('×') ?? '';
  const first = firstWeightLines(nodes);
  return [
    ...plainLines(`class ${className}(nn.Module):
    """Takes images N×${input === undefined ? '' : shapeText(input)}, gives N×${classes}."""

    def __init__(self):
        super().__init__()`),
    ...nodes.flatMap((node) => {
      const { name, layer } = node;
      if (layer.module === null) return [];
      return layerLines(node.node.id, callLines(`self.${name} = `, layer.module, '        '));
    }),
    ...(first.length > 0 ? plainLines('        self.reset_parameters()') : []),
    ...first,
    ...frozenLines(nodes),
    ...forwardLines(network),
  ];
}

/** The function that training lowers: of several Outputs the weighted sum. */
function lossLines({ outputs }: PytorchNetwork): readonly CodeLine[] {
  const termOf = ({ node, layer }: PytorchNode, values: string): CodeLine => {
    const loss = layer.loss?.(values, 'labels') ?? '0';
    const weight = lossWeight(node);
    return { node: node.id, text: weight === 1 ? loss : `${numberText(weight)} * ${loss}` };
  };
  const [main, ...auxiliary] = outputs;
  if (main === undefined) return [];
  const mainTerm = termOf(main, 'outputs');
  if (auxiliary.length === 0)
    return [
      ...plainLines(`def loss_of(outputs, labels):
    """What training lowers: the mean over the batch."""`),
      { ...mainTerm, text: `    return ${mainTerm.text}` },
    ];
  return [
    ...plainLines(`def loss_of(outputs, labels):
    """What training lowers, the sum over all heads; outside training that of the main one."""
    if torch.is_tensor(outputs):`),
    { ...mainTerm, text: `        return ${mainTerm.text}` },
    ...plainLines(`    ${outputs.map(({ name }) => name).join(', ')} = outputs`),
    ...outputs.map((output, index) => {
      const { node, text } = termOf(output, output.name);
      return { node, text: `    ${index === 0 ? 'loss =' : 'loss +='} ${text}` };
    }),
    ...plainLines('    return loss'),
  ];
}

const loader = `@torch.no_grad()
def load_layerwise_weights(model, path="weights.safetensors"):
    """Takes over weights of a safetensors file of Layerwise: an export, or a checkpoint."""
    found = load_file(path)
    state = model.state_dict()
    for name, (parameter, shape, axes) in LAYERWISE_WEIGHTS.items():
        value = found.get(f"weights/{name}", found.get(name))
        if value is None:
            raise KeyError(f"{path} holds no weight {name}: it is of another network.")
        moved = value.reshape(shape).permute(axes)
        state[parameter].copy_(moved.reshape(state[parameter].shape))`;
