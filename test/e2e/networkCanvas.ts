import { expect, type Locator, type Page } from '@playwright/test';

/** The layers' cards on the canvas, in the network's order. */
export function cards(page: Page): Locator {
  return page.locator('[data-layer]');
}

/** The card of the layer called `name`. */
export function card(page: Page, name: string): Locator {
  return page
    .getByRole('region', { name: 'Network' })
    .getByRole('button', { name: new RegExp(`^${name}, `) });
}

/** What the cards say once there are any: the window shows its network a moment after it opens. */
export async function describeDrawnCards(page: Page): Promise<string[]> {
  await cards(page).first().waitFor();
  return describeCards(page);
}

/** What the cards say: "conv1, Conv 5×5 6, 28×28×6"; nothing where there are none. */
export async function describeCards(page: Page): Promise<string[]> {
  return cards(page).evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('aria-label') ?? ''),
  );
}

/** Drags a shortcut from a card's handle over another card, and holds it there. */
export async function leadShortcut(page: Page, from: string, over: string): Promise<void> {
  await card(page, from).hover();
  await page.getByRole('button', { name: `Shortcut from ${from}`, exact: true }).hover();
  await page.mouse.down();
  const box = await card(page, over).boundingBox();
  if (box === null) throw new Error(`${over} is not in view.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
}

/** Draws the activations as tags, or as cards where they are tags. */
export async function toggleTags(page: Page): Promise<void> {
  await cards(page).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('activations as tags');
  await expect(page.getByRole('option', { name: /^Activations as tags on cards/ })).toBeVisible();
  await page.keyboard.press('Enter');
}
