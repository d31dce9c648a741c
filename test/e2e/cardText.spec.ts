import type { Locator, Page } from '@playwright/test';
import { expect, test } from './launchApplication';
import { cards } from './networkCanvas';
import { speak, WindowInLanguage } from './screens/windowInLanguage';
import { button, shownStep } from './trainingRun';

/**
 * Letters on cards that are smaller than 11 px on the screen, lines of them that leave their card, and titles that aren't
 * read whole: a line each.
 */
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
        const title = element.closest('[class*="title"]') === null ? null : element;
        if (title === null) continue;
        if (title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight + 1)
          found.push(`${title.textContent} is cut off`);
      }
    }
    return found;
  });
}

function zoomOf({ page, said }: WindowInLanguage): Locator {
  return page.getByRole('group', { name: said('Zoom') }).getByRole('button', { name: /%$/ });
}

/** Zooms out step by step, from 100 % to 58 %, and at last to tiles, on which nothing is written. */
async function lookAtZooms(window: WindowInLanguage): Promise<readonly string[]> {
  const { page } = window;
  const found: string[] = [];
  const percent = zoomOf(window);
  await percent.click();
  for (const zoom of ['100%', '83%', '69%', '58%', '48%']) {
    await expect(percent).toHaveText(zoom);
    found.push(...(await illegible(page)).map((line) => `${zoom}: ${line}`));
    await window.button('Zoom out').click();
  }
  return found;
}

/** Pinches until cards are nearly as small as they are written on. */
async function lookAtSmallest(window: WindowInLanguage): Promise<readonly string[]> {
  const { page } = window;
  await window.perform('view.fit');
  const percent = zoomOf(window);
  const box = await page.getByRole('region', { name: window.said('Network') }).boundingBox();
  if (box === null) throw new Error('The network is not in view.');
  // Over free ground, where nothing is shown of what lies under the pointer.
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.keyboard.down('Control');
  await expect(async () => {
    if (Number.parseInt((await percent.textContent()) ?? '', 10) > 54) await page.mouse.wheel(0, 4);
    await expect(percent).toHaveText(/^5[0-4]%$/, { timeout: 200 });
  }).toPass({ intervals: [50] });
  await page.keyboard.up('Control');
  await expect(page.getByRole('region', { name: window.said('Network') })).toHaveAttribute(
    'data-detail',
    'brief',
  );
  return (await illegible(page)).map((line) => `the smallest: ${line}`);
}

test('what is written on cards has 11 px and room at every zoom, with a projector too', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const window = new WindowInLanguage(page, 'en');
  for (const name of ['AlexNet', 'VGG-16']) {
    await page.getByRole('banner').getByRole('button', { name: 'Templates' }).click();
    await page.getByRole('option', { name: new RegExp(`^${name}, \\d{4}`) }).click();
    await page.getByRole('button', { name: `Open ${name}` }).click();
    await expect(cards(page).nth(10)).toBeVisible();
    expect(await lookAtZooms(window), name).toEqual([]);
  }
  await page.keyboard.press('Control+Shift+L');
  await expect(page.locator(':root')).toHaveAttribute('data-lecture', 'true');
  expect(await lookAtZooms(window)).toEqual([]);
});

test('the titles of a run’s cards are read whole at every zoom, in both languages', async ({ page }) => {
  test.setTimeout(150_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await button(page, 'Watch a gradient vanish').click();
  await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(5);
  await button(page, 'Pause').click();
  await expect(button(page, 'Resume')).toBeVisible();
  let window = new WindowInLanguage(page, 'en');
  for (const language of ['en', 'ko'] as const) {
    window = await speak(window, language);
    expect(await lookAtZooms(window), language).toEqual([]);
    expect(await lookAtSmallest(window), language).toEqual([]);
  }
});
