import type { Page } from '@playwright/test';
import { card } from './networkCanvas';
import { openEmptyNetwork } from './projectMenu';
import { expect, test } from './servedPage';
import { tab, tabNames } from './tabs';

/** The text of a file in the folder that stands for the person's disk; empty while it is not there, or being replaced. */
function savedText(page: Page, name: string): Promise<string> {
  return page.evaluate(async (path) => {
    const folder = await navigator.storage.getDirectory();
    try {
      return await (await (await folder.getFileHandle(path)).getFile()).text();
    } catch {
      return '';
    }
  }, name);
}

async function setFilters(page: Page, filters: string): Promise<void> {
  await card(page, 'conv2').click();
  await page.getByRole('textbox', { name: 'Filters' }).fill(filters);
  await page.getByRole('textbox', { name: 'Filters' }).press('Enter');
  await expect(card(page, 'conv2')).toHaveAccessibleName(new RegExp(`Conv 5×5 ${filters}`));
}

test('a browser saves again to the file that it saved to, knows it later, and keeps what a closed tab had', async ({
  page,
  browserOfTest,
  served,
}) => {
  // Playwright can't work the browser's own dialog; its answer is a file in the folder that pages have to themselves.
  await browserOfTest.addInitScript(() => {
    const pick = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.defineProperty(window, 'showSaveFilePicker', { value: pick });
  });
  await page.reload();
  await setFilters(page, '20');
  await expect(page).toHaveTitle('LeNet-5 • – Layerwise');
  await page.keyboard.press('Control+s');
  await expect.poll(() => savedText(page, 'LeNet-5.layerwise')).toContain('"filters":20');
  await expect(page).toHaveTitle('LeNet-5 – Layerwise');

  await test.step('after a reload, Save writes the same file without a question', async () => {
    await page.reload();
    await expect(card(page, 'conv2')).toHaveAccessibleName(/Conv 5×5 20/);
    await setFilters(page, '21');
    await page.keyboard.press('Control+s');
    await expect.poll(() => savedText(page, 'LeNet-5.layerwise')).toContain('"filters":21');
  });

  await test.step('several projects in one page are there after a reload, each in its tab', async () => {
    await openEmptyNetwork(page);
    await page.reload();
    await expect.poll(() => tabNames(page)).toEqual(['LeNet-5', 'Untitled']);
    await expect(tab(page, 'Untitled')).toHaveAttribute('aria-selected', 'true');
    await tab(page, 'LeNet-5').click();
    await expect(card(page, 'conv2')).toHaveAccessibleName(/Conv 5×5 21/);
  });

  await test.step('what a closed tab had is offered to the next', async () => {
    await setFilters(page, '22');
    await page.waitForTimeout(1_500);
    await page.close();
    const next = await browserOfTest.newPage();
    await next.goto(`http://127.0.0.1:${served.port}/`);
    await expect(next.getByRole('dialog')).toContainText('1 change after the last save');
    await next.getByRole('button', { name: 'Recover' }).click();
    await expect(card(next, 'conv2')).toHaveAccessibleName(/Conv 5×5 22/);
    await next.keyboard.press('Control+s');
    await expect.poll(() => savedText(next, 'LeNet-5.layerwise')).toContain('"filters":22');

    await next.getByRole('button', { name: 'Project menu' }).click();
    await next.getByRole('menuitem', { name: 'Empty network' }).click();
    await next.getByRole('button', { name: 'Project menu' }).click();
    await next.getByRole('menuitem', { name: 'Open recent' }).click();
    await next.getByRole('menuitem', { name: 'LeNet-5.layerwise' }).click();
    await expect(card(next, 'conv2')).toHaveAccessibleName(/Conv 5×5 22/);

    const third = await browserOfTest.newPage();
    await third.goto(`http://127.0.0.1:${served.port}/`);
    await expect(card(third, 'conv2')).toBeVisible();
    await expect(third.getByRole('dialog')).toHaveCount(0);
  });
});

test('a project that is dropped on the page opens', async ({ page }) => {
  const data = await page.evaluateHandle(() => {
    const text = JSON.stringify({ format: 'layerwise', version: 1, name: 'Dropped' });
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'broken.layerwise'));
    return transfer;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.getByRole('dialog')).toContainText('The project could not be opened');
});
