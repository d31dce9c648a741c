import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { groupLayers, moveBlock, setCollapsed, ungroup } from '../../../src/network/graph/blocks/blockEdits';
import { blockFrames } from '../../../src/network/graph/blocks/blockFrames';
import { blockTree } from '../../../src/network/graph/blocks/blockTree';
import { toggleAllBlocks, toggleBlock } from '../../../src/network/graph/blocks/openBlock';
import { repetition } from '../../../src/network/graph/blocks/repetition';
import { blockKey, visibleItems } from '../../../src/network/graph/blocks/visibleItems';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit, type Edit } from '../../../src/network/graph/edits';
import { insertLayer, moveLayers, removeLayers } from '../../../src/network/graph/layerEdits';
import { duplicateLayers } from '../../../src/network/graph/paste';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { tidyLayout } from '../../../src/network/graph/tidy/tidyLayout';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { findTemplate } from '../../../src/network/templates/templates';
import { documents } from './documentArbitraries';
import { actions, planAction } from './editActions';

const edited = (document: NetworkDocument, edit: Edit) => applyEdit(document, edit).document;

function group(document: NetworkDocument, ids: readonly string[], label?: string): NetworkDocument {
  const result = groupLayers(document, ids, label === undefined ? {} : { label });
  if ('problem' in result) throw new Error(result.problem.message);
  return edited(document, result.edit);
}

const blockOf = (document: NetworkDocument, id: string) =>
  document.nodes.find((node) => node.id === id)?.block;
const stage = ['conv1', 'relu1', 'pool1'];

