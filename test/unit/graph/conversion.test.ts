import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { findAdditions } from '../../../src/network/graph/shortcuts/findShortcuts';
import { insertShortcut } from '../../../src/network/graph/shortcuts/insertShortcut';
import { usualUnit } from '../../../src/network/graph/shortcuts/residualUnits';
import type { ShortcutOption } from '../../../src/network/graph/shortcuts/shortcutOption';
import { toPlain } from '../../../src/network/graph/shortcuts/toPlain';
import { type ResidualChoice, toResidual } from '../../../src/network/graph/shortcuts/toResidual';
import { around, type Layer, network } from '../analysis/networks';
import { content, plain, plainCifar, residual, trainable, usual } from './conversions';

/** `source→what follows the Add` of each shortcut. */
function shortcutsOf(document: NetworkDocument): readonly string[] {
  return findAdditions(document, analyse(document)).flatMap(({ add, shortcuts }) => {
    const follower = document.edges.find(({ from, to }) => from === add && !to.startsWith('proj'))?.to;
    return shortcuts.map(({ from }) => `${from}→${follower}`);
  });
}

describe('plain-20 of CIFAR-10', () => {
  const document = plainCifar(3);

  it.each<[ShortcutOption, number]>([
    ['A', 269_722],
    ['B', 272_474],
  ])('has with option %s as many parameters as ResNet-20: %d', (option, parameters) => {
    const converted = residual(document, { option });
    expect(trainable(document)).toBe(269_722);
    expect(trainable(converted.document)).toBe(parameters);
    expect(converted.shortcuts).toBe(9);
    expect(analyse(converted.document).problems.filter(({ node }) => node?.startsWith('add'))).toEqual([]);
    expect(content(applyEdit(converted.document, converted.inverse).document)).toBe(content(document));
    expect(content(plain(converted.document).document)).toBe(content(document));
  });
});

describe('converting to residual', () => {
  it('of what is left after a shortcut by hand gives the same network as all at once', () => {
    const document = plainCifar(3);
    const [from, last, next] = ['relu2_6', 'bn3_2', 'relu3_2'];
    const edge = { from: last, to: next, input: 0 };
    const byHand = insertShortcut(document, analyse(document), { from, edge }, 'B');
    if ('problem' in byHand) throw new Error(byHand.problem.message);
    const { document: converted, shortcuts } = residual(applyEdit(document, byHand.edit).document);
    expect(shortcuts).toBe(8);
    expect(trainable(converted)).toBe(272_474);
  });

  it('of the selected layers skips those alone', () => {
    const document = plainCifar(3);
    const selection = new Set(document.nodes.flatMap(({ id }) => (id.includes('3_') ? [id] : [])));
    const once = residual(document, { selection });
    expect(once.shortcuts).toBe(3);
    const adds = once.document.nodes.flatMap(({ id, kind }) => (kind === 'add' ? [id] : []));
    const two = plain(once.document, new Set(adds.slice(1)));
    expect(two.shortcuts).toBe(2);
    expect(content(plain(two.document).document)).toBe(content(document));
  });

  it('passes no pooling, and leaves the first layer, the head and what doesn’t divide evenly as they are', () => {
    const stage = (name: string, convolutions: number): readonly Layer[] => [
      ...Array.from({ length: convolutions }, (_, index): readonly Layer[] => [
        [`conv${name}_${index + 1}`, 'conv2d'],
        [`relu${name}_${index + 1}`, 'relu'],
      ]).flat(),
      [`pool${name}`, 'maxPool2d'],
    ];
    const document = around(
      [...stage('1', 2), ...stage('2', 3), ...stage('3', 2)],
      [
        ['fc1', 'dense', { units: 20 }],
        ['relu', 'relu'],
        ['fc2', 'dense'],
      ],
    );
    expect(shortcutsOf(residual(document).document)).toEqual(['pool1→relu2_2', 'pool2→relu3_2']);
    expect(shortcutsOf(residual(document, { every: 1 }).document)).toHaveLength(6);
    expect(shortcutsOf(residual(document, { every: 3 }).document)).toEqual(['pool1→relu2_3']);
  });

  it('adds behind the activation where asked for', () => {
    const { document } = residual(plainCifar(1), { join: 'afterActivation' });
    expect(shortcutsOf(document).slice(0, 2)).toEqual(['relu1→conv3_1', 'add1→conv4_1']);
  });

  it('skips Dense layers of a network of vectors', () => {
    const dense = (name: string, units: number): readonly Layer[] => [
      [`fc${name}`, 'dense', { units }],
      [`relu${name}`, 'relu'],
    ];
    const document = around([], [...dense('1', 30), ...dense('2', 30), ...dense('3', 20), ['fc4', 'dense']]);
    const converted = residual(document).document;
    expect(shortcutsOf(converted)).toEqual(['relu1→relu3']);
    expect(trainable(converted) - trainable(document)).toBe(30 * 20 + 20);
  });

  it('knows a bottleneck by its kernels', () => {
    const bottleneck = [
      [1, 1],
      [3, 3],
      [1, 1],
    ].flatMap((kernelSize, index): Layer[] => [
      [`conv${index + 1}`, 'conv2d', { kernelSize }],
      [`relu${index + 1}`, 'relu'],
    ]);
    const document = around([['stem', 'conv2d'], ...bottleneck]);
    expect(usualUnit(document, analyse(document))).toBe(3);
    expect(usualUnit(plainCifar(1), analyse(plainCifar(1)))).toBe(2);
  });

  it.each<[string, NetworkDocument, Partial<ResidualChoice>]>([
    ['is residual already', residual(plainCifar(1)).document, {}],
    ['has too few layers in a row', around([['conv1', 'conv2d']]), {}],
    ['is half drawn', { ...plainCifar(1), edges: [] }, {}],
    [
      'has no size that a shortcut levels',
      around([
        ['conv1', 'conv2d'],
        ['conv2', 'conv2d', { padding: 'valid' }],
      ]),
      { every: 1 },
    ],
  ])('says why it can’t, where the network %s', (_name, document, choice) => {
    const result = toResidual(document, analyse(document), { ...usual, ...choice });
    expect(result).toHaveProperty('problem.advice');
  });
});

describe('converting to plain', () => {
  it('takes a residual network back to itself with other names at most', () => {
    const start = residual(plainCifar(2)).document;
    const again = residual(plain(start).document).document;
    expect(content(again)).toBe(content(start));
  });

  it('leaves a sum of branches and other inputs of an Add alone', () => {
    const document = network(
      [
        ['input', 'input'],
        ['a', 'conv2d'],
        ['b', 'conv2d'],
        ['add1', 'add'],
        ['flatten', 'flatten'],
        ['fc', 'dense'],
        ['output', 'output'],
      ],
      ['input→a', 'input→b', 'a→add1', 'b→add1', 'add1→flatten', 'flatten→fc', 'fc→output'],
    );
    expect(toPlain(document, analyse(document))).toHaveProperty(
      'problem.message',
      'The network has no shortcuts.',
    );
    const edge = { from: 'a', to: 'add1', input: 0 };
    const joined = insertShortcut(document, analyse(document), { from: 'input', edge }, 'B');
    if ('problem' in joined) throw new Error(joined.problem.message);
    const drawn = applyEdit(document, joined.edit).document;
    expect(content(plain(drawn).document)).toBe(content(document));
  });
});
