import { describe, expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { OutOfMemoryError } from '../../../src/engine/execution/outOfMemory';
import { describeDivergence } from '../../../src/engine/train/divergence';
import { describeFailure } from '../../../src/engine/train/failure';
import { adviseOnMemory } from '../../../src/engine/train/memoryLack';
import { lenet5 } from '../../../src/network/templates/lenet5';

test.each([
  [
    Number.NaN,
    { node: 'n', direction: 'forward', value: 'NaN' },
    /^Loss became NaN at step 37: first NaN in the values of fc1 \(forward\)\. Lower/,
  ],
  [
    Number.POSITIVE_INFINITY,
    { node: 'n', direction: 'forward', value: 'Infinity' },
    /^Loss became infinite at step 37: first infinity in the values of fc1/,
  ],
  [
    2.5,
    { node: 'n', direction: 'backward', value: 'Infinity' },
    /^A gradient stopped being a finite number at step 37: first infinity in the gradient of fc1 \(backward\)\./,
  ],
  [Number.NaN, null, /^Loss became NaN at step 37\. Lower/],
] as const)('a loss of %d with origin %o', (loss, origin, sentence) => {
  expect(describeDivergence(37, loss, origin, 'fc1')).toMatch(sentence);
});

test.each([
  [new AdviceError('It is so.', 'Do this.'), 'It is so.', 'Do this.'],
  [new Error('ResourceExhaustedError: OOM when allocating tensor'), /^Memory ran out\.$/, /smaller batch/],
  [new Error('odd'), /The run failed: odd/, /Try again/],
  ['a text', /The run failed: a text/, /Try again/],
])('%s becomes a message, advice and details', (error, message, advice) => {
  const failure = describeFailure(error);
  expect(failure.message).toMatch(message);
  expect(failure.advice).toMatch(advice);
  expect(failure.details).toContain(error instanceof Error ? error.message : error);
});

describe('a lack of memory', () => {
  const document = lenet5.create();

  test.each([
    [
      'RESOURCE_EXHAUSTED: OOM when allocating tensor with shape[64,28,28,6] and type float on /job:localhost/replica:0/task:0/device:CPU:0 by allocator mklcpu\n\t [[{{node training/conv1/Conv2D}}]]',
      'Memory ran out in layer conv1 at 64 images in a batch: a tensor of 64×28×28×6 (1 MB) found no place.',
    ],
    [
      'OOM when allocating tensor with shape[8192,784,1000] and type float on /job:localhost/replica:0/task:0/device:GPU:0 by allocator GPU_0_bfc [[{{node gradients/fc1/MatMul}}]]',
      'The GPU’s memory ran out in layer fc1 at 64 images in a batch: a tensor of 8192×784×1000 (25.7 GB) found no place.',
    ],
    [
      'Status:1, message: could not create a memory object. in file tensorflow/core/kernels/mkl/mkl_maxpooling_op.cc:388\n\t [[{{node gradients/pool1/MaxPoolGrad}}]]',
      'Memory ran out in layer pool1 at 64 images in a batch.',
    ],
    ['std::bad_alloc', 'Memory ran out at 64 images in a batch.'],
    ['Array buffer allocation failed', 'Memory ran out at 64 images in a batch.'],
  ])('%s', (text, message) => {
    expect(adviseOnMemory(new Error(text), document)?.message).toBe(message);
  });

  test('of the eager executor carries its layer', () => {
    const caught = new OutOfMemoryError('WebAssembly’s memory (4 GB at most)', 'conv2');
    expect(adviseOnMemory(caught, document)?.message).toBe(
      'WebAssembly’s memory (4 GB at most) ran out in layer conv2 at 64 images in a batch.',
    );
  });

  test('is seen in nothing else', () => {
    expect(adviseOnMemory(new Error('Input to reshape is a tensor with 10 values'), document)).toBeNull();
  });
});
