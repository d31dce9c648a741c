import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { findRemedies } from '../../../src/network/remedies/findRemedies';
import { around, chainOf, type Layer, network } from '../analysis/networks';

const tail: readonly Layer[] = [
  ['flatten', 'flatten'],
  ['fc1', 'dense'],
  ['output', 'output'],
];
const tailPairs = ['flatten→fc1', 'fc1→output'];
const stride = { strides: [2, 2] };

/** Two paths from the input into a layer that joins them, then the usual end. */
function joined(kind: string, left: Layer, right: Layer): NetworkDocument {
  return network(
    [['input', 'input'], left, right, ['join', kind], ...tail],
    [
      `input→${left[0]}`,
      `input→${right[0]}`,
      `${left[0]}→join`,
      `${right[0]}→join`,
      'join→flatten',
      ...tailPairs,
    ],
  );
}

/** The labels of the first problem's remedies, with the parameters that each adds. */
function offered(document: NetworkDocument): readonly string[] {
  const analysis = analyse(document);
  const [problem] = analysis.problems;
  if (problem === undefined) throw new Error('The network has no problem.');
  const signed = (count: number) => (count === 0 ? '' : ` (${count > 0 ? '+' : ''}${count})`);
  return findRemedies(document, analysis, problem).map(
    ({ edit, parameters }) => `${edit.label}${signed(parameters)}`,
  );
}

