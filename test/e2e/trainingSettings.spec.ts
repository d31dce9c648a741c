import { expect, test } from './reusedWindow';

test('training settings are checked as one types, kept with the project, and undone', async ({ page }) => {
  await page.getByRole('button', { name: 'Training settings', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Training settings' });
  const batchSize = form.getByRole('textbox', { name: 'Batch size' });
  await expect(batchSize).toHaveValue('64');

  await test.step('what can’t be taken stays in its box, with the reason', async () => {
    await batchSize.fill('0');
    await expect(form.getByRole('alert')).toHaveText('Must be at least 1.');
    await batchSize.fill('12.5');
    await expect(form.getByRole('alert')).toHaveText('Must be a whole number.');
    await expect(batchSize).toHaveValue('12.5');
    await batchSize.fill('128');
    await expect(form.getByRole('alert')).toBeHidden();
    await expect(form).toContainText('469 steps per epoch');
  });

  await test.step('an update rule brings its own parameters', async () => {
    await form.getByRole('button', { name: 'Update rule: Momentum' }).click();
    await page.getByRole('menuitemradio', { name: 'AdamW' }).click();
    await expect(form.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.001');
    await expect(form.getByRole('textbox', { name: 'β₂' })).toHaveValue('0.999');
    await expect(form.getByRole('textbox', { name: 'Momentum' })).toBeHidden();
  });

  await test.step('percentages are shares in the project', async () => {
    await form.getByRole('textbox', { name: 'Validation' }).fill('7');
    await expect(form).toContainText('55,800 images');
  });

  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  for (let edits = 0; edits < 3; edits += 1) await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Training settings', exact: true }).click();
  await expect(batchSize).toHaveValue('64');
  await expect(form.getByRole('textbox', { name: 'Momentum' })).toHaveValue('0.9');
});
