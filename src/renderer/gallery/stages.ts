import type { Analysis } from '../../network/analysis/analysis';
import { blockTree } from '../../network/graph/blocks/blockTree';
import type { Block, LayerNode, NetworkDocument } from '../../network/graph/document';
import type { Wiring } from '../../network/graph/wiring';
import { layerKind } from '../../network/layers/registry';
import type { Shape } from '../../network/layers/shape';
import { t } from '../language/t';
import type { MainPath } from './mainPath';
import { describeParts, type StagePart } from './stageText';

/** A part of a network as the papers' tables list it: a row. */
export interface Stage {
  readonly name: string;
  /** Height × width of the maps that it gives; 1 for vectors. */
  readonly size: string;
  /** Its layers in short: `[3×3, 64] ×2`. */
  readonly layers: string;
  /** How often that comes one behind the other. */
  readonly repeats: number;
  /** Trainable values. */
  readonly parameters: number;
}

interface OpenStage {
  /** Outermost block that its layers are in; null where they are in none. */
  block: Block | null;
  /** Shape that it gives. */
  shape: Shape | null;
  readonly members: LayerNode[];
  readonly parts: StagePart[];
  parameters: number;
}

/**
 * The stages of a network: its outermost blocks, and outside of blocks what lies along its path between two changes of
 * the maps' size. A unit with a shortcut, or with branches that are joined, belongs whole to the stage that it leads to.
 */
export function stagesOf(document: NetworkDocument, path: MainPath, analysis: Analysis): readonly Stage[] {
  const { ids, wiring } = path;
  const tree = blockTree(document);
  const stages: OpenStage[] = [];
  const stageOf = new Map<string, OpenStage>();
  ids.forEach((id, place) => {
    const node = wiring.nodes.get(id);
    if (node === undefined || !counts(node)) return;
    const end = endOfUnit(path, place);
    const shape = analysis.nodes.get(ids[end ?? place] ?? id)?.outputShape ?? null;
    const block = tree.around(node.block).at(-1) ?? null;
    let stage = stages.at(-1);
    if (stage === undefined || !joins(stage, block, shape, analysis)) {
      stage = { block, shape, members: [], parts: [], parameters: 0 };
      stages.push(stage);
    }
    stage.block ??= block;
    stage.members.push(node);
    if (layerKind(node.kind).category === 'convolution') stage.shape = shape;
    stageOf.set(id, stage);
    const part = stage.parts.at(-1);
    if (part === undefined || part.end !== end)
      stage.parts.push({ end, layers: [node], joined: joinedAt(path, end, analysis) });
    else part.layers.push(node);
  });
  const onPath = new Set(ids);
  for (const [id, { trainable, usedInTraining }] of analysis.nodes) {
    const stage = stageOf.get(placeOnPath(id, onPath, wiring) ?? '');
    if (stage !== undefined && usedInTraining) stage.parameters += trainable;
  }
  const heads = analysis.totals.trainable - stages.reduce((sum, { parameters }) => sum + parameters, 0);
  const listed = stages.map((stage) => asStage(stage, analysis));
  return heads > 0 ? [...listed, auxiliaryHeads(heads)] : listed;
}

/**
 * Whether a layer belongs to the stage before it: the same block, or the same size outside of blocks. What has nothing
 * to learn in front of a block, such as a pool, goes with the block.
 */
function joins(stage: OpenStage, block: Block | null, shape: Shape | null, analysis: Analysis): boolean {
  if (block !== null && stage.block !== null) return block.id === stage.block.id;
  if (mapSize(stage.shape) !== mapSize(shape)) return false;
  return block === null ? stage.block === null : !stage.members.some(({ id }) => learns(id, analysis));
}

function asStage({ block, shape, members, parts, parameters }: OpenStage, analysis: Analysis): Stage {
  return {
    name: block?.label ?? nameOf(members, analysis),
    size: sizeText(shape),
    ...describeParts(parts, mapSize(shape) > 1),
    parameters,
  };
}

/** What leads to other outputs than the main one. */
function auxiliaryHeads(parameters: number): Stage {
  return { name: t`heads`, size: '1', layers: t`auxiliary outputs`, repeats: 1, parameters };
}

/** After the first layer that has something to learn, or the first of all. */
function nameOf(members: readonly LayerNode[], analysis: Analysis): string {
  return (members.find(({ id }) => learns(id, analysis)) ?? members[0])?.label ?? '';
}

function learns(id: string, { nodes }: Analysis): boolean {
  return (nodes.get(id)?.trainable ?? 0) > 0;
}

/** The place where the outermost way comes back that left before this place; null where there is none. */
function endOfUnit({ returns }: MainPath, place: number): number | null {
  const around = returns.filter(({ from, to }) => from < place && place <= to);
  return around.length === 0 ? null : Math.max(...around.map(({ to }) => to));
}

/** The branches that are joined there; null where none are. */
function joinedAt({ ids, wiring }: MainPath, end: number | null, analysis: Analysis): StagePart['joined'] {
  const id = ids[end ?? -1];
  if (id === undefined || wiring.nodes.get(id)?.kind !== 'concat') return null;
  const channels = analysis.nodes.get(id)?.outputShape?.at(-1) ?? 0;
  return { branches: wiring.incoming(id).length, channels };
}

/** The first layer of the path that a layer's data comes to; null where it never does. */
function placeOnPath(id: string, onPath: ReadonlySet<string>, wiring: Wiring): string | null {
  const seen = new Set<string>();
  let layer: string | undefined = id;
  while (layer !== undefined && !seen.has(layer)) {
    if (onPath.has(layer)) return layer;
    seen.add(layer);
    layer = wiring.outgoing(layer)[0]?.to;
  }
  return null;
}

function counts({ kind }: LayerNode): boolean {
  const { inputs, terminal } = layerKind(kind);
  return inputs !== 'none' && terminal !== true;
}

/** Height of the maps; 1 for vectors and for maps of one value. */
function mapSize(shape: Shape | null): number {
  return shape === null || shape.length < 3 ? 1 : (shape[0] ?? 1);
}

function sizeText(shape: Shape | null): string {
  if (shape === null) return '?';
  return shape.length < 3 || shape[0] === 1 ? '1' : shape.slice(0, 2).join('×');
}
