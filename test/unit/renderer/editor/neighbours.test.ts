import { expect, test } from 'vitest';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { type Direction, neighbour } from '../../../../src/renderer/editor/neighbours';

const network = lenet5.create();

test('right leads through all layers in the order of data, and left back', () => {
  const ids = network.nodes.map(({ id }) => id);
  const walk = (start: string, direction: Direction) => {
    const way = [start];
    for (let next = neighbour(network, start, direction); next !== null; )
      [way[way.length], next] = [next, neighbour(network, next, direction)];
    return way;
  };
  expect(walk('input', 'right')).toEqual(ids);
  expect(walk('output', 'left')).toEqual(ids.toReversed());
});

test('up and down lead to the nearest layer of the next row', () => {
  const places = [
    [0, 0],
    [160, 0],
    [0, 150],
    [160, 150],
    [160, 300],
  ] as const;
  const nodes = network.nodes.slice(0, places.length).map((node, index) => ({
    ...node,
    position: { x: places[index]?.[0] ?? 0, y: places[index]?.[1] ?? 0 },
  }));
  const [first, second, third, fourth, fifth] = nodes.map(({ id }) => id);
  const lead = (id: string | undefined, direction: Direction) =>
    neighbour({ ...network, nodes, edges: [] }, id ?? '', direction);
  expect(lead(second, 'down')).toBe(fourth);
  expect(lead(fourth, 'down')).toBe(fifth);
  expect(lead(fifth, 'up')).toBe(fourth);
  expect(lead(third, 'up')).toBe(first);
  expect(lead(first, 'up')).toBeNull();
});

test('a layer that is not there leads nowhere', () => {
  expect(neighbour(network, 'gone', 'right')).toBeNull();
});