describe('the remedies', () => {
  it.each<[string, NetworkDocument, readonly string[]]>([
    [
      'for Add: other channels',
      joined('add', ['a', 'conv2d'], ['b', 'conv2d', { filters: 8 }]),
      ['Give b 16 filters (+80)', 'Give a 8 filters (-80)', 'Project b to 28×28×16 (+144)'],
    ],
    [
      'for Add: other size',
      joined('add', ['a', 'conv2d'], ['b', 'conv2d', { filters: 8, ...stride }]),
      [
        'Project a to 14×14×8 (+136)',
        'Enlarge b to 28×28×16 (+144)',
        'Delete join and the path through b (-80)',
      ],
    ],
    [
      'for Add: cropped',
      joined('add', ['a', 'conv2d'], ['b', 'conv2d', { padding: 'valid' }]),
      [
        'Use Same padding in b',
        'Delete join and the path through b (-160)',
        'Delete join and the path through a (-160)',
      ],
    ],
    [
      'for Add: image and vector',
      joined('add', ['a', 'conv2d'], ['b', 'globalAveragePool2d']),
      ['Delete join and the path through b', 'Delete join and the path through a (-160)'],
    ],
    [
      'for Concatenate: other size',
      joined('concat', ['a', 'conv2d'], ['b', 'conv2d', stride]),
      ['Pool a to 14×14×16', 'Project a to 14×14×16 (+272)', 'Enlarge b to 28×28×16'],
    ],
    ['for Add with one input', around([['add', 'add']]), ['Delete add']],
    [
      'for Dense on an image',
      chainOf([
        ['input', 'input'],
        ['conv', 'conv2d'],
        ['fc', 'dense'],
        ['output', 'output'],
      ]),
      ['Put Global avg pool before fc (+170)', 'Put Flatten before fc (+125450)'],
    ],
    [
      'for Conv on a vector',
      around([
        ['flatten0', 'flatten'],
        ['conv', 'conv2d'],
      ]),
      ['Move conv in front of flatten0 (+160)', 'Delete flatten0 (+160)', 'Delete conv'],
    ],
    [
      'for Output on an image',
      chainOf([
        ['input', 'input'],
        ['conv', 'conv2d'],
        ['output', 'output'],
      ]),
      [
        'Put Global avg pool and Dense 10 before output (+170)',
        'Put Flatten and Dense 10 before output (+125450)',
      ],
    ],
    [
      'for a window larger than the input',
      around([['pool1', 'maxPool2d', { poolSize: [30, 30], strides: [2, 2] }]]),
      ['Use Same padding in pool1', 'Shrink the window of pool1 to 28×28', 'Delete pool1'],
    ],
    [
      'for a convolution larger than its input',
      around([['conv', 'conv2d', { kernelSize: [31, 31], padding: 'valid' }]]),
      ['Use Same padding in conv (+15392)', 'Shrink the window of conv to 28×28 (+12560)', 'Delete conv'],
    ],
    [
      'for groups',
      around([
        ['conv1', 'conv2d', { filters: 6 }],
        ['conv', 'conv2d', { groups: 4 }],
      ]),
      ['Set the groups of conv to 2 (+448)', 'Delete conv'],
    ],
    [
      'for stride with dilation',
      around([['conv', 'conv2d', { dilations: [2, 2], ...stride }]]),
      ['Set the dilation of conv to 1×1 (+160)', 'Set the stride of conv to 1×1 (+160)', 'Delete conv'],
    ],
    [
      'for classes',
      around([], [['fc', 'dense', { units: 7 }]]),
      ['Fit network to MNIST (+2355)', 'Put Dense 10 before output (+80)'],
    ],
    [
      'for one class',
      around([], [['fc', 'dense', { units: 1 }]]),
      ['Fit network to MNIST (+7065)', 'Put Dense 10 before output (+20)'],
    ],
    ['for no Dense', around([], []), ['Put Dense 10 before output (+7850)']],
    [
      'for image size',
      chainOf([['input', 'input', { height: 32 }], ...tail]),
      ['Fit network to MNIST (-1120)'],
    ],
    ['for no Input', chainOf(tail), ['Add an Input before flatten']],
    [
      'for no Output',
      chainOf([['input', 'input'], ...tail.slice(0, -1)]),
      ['Add an Output behind fc1', 'Add Dense 10 and an Output behind fc1 (+110)'],
    ],
    [
      'for no Output behind a convolution',
      chainOf([
        ['input', 'input'],
        ['conv', 'conv2d'],
      ]),
      ['Add global pooling, Dense 10 and an Output behind conv (+170)'],
    ],
    ['for an empty network', network([], []), ['Add an Input']],
    [
      'for a layer without input',
      network([['input', 'input'], ...tail], tailPairs),
      ['Connect input to flatten'],
    ],
    [
      'for a layer that leads nowhere',
      network(
        [['input', 'input'], ...tail, ['conv', 'conv2d']],
        ['input→flatten', ...tailPairs, 'input→conv'],
      ),
      ['Put conv between input and flatten (+117600)', 'Delete conv (-160)'],
    ],
    [
      'for a second Input',
      network(
        [['input', 'input'], ['input2', 'input'], ['join', 'add'], ...tail],
        ['input→join', 'input2→join', 'join→flatten', ...tailPairs],
      ),
      ['Delete input2'],
    ],
    [
      'for a loop',
      network(
        [['input', 'input'], ['join', 'add'], ['conv', 'conv2d', { filters: 1 }], ...tail],
        ['input→join', 'conv→join', 'join→conv', 'conv→flatten', ...tailPairs],
      ),
      ['Delete join and the connection from conv'],
    ],
    [
      'for two softmaxes',
      around(
        [],
        [
          ['fc', 'dense'],
          ['softmax', 'softmax'],
        ],
      ),
      ['Delete softmax'],
    ],
    [
      'for a needless bias',
      around([
        ['conv', 'conv2d'],
        ['bn', 'batchNorm'],
      ]),
      ['Switch the bias of conv off (-16)'],
    ],
    [
      'for no parameters',
      chainOf([
        ['input', 'input'],
        ['relu', 'relu'],
        ['flatten', 'flatten'],
        ['output', 'output'],
      ]),
      ['Put Dense 10 before output (+7850)'],
    ],
    [
      'for a shape that does not fit',
      around([['reshape', 'reshape', { targetShape: [5, 5, 3] }]]),
      ['Let reshape give as many channels as are left over', 'Delete reshape'],
    ],
  ])('%s', (_name, document, labels) => {
    expect(offered(document)).toEqual(labels);
  });
});
