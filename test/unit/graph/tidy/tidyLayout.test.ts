import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { visibleItems } from '../../../../src/network/graph/blocks/visibleItems';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { canvasGrid } from '../../../../src/network/graph/layout';
import { tidyLayout } from '../../../../src/network/graph/tidy/tidyLayout';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { findTemplate } from '../../../../src/network/templates/templates';
import { buildNetwork, type LayerLine } from '../../../parity/cases/buildNetwork';
import { leastTime } from '../../leastTime';
import { documents } from '../documentArbitraries';
import { crossings, overlaps, tidied } from './drawing';

/** All of a document but where things stand. */
const unplaced = (document: NetworkDocument) => ({
  ...document,
  nodes: document.nodes.map((node) => ({ ...node, position: null })),
  blocks: document.blocks.map((block) => ({ ...block, position: null })),
});

const places = ({ nodes }: NetworkDocument) => new Map(nodes.map(({ id, position }) => [id, position]));

describe('a tidy layout', () => {
  it('lets no card cover another and no connection pass a card, changes nothing but positions, and is tidy', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const after = tidied(document);
        expect(overlaps(after)).toEqual([]);
        expect(crossings(after)).toEqual([]);
        expect(crossings(after, true)).toEqual([]);
        for (const { position } of visibleItems(after).items)
          expect([Math.abs(position.x % 10), Math.abs(position.y % 10)]).toEqual([0, 0]);
        expect(unplaced(after)).toEqual(unplaced(document));
        expect(tidyLayout(after, analyse(after)).changes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('runs from left to right, and wraps where a stage of the network ends', () => {
    const position = places(tidied(lenet5.create()));
    const rowOf = (id: string) => ((position.get(id)?.y ?? 0) - canvasGrid.top) / canvasGrid.row;
    expect(['input', 'conv1', 'relu1', 'pool1'].map(rowOf)).toEqual([0, 0, 0, 0]);
    expect(['conv2', 'relu2', 'pool2', 'flatten'].map(rowOf)).toEqual([1, 1, 1, 1]);
    expect(['fc1', 'relu3', 'fc2', 'relu4', 'fc3', 'output'].map(rowOf)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('keeps the main way of a block in one lane, and a layer on its shortcut above it', () => {
    const lines: readonly LayerLine[] = [
      { id: 'input', kind: 'input' },
      { id: 'conv1', kind: 'conv2d' },
      { id: 'shortcut', kind: 'conv2d', from: ['conv1'] },
      { id: 'conv2', kind: 'conv2d', from: ['conv1'] },
      { id: 'relu', kind: 'relu' },
      { id: 'conv3', kind: 'conv2d' },
      { id: 'add', kind: 'add', from: ['conv3', 'shortcut'] },
    ];
    const position = places(tidied(buildNetwork(lines)));
    const y = position.get('input')?.y ?? 0;
    for (const id of ['conv1', 'conv2', 'relu', 'conv3', 'add']) expect(position.get(id)?.y, id).toBe(y);
    expect(position.get('shortcut')?.y).toBeLessThan(y);
    const xs = ['input', 'conv1', 'conv2', 'relu', 'conv3', 'add'].map((id) => position.get(id)?.x ?? 0);
    expect(xs).toEqual(xs.toSorted((left, right) => left - right));
  });

  it.each([
    ['a chain of 1,000 layers', 100, chain],
    ['ResNet-152 with all its blocks open', 50, openResnet],
  ] as const)('of %s takes less than %i ms', (_, limit, draw) => {
    const document = draw();
    const analysis = analyse(document);
    expect(leastTime(() => tidyLayout(document, analysis))).toBeLessThan(limit);
  });
});

function chain(): NetworkDocument {
  const lines = Array.from({ length: 999 }, (_, index): LayerLine => ({ id: `r${index}`, kind: 'relu' }));
  return buildNetwork([{ id: 'input', kind: 'input' }, ...lines]);
}

/** Its 515 layers in 54 open blocks. */
function openResnet(): NetworkDocument {
  const document = findTemplate('resnet-152')?.create();
  if (document === undefined) throw new Error('There is no template resnet-152.');
  return { ...document, blocks: document.blocks.map((block) => ({ ...block, collapsed: false })) };
}
