import { expect, test } from './launchApplication';
import { button } from './trainingRun';

// WebAssembly's memory ends at the same size on every machine.
test.use({ environment: { LAYERWISE_TENSORFLOW: 'wasm' } });

test('memory and time are told before a run, and a batch that won’t fit becomes the largest that does', async ({
  page,
}) => {
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText(/≈ \d+ MB of [\d.]+ GB · (about \d+ (s|min|h)|a few seconds)/, {
    timeout: 60_000,
  });

  await button(page, 'Training settings').click();
  const form = page.getByRole('dialog', { name: 'Training settings' });
  const batchSize = form.getByRole('textbox', { name: 'Batch size' });
  await expect(form).toContainText(/≈ \d+ MB of/);
  await batchSize.fill('60000');
  await expect(form).toContainText(/Will not fit: needs about [\d.]+ GB/);
  await page.keyboard.press('Escape');

  const remedy = page.getByRole('button', { name: /^Train in batches of \d+$/ });
  const fitting = Number(/\d+$/.exec((await remedy.textContent()) ?? '')?.[0]);
  await remedy.click();
  await expect(remedy).toBeHidden();
  await button(page, 'Training settings').click();
  await expect(batchSize).toHaveValue(String(fitting));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(remedy).toBeVisible();
});
