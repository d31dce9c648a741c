import { datasetFacts } from '../datasets/datasetFacts';
import type { LayerNode } from '../graph/document';
import { lossWeight } from '../graph/mainOutput';
import { equalShapes, formatShape } from '../layers/shape';
import type { NodeAnalysis, Problem, Totals } from './analysis';
import type { Network } from './network';
import { findSizeProblems } from './sizeProblems';

type NodeAnalyses = ReadonlyMap<string, NodeAnalysis>;

/** What the network and its training settings say against one another: the dataset, the loss, needless biases, tensors too large to hold. */
export function findTrainingProblems(network: Network, nodes: NodeAnalyses): readonly Problem[] {
  return [
    ...imageProblems(network, nodes),
    ...network.outputs.flatMap((output) => [
      ...classProblems(network, nodes, output),
      ...lossProblems(network, output),
    ]),
    ...lossWeightProblems(network),
    ...biasProblems(network),
    ...frozenProblems(network, nodes),
    ...findSizeProblems(network, nodes),
  ];
}

/** The error of a complete network that has nothing to learn. */
export function withoutParameters({ frozen }: Totals): Problem {
  if (frozen > 0)
    return {
      severity: 'error',
      node: null,
      message: 'All layers that have weights are frozen, so training can change nothing.',
      advice: 'Unfreeze the layers that are to learn, such as the last Dense.',
    };
  return {
    severity: 'error',
    node: null,
    message: 'The network has no trainable parameters, so training can change nothing.',
    advice: 'Add a layer with weights, such as Conv2D or Dense.',
  };
}

function imageProblems({ document, inputs }: Network, nodes: NodeAnalyses): readonly Problem[] {
  const dataset = datasetFacts(document.training.dataset);
  const [input] = inputs;
  const shape = input && nodes.get(input.id)?.outputShape;
  if (input === undefined || !shape || equalShapes(shape, dataset.imageShape)) return [];
  const [height, width, channels] = dataset.imageShape;
  return [
    {
      severity: 'error',
      node: input.id,
      message: `${dataset.label} images are ${formatShape(dataset.imageShape)}; ${input.label} takes ${formatShape(shape)}.`,
      advice: `Set ${input.label} to height ${height}, width ${width} and channels ${channels}.`,
    },
  ];
}

function classProblems(
  { document, wiring }: Network,
  nodes: NodeAnalyses,
  output: LayerNode,
): readonly Problem[] {
  const dataset = datasetFacts(document.training.dataset);
  const shape = nodes.get(output.id)?.outputShape;
  if (!shape || equalShapes(shape, [dataset.classes])) return [];
  const last = wiring.nodes.get(wiring.incoming(output.id)[0]?.from ?? '');
  return [
    {
      severity: 'error',
      node: output.id,
      message: `${dataset.label} has ${dataset.classes} classes; ${output.label} gets ${formatShape(shape)} values.`,
      advice: `Give ${last?.kind === 'dense' ? last.label : `the last Dense layer before ${output.label}`} ${dataset.classes} units: one for each class.`,
    },
  ];
}

function lossProblems({ wiring }: Network, output: LayerNode): readonly Problem[] {
  const last = wiring.nodes.get(wiring.incoming(output.id)[0]?.from ?? '');
  if (last === undefined) return [];
  const loss = output.config['loss'];
  if (loss === 'softmaxCrossEntropy' && last.kind === 'softmax')
    return [
      warning(
        last,
        `Softmax is applied twice: by ${last.label} and by the loss of ${output.label}, which flattens the gradient.`,
        `Delete ${last.label}, or choose "Cross-entropy of probabilities" as the loss of ${output.label}.`,
      ),
    ];
  if (loss === 'crossEntropyOfProbabilities' && last.kind !== 'softmax' && last.kind !== 'sigmoid')
    return [
      warning(
        output,
        `The loss of ${output.label} takes probabilities, but ${last.label} gives any numbers.`,
        `Put a Softmax between them, or choose "Softmax cross-entropy" as the loss of ${output.label}.`,
      ),
    ];
  return [];
}

function lossWeightProblems({ outputs, mainOutput }: Network): readonly Problem[] {
  if (mainOutput === undefined) return [];
  if (lossWeight(mainOutput) === 0)
    return [
      {
        severity: 'error',
        node: mainOutput.id,
        message: `No loss counts: the loss weight of ${mainOutput.label} is 0${outputs.length > 1 ? ', as of every Output' : ''}.`,
        advice: `Set the loss weight of ${mainOutput.label} to 1.`,
      },
    ];
  return outputs
    .filter((output) => lossWeight(output) === 0)
    .map((output) =>
      warning(
        output,
        `The loss weight of ${output.label} is 0, so layers that lead to it alone learn nothing.`,
        `Give ${output.label} a loss weight, such as 0.3, or delete it.`,
      ),
    );
}

function biasProblems({ document, wiring, used }: Network): readonly Problem[] {
  return document.nodes.flatMap((node) => {
    const [next, ...others] = wiring.outgoing(node.id);
    const follower = wiring.nodes.get(next?.to ?? '');
    if (node.config['useBias'] !== true || follower?.kind !== 'batchNorm' || others.length > 0) return [];
    if (!used.has(node.id)) return [];
    return warning(
      node,
      `The bias of ${node.label} has no effect: ${follower.label} subtracts the mean right behind it.`,
      `Switch the bias of ${node.label} off; ${follower.label} has a shift of its own.`,
    );
  });
}

function frozenProblems({ document }: Network, nodes: NodeAnalyses): readonly Problem[] {
  if (document.startingWeights !== undefined) return [];
  const frozen = document.nodes.filter(({ id }) => {
    const node = nodes.get(id);
    return node?.usedInTraining === true && node.frozen > 0;
  });
  const [first, ...others] = frozen;
  if (first === undefined) return [];
  const more = `${others.length} more ${others.length === 1 ? 'layer' : 'layers'}`;
  const what = others.length === 0 ? `${first.label} is` : `${first.label} and ${more} are`;
  return [
    {
      severity: 'warning',
      node: others.length === 0 ? first.id : null,
      message: `${what} frozen without weights to start from, and will keep the random values that are drawn.`,
      advice: 'Choose weights to start from, as of a run, or unfreeze.',
    },
  ];
}

function warning(node: LayerNode, message: string, advice: string): Problem {
  return { severity: 'warning', node: node.id, message, advice };
}
