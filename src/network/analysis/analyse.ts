import type { NetworkDocument } from '../graph/document';
import type { Analysis, NodeAnalysis, Problem, Totals } from './analysis';
import { withoutNeedlessGradients } from './frozenPart';
import { findActivationsBehind } from './initialisation';
import { type Network, readNetwork } from './network';
import { analyseNode, unknownNode } from './nodeAnalysis';
import { findStructureProblems } from './structureProblems';
import { findTrainingProblems, withoutParameters } from './trainingProblems';

/**
 * Shapes, weights, costs and problems of a network in any state of being drawn. Never throws; quick enough
 * for each keystroke. Errors come before warnings; a problem is reported where it arises, not again behind it.
 */
export function analyse(document: NetworkDocument): Analysis {
  const network = readNetwork(document);
  const structure = findStructureProblems(network);
  const broken = new Set(structure.filter(isError).map((problem) => problem.node));
  const { nodes: analysed, problems: shapes } = analyseNodes(network, broken);
  const nodes = withoutNeedlessGradients(analysed, network.order, network.wiring);
  const training = findTrainingProblems(network, nodes);
  const found = [...structure, ...shapes, ...training];
  const totals = sumUp(nodes);
  if (totals.trainable === 0 && ![...structure, ...shapes].some(isError))
    found.push(withoutParameters(totals));
  const problems = [...found.filter(isError), ...found.filter((problem) => !isError(problem))];
  return { nodes, order: network.order, totals, problems, trains: !problems.some(isError) };
}

function analyseNodes(
  network: Network,
  broken: ReadonlySet<string | null>,
): { readonly nodes: ReadonlyMap<string, NodeAnalysis>; readonly problems: readonly Problem[] } {
  const { wiring, order, used } = network;
  const activations = findActivationsBehind(order, wiring);
  const nodes = new Map<string, NodeAnalysis>();
  const problems: Problem[] = [];
  for (const id of order) {
    const node = wiring.nodes.get(id);
    const kind = network.kindOf(id);
    const incoming = wiring.incoming(id);
    const taken = kind?.inputs === 'none' ? [] : kind?.inputs === 'one' ? incoming.slice(0, 1) : incoming;
    const missing = kind?.inputs === 'one' && taken.length === 0;
    const inputShapes = missing ? [null] : taken.map((edge) => nodes.get(edge.from)?.outputShape ?? null);
    const depthBefore = taken.reduce(
      (deepest, { from }) => Math.max(deepest, nodes.get(from)?.depth ?? 0),
      0,
    );
    const usedInTraining = used.has(id);
    if (node === undefined || kind === undefined || broken.has(id)) {
      nodes.set(id, unknownNode(inputShapes, depthBefore, usedInTraining));
      continue;
    }
    const activation = activations.get(id);
    const result = analyseNode(node, kind, { inputShapes, activation, depthBefore, usedInTraining });
    nodes.set(id, result.analysis);
    if (result.problem === null) continue;
    // What is left out of training can't keep the rest from it.
    problems.push({ severity: usedInTraining ? 'error' : 'warning', node: id, ...result.problem });
  }
  return { nodes, problems };
}

function sumUp(nodes: ReadonlyMap<string, NodeAnalysis>): Totals {
  let [trainable, nonTrainable, frozen, macs] = [0, 0, 0, 0];
  for (const node of nodes.values()) {
    if (!node.usedInTraining) continue;
    trainable += node.trainable;
    nonTrainable += node.nonTrainable;
    frozen += node.frozen;
    macs += node.macs;
  }
  return { trainable, nonTrainable, frozen, macs };
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
