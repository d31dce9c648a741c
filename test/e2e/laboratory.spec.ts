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
  await test.step('it is there again behind other views and experiments', async () => {
    await button(page, 'Runs').click();
    await button(page, 'Laboratory').click();
    await laboratory.getByRole('button', { name: /^Which shortcut/ }).click();
    await laboratory.getByRole('button', { name: /^Eight layers Not run yet/ }).click();
    await expect(laboratory.getByRole('textbox', { name: 'Epochs' })).toHaveValue('3');
    await expect(laboratory.getByRole('status')).toContainText('4 trials');
  });
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
  await test.step('its runs are listed when asked for, and the laboratory knows one that was thrown away', async () => {
    await button(page, 'Runs').click();
    const view = page.getByRole('region', { name: 'Runs' });
    await expect(view).toContainText('4 trials of the laboratory are not listed.');
    await expect(view.getByRole('status')).toContainText('0 of 4 runs');
    await view.getByRole('button', { name: 'List them too' }).click();
    const plain = view.getByRole('row').filter({ hasText: /Plain-8.*trial of “Eight layers”/ });
    await expect(plain).toHaveCount(2);
    for (const row of await plain.all()) await row.getByRole('checkbox').check();
    await expect(view.getByRole('img', { name: 'Loss and accuracy' })).toContainText('Plain-8 (2)');
    await picture(page, 'runs-trials');
    await button(page, 'Move to trash').click();
    await expect(view).toContainText('Moved 2 runs to');
    await button(page, 'Laboratory').click();
    await expect(table.getByRole('row', { name: /^Plain/ })).toContainText('Run not kept');
    await expect(
      table.getByRole('row', { name: /^Residual/ }).getByRole('button', { name: 'Show run' }),
    ).toBeEnabled();
  });
});
