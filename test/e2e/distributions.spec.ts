import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { train } from './trainingRun';

test('the values inside the selected layer are shown while it trains, with its kernels and feature maps', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await card(page, 'conv1').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Histograms, kernels and feature maps, once training has begun.');
  await train(page);
  for (const name of [/^Activations a: /, /^Gradient ∂L\/∂a: /, /^Weight kernel: /])
    await expect(inspector.getByRole('img', { name })).toBeVisible({ timeout: 20_000 });
  await expect(inspector.getByRole('img', { name: /^Kernels: 6 pictures/ })).toBeVisible();
  // What is scrolled out of view is not looked at again.
  await inspector.getByRole('img', { name: /^Activations a: / }).scrollIntoViewIfNeeded();
  await expect(inspector.getByRole('img', { name: /^Activations a: .*moments before/ })).toBeVisible({
    timeout: 20_000,
  });
  const values = inspector.getByRole('slider', { name: 'Values in Activations a' });
  await values.press('Home');
  const first = await values.getAttribute('aria-valuetext');
  expect(first).toMatch(/^\S+ to \S+: [\d,]+, /);
  await values.press('ArrowRight');
  await expect(values).not.toHaveAttribute('aria-valuetext', first ?? '');
  await values.press('ArrowDown');
  await expect(values).toHaveAttribute('aria-valuetext', /^step [\d,]+, /);
  await picture(page, 'distributions-keys');
  await values.press('Escape');
  await expect(values).not.toHaveAttribute('aria-valuetext');
  await inspector.getByRole('button', { name: 'Next image' }).click();
  await expect(inspector.getByRole('img', { name: 'Validation image 2' })).toBeVisible({ timeout: 20_000 });
  await expect(inspector.getByRole('img', { name: /^Feature maps: 6 pictures/ })).toBeVisible();
  await inspector.getByRole('img', { name: /^Activations a: / }).scrollIntoViewIfNeeded();
  await picture(page, 'distributions');
  await inspector.getByRole('img', { name: /^Feature maps: / }).scrollIntoViewIfNeeded();
  await picture(page, 'feature-maps');
});
