import { describe, expect, it } from 'vitest';
import { formatFactor } from '../../../src/network/health/formatFactor';
import { verdictOf, verdictSide } from '../../../src/network/health/verdict';

describe('verdictOf', () => {
  it.each([
    [-3.8, -0.7, 'vanishing', 'low'],
    [-3.8, -3.5, 'small', 'low'],
    [-3.8, null, 'small', 'low'],
    [-1.2, -0.7, 'healthy', 'healthy'],
    [-1.2, -9, 'healthy', 'healthy'],
    [0.4, 0.2, 'large', 'high'],
    [2.5, 0.2, 'exploding', 'high'],
    [Number.NEGATIVE_INFINITY, -1, 'zero', 'low'],
    [Number.POSITIVE_INFINITY, -1, 'not finite', 'high'],
    [Number.NaN, -1, 'not finite', 'high'],
  ] as const)('%f against %f is %s', (norm, last, verdict, side) => {
    expect(verdictOf(norm, last)).toBe(verdict);
    expect(verdictSide(verdict)).toBe(side);
  });
});

describe('formatFactor', () => {
  it.each([
    [1, '1.0×'],
    [5.34, '5.3×'],
    [9.96, '10×'],
    [41.2, '41×'],
    [1183, '1,180×'],
    [999_499, '999,000×'],
    [24_300_000, '24 million times'],
    [390_000_000, '390 million times'],
    [2.41e12, '2.4 trillion times'],
    [1.63e18, '1.6 × 10¹⁸ times'],
    [Number.POSITIVE_INFINITY, '∞×'],
  ])('%f is %s', (factor, text) => {
    expect(formatFactor(factor)).toBe(text);
  });
});
