import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { button } from './trainingRun';

test('a deep network offers to be probed: cards and profile show where its gradient goes, before training', async ({
  page,
}) => {
  await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
  const gallery = page.getByRole('region', { name: 'Templates' });
  await gallery.getByRole('option', { name: /^Plain-20 for CIFAR, / }).click();
  await gallery.getByRole('switch', { name: 'Batch norm' }).click();
  await gallery.getByRole('button', { name: 'Initializer: Auto' }).click();
  await page.getByRole('menuitemradio', { name: 'Glorot uniform' }).click();
  await gallery.getByRole('button', { name: /^Open Plain-20/ }).click();
  await expect(gallery).toBeHidden();

  const offer = page.getByRole('region', { name: 'Probe the gradient' });
  await expect(offer).toContainText('first of 20 layers', { timeout: 30_000 });
  await picture(page, 'probe-offer-light');
  await button(page, 'Probe the gradient').click();
  await expect(offer).toBeHidden({ timeout: 30_000 });

  const profile = page.getByRole('tabpanel', { name: 'Gradient flow' });
  await expect(profile).toContainText('Vanishing');
  await expect(profile).toContainText('before training');
  await expect(profile).toContainText('geometric means over 3 seeds');
  await expect(page.getByRole('region', { name: 'Network' })).toHaveAttribute('data-colour-by', 'gradient');
  await picture(page, 'probe-light');
});
