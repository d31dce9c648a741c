import { expect, it } from 'vitest';
import type { NetworkDocument } from '../../../../src/network/graph/document';
import { findTemplate } from '../../../../src/network/templates/templates';
import { crossings, edgesOf, overlaps, tidied } from './drawing';
import { inceptionModules } from './inceptionModules';

const network = inceptionModules();
const places = placesOf(network);

it('runs the branches of a module side by side, in the order of the inputs that they lead to', () => {
  const rows = [['a1'], ['b1', 'b1_relu', 'b2', 'b2_relu'], ['c1', 'c2_relu'], ['d1', 'd2', 'd2_relu']];
  const heights = rows.map((row) => [...new Set(row.map((id) => place(id).y))]);
  expect(heights.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  expect(heights.flat()).toEqual(heights.flat().toSorted((left, right) => left - right));
  expect(new Set(heights.flat()).size).toBe(4);
  for (const id of rows.flat()) {
    expect(place(id).x).toBeGreaterThan(place('stem_relu').x);
    expect(place(id).x).toBeLessThan(place('first').x);
  }
  expect(place('first').y).toBe((place('b1').y + place('c1').y) / 2);
});

it('runs branches of branches side by side too, between those around them', () => {
  const heights = ['e1', 'f2', 'f3', 'g3', 'g4'].map((id) => place(id).y);
  expect(heights).toEqual(heights.toSorted((left, right) => left - right));
  expect(place('f1').y).toBe((place('f2').y + place('f3').y) / 2);
  expect(place('g1').y).toBe(place('g2').y);
  for (const id of ['f2', 'f3']) expect(place(id).x).toBeGreaterThan(place('f1_relu').x);
});

it('hangs an auxiliary head below the row that it branches off from', () => {
  const head = ['aux', 'aux_relu', 'aux_pool', 'aux_dense', 'aux_output'];
  expect(new Set(head.map((id) => place(id).y)).size).toBe(1);
  expect(place('aux').y).toBeGreaterThan(place('d1').y);
  expect(place('output').y).not.toBe(place('aux').y);
});

it('keeps modules clear of one another and of their connections', () => {
  expect(overlaps(network)).toEqual([]);
  expect(crossings(network)).toEqual([]);
});

it('keeps the units of a residual network in one row each, with their shortcuts as arcs above', () => {
  const drawn = findTemplate('resnet-34')?.create() ?? network;
  const residual = tidied({
    ...drawn,
    tagged: false,
    blocks: [],
    nodes: drawn.nodes.map(({ block, ...node }) => node),
  });
  const heights = placesOf(residual);
  const skipping = [...edgesOf(residual)].filter(([, { shortcut }]) => shortcut);
  const into = skipping.filter(([, { entry }]) => entry === 'down');
  expect(into.length).toBe(16);
  for (const [, { middle, target }] of into) expect(middle.y).toBeLessThan(target.y);
  const along = skipping.filter(([, { entry }]) => entry !== 'down').map(([{ to }]) => to);
  expect(along.toSorted()).toEqual(['bn3_1s', 'bn4_1s', 'bn5_1s', 'conv3_1s', 'conv4_1s', 'conv5_1s']);
  for (const { from, to } of residual.edges)
    if (to.startsWith('add') && from.startsWith('bn')) {
      const [branch, sum] = [heights.get(from)?.y ?? 0, heights.get(to)?.y ?? 0];
      if (from.endsWith('s')) expect(branch, `${from} is on a projection`).toBeLessThan(sum);
      else expect(branch, `${from} is beside ${to}`).toBe(sum);
    }
});

function place(id: string): { readonly x: number; readonly y: number } {
  const found = places.get(id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

function placesOf({ nodes }: NetworkDocument) {
  return new Map(nodes.map(({ id, position }) => [id, position]));
}
