import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { Analysis } from '../../../src/network/analysis/analysis';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { insertShortcut } from '../../../src/network/graph/shortcuts/insertShortcut';
import { type ShortcutOption, shortcutOptions } from '../../../src/network/graph/shortcuts/shortcutOption';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { around, type Layer, network } from '../analysis/networks';
import { documents } from './documentArbitraries';

/** Convolutions with ReLUs, batch norm between where asked for, as `conv1 → (bn1) → relu1 → conv2 …`. */
function plain(convolutions: readonly LayerConfig[], batchNorm = false): NetworkDocument {
  return around(
    convolutions.flatMap((config, index): Layer[] => [
      [`conv${index + 1}`, 'conv2d', { ...config, useBias: !batchNorm }],
      ...(batchNorm ? [[`bn${index + 1}`, 'batchNorm', { momentum: 0.8 }] as const] : []),
      [`relu${index + 1}`, 'relu'],
    ]),
  );
}

function shortcut(document: NetworkDocument, from: string, pair: string, option: ShortcutOption) {
  const [start, end] = pair.split('→');
  const edge = document.edges.find((candidate) => candidate.from === start && candidate.to === end);
  const missing = { from: start ?? '', to: end ?? '', input: 0 };
  return insertShortcut(document, analyse(document), { from, edge: edge ?? missing }, option);
}

