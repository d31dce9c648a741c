import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { openAround } from '../../../../src/network/graph/blocks/openAround';
import { isBlockKey } from '../../../../src/network/graph/blocks/visibleItems';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { applyEdit } from '../../../../src/network/graph/edits';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { findTemplate } from '../../../../src/network/templates/templates';
import { useEditor } from '../../../../src/renderer/editor/editorStore';
import { seenNetwork } from '../../../../src/renderer/editor/seenNetwork';
import { matchesFacts, readFacts } from '../../../../src/renderer/find/matchFacts';

vi.stubGlobal('document', { activeElement: null, querySelector: () => null });
vi.stubGlobal('HTMLElement', class {});
vi.stubGlobal('CSS', { escape: (text: string) => text });
vi.stubGlobal('requestAnimationFrame', () => 0);
const { findNext, openFind, searchFor } = await import('../../../../src/renderer/find/findActions');
const { layersFound } = await import('../../../../src/renderer/find/foundLayers');
const { useFind } = await import('../../../../src/renderer/find/findStore');

const resnet152 = createTemplate('resnet-152');

function createTemplate(id: string): NetworkDocument {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return template.create();
}

describe('a layer of which is known: Conv 3×3 64, stage2_conv1, stride 2×2, padding Same', () => {
  const facts = readFacts({
    title: 'Conv 3×3 64',
    names: ['stage2_conv1', 'Conv2D'],
    others: ['Strides 2×2', 'Padding Same', 'Stage 2'],
  });
  const means = [
    'conv',
    '3×3',
    '3x3',
    '3',
    'CONV 64',
    'stride 2',
    'conv stride 2',
    'stage 2',
    'same',
    'stage2_conv1',
    'conv2d',
    'conv2d 3x3',
    'conv2d 64 stride 2',
    '  conv   3×3 ',
  ];
  const meansNot = [
    'conv 5',
    'conv2',
    'conv 2',
    'stride 3',
    'stride 64',
    'stage 1',
    'pool',
    'conv stage 1',
    '30',
    'stride 20',
  ];

  it.each(means)('is meant by “%s”', (search) => expect(matchesFacts(facts, search)).toBe(true));
  it.each(meansNot)('is not meant by “%s”', (search) => expect(matchesFacts(facts, search)).toBe(false));
});

describe('in ResNet-152', () => {
  const found = (search: string) => {
    const ids = new Set(layersFound(resnet152, search));
    return resnet152.nodes.filter(({ id }) => ids.has(id));
  };

  test('every convolution is found by its kind, and those of stride 2 by that', () => {
    const convolutions = resnet152.nodes.filter(({ kind }) => kind === 'conv2d');
    expect(convolutions.length).toBe(155);
    expect(found('conv2d')).toEqual(convolutions);
    const strided = ({ config }: (typeof convolutions)[number]) => [config['strides']].flat()[0] === 2;
    expect(found('conv2d stride 2')).toEqual(convolutions.filter(strided));
  });

  test('layers are found by their own names', () => {
    for (const { id, label } of resnet152.nodes) expect(layersFound(resnet152, label), label).toContain(id);
  });

  test('a stage holds all that is in it', () => {
    const { tree } = seenNetwork(resnet152);
    const stage = resnet152.blocks.find(({ parent }) => parent === null);
    if (stage === undefined) throw new Error('ResNet-152 has stages.');
    const inside = tree.layers(stage.id).map(({ id }) => id);
    const ids = layersFound(resnet152, stage.label);
    expect(inside.every((id) => ids.includes(id))).toBe(true);
  });
});

test('all blocks around a layer are opened in one edit, which is taken back exactly', () => {
  const analysis = analyse(resnet152);
  const hidden = resnet152.nodes.filter(({ id }) => isBlockKey(seenNetwork(resnet152).cardOf(id)));
  expect(hidden.length).toBeGreaterThan(400);
  for (const { id } of [hidden[0], hidden.at(-1)].flatMap((layer) => layer ?? [])) {
    const edit = openAround(resnet152, analysis, id);
    const { document: opened, inverse } = applyEdit(resnet152, edit);
    expect(isBlockKey(seenNetwork(opened).cardOf(id))).toBe(false);
    expect(applyEdit(opened, inverse).document).toEqual(resnet152);
    expect(openAround(opened, analysis, id).changes).toEqual([]);
  }
});

describe('going from one to the next', () => {
  const editor = () => useEditor.getState();
  beforeEach(() => editor().open(lenet5.create(), null));

  test('begins at the selected layer, goes around the end, and back', () => {
    editor().selectNode('conv2');
    openFind();
    searchFor('relu');
    const all = layersFound(editor().history.document, 'relu');
    expect(all.length).toBeGreaterThan(2);
    expect(editor().selection.nodes).toEqual(['relu2']);
    for (const _ of all) findNext(1);
    expect(editor().selection.nodes).toEqual(['relu2']);
    findNext(-1);
    expect(editor().selection.nodes).toEqual(['relu1']);
    findNext(-1);
    expect(editor().selection.nodes).toEqual([all.at(-1)]);
    expect(editor().history.past).toEqual([]);
  });

  test('what is not there leaves the selection', () => {
    editor().selectNode('conv2');
    openFind();
    searchFor('lstm');
    findNext(1);
    expect(editor().selection.nodes).toEqual(['conv2']);
    expect(useFind.getState().current).toBe(null);
  });

  test('a layer in a collapsed block is found without opening it, and shown by the next step', () => {
    editor().open(resnet152, null);
    openFind();
    searchFor('conv2d 3x3');
    const [layer = ''] = editor().selection.nodes;
    expect(seenNetwork(editor().history.document).cardOf(layer)).not.toBe(layer);
    expect(editor().history.past).toEqual([]);
    findNext(1);
    expect(editor().selection.nodes).toEqual([layer]);
    expect(seenNetwork(editor().history.document).cardOf(layer)).toBe(layer);
    expect(editor().history.past).toHaveLength(1);
    findNext(1);
    expect(editor().selection.nodes).not.toEqual([layer]);
  });
});
