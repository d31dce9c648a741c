import type { Locator, Page } from '@playwright/test';

/** The layers' cards on the canvas, in the network's order. */
export function cards(page: Page): Locator {
  return page.getByRole('region', { name: 'Network' }).locator('[data-layer]');
}

/** The card of the layer called `name`. */
export function card(page: Page, name: string): Locator {
  return page
    .getByRole('region', { name: 'Network' })
    .getByRole('button', { name: new RegExp(`^${name}, `) });
}

/** What the cards say: "conv1, Conv 5×5 6, 28×28×6". */
export function describeCards(page: Page): Promise<string[]> {
  return cards(page).evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('aria-label') ?? ''),
  );
}
