import { expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { mainOutput } from '../../../src/network/graph/mainOutput';
import { mainRoad } from '../../../src/network/graph/shortcuts/mainRoad';
import { network } from '../analysis/networks';

const withHeads = (...weights: readonly number[]) =>
  network(
    [
      ['input', 'input'],
      ['flatten', 'flatten'],
      ...weights.flatMap((lossWeight, index) => [
        [`fc${index}`, 'dense'] as const,
        [`output${index}`, 'output', { lossWeight }] as const,
      ]),
    ],
    ['input→flatten', ...weights.flatMap((_, index) => [`flatten→fc${index}`, `fc${index}→output${index}`])],
  );

it.each([
  [[], undefined],
  [[0], 'output0'],
  [[1, 0.3, 0.3], 'output0'],
  [[0.3, 0.3, 1], 'output2'],
  [[1, 1, 0.5], 'output1'],
  [[0.3, 100, 1], 'output1'],
] as const)('of Outputs that weigh %j, the main one is %s', (weights, main) => {
  expect(mainOutput(withHeads(...weights).nodes)?.id).toBe(main);
});

it('takes a weight that a file leaves out for 1', () => {
  const { nodes } = withHeads(1, 0.3);
  const older = nodes.map((node) => (node.id === 'output0' ? { ...node, config: {} } : node));
  expect(mainOutput(older)?.id).toBe('output0');
});

it('counts the parameters of auxiliary heads, which train', () => {
  const one = analyse(withHeads(1));
  const three = analyse(withHeads(1, 0.3, 0.3));
  expect(three.trains).toBe(true);
  expect(three.totals.trainable).toBe(3 * one.totals.trainable);
  expect(three.totals.macs).toBe(3 * one.totals.macs);
});

it('leads the main road to the main output', () => {
  const document = withHeads(0.3, 1, 0.3);
  const road = mainRoad(document, analyse(document)).flatMap((stretch) => stretch.map(({ id }) => id));
  expect(road).toEqual(['input', 'flatten', 'fc1', 'output1']);
});
