import fc from 'fast-check';
import { analyse } from '../../../src/network/analysis/analyse';
import { assertNever } from '../../../src/network/assertNever';
import {
  groupLayers,
  moveBlock,
  renameBlock,
  setCollapsed,
  ungroup,
} from '../../../src/network/graph/blocks/blockEdits';
import { toggleAllBlocks, toggleBlock } from '../../../src/network/graph/blocks/openBlock';
import type { NetworkDocument, Position } from '../../../src/network/graph/document';
import type { Edit } from '../../../src/network/graph/edits';
import { jointFields, setFields } from '../../../src/network/graph/jointFields';
import {
  addLayer,
  connectLayers,
  insertLayer,
  moveLayers,
  removeLayers,
  renameLayer,
  renameProject,
  setField,
  setTraining,
} from '../../../src/network/graph/layerEdits';
import { duplicateLayers, pasteLayers } from '../../../src/network/graph/paste';
import { tidyLayout } from '../../../src/network/graph/tidy/tidyLayout';
import type { TrainingSettings } from '../../../src/network/graph/trainingSettings';
import type { FieldValue } from '../../../src/network/layers/fields';
import { layerKind, layerKinds } from '../../../src/network/layers/registry';
import { fieldValues } from '../layers/layerArbitraries';
import { documents, positions, trainings } from './documentArbitraries';

/** Something that a person does in the editor; numbers choose among the layers and edges there are then. */
export type Action =
  | {
      readonly type: 'add';
      readonly kind: string;
      readonly position: Position;
      readonly after: number | undefined;
    }
  | { readonly type: 'insert'; readonly kind: string; readonly position: Position; readonly edge: number }
  | { readonly type: 'remove'; readonly nodes: readonly number[]; readonly edges: readonly number[] }
  | { readonly type: 'connect'; readonly from: number; readonly to: number }
  | { readonly type: 'setField'; readonly node: number; readonly values: readonly [string, FieldValue][] }
  | { readonly type: 'rename'; readonly node: number; readonly label: string }
  | { readonly type: 'move'; readonly nodes: readonly number[]; readonly position: Position }
  | { readonly type: 'paste'; readonly from: NetworkDocument; readonly position: Position }
  | { readonly type: 'duplicate'; readonly nodes: readonly number[] }
  | { readonly type: 'tidy' }
  | { readonly type: 'group'; readonly nodes: readonly number[]; readonly collapsed: boolean }
  | { readonly type: 'ungroup'; readonly block: number }
  | { readonly type: 'renameBlock'; readonly block: number; readonly label: string }
  | { readonly type: 'moveBlock'; readonly block: number; readonly by: Position }
  | { readonly type: 'toggleAllBlocks'; readonly collapsed: boolean }
  | {
      readonly type: 'setCollapsed' | 'toggleBlock';
      readonly block: number;
      readonly collapsed: boolean;
    }
  | {
      readonly type: 'setFields';
      readonly nodes: readonly number[];
      readonly values: readonly [string, FieldValue][];
    }
  | { readonly type: 'train'; readonly training: TrainingSettings }
  | { readonly type: 'renameProject'; readonly name: string };

const kinds = fc.constantFrom(...layerKinds.map((kind) => kind.kind));
const choices = fc.array(fc.nat(), { maxLength: 3 });
const anyFields = fc.tuple(
  ...layerKinds
    .flatMap((kind) => Object.entries(kind.fields))
    .map(([name, field]) => fc.tuple(fc.constant(name), fieldValues(field))),
);

export const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('add' as const),
      kind: kinds,
      position: positions,
      after: fc.option(fc.nat(), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('insert' as const),
      kind: kinds,
      position: positions,
      edge: fc.nat(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('remove' as const), nodes: choices, edges: choices }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('connect' as const), from: fc.nat(), to: fc.nat() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('setField' as const), node: fc.nat(), values: anyFields }),
  },
  fc.record({ type: fc.constant('rename' as const), node: fc.nat(), label: fc.string({ maxLength: 10 }) }),
  fc.record({ type: fc.constant('move' as const), nodes: choices, position: positions }),
  fc.record({ type: fc.constant('paste' as const), from: documents, position: positions }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('duplicate' as const), nodes: choices }) },
  fc.record({ type: fc.constant('tidy' as const) }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('group' as const),
      nodes: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      collapsed: fc.boolean(),
    }),
  },
  fc.record({ type: fc.constant('ungroup' as const), block: fc.nat() }),
  fc.record({
    type: fc.constant('renameBlock' as const),
    block: fc.nat(),
    label: fc.string({ maxLength: 10 }),
  }),
  fc.record({ type: fc.constant('moveBlock' as const), block: fc.nat(), by: positions }),
  fc.record({ type: fc.constant('toggleAllBlocks' as const), collapsed: fc.boolean() }),
  fc.record({
    type: fc.constantFrom('setCollapsed' as const, 'toggleBlock' as const),
    block: fc.nat(),
    collapsed: fc.boolean(),
  }),
  fc.record({ type: fc.constant('setFields' as const), nodes: choices, values: anyFields }),
  fc.record({ type: fc.constant('train' as const), training: trainings }),
  fc.record({ type: fc.constant('renameProject' as const), name: fc.string({ maxLength: 10 }) }),
);

