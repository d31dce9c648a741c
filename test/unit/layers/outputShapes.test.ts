import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeightDeclaration } from '../../../src/network/layers/defineLayer';
import { layerKinds } from '../../../src/network/layers/registry';
import { elementCount, type Shape } from '../../../src/network/layers/shape';
import { configs, inputLists } from './layerArbitraries';

describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))(
  '%s, for any inputs and settings',
  (_name, kind) => {
    it('gives a shape of positive whole numbers, or says what is wrong and what to do', () => {
      fc.assert(
        fc.property(inputLists, configs(kind), (inputs, config) => {
          const result = kind.outputShape(inputs, config);
          if ('shape' in result) return expectPositiveIntegers(result.shape);
          expect(result.problem.message).toMatch(/^[A-Z0-9].*\.$/s);
          expect(result.problem.advice).toMatch(/^[A-Z].*\.$/s);
          expect(`${result.problem.message} ${result.problem.advice}`).not.toMatch(/undefined|null|NaN/);
        }),
        { numRuns: 300 },
      );
    });

    it('declares weights and multiply-adds that agree with its valid inputs', () => {
      let valid = 0;
      fc.assert(
        fc.property(inputLists, configs(kind), (inputs, config) => {
          const result = kind.outputShape(inputs, config);
          if ('problem' in result) return;
          valid++;
          const weights = kind.weights(inputs, config);
          expect(weights.map(({ name }) => name)).toEqual([...new Set(weights.map(({ name }) => name))]);
          for (const weight of weights) expectConsistent(weight);
          const macs = kind.macs(inputs, result.shape, config);
          expect(Number.isInteger(macs) && macs >= 0).toBe(true);
          // Each kernel value takes part once at each output position.
          const kernel = weights.find(({ name }) => name === 'kernel');
          const positions = elementCount(result.shape.slice(0, -1));
          expect(macs).toBe(kernel === undefined ? 0 : elementCount(kernel.shape) * positions);
        }),
        { numRuns: 300 },
      );

      expect(valid).toBeGreaterThan(10);
    });
  },
);

function expectPositiveIntegers(shape: Shape) {
  expect(shape.length).toBeGreaterThan(0);
  for (const extent of shape) expect(Number.isInteger(extent) && extent > 0).toBe(true);
}

function expectConsistent({ shape, fans, initialiser, trainable, decays }: WeightDeclaration) {
  expectPositiveIntegers(shape);
  if (!trainable) expect(decays).toBe(false);
  if (fans === undefined) return expect(initialiser.type).toBe('constant');
  // A kernel is (…×inputs×outputs): each output sees fanIn values, each input reaches fanOut.
  expect(fans.fanIn * (shape.at(-1) ?? 0)).toBe(elementCount(shape));
  expect(fans.fanOut * (shape.at(-2) ?? 0)).toBe(elementCount(shape));
}
