import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { button } from './trainingRun';

test('an experiment of one’s own is put together, stopped, gone on with, and shows its table and plots', async ({
  page,
}) => {
  await button(page, 'Laboratory').click();
  const laboratory = page.getByRole('region', { name: 'Laboratory' });
  await expect(laboratory.getByRole('heading', { name: 'Why ResNet?' })).toBeVisible();
  await picture(page, 'laboratory-presets');

  await button(page, 'New experiment').click();
  await laboratory.getByRole('textbox', { name: 'Name' }).fill('Eight layers');
  await laboratory
    .getByRole('toolbar', { name: 'Layers' })
    .getByRole('button', { name: '20', exact: true })
    .click();
  await laboratory.getByRole('textbox', { name: 'Epochs' }).fill('3');
  await expect(laboratory.getByRole('status')).toContainText('4 trials');
  await picture(page, 'laboratory-editor');
  await button(page, 'Run experiment').click();

  const table = laboratory.getByRole('region', { name: 'Results' });
  await expect(laboratory.getByRole('status')).toContainText(/Trial [23] of 4.*step [1-9]/, {
    timeout: 60_000,
  });
  await button(page, 'Stop').click();
  await expect(laboratory.getByRole('status')).toContainText(/[23] of 4 trials to run/);
  await button(page, 'Go on').click();
  await expect(laboratory.getByRole('status')).toContainText('All 4 trials are done.', { timeout: 60_000 });

  for (const network of ['Plain', 'Residual'])
    await expect(
      table.getByRole('row', { name: new RegExp(`^${network} 8 \\d+\\.\\d ± \\d+\\.\\d `) }),
    ).toBeVisible();
  await expect(laboratory.getByRole('img', { name: /^Ranking by training error, 8 layers$/ })).toBeVisible();
  await picture(page, 'laboratory-light');
  await button(page, 'Dark theme').click();
  await picture(page, 'laboratory-dark');

  await table
    .getByRole('row', { name: /^Residual/ })
    .getByRole('button', { name: 'Show run' })
    .click();
  await expect(laboratory).toBeHidden();
  await expect(page.getByRole('banner')).toContainText('ResNet-8');
});
