import { expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { network } from './networks';

const ends = [
  ['input', 'input'],
  ['flatten', 'flatten'],
  ['fc1', 'dense'],
  ['output', 'output'],
] as const;
const main = ['input→flatten', 'flatten→fc1', 'fc1→output'];

it.each<[string, NetworkDocument, readonly string[]]>([
  ['with a second Output', network([...ends, ['output2', 'output']], [...main, 'fc1→output2']), []],
  [
    'with an auxiliary head, each of whose losses is looked at',
    network(
      [
        ...ends,
        ['fc2', 'dense', { units: 5 }],
        ['softmax', 'softmax'],
        ['head', 'output', { lossWeight: 0.3 }],
      ],
      [...main, 'flatten→fc2', 'fc2→softmax', 'softmax→head'],
    ),
    [
      'error head: MNIST has 10 classes; head gets 5 values.',
      'warning softmax: Softmax is applied twice: by softmax and by the loss of head, which flattens the gradient.',
    ],
  ],
  [
    'with an auxiliary head that nothing leads to',
    network([...ends, ['head', 'output', { lossWeight: 0.3 }]], main),
    ['error head: head has no input, so no image reaches it.'],
  ],
  [
    'with an auxiliary head that doesn’t count',
    network([...ends, ['head', 'output', { lossWeight: 0 }]], [...main, 'fc1→head']),
    ['warning head: The loss weight of head is 0, so layers that lead to it alone learn nothing.'],
  ],
  [
    'of which no loss counts',
    network([...ends.slice(0, -1), ['output', 'output', { lossWeight: 0 }]], main),
    ['error output: No loss counts: the loss weight of output is 0.'],
  ],
])('a network %s', (_, document, problems) => {
  const found = analyse(document).problems.map(
    ({ severity, node, message }) => `${severity} ${node ?? 'network'}: ${message}`,
  );
  expect(found).toEqual(problems);
});
