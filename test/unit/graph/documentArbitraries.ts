import fc from 'fast-check';
import { assertNever } from '../../../src/network/assertNever';
import type { LayerEdge, LayerNode, NetworkDocument, Position } from '../../../src/network/graph/document';
import type { Edit } from '../../../src/network/graph/edits';
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
import {
  defaultTrainingSettings,
  optimizerDefaults,
  type TrainingSettings,
} from '../../../src/network/graph/trainingSettings';
import type { FieldValue, LayerConfig } from '../../../src/network/layers/fields';
import { layerKind, layerKinds } from '../../../src/network/layers/registry';
import { configs, fieldValues } from '../layers/layerArbitraries';

const coordinates = fc.integer({ min: -2000, max: 4000 });
const positions: fc.Arbitrary<Position> = fc.record({ x: coordinates, y: coordinates });
const labels = fc.string({ minLength: 1, maxLength: 20 });

export const trainings: fc.Arbitrary<TrainingSettings> = fc
  .record({
    epochs: fc.integer({ min: 1, max: 500 }),
    batchSize: fc.integer({ min: 1, max: 512 }),
    rule: fc.constantFrom(...Object.values(optimizerDefaults)),
    schedule: fc.oneof(
      fc.constant({ type: 'constant' } as const),
      fc.record({
        type: fc.constant('step' as const),
        everyEpochs: fc.integer({ min: 1, max: 50 }),
        factor: fc.constantFrom(0.1, 0.5, 1),
      }),
      fc.record({ type: fc.constant('cosine' as const), finalFraction: fc.constantFrom(0, 0.01, 1) }),
    ),
    shuffle: fc.boolean(),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  })
  .map(({ rule, ...settings }) => ({ ...defaultTrainingSettings, ...rule, ...settings }));

/** A file has no negative zero. */
function withoutNegativeZero(config: LayerConfig): LayerConfig {
  const plain = (value: FieldValue) => (value === 0 ? 0 : value);
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, plain(value)]));
}

const nodes: fc.Arbitrary<readonly LayerNode[]> = fc
  .array(
    fc.constantFrom(...layerKinds).chain((kind) =>
      fc.record({
        kind: fc.constant(kind.kind),
        label: labels,
        config: configs(kind).map(withoutNegativeZero),
        position: positions,
      }),
    ),
    { maxLength: 14 },
  )
  .map((drawn) => drawn.map((node, index) => ({ id: `n${index}`, ...node })));

/**
 * Projects that a file may hold: any layers with any settings, connected anyhow (loops, gaps and unfit
 * shapes included), with at most one connection to an input.
 */
export const documents: fc.Arbitrary<NetworkDocument> = fc
  .record({
    name: labels,
    nodes,
    wishes: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), input: fc.nat({ max: 3 }) }), {
      maxLength: 24,
    }),
    training: trainings,
  })
  .map(({ wishes, ...document }) => ({ ...document, edges: possibleEdges(document.nodes, wishes) }));

interface Wish {
  readonly from: number;
  readonly to: number;
  readonly input: number;
}

function possibleEdges(drawn: readonly LayerNode[], wishes: readonly Wish[]): readonly LayerEdge[] {
  const edges: LayerEdge[] = [];
  for (const wish of wishes) {
    const from = drawn[wish.from % drawn.length];
    const to = drawn[wish.to % drawn.length];
    if (from === undefined || to === undefined || layerKind(from.kind).terminal === true) continue;
    const { inputs } = layerKind(to.kind);
    const input = inputs === 'many' ? wish.input : 0;
    if (inputs === 'none' || edges.some((edge) => edge.to === to.id && edge.input === input)) continue;
    edges.push({ from: from.id, to: to.id, input });
  }
  return edges;
}

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
    case 'train':
      return setTraining(document, action.training);
    case 'renameProject':
      return renameProject(document, action.name);
    default:
      return assertNever(action);
  }
}
