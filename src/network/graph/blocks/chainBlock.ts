import type { Analysis } from '../../analysis/analysis';
import type { LayerProblem } from '../../layers/defineLayer';
import type { Block, LayerEdge, LayerNode, NetworkDocument } from '../document';
import type { Change, Edit } from '../edits';
import { takenNames } from '../layerName';
import { projectLimits } from '../projectSchema';
import { takenBlockLabels } from './blockName';
import { blockTree } from './blockTree';
import { chainEnds } from './chainEnds';
import { chainNames } from './chainNames';
import { roomForChain } from './chainRoom';
import type { ChainRule } from './chainRules';
import type { CopyPlan } from './copyPlan';
import { planCopy } from './planCopy';

export interface ChainChoice {
  readonly copies: number;
  readonly rule: ChainRule;
}

/** Copies that a chain may get at once: more than any known network has alike blocks in a row. */
export const mostCopies = 64;

/** A chain as an edit, with the ids of the copies of the block and of their exits, the original's first. */
export type ChainResult =
  | { readonly edit: Edit; readonly blocks: readonly string[]; readonly exits: readonly string[] }
  | { readonly problem: LayerProblem };

/**
 * Puts copies of a block behind it, one after the other: each takes what the one before gives, and the last feeds what
 * the block fed. Cards behind it make room.
 */
export function chainBlock(
  document: NetworkDocument,
  analysis: Analysis,
  id: string,
  { copies, rule }: ChainChoice,
): ChainResult {
  const tree = blockTree(document);
  const block = tree.blocks.get(id);
  if (block === undefined) throw new Error(`There is no block "${id}" to copy.`);
  const ends = chainEnds(document, block);
  if ('problem' in ends) return ends;
  const most = projectLimits.nodes - document.nodes.length;
  if (copies * tree.layers(id).length > most)
    return {
      problem: {
        message: `The network would have more than ${projectLimits.nodes.toLocaleString('en')} layers.`,
        advice: 'Make fewer copies.',
      },
    };
  const names = chainNames(block, {
    layers: takenNames(document),
    blockIds: new Set(document.blocks.map((other) => other.id)),
    blockLabels: takenBlockLabels(document),
  });
  const room = roomForChain(document, block, copies);
  const added: { blocks: Block[]; nodes: LayerNode[]; edges: LayerEdge[] } = {
    blocks: [],
    nodes: [],
    edges: [],
  };
  const exits = [ends.exit];
  const blocks = [id];
  for (let copy = 1; copy <= copies; copy += 1) {
    const plan = planCopy(document, analysis, block, ends, { rule, copy });
    const from = exits.at(-1) ?? ends.exit;
    const made = copyOf(plan, from, {
      names,
      copy,
      parent: block.parent,
      right: room.step * copy,
    });
    added.blocks.push(...made.blocks);
    added.nodes.push(...made.nodes);
    added.edges.push(...made.edges);
    exits.push(made.exit);
    blocks.push(made.blocks[0]?.id ?? id);
  }
  const last = exits.at(-1) ?? ends.exit;
  const place = 1 + document.nodes.findLastIndex((node) => tree.layers(id).includes(node));
  const changes: readonly Change[] = [
    ...room.changes,
    ...added.blocks.map(
      (item, index): Change => ({ type: 'addBlock', block: item, index: document.blocks.length + index }),
    ),
    ...added.nodes.map((node, index): Change => ({ type: 'addNode', node, index: place + index })),
    ...ends.leaving.flatMap((edge): Change[] => [
      { type: 'removeEdge', edge },
      { type: 'addEdge', edge: { ...edge, from: last }, index: document.edges.indexOf(edge) },
    ]),
    ...added.edges.map((edge): Change => ({ type: 'addEdge', edge })),
  ];
  return { edit: { label: `Chain ${block.label} ×${copies + 1}`, changes }, blocks, exits };
}

interface CopyPlace {
  readonly names: ReturnType<typeof chainNames>;
  readonly copy: number;
  readonly parent: string | null;
  /** How far right of the original, in px. */
  readonly right: number;
}

/** One copy, named and placed, and fed by a layer. */
function copyOf(plan: CopyPlan, from: string, { names, copy, parent, right }: CopyPlace) {
  const shifted = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: x + right, y });
  const blockIds = new Map<string, string>();
  const blocks = plan.blocks.map((block, index): Block => {
    const named = names.block(block, copy);
    blockIds.set(block.id, named.id);
    const around = block.parent === null ? undefined : blockIds.get(block.parent);
    return {
      ...block,
      ...named,
      parent: index === 0 ? parent : (around ?? parent),
      position: shifted(block.position),
    };
  });
  const ids = new Map<string, string>();
  const nodes = plan.nodes.map((node): LayerNode => {
    const named = names.layer(node, copy);
    ids.set(node.id, named.id);
    const block = node.block === undefined ? undefined : blockIds.get(node.block);
    return { ...node, ...named, position: shifted(node.position), ...(block !== undefined && { block }) };
  });
  const idOf = (id: string) => ids.get(id) ?? id;
  return {
    blocks,
    nodes,
    edges: [
      ...plan.entering.map(({ to, input }): LayerEdge => ({ from, to: idOf(to), input })),
      ...plan.edges.map((edge): LayerEdge => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
    ],
    exit: idOf(plan.exit),
  };
}
