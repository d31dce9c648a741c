import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { around, chainOf, network } from './networks';

const ends = [
  ['input', 'input'],
  ['flatten', 'flatten'],
  ['fc1', 'dense'],
  ['output', 'output'],
] as const;
const main = ['input→flatten', 'flatten→fc1', 'fc1→output'];

/** `severity node: message` of each problem. */
function found(document: NetworkDocument): readonly string[] {
  return analyse(document).problems.map(
    ({ severity, node, message }) => `${severity} ${node ?? 'network'}: ${message}`,
  );
}

describe('a network', () => {
  it('without a fault has no problem', () => {
    expect(found(network(ends, main))).toEqual([]);
  });

  it.each<[string, NetworkDocument, readonly string[]]>([
    [
      'that is empty',
      network([], []),
      [
        'error network: The network has no Input, so no image can reach it.',
        'error network: The network has no Output, so there is no loss to train on.',
      ],
    ],
    [
      'without Input',
      chainOf(ends.slice(1)),
      [
        'error network: The network has no Input, so no image can reach it.',
        'error flatten: flatten has no input, so no image reaches it.',
      ],
    ],
    [
      'without Output',
      chainOf(ends.slice(0, -1)),
      ['error network: The network has no Output, so there is no loss to train on.'],
    ],
    [
      'with a second Input in use',
      network(
        [...ends, ['input2', 'input'], ['add1', 'add']],
        ['input→add1', 'input2→add1', 'add1→flatten', ...main.slice(1)],
      ),
      ['error input2: input2 is a second Input; only one (input) can be fed.'],
    ],
    [
      'with a weight that no tensor holds',
      around(
        [],
        [
          ['fc0', 'dense', { units: 65_536 }],
          ['fc2', 'dense', { units: 65_536 }],
          ['fc1', 'dense'],
        ],
      ),
      ['error fc2: The kernel of fc2 has 65536×65536 values; a tensor holds 2.1 billion at most.'],
    ],
    [
      'with an output that no tensor holds',
      around([
        ['conv1', 'conv2d', { filters: 65_536 }],
        ['gap1', 'globalAveragePool2d'],
      ]),
      ['error conv1: A batch of 64 at conv1 has 3.3 billion values; a tensor holds 2.1 billion at most.'],
    ],
    [
      'with a gap: said once, where the input is missing, and of the end that leads nowhere',
      network(ends, ['input→flatten', 'fc1→output']),
      [
        'error fc1: fc1 has no input, so no image reaches it.',
        'warning flatten: flatten leads nowhere: no layer takes its output. It and the layer in front of it are left out of training.',
      ],
    ],
    [
      'with a layer on the side',
      network(
        [...ends, ['conv1', 'conv2d'], ['relu1', 'relu'], ['sum', 'add']],
        [...main, 'input→conv1', 'conv1→relu1'],
      ),
      [
        'warning relu1: relu1 leads nowhere: no layer takes its output. It and the layer in front of it are left out of training.',
        'warning sum: sum leads nowhere: no layer takes its output. It is left out of training.',
      ],
    ],
    [
      'with a loop',
      network(
        [...ends, ['add1', 'add'], ['relu1', 'relu']],
        ['input→add1', 'add1→relu1', 'relu1→add1', 'relu1→flatten', ...main.slice(1)],
      ),
      ['error add1: add1 → relu1 → add1 is a loop, so no layer of it can be computed first.'],
    ],
    [
      'whose shapes don’t fit: said once, and not behind it',
      network(
        [...ends, ['conv1', 'conv2d', { strides: [2, 2] }], ['add1', 'add']],
        ['input→conv1', 'input→add1', 'conv1→add1', 'add1→flatten', ...main.slice(1)],
      ),
      ['error add1: Add needs equal shapes; got 28×28×1 and 14×14×16.'],
    ],
    [
      'without parameters',
      network(
        [
          ['input', 'input'],
          ['flatten', 'flatten'],
          ['output', 'output'],
        ],
        ['input→flatten', 'flatten→output'],
      ),
      [
        'error output: MNIST has 10 classes; output gets 784 values.',
        'error network: The network has no trainable parameters, so training can change nothing.',
      ],
    ],
    [
      'that takes other images than the dataset has',
      chainOf([['input', 'input', { height: 32, width: 32, channels: 3 }], ...ends.slice(1)]),
      ['error input: MNIST images are 28×28×1; input takes 32×32×3.'],
    ],
    [
      'with another number of classes than the dataset has',
      around([], [['fc1', 'dense', { units: 12 }]]),
      ['error output: MNIST has 10 classes; output gets 12 values.'],
    ],
    [
      'with softmax twice',
      around(
        [],
        [
          ['fc1', 'dense'],
          ['softmax1', 'softmax'],
        ],
      ),
      [
        'warning softmax1: Softmax is applied twice: by softmax1 and by the loss of output, which flattens the gradient.',
      ],
    ],
    [
      'whose loss takes probabilities that nothing makes',
      chainOf([...ends.slice(0, -1), ['output', 'output', { loss: 'crossEntropyOfProbabilities' }]]),
      ['warning output: The loss of output takes probabilities, but fc1 gives any numbers.'],
    ],
    [
      'whose loss takes probabilities that Softmax makes',
      chainOf([
        ...ends.slice(0, -1),
        ['softmax1', 'softmax'],
        ['output', 'output', { loss: 'crossEntropyOfProbabilities' }],
      ]),
      [],
    ],
    [
      'with a bias before batch norm',
      around([
        ['conv1', 'conv2d'],
        ['bn1', 'batchNorm'],
      ]),
      ['warning conv1: The bias of conv1 has no effect: bn1 subtracts the mean right behind it.'],
    ],
    [
      'without a bias before batch norm',
      around([
        ['conv1', 'conv2d', { useBias: false }],
        ['bn1', 'batchNorm'],
      ]),
      [],
    ],
    [
      'with a setting out of limits',
      around([['conv1', 'conv2d', { filters: 0 }]]),
      ['error conv1: Conv2D, filters: Filters must be a whole number from 1 to 65536; got 0.'],
    ],
  ])('%s', (_case, document, problems) => {
    expect(found(document)).toEqual(problems);
    expect(analyse(document).trains).toBe(!problems.some((problem) => problem.startsWith('error')));
  });

  it('names every loop, each once, and long ones by their first layers', () => {
    const ring = Array.from({ length: 9 }, (_, index) => [`r${index}`, 'relu'] as const);
    const pairs = ring.map(([id], index) => `${id}→r${(index + 1) % ring.length}`);
    const document = network(
      [...ends, ...ring, ['a', 'relu'], ['b', 'relu']],
      [...main, ...pairs, 'a→b', 'b→a'],
    );
    expect(found(document)).toEqual([
      'error r0: r0 → r1 → r2 → r3 → r4 → r5 → … → r0 is a loop, so no layer of it can be computed first.',
      'error a: a → b → a is a loop, so no layer of it can be computed first.',
    ]);
  });

  it('with a layer that this version does not know says so at the layer', () => {
    const document = network(ends, main);
    const nodes = document.nodes.map((node) => (node.id === 'fc1' ? { ...node, kind: 'capsule' } : node));
    expect(found({ ...document, nodes })).toEqual([
      'error fc1: fc1 is of the kind "capsule", which this version doesn\'t know.',
    ]);
  });

  it('leaves layers that lead nowhere out of its totals, and their faults out of the way', () => {
    const aside = network(
      [...ends, ['fc2', 'dense'], ['fc3', 'dense', { units: 500 }]],
      [...main, 'input→fc2', 'flatten→fc3'],
    );
    const analysis = analyse(aside);
    expect(analysis.trains).toBe(true);
    expect(analysis.totals).toEqual(analyse(network(ends, main)).totals);
    expect(analysis.nodes.get('fc3')).toMatchObject({ trainable: 392_500, usedInTraining: false });
    expect(found(aside)).toContain('warning fc2: Dense needs a feature vector; got 28×28×1.');
  });
});
