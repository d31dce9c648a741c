import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { button, curvePoints, shownStep, train } from './trainingRun';

test.use({ environment: { LAYERWISE_TENSORFLOW: 'wasm' } });

test('without native TensorFlow training runs on WebAssembly, and the window says so, why, and what would help', async ({
  page,
}) => {
  const notice = page.getByRole('status').filter({ hasText: 'WebAssembly' });
  await expect(notice).toContainText(
    'Training runs on the slower WebAssembly engine: LAYERWISE_TENSORFLOW=wasm asks to do without it.',
    { timeout: 30_000 },
  );
  await expect(notice).toContainText('Unset the variable and start Layerwise anew to train with TensorFlow.');
  const chip = page.getByRole('button', { name: /Slow device/ });
  await expect(chip).toHaveText('CPU, 1 core');
  await expect(page.getByRole('contentinfo')).toContainText(/TensorFlow\.js\s*\d+\.\d+ wasm · CPU/);
  await picture(page, 'without-tensorflow');

  await train(page);
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  await expect.poll(() => curvePoints(page, 'Loss')).toBeGreaterThan(3);
  await button(page, 'Stop').click();
  await expect(button(page, 'Train')).toBeVisible();
  expect(await shownStep(page)).toBeGreaterThan(30);

  // Dismissed for now, but not lost.
  await notice.getByRole('button', { name: /Dismiss/ }).click();
  await expect(notice).toBeHidden();
  await chip.click();
  await expect(notice).toContainText('slower WebAssembly engine');
});
