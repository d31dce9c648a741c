import { expect, it } from 'vitest';
import { whenJudged } from '../../../../src/renderer/diagnosis/whenJudged';

it.each([
  [1200, null, 'at step 1,200'],
  [1200, 1200, 'at step 1,200'],
  [1200, 10, 'at step 1,200, the latest; the charts show step 10'],
])('verdicts of step %s say so while the charts show step %s', (step, scrubbed, words) => {
  expect(whenJudged({ probe: null }, step, scrubbed)).toBe(words);
});
