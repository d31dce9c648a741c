import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { moveCards } from '../../../../src/network/graph/blocks/moveItems';
import { visibleItems } from '../../../../src/network/graph/blocks/visibleItems';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { applyEdit } from '../../../../src/network/graph/edits';
import { parseProject, serialiseProject } from '../../../../src/network/graph/projectFile';
import { layersOnCards } from '../../../../src/network/graph/tags/layersOnCards';
import { roomForTags } from '../../../../src/network/graph/tags/roomForTags';
import { setTagged } from '../../../../src/network/graph/tags/tagEdits';
import { findLayerKind } from '../../../../src/network/layers/registry';
import { templates } from '../../../../src/network/templates/templates';
import { overlaps } from '../tidy/drawing';

function as(document: NetworkDocument, tagged: boolean): NetworkDocument {
  return applyEdit(document, setTagged(document, analyse(document), tagged)).document;
}

/** Those of which each kind of shape is among: chains, sums behind and before activations, branches, several outputs. */
const some = ['lenet-5', 'plain-20-cifar', 'resnet-20-cifar', 'resnet-18', 'resnet-v2-20-cifar', 'googlenet'];
const documents = templates
  .filter(({ id }) => some.includes(id))
  .map((template) => [template.id, as(template.create(), false)] as const);

it('there are such templates', () => {
  expect(documents.map(([id]) => id).toSorted()).toEqual(some.toSorted());
});

describe.each(documents)('tags of %s', (_id, document) => {
  it('stand on the card of the one layer that leads to them, which leads nowhere else', () => {
    const network = as(document, true);
    const { items, itemOf } = visibleItems(network);
    for (const item of items) {
      if (item.type === 'block') continue;
      let last = item.layer.id;
      for (const tag of item.tags) {
        expect(network.edges.filter(({ from }) => from === last)).toEqual([
          { from: last, to: tag.id, input: 0 },
        ]);
        expect(['normalization', 'activation']).toContain(findLayerKind(tag.kind)?.category);
        expect(itemOf.get(tag.id)).toBe(item.key);
        last = tag.id;
      }
    }
  });

  it('leave each layer to one card, and each connection to one line or within a card', () => {
    const network = as(document, true);
    const { items, edges, itemOf } = visibleItems(network);
    const shown = items.flatMap((item) =>
      item.type === 'block'
        ? item.layers.map(({ id }) => id)
        : [item.layer.id, ...item.tags.map(({ id }) => id)],
    );
    expect(shown.toSorted()).toEqual(network.nodes.map(({ id }) => id).toSorted());
    const drawn = edges.flatMap((line) => line.edges);
    const within = network.edges.filter(({ from, to }) => itemOf.get(from) === itemOf.get(to));
    expect(drawn.length + within.length).toBe(network.edges.length);
  });

  it('get places of their own, apart from all other cards, where the network they are copied to has cards for them', () => {
    const { tagged: _tagged, ...network } = as(document, true);
    const apart = { ...network, nodes: roomForTags(network.nodes, network.edges) };
    // Frames grow with what is in them; Tidy makes room for those.
    expect(overlaps(apart).filter((pair) => !pair.includes('frame'))).toEqual([]);
    expect(roomForTags(apart.nodes, apart.edges)).toEqual(apart.nodes);
  });

  it('change no number, and go again at one step', () => {
    const { document: network, inverse } = applyEdit(document, setTagged(document, analyse(document), true));
    expect(analyse(network).totals).toEqual(analyse(document).totals);
    expect(applyEdit(network, inverse).document).toEqual(document);
    expect(setTagged(network, analyse(network), true).changes).toEqual([]);
  });

  it('are kept in the project file', () => {
    const network = as(document, true);
    expect(parseProject(serialiseProject(network))).toEqual({ document: network });
  });
});

it('a network without tags has each layer on a card of its own', () => {
  for (const [, document] of documents) expect(layersOnCards(document).size).toBe(0);
});

it('a card takes its tags along', () => {
  for (const [, document] of documents) {
    const network = as(document, true);
    const [host] = [...layersOnCards(network).values()];
    const place = network.nodes.find(({ id }) => id === host)?.position ?? { x: 0, y: 0 };
    const moved = applyEdit(
      network,
      moveCards(network, { [host ?? '']: { x: place.x + 30, y: place.y + 500 } }),
    );
    const positions = new Map(network.nodes.map(({ id, position }) => [id, position]));
    for (const { id, position } of moved.document.nodes) {
      const before = positions.get(id) ?? { x: 0, y: 0 };
      const goes = id === host || layersOnCards(network).get(id) === host;
      expect(position).toEqual(goes ? { x: before.x + 30, y: before.y + 500 } : before);
    }
  }
});

function lenet5(): NetworkDocument {
  const [document] = documents.filter(([id]) => id === 'lenet-5').map(([, network]) => network);
  if (document === undefined) throw new Error('There is no LeNet-5.');
  return document;
}

it('an activation with a second line to it stays a card, also where that closes a circle', () => {
  const lenet = { ...lenet5(), tagged: true };
  const second = { ...lenet, edges: [...lenet.edges, { from: 'input', to: 'relu1', input: 1 }] };
  expect(layersOnCards(second).has('relu1')).toBe(false);

  const edges = [
    { from: 'conv1', to: 'relu1', input: 0 },
    { from: 'relu1', to: 'relu2', input: 0 },
    { from: 'relu2', to: 'relu1', input: 1 },
  ];
  expect(layersOnCards({ ...lenet, edges }).has('relu1')).toBe(false);
});

it('a ReLU that several layers share with its layer stays a card', () => {
  const document = lenet5();
  const branched = {
    ...document,
    tagged: true,
    edges: [...document.edges, { from: 'conv1', to: 'pool2', input: 1 }],
  };
  expect(layersOnCards({ ...document, tagged: true }).get('relu1')).toBe('conv1');
  expect(layersOnCards(branched).has('relu1')).toBe(false);
});