describe('blocks', () => {
  it('stay such that a file can hold them, and none is empty, whatever is edited', () => {
    fc.assert(
      fc.property(documents, fc.array(actions, { maxLength: 12 }), (start, sequence) => {
        let document = start;
        for (const action of sequence) {
          const edit = planAction(document, action);
          if (edit !== null) document = edited(document, edit);
        }
        expect(parseProject(serialiseProject(document))).toEqual({ document });
        const tree = blockTree(document);
        for (const { id } of document.blocks) expect(tree.layers(id)).not.toHaveLength(0);
      }),
      { numRuns: 150 },
    );
  });

  it('hold exactly the layers that were grouped, and ungrouping leaves all as it was', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (document, choices) => {
        const ids = [...new Set(choices.map((choice) => document.nodes[choice % document.nodes.length]?.id))];
        const layers = ids.filter((id) => id !== undefined);
        if (layers.length === 0) return;
        const result = groupLayers(document, layers);
        if ('problem' in result) throw new Error(result.problem.message);
        const grouped = edited(document, result.edit);
        const held = blockTree(grouped).layers(result.id);
        expect(new Set(held.map(({ id }) => id))).toEqual(new Set(layers));
        const lone = document.nodes.every(({ id, block }) => block === undefined || !layers.includes(id));
        if (lone) expect(edited(grouped, ungroup(grouped, result.id))).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  it('take in a layer that is put on an edge inside, and not one on an edge that leads out', () => {
    const document = group(lenet5.create(), stage);
    const [place] = document.nodes.map(({ position }) => position);
    if (place === undefined) throw new Error('LeNet-5 has layers.');
    const inside = insertLayer(document, { from: 'conv1', to: 'relu1', input: 0 }, 'batchNorm', place);
    expect(blockOf(edited(document, inside.edit), inside.id)).toBe('block1');
    const outside = insertLayer(document, { from: 'pool1', to: 'conv2', input: 0 }, 'batchNorm', place);
    expect(blockOf(edited(document, outside.edit), outside.id)).toBeUndefined();
  });

  it('go with their last layer', () => {
    const nested = group(group(lenet5.create(), ['conv1', 'relu1']), stage, 'stage');
    const fewer = edited(nested, removeLayers(nested, ['conv1', 'relu1'], []));
    expect(fewer.blocks.map(({ label }) => label)).toEqual(['stage']);
    expect(edited(fewer, removeLayers(fewer, ['pool1'], [])).blocks).toEqual([]);
  });

  it('are copied where they are whole, within the block around them', () => {
    const nested = group(group(lenet5.create(), ['conv1', 'relu1'], 'unit1'), stage, 'stage');
    const copy = duplicateLayers(nested, ['conv1', 'relu1']);
    if ('problem' in copy) throw new Error(copy.problem.message);
    const doubled = edited(nested, copy.edit);
    expect(doubled.blocks.map(({ label, parent }) => [label, parent])).toEqual([
      ['unit1', 'block2'],
      ['stage', null],
      ['unit2', 'block2'],
    ]);
    const one = duplicateLayers(nested, ['conv1']);
    if ('problem' in one) throw new Error(one.problem.message);
    expect(edited(nested, one.edit).nodes.at(-1)).toMatchObject({ block: 'block1' });
  });

  it('move with all that is in them', () => {
    const document = group(lenet5.create(), stage);
    const moved = edited(document, moveBlock(document, 'block1', { x: 30, y: -10 }));
    for (const [index, { id, position }] of document.nodes.entries()) {
      const by = stage.includes(id) ? { x: 30, y: -10 } : { x: 0, y: 0 };
      expect(moved.nodes[index]?.position).toEqual({ x: position.x + by.x, y: position.y + by.y });
    }
  });
});

describe('what is seen', () => {
  it('shows each layer once, on its own card or on that of the outermost collapsed block', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { items, edges, itemOf } = visibleItems(document);
        const shown = items.flatMap((item) => (item.type === 'layer' ? [item.layer] : item.layers));
        expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(document.nodes.map(({ id }) => id)));
        expect(shown).toHaveLength(document.nodes.length);
        expect([...itemOf.keys()]).toHaveLength(document.nodes.length);
        const between = document.edges.filter(({ from, to }) => itemOf.get(from) !== itemOf.get(to));
        expect(edges.reduce((count, line) => count + line.edges.length, 0)).toBe(between.length);
        for (const line of edges)
          for (const edge of line.edges)
            expect([itemOf.get(edge.from), itemOf.get(edge.to)]).toEqual([line.from, line.to]);
      }),
    );
  });

  it('is a block in place of its layers while it is collapsed, and the layers once it is open', () => {
    const document = group(lenet5.create(), stage);
    expect(
      visibleItems(document)
        .items.map(({ key }) => key)
        .slice(0, 3),
    ).toEqual(['input', blockKey('block1'), 'conv2']);
    const open = edited(document, setCollapsed(document, 'block1', false));
    const shown = visibleItems(open).items.flatMap((item) =>
      item.type === 'layer' ? [item.layer, ...item.tags] : item.layers,
    );
    expect(shown.map(({ id }) => id)).toEqual(document.nodes.map(({ id }) => id));
  });
});

describe('a block that is opened', () => {
  const frameOf = (document: NetworkDocument, id: string) =>
    blockFrames(document).find(({ block }) => block.id === id);

  it('covers no card that is not in it', () => {
    const folded = group(lenet5.create(), ['relu1', 'pool1', 'conv2']);
    // Laid out by hand: nothing is in order.
    const start = edited(folded, moveBlock(folded, 'block1', { x: 20, y: 30 }));
    const open = edited(start, toggleBlock(start, analyse(start), 'block1', false));
    const frame = frameOf(open, 'block1');
    if (frame === undefined) throw new Error('An open block has a frame.');
    const { items } = visibleItems(open);
    const inside = items.filter((item) => item.type === 'layer' && item.layer.block === 'block1');
    expect(inside).toHaveLength(3);
    for (const { position, width, height } of items.filter((item) => !inside.includes(item)))
      expect(
        position.x + width <= frame.x ||
          position.x >= frame.x + frame.width ||
          position.y + height <= frame.y ||
          position.y >= frame.y + frame.height,
      ).toBe(true);
  });

  it('right after it was grouped lies as it did', () => {
    const document = edited(lenet5.create(), moveLayers(lenet5.create(), { input: { x: 40, y: 0 } }));
    const folded = group(document, ['relu1', 'pool1', 'conv2']);
    const open = edited(folded, setCollapsed(folded, 'block1', false));
    const closed = edited(open, setCollapsed(open, 'block1', true));
    const again = edited(closed, toggleBlock(closed, analyse(closed), 'block1', false));
    expect(closed).toEqual(folded);
    expect(blockFrames(again)).not.toEqual([]);
  });

  it('of a network that is in order leaves it in order, and so does collapsing it', () => {
    const tidied = (document: NetworkDocument) => tidyLayout(document, analyse(document));
    const folded = group(lenet5.create(), stage);
    const start = edited(folded, tidied(folded));
    const open = edited(start, toggleBlock(start, analyse(start), 'block1', false));
    expect(tidied(open).changes).toEqual([]);
    const closed = edited(open, toggleBlock(open, analyse(open), 'block1', true));
    expect(tidied(closed).changes).toEqual([]);
    expect(visibleItems(closed).items).toEqual(visibleItems(start).items);
  });
});

