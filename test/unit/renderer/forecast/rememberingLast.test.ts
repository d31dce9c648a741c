import { expect, it } from 'vitest';
import { rememberingLast } from '../../../../src/renderer/forecast/rememberingLast';

it('computes once for the same objects, and anew for any other', () => {
  let computed = 0;
  const sum = rememberingLast((...numbers: { readonly value: number }[]) => {
    computed += 1;
    return { total: numbers.reduce((total, { value }) => total + value, 0) };
  });
  const [one, two] = [{ value: 1 }, { value: 2 }];
  expect(sum(one, two)).toBe(sum(one, two));
  expect(computed).toBe(1);
  expect(sum(two, one)).toEqual({ total: 3 });
  expect(sum(one).total).toBe(1);
  expect(computed).toBe(3);
});
