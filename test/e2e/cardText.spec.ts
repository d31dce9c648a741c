import type { Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { cards } from './networkCanvas';

/** Letters on cards that are smaller than 11 px on the screen, and lines of them that leave their card: a line each. */
function illegible(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const card of document.querySelectorAll<HTMLElement>('[data-layer]')) {
      const edge = card.getBoundingClientRect();
      const zoom = edge.width / card.offsetWidth;
      const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (element === null || !element.checkVisibility()) continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * zoom;
        if (size < 10.99) found.push(`${element.textContent} has ${size.toFixed(2)} px`);
        const row = element.closest('[class*="tags"], [class*="facts"]') ?? element;
        const { right, bottom } = row.getBoundingClientRect();
        if (right > edge.right + 1 || bottom > edge.bottom + 1)
          found.push(`${element.textContent} leaves its card`);
      }
    }
    return found;
  });
}

/** Zooms out step by step, from 100 % to 58 %, and at last to tiles, on which nothing is written. */
async function lookAtZooms(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const percent = page.getByRole('group', { name: 'Zoom' }).getByRole('button', { name: /%$/ });
  await percent.click();
  for (const zoom of ['100%', '83%', '69%', '58%', '48%']) {
    await expect(percent).toHaveText(zoom);
    found.push(...(await illegible(page)).map((line) => `${zoom}: ${line}`));
    await page.getByRole('button', { name: 'Zoom out' }).click();
  }
  return found;
}

test('what is written on cards has 11 px and room at every zoom, with a projector too', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const name of ['AlexNet', 'VGG-16']) {
    await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
    await page.getByRole('option', { name: new RegExp(`^${name}, \\d{4}`) }).click();
    await page.getByRole('button', { name: `Open ${name}` }).click();
    await expect(cards(page).nth(10)).toBeVisible();
    expect(await lookAtZooms(page), name).toEqual([]);
  }
  await page.keyboard.press('Control+Shift+L');
  await expect(page.locator(':root')).toHaveAttribute('data-lecture', 'true');
  expect(await lookAtZooms(page)).toEqual([]);
});
