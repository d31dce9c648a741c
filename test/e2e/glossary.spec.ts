import { card } from './networkCanvas';
import { expect, test } from './reusedWindow';

test('a field explains itself by F1 or its mark, terms lead to one another, and the glossary is searched', async ({
  page,
}) => {
  await card(page, 'conv1').click();
  const filters = page.getByRole('textbox', { name: 'Filters' });
  await filters.focus();
  await page.keyboard.press('F1');
  const filter = page.getByRole('dialog', { name: 'Filter' });
  await expect(filter).toContainText('Number of patterns to look for');
  await filter.getByRole('button', { name: 'channels' }).click();
  await expect(page.getByRole('dialog', { name: 'Channel' })).toContainText('height × width × channels');
  await page.keyboard.press('Escape');
  await expect(filters).toBeFocused();

  await page.getByText('Stride', { exact: true }).hover();
  await page
    .getByRole('button', { name: 'Explain' })
    .and(page.getByTitle(/^Stride/))
    .click();
  const stride = page.getByRole('dialog', { name: 'Stride' });
  await expect(stride).toContainText('⌊(in + padding − kernel) / stride⌋ + 1');
  await stride.getByRole('button', { name: 'All terms' }).click();
  const glossary = page.getByRole('dialog', { name: 'Glossary' });
  await glossary.getByRole('textbox', { name: 'Search terms' }).fill('ioffe');
  await expect(glossary.getByRole('term').first()).toHaveText('Batch norm');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(glossary).toBeHidden();

  await page.getByRole('button', { name: 'Receptive field' }).click();
  await expect(page.getByRole('dialog', { name: 'Receptive field' })).toContainText(
    'one value of a layer depends on',
  );
});
