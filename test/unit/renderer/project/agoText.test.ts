import { expect, it } from 'vitest';
import { agoText } from '../../../../src/renderer/format/agoText';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

it.each([
  [0, 'now'],
  [-5 * second, 'now'],
  [second, '1 second ago'],
  [59 * second, '59 seconds ago'],
  [minute, '1 minute ago'],
  [90 * minute, '1 hour ago'],
  [23 * hour, '23 hours ago'],
  [day, 'yesterday'],
  [40 * day, 'last month'],
  [800 * day, '2 years ago'],
])('%d ms are said as %s', (passed, words) => {
  expect(agoText(1e12 - passed, 1e12)).toBe(words);
});