/** Parameters that a shortcut adds and the kinds of its layers; the network must still train. */
function added(document: NetworkDocument, from: string, pair: string, option: ShortcutOption) {
  const result = shortcut(document, from, pair, option);
  if ('problem' in result) return result.problem.message;
  const after = applyEdit(document, result.edit).document;
  const [before, then] = [analyse(document), analyse(after)];
  expect(then.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const kinds = result.projection.map(({ kind }) => kind).join(' ');
  return `${kinds || 'identity'}, ${then.totals.trainable - before.totals.trainable} more`;
}

const same = plain([{}, {}, {}]);
const wider = plain([{}, { filters: 32, strides: [2, 2] }, { filters: 32 }]);
const normed = plain([{}, { filters: 32, strides: [2, 2] }, { filters: 32 }], true);

describe('a shortcut', () => {
  it.each<[string, NetworkDocument, string, string, ShortcutOption, string]>([
    [
      'adds its source as it is where shapes are equal',
      same,
      'relu1',
      'conv3→relu3',
      'B',
      'identity, 0 more',
    ],
    ['may end behind the ReLU', same, 'relu1', 'relu3→flatten', 'A', 'identity, 0 more'],
    ['is projected everywhere with option C', same, 'relu1', 'conv3→relu3', 'C', 'conv2d, 272 more'],
    ['is projected where shapes differ with B', wider, 'relu1', 'conv3→relu3', 'B', 'conv2d, 544 more'],
    [
      'is normalised where the network is, and has no bias then',
      normed,
      'relu1',
      'bn3→relu3',
      'B',
      'conv2d batchNorm, 576 more',
    ],
    [
      'can take an image to a vector by no stride',
      same,
      'relu1',
      'fc1→output',
      'B',
      'One end is an image and the other a vector: 28×28×16 and 10.',
    ],
    [
      'of vectors is projected by a Dense layer',
      around(
        [],
        [
          ['fc1', 'dense', { units: 20 }],
          ['relu', 'relu'],
          ['fc2', 'dense', { units: 10 }],
        ],
      ),
      'fc1',
      'fc2→output',
      'B',
      'dense, 210 more',
    ],
    [
      'needs something to skip',
      same,
      'relu1',
      'relu1→conv2',
      'B',
      'There is nothing to skip: relu1 is where this connection starts.',
    ],
    [
      'leads forwards',
      same,
      'relu2',
      'conv1→relu1',
      'B',
      'relu2 comes behind this connection, so the shortcut would close a loop.',
    ],
    [
      'can’t start at the end',
      same,
      'output',
      'conv1→relu1',
      'B',
      'output ends the network, so no shortcut can start there.',
    ],
    [
      'needs sizes that a stride levels',
      plain([{}, { padding: 'valid' }]),
      'relu1',
      'conv2→relu2',
      'B',
      'No stride takes 28×28×16 to 26×26×16.',
    ],
    [
      'needs its connection to be there',
      same,
      'relu1',
      'relu1→relu3',
      'B',
      'The layer or the connection is not there any more.',
    ],
  ])('%s', (_name, document, from, pair, option, result) => {
    expect(added(document, from, pair, option)).toBe(result);
  });

  it('that ends where an Add stands joins it', () => {
    const first = shortcut(same, 'relu1', 'conv3→relu3', 'B');
    if ('problem' in first) throw new Error(first.problem.message);
    const once = applyEdit(same, first.edit).document;
    const second = shortcut(once, 'conv1', `conv3→${first.add}`, 'B');
    if ('problem' in second) throw new Error(second.problem.message);
    const twice = applyEdit(once, second.edit).document;
    expect(second.add).toBe(first.add);
    expect(twice.nodes).toHaveLength(once.nodes.length);
    const inputs = twice.edges
      .filter(({ to }) => to === first.add)
      .map(({ from, input }) => `${input}: ${from}`);
    expect(inputs.sort()).toEqual(['0: conv3', '1: relu1', '2: conv1']);
    expect(shortcut(twice, 'relu1', `conv3→${first.add}`, 'B')).toHaveProperty('problem');
  });

  it('sets its projection as the layers beside it', () => {
    const result = shortcut(normed, 'relu1', 'bn3→relu3', 'B');
    if ('problem' in result) throw new Error(result.problem.message);
    const [projection, norm] = result.projection;
    expect([projection?.config['strides'], projection?.config['useBias']]).toEqual([[2, 2], false]);
    expect(norm?.config['momentum']).toBe(0.8);
  });

  it('leaves the layers in document order and no card on another', () => {
    const apart = network(
      wider.nodes.map(({ id, kind, config }) => [id, kind, config]),
      wider.edges.map(({ from, to }) => `${from}→${to}`),
    );
    const spread = {
      ...apart,
      nodes: apart.nodes.map((node, index) => ({
        ...node,
        position: { x: (index % 5) * 160, y: Math.floor(index / 5) * 150 },
      })),
    };
    const result = shortcut(spread, 'relu1', 'conv3→relu3', 'B');
    if ('problem' in result) throw new Error(result.problem.message);
    const { nodes } = applyEdit(spread, result.edit).document;
    for (const [index, { position }] of nodes.entries())
      for (const other of nodes.slice(index + 1))
        expect(
          Math.abs(position.x - other.position.x) >= 136 || Math.abs(position.y - other.position.y) >= 78,
        ).toBe(true);
  });
});

function weightShapes({ nodes }: Analysis, id: string) {
  return nodes.get(id)?.weights.map(({ name, shape }) => `${name} ${shape}`);
}

describe('a shortcut in any network', () => {
  it('is refused with advice, or drawn so that no other layer changes and undoing it is exact', () => {
    fc.assert(
      fc.property(
        documents,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...shortcutOptions),
        (document, node, place, option) => {
          const from = document.nodes[node % document.nodes.length];
          const edge = document.edges[place % document.edges.length];
          if (from === undefined || edge === undefined) return;
          const result = insertShortcut(document, analyse(document), { from: from.id, edge }, option);
          if ('problem' in result) {
            expect(result.problem.advice).not.toBe('');
            return;
          }
          const { document: after, inverse } = applyEdit(document, result.edit);
          expect(JSON.stringify(applyEdit(after, inverse).document)).toBe(JSON.stringify(document));
          const [before, then] = [analyse(document), analyse(after)];
          for (const { id } of document.nodes.filter((layer) => layer.id !== result.add))
            expect(weightShapes(then, id)).toEqual(weightShapes(before, id));
          const loops = (problems: typeof then.problems) =>
            problems.filter(({ message }) => message.includes(' is a loop')).length;
          // A loop that another one leads into is not reported by itself.
          expect(loops(then.problems)).toBeLessThanOrEqual(loops(before.problems));
        },
      ),
      { numRuns: 300 },
    );
  });
});