/** The edit that an action comes to on this document; null where there is nothing to act on, or it is refused. */
export function planAction(document: NetworkDocument, action: Action): Edit | null {
  const node = (choice: number) => document.nodes[choice % document.nodes.length];
  const edge = (choice: number) => document.edges[choice % document.edges.length];
  const chosen = <Item>(items: readonly (Item | undefined)[]) => [
    ...new Set(items.filter((item) => item !== undefined)),
  ];
  switch (action.type) {
    case 'add': {
      const after = action.after === undefined ? undefined : node(action.after);
      return addLayer(document, action.kind, action.position, after?.id).edit;
    }
    case 'insert': {
      const target = edge(action.edge);
      return target === undefined ? null : insertLayer(document, target, action.kind, action.position).edit;
    }
    case 'remove':
      return removeLayers(
        document,
        chosen(action.nodes.map(node)).map(({ id }) => id),
        chosen(action.edges.map(edge)),
      );
    case 'connect': {
      const [from, to] = [node(action.from), node(action.to)];
      if (from === undefined || to === undefined) return null;
      const result = connectLayers(document, from.id, to.id);
      return 'changes' in result ? result : null;
    }
    case 'setField': {
      const target = node(action.node);
      if (target === undefined) return null;
      const fields = layerKind(target.kind).fields;
      const value = action.values.find(([name, drawn]) => typeof fields[name]?.default === typeof drawn);
      const [name, drawn] = value ?? [];
      if (name === undefined || drawn === undefined || fields[name]?.type === 'choice') return null;
      return setField(document, target.id, name, drawn);
    }
    case 'rename': {
      const target = node(action.node);
      return target === undefined ? null : renameLayer(document, target.id, action.label);
    }
    case 'move':
      return moveLayers(
        document,
        Object.fromEntries(chosen(action.nodes.map(node)).map(({ id }) => [id, action.position])),
      );
    case 'paste': {
      const result = pasteLayers(document, action.from, { at: action.position });
      return 'edit' in result ? result.edit : null;
    }
    case 'duplicate': {
      const result = duplicateLayers(
        document,
        chosen(action.nodes.map(node)).map(({ id }) => id),
      );
      return 'edit' in result ? result.edit : null;
    }
    case 'tidy':
      return tidyLayout(document, analyse(document));
    case 'group': {
      const targets = chosen(action.nodes.map(node)).map(({ id }) => id);
      if (targets.length === 0) return null;
      const result = groupLayers(document, targets, { collapsed: action.collapsed });
      return 'edit' in result ? result.edit : null;
    }
    case 'ungroup':
    case 'renameBlock':
    case 'moveBlock':
    case 'setCollapsed':
    case 'toggleBlock': {
      const block = document.blocks[action.block % document.blocks.length];
      return block === undefined ? null : planBlockAction(document, block.id, action);
    }
    case 'toggleAllBlocks':
      return toggleAllBlocks(document, analyse(document), action.collapsed);
    case 'setFields': {
      const targets = chosen(action.nodes.map(node));
      const [shared] = jointFields(targets);
      const drawn = action.values.find(([name]) => name === shared?.name);
      if (shared === undefined || shared.field.type === 'choice' || drawn === undefined) return null;
      if (typeof drawn[1] !== typeof shared.field.default) return null;
      const ids = targets.map(({ id }) => id);
      return setFields(document, ids, ...drawn);
    }
    case 'train':
      return setTraining(document, action.training);
    case 'renameProject':
      return renameProject(document, action.name);
    default:
      return assertNever(action);
  }
}

type BlockAction = Extract<Action, { readonly block: number }>;

function planBlockAction(document: NetworkDocument, id: string, action: BlockAction): Edit {
  switch (action.type) {
    case 'ungroup':
      return ungroup(document, id);
    case 'renameBlock':
      return renameBlock(document, id, action.label);
    case 'moveBlock':
      return moveBlock(document, id, action.by);
    case 'setCollapsed':
      return setCollapsed(document, id, action.collapsed);
    case 'toggleBlock':
      return toggleBlock(document, analyse(document), id, action.collapsed);
    default:
      return assertNever(action);
  }
}
