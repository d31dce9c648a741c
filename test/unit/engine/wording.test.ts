import { expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { describeDivergence } from '../../../src/engine/train/divergence';
import { describeFailure } from '../../../src/engine/train/failure';

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
  [new Error('ResourceExhaustedError: OOM when allocating tensor'), /not enough memory/, /smaller batch/],
  [new Error('odd'), /The run failed: odd/, /Try again/],
  ['a text', /The run failed: a text/, /Try again/],
])('%s becomes a message, advice and details', (error, message, advice) => {
  const failure = describeFailure(error);
  expect(failure.message).toMatch(message);
  expect(failure.advice).toMatch(advice);
  expect(failure.details).toContain(error instanceof Error ? error.message : error);
});
