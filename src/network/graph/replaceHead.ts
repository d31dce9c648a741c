import type { Analysis } from '../analysis/analysis';
import type { LayerProblem } from '../layers/defineLayer';
import { findLayerKind, layerKind } from '../layers/registry';
import type { LayerNode, NetworkDocument } from './document';
import type { Change, Edit } from './edits';
import { fewestForTopFive, type LayerWithWidth, lastWithWidth } from './fitToDataset';
import { freeLayerName, takenNames } from './layerName';
import { wire } from './wiring';

/** A head that was replaced, and what took its place. */
export interface HeadReplacement {
  readonly edit: Edit;
  /** Ids of the new layers. */
  readonly heads: readonly string[];
}

/**
 * Puts a new layer in the place of the last one before each Output, with as many units as there are classes, and freezes
 * all others: what was learnt is kept, and the new one learns from its first step. Its id is new, so that no weights
 * are taken for it from those that the network starts from.
 */
export function replaceHead(
  document: NetworkDocument,
  analysis: Analysis,
  classes: number,
): HeadReplacement | { readonly problem: LayerProblem } {
  const heads = headsOf(document);
  const [first] = heads;
  if (first === undefined) return { problem: noHead };
  const fixed = fixedBehind(document, analysis, heads);
  if (fixed !== undefined) return { problem: fixedHead(fixed) };
  const taken = takenNames(document);
  const replaced = new Map(
    heads.map(({ node, width }) => {
      const name = freeLayerName(taken, layerKind(node.kind));
      taken.add(name);
      return [node.id, newHead(node, name, width, classes)];
    }),
  );
  const outputs = document.nodes.filter(
    ({ config, kind }) =>
      findLayerKind(kind)?.terminal === true &&
      config['metric'] === 'top5Accuracy' &&
      classes < fewestForTopFive,
  );
  const rest = document.nodes.filter(
    ({ id, frozen }) =>
      !replaced.has(id) && frozen !== true && (analysis.nodes.get(id)?.weights.length ?? 0) > 0,
  );
  const label = heads.length === 1 ? `Replace ${first.node.label}` : `Replace ${heads.length} heads`;
  const changes: readonly Change[] = [
    ...replaceNodes(document, replaced),
    ...outputs.map(
      ({ id, config }): Change => ({ type: 'setConfig', id, config: { ...config, metric: 'accuracy' } }),
    ),
    { type: 'setFrozen', layers: Object.fromEntries(rest.map(({ id }) => [id, true])) },
  ];
  return { edit: { label, changes }, heads: [...replaced.values()].map(({ id }) => id) };
}

/** The layers that a new head would take the place of. */
export function headsOf(document: NetworkDocument): readonly LayerWithWidth[] {
  const wiring = wire(document);
  const found = document.nodes.flatMap((node) =>
    findLayerKind(node.kind)?.terminal === true ? (lastWithWidth(node, wiring) ?? []) : [],
  );
  return found.filter(({ node }, place) => found.findIndex((other) => other.node.id === node.id) === place);
}

function newHead(
  { frozen, learningRateFactor, ...node }: LayerNode,
  name: string,
  width: string,
  classes: number,
) {
  return { ...node, id: name, label: name, config: { ...node.config, [width]: classes } };
}

/** Each new layer takes its place in the order of layers, and its connections theirs. */
function replaceNodes(
  { nodes, edges }: NetworkDocument,
  replaced: ReadonlyMap<string, LayerNode>,
): readonly Change[] {
  const renamed = (id: string) => replaced.get(id)?.id ?? id;
  const moved = edges.filter(({ from, to }) => replaced.has(from) || replaced.has(to));
  return [
    ...moved.map((edge): Change => ({ type: 'removeEdge', edge })),
    ...nodes.flatMap(({ id }, index): Change[] => {
      const node = replaced.get(id);
      return node === undefined
        ? []
        : [
            { type: 'removeNode', id },
            { type: 'addNode', node, index },
          ];
    }),
    ...moved.map(
      (edge): Change => ({
        type: 'addEdge',
        edge: { ...edge, from: renamed(edge.from), to: renamed(edge.to) },
        index: edges.indexOf(edge),
      }),
    ),
  ];
}

/** A layer with weights between a head and its Output: the classes are told apart there, by what is given and not learnt. */
function fixedBehind(
  document: NetworkDocument,
  { nodes }: Analysis,
  heads: readonly LayerWithWidth[],
): LayerNode | undefined {
  const wiring = wire(document);
  const seen = new Set<string>();
  for (const { node } of heads)
    for (let [next] = wiring.outgoing(node.id); next !== undefined; [next] = wiring.outgoing(next.to)) {
      if (seen.has(next.to)) break;
      seen.add(next.to);
      const behind = wiring.nodes.get(next.to);
      if ((nodes.get(next.to)?.weights.length ?? 0) > 0) return behind;
    }
  return undefined;
}

function fixedHead({ label }: LayerNode): LayerProblem {
  return {
    message: `${label} tells the classes apart, and a new one of its kind would not learn to.`,
    advice: `Put a Dense layer in the place of ${label} first.`,
  };
}

const noHead: LayerProblem = {
  message: 'There is no head to replace: no Output takes what a Dense layer gives.',
  advice: 'Connect a Dense layer to the Output first.',
};
