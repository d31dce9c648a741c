import type { LayerNode } from '../graph/document';
import { upstream } from '../graph/wiring';
import { checkConfig } from '../layers/config';
import type { LayerConfig } from '../layers/fields';
import type { Problem } from './analysis';
import type { Network } from './network';

/**
 * What is wrong with the drawing itself: its ends, its connections, its loops. A layer that no image
 * reaches is reported once, at the first layer on the way whose input is missing.
 */
export function findStructureProblems(network: Network): readonly Problem[] {
  return [
    ...endProblems(network),
    ...network.cycles.map((cycle) => cycleProblem(network, cycle)),
    ...[...network.wiring.nodes.values()].flatMap((node) => nodeProblems(network, node)),
  ];
}

function endProblems({ inputs, outputs, unusedInputs }: Network): readonly Problem[] {
  const problems: Problem[] = [];
  // An Input that is there but not connected shows at the layer that misses it.
  if (inputs.length === 0 && unusedInputs.length === 0)
    problems.push(
      error(
        null,
        'The network has no Input, so no image can reach it.',
        'Add an Input from the palette and connect it to the first layer.',
      ),
    );
  if (outputs.length === 0)
    problems.push(
      error(
        null,
        'The network has no Output, so there is no loss to train on.',
        'Add an Output from the palette behind the last layer.',
      ),
    );
  const [firstInput, ...otherInputs] = inputs;
  for (const node of otherInputs)
    problems.push(
      error(
        node.id,
        `${node.label} is a second Input; only one (${firstInput?.label}) can be fed.`,
        `Delete ${node.label}, and start its connections at ${firstInput?.label}.`,
      ),
    );
  return problems;
}

/** Cycles longer than this are named by their first layers. */
const namedLayers = 6;

function cycleProblem({ wiring }: Network, cycle: readonly string[]): Problem {
  const labels = cycle.map((id) => wiring.nodes.get(id)?.label ?? id);
  const named = labels.length > namedLayers ? [...labels.slice(0, namedLayers), '…'] : labels;
  return error(
    cycle[0] ?? null,
    `${[...named, labels[0]].join(' → ')} is a loop, so no layer of it can be computed first.`,
    'Delete one of these connections: data flows one way, from Input to Output.',
  );
}

function nodeProblems(network: Network, node: LayerNode): readonly Problem[] {
  const { wiring, used } = network;
  const kind = network.kindOf(node.id);
  if (kind === undefined)
    return [
      error(
        node.id,
        `${node.label} is of the kind "${node.kind}", which this version doesn't know.`,
        'Delete it, or open the project in a newer Layerwise.',
      ),
    ];
  const settings = checkedSettings(network, node);
  if (settings !== null) return [settings];
  const unconnected = kind.inputs !== 'none' && wiring.incoming(node.id).length === 0;
  if (!used.has(node.id)) return wiring.outgoing(node.id).length === 0 ? [leadsNowhere(network, node)] : [];
  if (!unconnected) return [];
  return [
    error(
      node.id,
      `${node.label} has no input, so no image reaches it.`,
      'Connect the output of another layer to it, or delete it.',
    ),
  ];
}

function leadsNowhere({ wiring, used }: Network, node: LayerNode): Problem {
  const before = [...upstream(wiring, [node.id])].filter((id) => id !== node.id && !used.has(id)).length;
  const subject =
    before === 0 ? 'It is' : `It and the ${before === 1 ? 'layer' : `${before} layers`} in front of it are`;
  return {
    severity: 'warning',
    node: node.id,
    message: `${node.label} leads nowhere: no layer takes its output. ${subject} left out of training.`,
    advice: 'Connect it to a layer that leads to the Output, or delete it.',
  };
}

/** Settings never change in place, so each object of them is checked once for its kind. */
const checkedBefore = new WeakMap<LayerConfig, { readonly kind: string; readonly fits: boolean }>();

function checkedSettings(network: Network, { id, kind: name, config }: LayerNode): Problem | null {
  const before = checkedBefore.get(config);
  if (before?.kind === name && before.fits) return null;
  const kind = network.kindOf(id);
  const result = kind === undefined ? { config } : checkConfig(kind, config);
  checkedBefore.set(config, { kind: name, fits: !('problem' in result) });
  return 'problem' in result ? error(id, result.problem.message, result.problem.advice) : null;
}

function error(node: string | null, message: string, advice: string): Problem {
  return { severity: 'error', node, message, advice };
}
