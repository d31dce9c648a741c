import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerMessageBox, answerOpenDialog, answerSaveDialog } from './dialogs';
import { card, describeCards, describeDrawnCards } from './networkCanvas';
import { saveAs, setFilters, title } from './projectWindow';
import { expect, test } from './reusedWindow';

test('a project is edited, saved, and opened again as it was', async ({ page, application, folder }) => {
  const path = join(folder, 'wide.layerwise');
  await expect(card(page, 'conv1')).toHaveAccessibleName('conv1, Conv 5×5 6, 28×28×6, then ReLU');
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');
  await setFilters(page, '12');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×12/);
  await expect.poll(() => title(application)).toBe('LeNet-5 • – Layerwise');

  await answerSaveDialog(application, path);
  await page.keyboard.press('Control+s');
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');
  const saved = await readFile(path, 'utf8');
  const edited = await describeDrawnCards(page);

  await page.getByRole('button', { name: 'Project menu' }).click();
  await page.getByRole('menuitem', { name: 'Empty network' }).click();
  await expect.poll(() => describeCards(page)).toEqual([]);
  await answerOpenDialog(application, path);
  await page.keyboard.press('Control+o');
  await expect.poll(() => describeCards(page)).toEqual(edited);

  await setFilters(page, '13');
  await page.keyboard.press('Control+z');
  await expect.poll(() => describeCards(page)).toEqual(edited);
  await page.keyboard.press('Control+Shift+z');
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×13/);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(path, 'utf8')).toBe(saved);
});

test('the application menu does what its keys do', async ({ page, application }) => {
  const before = await describeCards(page);
  await setFilters(page, '7');
  await expect.poll(() => describeCards(page)).not.toEqual(before);
  const choose = (label: string): Promise<void> =>
    application.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      items?.find((item) => item.label.replace('&', '') === wanted)?.click();
    }, label);
  await choose('Undo');
  await expect.poll(() => describeCards(page)).toEqual(before);
  await choose('Redo');
  await expect.poll(() => describeCards(page)).not.toEqual(before);
});

const project = (nodes: string): string =>
  `{"format":"layerwise","version":1,"name":"Foreign","nodes":${nodes},"edges":[],"training":{}}`;

const brokenFiles: readonly (readonly [string, string | Buffer])[] = [
  ['truncated', '{"format":"layerwise","version":1,"name":"Cut of'],
  ['empty', ''],
  ['foreign JSON', '{"hello":"world"}'],
  ['of an unknown version', '{"format":"layerwise","version":999}'],
  [
    'with an unknown layer',
    project('[{"id":"a","kind":"telepathy","label":"a","config":{},"position":{"x":0,"y":0}}]'),
  ],
  ['hostile, nested without end', '['.repeat(200_000)],
  ['hostile, after the prototype', '{"__proto__":{"format":"layerwise"},"constructor":{"prototype":{}}}'],
  ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0xfe])],
  ['oversized', Buffer.alloc(16 * 1024 * 1024 + 1, ' ')],
];

test('a file that is no project is refused with a sentence, and the canvas stays', async ({
  page,
  application,
  folder,
}) => {
  const before = await describeCards(page);
  expect(before).not.toEqual([]);
  for (const [what, content] of brokenFiles) {
    await test.step(what, async () => {
      const path = join(folder, 'broken.layerwise');
      await writeFile(path, content);
      await answerOpenDialog(application, path);
      await page.keyboard.press('Control+o');
      const dialog = page.getByRole('dialog', { name: 'The project could not be opened' });
      await expect(dialog).toBeVisible();
      // A sentence of what is wrong, and one of what to do.
      const sentences = await dialog.locator('p').allTextContents();
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      for (const sentence of sentences) expect(sentence).toMatch(/^[^{}<>]{15,400}\.$/);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toBeHidden();
      expect(await describeCards(page)).toEqual(before);
    });
  }
  await answerOpenDialog(application, null);
  await page.keyboard.press('Control+o');
  expect(await describeCards(page)).toEqual(before);
});

test('a save that fails says why and keeps the changes', async ({ page, application, folder }) => {
  await setFilters(page, '8');
  await answerSaveDialog(application, join(folder, 'no such folder', 'net.layerwise'));
  await page.keyboard.press('Control+Shift+s');
  const dialog = page.getByRole('dialog', { name: 'The project could not be saved' });
  await expect(dialog).toContainText('net.layerwise could not be saved');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×8/);
  expect(await title(application)).toContain('•');
});

test('a tab with unsaved changes is closed only as the person says', async ({
  page,
  application,
  folder,
}) => {
  const path = join(folder, 'left.layerwise');
  const question = page.getByRole('dialog', { name: 'Save the changes to LeNet-5?' });
  await setFilters(page, '9');
  await page.keyboard.press('Control+w');
  await expect(question.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×9/);

  await answerSaveDialog(application, null);
  await page.keyboard.press('Control+w');
  await question.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(question).toBeHidden();
  await expect(card(page, 'conv1')).toHaveAccessibleName(/28×28×9/);

  await answerSaveDialog(application, path);
  await page.keyboard.press('Control+w');
  await question.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => describeCards(page)).toEqual([]);
  expect(await readFile(path, 'utf8')).toContain('"filters":9');

  await answerOpenDialog(application, path);
  await page.keyboard.press('Control+o');
  await setFilters(page, '10');
  await page.keyboard.press('Control+w');
  await question.getByRole('button', { name: 'Don’t save' }).click();
  await expect.poll(() => describeCards(page)).toEqual([]);
  expect(await readFile(path, 'utf8')).toContain('"filters":9');
});

test('a file that others have changed is overwritten only if the person wants that', async ({
  page,
  application,
  folder,
}) => {
  const [path, other] = [join(folder, 'ours.layerwise'), join(folder, 'other.layerwise')];
  await saveAs(application, page, path);
  const saved = await readFile(path, 'utf8');
  const theirs = saved.replace('"filters":6', '"filters":60');
  await writeFile(path, theirs);
  await setFilters(page, '7');

  const asked = await answerMessageBox(application, 'Cancel');
  await page.keyboard.press('Control+s');
  await expect.poll(asked).toEqual(['ours.layerwise was changed by another program since you opened it.']);
  expect(await readFile(path, 'utf8')).toBe(theirs);
  expect(await title(application)).toContain('•');

  await answerMessageBox(application, 'Save as…');
  await answerSaveDialog(application, other);
  await page.keyboard.press('Control+s');
  await expect.poll(() => title(application)).toBe('LeNet-5 – Layerwise');
  expect(await readFile(path, 'utf8')).toBe(theirs);
  expect(await readFile(other, 'utf8')).toBe(saved.replace('"filters":6', '"filters":7'));

  await writeFile(other, theirs);
  await setFilters(page, '8');
  await answerMessageBox(application, 'Overwrite');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(other, 'utf8')).toBe(saved.replace('"filters":6', '"filters":8'));
});