describe('all blocks', () => {
  it.each(['resnet-18', 'resnet-50', 'inception-v3'])('of %s are opened and collapsed in order', (id) => {
    const document = findTemplate(id)?.create();
    if (document === undefined) throw new Error(`${id} is a template.`);
    const start = edited(document, tidyLayout(document, analyse(document)));
    const open = edited(start, toggleAllBlocks(start, analyse(start), false));
    const closed = edited(open, toggleAllBlocks(open, analyse(open), true));
    for (const [toggled, collapsed] of [[open, false] as const, [closed, true] as const]) {
      expect(toggled.blocks.map((block) => block.collapsed)).toEqual(document.blocks.map(() => collapsed));
      expect(tidyLayout(toggled, analyse(toggled)).changes).toEqual([]);
      expect(toggleAllBlocks(toggled, analyse(toggled), collapsed).changes).toEqual([]);
    }
    expect(visibleItems(open).items.every((item) => item.type === 'layer')).toBe(true);
  });
});

describe('alike blocks', () => {
  it.each([
    ['resnet-152', [3, 8, 36, 3]],
    ['resnet-18', [2, 2, 2, 2]],
    ['vgg-16', [null, null, null, null, null]],
  ])('in %s number %j', (id, counts) => {
    const document = findTemplate(id)?.create();
    if (document === undefined) throw new Error(`${id} is a template.`);
    const tree = blockTree(document);
    expect(tree.inside(null).map((block) => repetition(tree, block.id))).toEqual(counts);
  });
});

describe('a file whose blocks are broken gives a sentence', () => {
  const nested = group(group(lenet5.create(), ['conv1', 'relu1'], 'unit'), stage, 'stage');
  const text = serialiseProject(nested);
  it.each([
    ['"parent":"block2"', '"parent":"block7"', 'Block "block1" is in a block that isn\'t there: "block7".'],
    ['"parent":null', '"parent":"block1"', 'Block "block1" is inside itself.'],
    ['"parent":null', '"parent":"block2"', /is more than 16 blocks deep, or around one|is inside itself/],
    ['{"id":"block2","label"', '{"id":"block1","label"', 'Two blocks have the id "block1".'],
    ['{"id":"block2","label"', '{"id":"constructor","label"', 'A block can\'t have the id "constructor".'],
    ['"block":"block1"', '"block":"block8"', 'Layer "conv1" is in a block that isn\'t there: "block8".'],
    ['"collapsed":true', '"collapsed":1', /^In block "block1", collapsed: /],
    ['"label":"stage"', '"label":""', /^In block "block2", label: /],
  ])('%s as %s', (piece, replacement, message) => {
    expect(text).toContain(piece);
    const result = parseProject(text.replace(piece, replacement));
    if (!('problem' in result)) throw new Error('The file was opened.');
    expect(result.problem.message).toMatch(message);
    expect(result.problem.advice).toMatch(/\.$/);
  });
});
