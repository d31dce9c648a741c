import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { LayerEdge, NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit, type Edit } from '../../../src/network/graph/edits';
import {
  addLayer,
  connectLayers,
  insertLayer,
  moveLayers,
  removeLayers,
  renameLayer,
  renameProject,
  setField,
  setTraining,
} from '../../../src/network/graph/layerEdits';
import { setTagged } from '../../../src/network/graph/tags/tagEdits';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { overlaps } from './tidy/drawing';

const lenet = lenet5.create();
const origin = { x: 0, y: 700 };
const edited = (edit: Edit, document = lenet) => applyEdit(document, edit).document;
const edgesOf = (document: NetworkDocument, id: string) =>
  document.edges.filter((edge) => edge.from === id || edge.to === id).map(({ from, to }) => `${from}→${to}`);
const edge = (from: string, to: string, input = 0): LayerEdge => ({ from, to, input });

describe('labels of edits', () => {
  const connect = connectLayers(lenet, 'pool1', 'fc1');
  it.each([
    [addLayer(lenet, 'conv2d', origin).edit, 'Add Conv2D'],
    [insertLayer(lenet, edge('conv1', 'relu1'), 'batchNorm', origin).edit, 'Insert Batch norm'],
    [setField(lenet, 'conv2', 'filters', 32), 'Set filters of conv2'],
    [moveLayers(lenet, { conv1: origin }), 'Move conv1'],
    [moveLayers(lenet, { conv1: origin, relu1: origin, pool1: origin }), 'Move 3 layers'],
    [removeLayers(lenet, ['pool1'], []), 'Delete pool1'],
    [removeLayers(lenet, ['pool1', 'relu1'], []), 'Delete 2 layers'],
    [removeLayers(lenet, [], [edge('conv1', 'relu1')]), 'Disconnect conv1 from relu1'],
    [removeLayers(lenet, [], [edge('conv1', 'relu1'), edge('relu1', 'pool1')]), 'Delete 2 connections'],
    [renameLayer(lenet, 'conv1', 'first'), 'Rename conv1'],
    [setTraining(lenet, { ...lenet.training, epochs: 9 }), 'Change training settings'],
    [renameProject(lenet, 'Mine'), 'Rename project'],
  ])('%# read as a person would say', (edit, label) => {
    expect(edit.label).toBe(label);
    expect(edit.changes.length).toBeGreaterThan(0);
  });
  it('of a connection names both ends', () => {
    expect(connect).toMatchObject({ label: 'Connect pool1 to fc1' });
  });
});

describe('adding a layer', () => {
  it('names it with the lowest free number, and the ends of a network without one', () => {
    expect(addLayer(lenet, 'conv2d', origin).id).toBe('conv3');
    const gap = edited(removeLayers(lenet, ['conv1'], []));
    expect(addLayer(gap, 'conv2d', origin).id).toBe('conv1');
    const renamed = edited(renameLayer(gap, 'relu1', 'conv1'), gap);
    expect(addLayer(renamed, 'conv2d', origin).id).toBe('conv3');
    const empty = { ...lenet, nodes: [], edges: [] };
    expect(['input', 'output', 'flatten'].map((kind) => addLayer(empty, kind, origin).id)).toEqual([
      'input',
      'output',
      'flatten1',
    ]);
    expect(addLayer(lenet, 'output', origin).id).toBe('output2');
  });

  it('connects it behind another where that is possible', () => {
    expect(edgesOf(edited(addLayer(lenet, 'dense', origin, 'fc3').edit), 'fc4')).toEqual(['fc3→fc4']);
    expect(edgesOf(edited(addLayer(lenet, 'dense', origin, 'output').edit), 'fc4')).toEqual([]);
    expect(edgesOf(edited(addLayer(lenet, 'input', origin, 'fc3').edit), 'input2')).toEqual([]);
  });
});

