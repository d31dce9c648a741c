import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { labelHeight } from '../../../../src/network/graph/routing/labelPlaces';
import { findTemplate } from '../../../../src/network/templates/templates';
import { createFlowEdges } from '../../../../src/renderer/canvas/flowEdges';
import { changedShapes } from '../../../../src/renderer/canvas/shapeLabels/changedShapes';
import { cardsOf, edgesOf, tidied } from '../../graph/tidy/drawing';

const drawn = ['lenet-5', 'vgg-16', 'resnet-50', 'resnet-34', 'googlenet', 'inception-v3'];

describe.each(drawn)('shapes on the connections of %s', (id) => {
  const network = opened(id);
  const cards = cardsOf(network);
  const edges = createFlowEdges()(edgesOf(network), [], 'category', (edge) => [edge]);
  const labels = changedShapes(edges, analyse(network).nodes, cards);

  it('stand wherever a shape changes, over no card and no other label', () => {
    expect(labels.length).toBeGreaterThan(5);
    const boxes = labels.map(({ card, text, x, y }) => {
      const width = text.length * 7;
      return { id: card, x: x - width / 2, y: y - labelHeight / 2, width, height: labelHeight };
    });
    const others = [...cards].map(([card, box]) => ({ id: `card ${card}`, ...box }));
    for (const [index, label] of boxes.entries())
      for (const { id: other, x, y, width, height } of [...others, ...boxes.slice(index + 1)])
        expect(
          label.x >= x + width ||
            label.x + label.width <= x ||
            label.y >= y + height ||
            label.y + label.height <= y,
          `${label.id} over ${other}`,
        ).toBe(true);
  });

  it('say the shape that leaves the card', () => {
    const { nodes } = analyse(network);
    for (const { card, text } of labels) expect(text).toBe(nodes.get(card)?.outputShape?.join('×'));
    const kinds = new Map(network.nodes.map((node) => [node.id, node.kind]));
    expect(labels.filter(({ card }) => ['relu', 'batchNorm'].includes(kinds.get(card) ?? ''))).toEqual([]);
  });
});

function opened(id: string): NetworkDocument {
  const document = findTemplate(id)?.create();
  if (document === undefined) throw new Error(`There is no template ${id}.`);
  return tidied({
    ...document,
    blocks: document.blocks.map((block) => ({ ...block, collapsed: false })),
  });
}
