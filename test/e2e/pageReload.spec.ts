import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { curvePoints, shownStep, train } from './trainingRun';

test('a page that is loaded anew during training shows its network and its curves, and can stop it', async ({
  page,
}) => {
  await card(page, 'conv2').click();
  const filters = page.getByRole('textbox', { name: 'Filters' });
  await filters.fill('24');
  await filters.press('Enter');
  await train(page);
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  await expect.poll(() => shownStep(page)).toBeGreaterThan(200);
  const before = { step: await shownStep(page), points: await curvePoints(page, 'Loss') };
  expect(before.points).toBeGreaterThan(15);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
  expect(await shownStep(page)).toBeGreaterThanOrEqual(before.step);
  await expect(card(page, 'conv2')).toHaveAccessibleName(/Conv 5×5 24/);
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  await expect.poll(() => curvePoints(page, 'Loss')).toBeGreaterThanOrEqual(before.points);
  const joined = await shownStep(page);
  await expect.poll(() => shownStep(page)).toBeGreaterThan(joined);

  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible({ timeout: 5_000 });
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('Stopped');
  await page.getByRole('button', { name: /^Continue/ }).click();
  const stopped = await shownStep(page);
  await expect.poll(() => shownStep(page)).toBeGreaterThan(stopped);
});
