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
          // Each kernel value takes part once at each position: of the output, or of what is stamped into it.
          const kernels = weights.filter(({ name }) => /kernel$/i.test(name));
          const values = kernels.reduce((sum, { shape }) => sum + elementCount(shape), 0);
          const stamped = kind.kind === 'convTranspose2d' ? inputs[0] : result.shape;
          expect(macs).toBe(values * elementCount(stamped?.slice(0, -1) ?? []));
        }),
        { numRuns: 600 },
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
  // Each output sees fanIn values; the inputs reach fanOut each, and share the kernel evenly.
  expectPositiveIntegers([fans.fanIn, fans.fanOut]);
  expect(fans.fanIn).toBeLessThanOrEqual(elementCount(shape));
  expect(elementCount(shape) % fans.fanOut).toBe(0);
}
