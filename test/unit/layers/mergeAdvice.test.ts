import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfig, defaultConfig } from '../../../src/network/layers/config';
import { layerKind } from '../../../src/network/layers/registry';
import { formatShape, type Shape } from '../../../src/network/layers/shape';
import { imageShapes } from './layerArbitraries';

function problemOf(kind: string, ...inputs: Shape[]) {
  const result = layerKind(kind).outputShape(inputs, defaultConfig(layerKind(kind)));
  if ('shape' in result) throw new Error(`${kind} took ${inputs.map(formatShape).join(' and ')}.`);
  return result.problem;
}

describe('Add of unequal shapes', () => {
  it.each<[Shape, Shape, string]>([
    [
      [8, 8, 4],
      [4, 4, 4],
      'Put a 1×1 convolution with 4 filters and stride 2 on the shortcut that gives 8×8×4.',
    ],
    [
      [4, 4, 32],
      [7, 7, 16],
      'Put a 1×1 convolution with 32 filters and stride 2 on the shortcut that gives 7×7×16.',
    ],
    [
      [8, 8, 4],
      [4, 8, 6],
      'Put a 1×1 convolution with 6 filters and stride 2×1 on the shortcut that gives 8×8×4.',
    ],
    [[8, 8, 4], [8, 8, 16], 'Put a 1×1 convolution with 16 filters on the shortcut that gives 8×8×4.'],
    [
      [8, 8, 4],
      [6, 8, 4],
      'The heights (8 and 6) differ by more than a stride: use Same padding and equal strides on both paths.',
    ],
    [
      [8, 4, 4],
      [4, 8, 4],
      'The heights (8 and 4) and widths (4 and 8) differ by more than a stride: use Same padding and equal strides on both paths.',
    ],
    [[84], [120], 'Put a Dense layer with 120 units on the shortcut that gives 84.'],
    [
      [400],
      [5, 5, 16],
      'One path is flattened and the other is not: put Flatten or global average pooling on both paths or on neither.',
    ],
  ])('%j and %j: names both and says what to do', (left, right, advice) => {
    const problem = problemOf('add', left, right);
    expect(problem.message).toBe(
      `Add needs equal shapes; got ${formatShape(left)} and ${formatShape(right)}.`,
    );
    expect(problem.advice).toBe(advice);
  });

  it('lists all shapes of three', () => {
    expect(problemOf('add', [8, 8, 4], [8, 8, 4], [4, 4, 4]).message).toBe(
      'Add needs equal shapes; got 8×8×4, 8×8×4 and 4×4×4.',
    );
  });

  it('gives advice that works: the convolution it names levels the two shapes', () => {
    const conv2d = layerKind('conv2d');
    let followed = 0;
    fc.assert(
      fc.property(
        imageShapes,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 64 }),
        (shape, step, channels) => {
          const [height = 1, width = 1] = shape;
          const other = [Math.ceil(height / step), Math.ceil(width / step), channels];
          if (formatShape(shape) === formatShape(other)) return;
          const { advice } = problemOf('add', shape, other);
          const words =
            /with (\d+) filters(?: and stride (\d+)(?:×(\d+))?)? on the shortcut that gives (.*)\.$/.exec(
              advice,
            );
          const [, filters, vertical = '1', horizontal = vertical, path] = words ?? [];
          const [from, to] = path === formatShape(shape) ? [shape, other] : [other, shape];
          const checked = checkConfig(conv2d, {
            kernelSize: [1, 1],
            filters: Number(filters),
            strides: [Number(vertical), Number(horizontal)],
          });
          if ('problem' in checked) throw new Error(`${advice} ${checked.problem.message}`);
          expect(conv2d.outputShape([from], checked.config)).toEqual({ shape: to });
          followed++;
        },
      ),
    );
    expect(followed).toBeGreaterThan(50);
  });
});

describe('Concatenate of unequal sizes', () => {
  it.each<[Shape, Shape, string]>([
    [[8, 8, 4], [4, 4, 6], 'Give a layer on the branch that gives 8×8×4 stride 2 and Same padding.'],
    [
      [8, 8, 4],
      [6, 6, 4],
      'The heights (8 and 6) and widths (8 and 6) differ by more than a stride: use Same padding and equal strides on all branches.',
    ],
    [
      [8, 8, 4],
      [256],
      'One branch is flattened and another is not: put Flatten or global average pooling on all branches or on none.',
    ],
  ])('%j and %j', (left, right, advice) => {
    const problem = problemOf('concat', left, right);
    expect(problem.message).toBe(
      `Concatenate needs equal height×width; got ${formatShape(left)} and ${formatShape(right)}.`,
    );
    expect(problem.advice).toBe(advice);
  });
});
