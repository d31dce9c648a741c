import { beforeEach, describe, expect, test } from 'vitest';
import { layerKinds } from '../../../../src/network/layers/registry';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { useEditor } from '../../../../src/renderer/editor/editorStore';
import { appendLayer, connect, deleteSelection } from '../../../../src/renderer/editor/layerActions';
import { useNotice } from '../../../../src/renderer/editor/noticeStore';
import { emptyDocument } from '../../../../src/renderer/project/emptyDocument';

const editor = () => useEditor.getState();
const network = () => editor().history.document;
const followers = (id: string) =>
  network()
    .edges.filter(({ from }) => from === id)
    .map(({ to }) => to);

beforeEach(() => editor().open(lenet5.create(), null));

test.each([
  { place: 'in the middle of a chain goes between the two', card: 'pool1', kind: 'dropout', before: 'pool1' },
  { place: 'to a card goes behind what is on it', card: 'conv1', kind: 'batchNorm', before: 'relu1' },
])('a layer appended $place', ({ card, kind, before }) => {
  const behind = followers(before);
  editor().selectNode(card);
  appendLayer(kind);
  const [added = ''] = editor().selection.nodes;
  expect(followers(before)).toEqual([added]);
  expect(followers(added)).toEqual(behind);
  expect(editor().analysis.trains).toBe(true);
});

test('without a selection a layer goes in front of the Output', () => {
  appendLayer('dropout');
  expect(followers(editor().selection.nodes[0] ?? '')).toEqual(['output']);
});

describe.each(layerKinds.map(({ kind }) => kind))('%s', (kind) => {
  test('appended to an empty canvas or to LeNet-5 is one edit, selects the layer and covers no other', () => {
    for (const document of [emptyDocument(), lenet5.create()]) {
      editor().open(document, null);
      appendLayer(kind);
      expect(editor().history.past).toHaveLength(1);
      const added = network().nodes.find(({ id }) => id === editor().selection.nodes[0]);
      expect(added?.kind).toBe(kind);
      for (const other of network().nodes)
        if (other !== added && added !== undefined)
          expect(
            Math.abs(other.position.x - added.position.x) >= 136 ||
              Math.abs(other.position.y - added.position.y) >= 78,
          ).toBe(true);
      editor().undo();
      expect(network()).toEqual(document);
    }
  });
});

test('a connection that can’t be changes nothing and says why', () => {
  const before = network();
  connect('relu2', 'conv1');
  expect(network()).toBe(before);
  expect(useNotice.getState().notice?.message).toMatch(/loop/);
});

test('deleting a layer of a chain closes the chain', () => {
  editor().selectNode('pool1');
  deleteSelection();
  expect(followers('relu1')).toEqual(['conv2']);
  expect(editor().selection.nodes).toEqual([]);
});
