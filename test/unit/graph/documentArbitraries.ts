import fc from 'fast-check';
import { blockTree } from '../../../src/network/graph/blocks/blockTree';
import type {
  Block,
  LayerEdge,
  LayerNode,
  NetworkDocument,
  Note,
  Position,
} from '../../../src/network/graph/document';
import { withOptions } from '../../../src/network/graph/documentItems';
import { noteColours, noteWidths } from '../../../src/network/graph/notes/note';
import type { StartingWeightsReference } from '../../../src/network/graph/startingWeights';
import {
  defaultTrainingSettings,
  optimizerDefaults,
  type TrainingSettings,
} from '../../../src/network/graph/trainingSettings';
import type { FieldValue, LayerConfig } from '../../../src/network/layers/fields';
import { layerKind, layerKinds } from '../../../src/network/layers/registry';
import { configs } from '../layers/layerArbitraries';

const coordinates = fc.integer({ min: -2000, max: 4000 });
export const positions: fc.Arbitrary<Position> = fc.record({ x: coordinates, y: coordinates });
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

/** Most layers learn at the network's own rate. */
export const factors = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1) },
  fc.constantFrom(1e-6, 0.1, 0.5, 1000),
);

export const references: fc.Arbitrary<StartingWeightsReference> = fc.oneof(
  fc.record({
    type: fc.constant('file' as const),
    path: labels,
    name: labels,
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
  }),
  fc.record({
    type: fc.constant('run' as const),
    run: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,30}$/),
    name: labels,
  }),
);

const nodes: fc.Arbitrary<readonly LayerNode[]> = fc
  .array(
    fc.constantFrom(...layerKinds).chain((kind) =>
      fc.record({
        kind: fc.constant(kind.kind),
        label: labels,
        config: configs(kind).map(withoutNegativeZero),
        position: positions,
        frozen: fc.boolean(),
        learningRateFactor: factors,
      }),
    ),
    { maxLength: 14 },
  )
  .map((drawn) => drawn.map((node, index) => withOptions({ id: `n${index}`, block: undefined, ...node })));

export const noteTexts = fc
  .array(fc.string({ maxLength: 30 }), { maxLength: 4 })
  .map((lines) => lines.join('\n'));
export const colours = fc.constantFrom(...noteColours);

const notes: fc.Arbitrary<readonly Note[]> = fc
  .array(
    fc.record({
      text: noteTexts,
      position: positions,
      width: fc.integer({ min: noteWidths.least, max: noteWidths.most }),
      colour: colours,
    }),
    { maxLength: 3 },
  )
  .map((drawn) => drawn.map((note, index) => ({ id: `note${index}`, ...note })));

/** Blocks, each in an earlier one or in none. */
const blocks: fc.Arbitrary<readonly Block[]> = fc
  .array(
    fc.record({ label: labels, parent: fc.option(fc.nat()), collapsed: fc.boolean(), position: positions }),
    { maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(({ label, parent, ...block }, index) => ({
      id: `b${index}`,
      label,
      parent: parent === null || index === 0 ? null : `b${parent % index}`,
      ...block,
    })),
  );

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
    blocks,
    members: fc.array(fc.nat({ max: 12 }), { minLength: 14, maxLength: 14 }),
    notes,
    training: trainings,
    startingWeights: fc.option(references, { nil: undefined }),
  })
  .map(
    ({ name, nodes: drawn, wishes, blocks: wanted, members, notes: written, training, startingWeights }) => ({
      name,
      ...grouped(drawn, wanted, members),
      edges: possibleEdges(drawn, wishes),
      training,
      ...(written.length > 0 && { notes: written }),
      ...(startingWeights !== undefined && { startingWeights }),
    }),
  );

/** Puts layers into the blocks that their numbers name, and leaves out blocks that stay empty. */
function grouped(
  drawn: readonly LayerNode[],
  wanted: readonly Block[],
  members: readonly number[],
): Pick<NetworkDocument, 'nodes' | 'blocks'> {
  const layers = drawn.map((node, index) => {
    const block = wanted[members[index] ?? wanted.length];
    return block === undefined ? node : withOptions({ ...node, block: block.id });
  });
  const tree = blockTree({ nodes: layers, blocks: wanted });
  return { nodes: layers, blocks: wanted.filter(({ id }) => tree.layers(id).length > 0) };
}

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
