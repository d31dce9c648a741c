import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { networkDifference } from '../../../src/network/difference/networkDifference';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { findTemplate, templates } from '../../../src/network/templates/templates';
import { counterpartOf } from '../../../src/network/twin/counterpart';

const nothing = {
  settings: [],
  added: [],
  removed: [],
  changed: [],
  connectionsAdded: 0,
  connectionsRemoved: 0,
};

it.each(templates.map((template) => [template.id, template] as const))(
  'finds none between %s and itself, moved',
  (_id, template) => {
    const network = template.create();
    const moved = { ...network, nodes: network.nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })) };
    expect(networkDifference(network, moved)).toEqual(nothing);
  },
);

describe('of a network', () => {
  const network = lenet5.create();
  const change = (changes: Partial<NetworkDocument>) =>
    networkDifference(network, { ...network, ...changes });

  it('names settings with both values', () => {
    const training = {
      ...network.training,
      learningRate: 0.01,
      optimizer: { type: 'sgd' } as const,
      seed: 7,
    };
    expect(change({ training }).settings).toEqual([
      { name: 'Optimizer', before: 'momentum, momentum 0.9', after: 'sgd' },
      { name: 'Learning rate', before: String(network.training.learningRate), after: '0.01' },
      { name: 'Seed', before: String(network.training.seed), after: '7' },
    ]);
  });

  it('names fields of layers by what the form calls them', () => {
    const [first] = network.nodes.filter(({ kind }) => kind === 'conv2d');
    if (first === undefined) throw new Error('LeNet-5 has no convolution.');
    const nodes = network.nodes.map((node) =>
      node === first ? { ...node, config: { ...node.config, filters: 12 } } : node,
    );
    expect(change({ nodes }).changed).toEqual([
      { id: first.id, label: first.label, changes: [{ name: 'Filters', before: '6 ch', after: '12 ch' }] },
    ]);
  });

  it('says the same from the other side', () => {
    const plain = findTemplate('plain-20-cifar')?.create() ?? network;
    const residual = counterpartOf(plain, analyse(plain));
    if ('problem' in residual) throw new Error(residual.problem.message);
    const there = networkDifference(plain, residual.document);
    const back = networkDifference(residual.document, plain);
    expect(there.added.length).toBeGreaterThanOrEqual(9);
    expect(there.removed).toEqual([]);
    expect(back.removed).toEqual(there.added);
    expect([back.connectionsAdded, back.connectionsRemoved]).toEqual([
      there.connectionsRemoved,
      there.connectionsAdded,
    ]);
  });
});