describe('inserting a layer', () => {
  it('puts it between the two and keeps the input number', () => {
    const { edit, id } = insertLayer(lenet, edge('conv1', 'relu1'), 'batchNorm', { x: 280, y: 60 });
    const document = edited(edit);
    expect(edgesOf(document, id)).toEqual(['conv1→bn1', 'bn1→relu1']);
    expect(document.nodes.map((node) => node.id).slice(1, 4)).toEqual(['conv1', 'bn1', 'relu1']);
  });

  it.each([
    ['a card for each layer', edited(setTagged(lenet, analyse(lenet), false)), ['relu1', 'pool1']],
    ['activations as tags', lenet, ['pool1']],
  ] as const)(
    'moves only the layers behind it in its row, and leaves no two cards on one another: %s',
    (_, before, behind) => {
      const [next = ''] = behind;
      const from = before.edges.find(({ to }) => to === next)?.from ?? '';
      const document = edited(
        insertLayer(before, edge(from, next), 'dropout', { x: 280, y: 60 }).edit,
        before,
      );
      const moved = document.nodes.filter(({ id, position }) => {
        const node = before.nodes.find((other) => other.id === id);
        return node !== undefined && node.position !== position;
      });
      expect(moved.map((node) => node.id)).toEqual(behind);
      expect(overlaps(document)).toEqual([]);
    },
  );

  it('moves nothing where there is room', () => {
    const { edit } = insertLayer(lenet, edge('pool1', 'conv2'), 'dropout', { x: 680, y: 60 });
    expect(edit.changes.map((change) => change.type)).not.toContain('moveNodes');
  });

  it('leaves the edge alone for a layer that passes nothing on', () => {
    const document = edited(insertLayer(lenet, edge('conv1', 'relu1'), 'output', origin).edit);
    expect(document.edges).toEqual(lenet.edges);
  });
});

describe('removing layers', () => {
  it('closes the chain over one or several of them', () => {
    expect(edgesOf(edited(removeLayers(lenet, ['relu1'], [])), 'conv1')).toEqual([
      'input→conv1',
      'conv1→pool1',
    ]);
    expect(edgesOf(edited(removeLayers(lenet, ['relu1', 'pool1', 'conv2'], [])), 'relu2')).toEqual([
      'relu2→pool2',
      'conv1→relu2',
    ]);
  });

  it('leaves the ends open where nothing is in front or behind, or where the connection was cut too', () => {
    expect(edgesOf(edited(removeLayers(lenet, ['input'], [])), 'conv1')).toEqual(['conv1→relu1']);
    expect(edgesOf(edited(removeLayers(lenet, ['output'], [])), 'fc3')).toEqual(['relu4→fc3']);
    const cut = edited(removeLayers(lenet, ['relu1'], [edge('conv1', 'relu1')]));
    expect(edgesOf(cut, 'pool1')).toEqual(['pool1→conv2']);
  });

  it('does not choose among several inputs, and makes no second connection between the same layers', () => {
    const residual: NetworkDocument = {
      ...lenet,
      nodes: ['input', 'relu', 'add', 'flatten'].map((kind) => ({
        id: kind,
        kind,
        label: kind,
        config: {},
        position: origin,
      })),
      edges: [edge('input', 'relu'), edge('input', 'add'), edge('relu', 'add', 1), edge('add', 'flatten')],
    };
    expect(edgesOf(edited(removeLayers(residual, ['relu'], []), residual), 'add')).toEqual([
      'input→add',
      'add→flatten',
    ]);
    expect(edgesOf(edited(removeLayers(residual, ['add'], []), residual), 'flatten')).toEqual([]);
  });
});

describe('setting a field', () => {
  const filtersAfter = (value: number) =>
    edited(setField(lenet, 'conv1', 'filters', value)).nodes[1]?.config['filters'];
  it('takes numbers beyond the limits to the nearest that is allowed', () => {
    expect([12, 0, -5, 1e9, 6.4, Number.NaN].map(filtersAfter)).toEqual([12, 1, 1, 65_536, 6, 16]);
    const kernel = edited(setField(lenet, 'conv1', 'kernelSize', [0, 300])).nodes[1]?.config['kernelSize'];
    expect(kernel).toEqual([1, 255]);
  });
  it('changes nothing where the value is the same', () => {
    expect(setField(lenet, 'conv1', 'filters', 6).changes).toEqual([]);
    expect(setField(lenet, 'conv1', 'kernelSize', [5, 5]).changes).toEqual([]);
  });
  it('throws on a value of another type, an unknown option, field or layer', () => {
    for (const [id, field, value] of [
      ['conv1', 'filters', 'many'],
      ['conv1', 'kernelSize', [3]],
      ['conv1', 'padding', 'reflect'],
      ['conv1', 'useBias', 1],
      ['conv1', 'units', 3],
      ['conv9', 'filters', 3],
    ] as const)
      expect(() => setField(lenet, id, field, value), `${id}.${field}`).toThrow();
  });
});

it('renaming trims names, bounds their length and ignores blank ones', () => {
  expect(edited(renameLayer(lenet, 'conv1', '  edges  ')).nodes[1]?.label).toBe('edges');
  expect(edited(renameProject(lenet, 'x'.repeat(900))).name).toHaveLength(200);
  for (const edit of [
    renameLayer(lenet, 'conv1', ' '),
    renameProject(lenet, ''),
    renameProject(lenet, 'LeNet-5'),
  ])
    expect(edit.changes).toEqual([]);
});
