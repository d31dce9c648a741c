import { expect, type Page } from '@playwright/test';
import { card, cards } from './networkCanvas';

/** A layer as it is put down: what the palette calls it, the name its card gets, and the fields to be set. */
export interface DrawnLayer {
  readonly kind: string;
  readonly name: string;
  /** Buttons to press and numbers to type in the inspector, by the field's name. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly numbers?: Readonly<Record<string, string>>;
}

const perRow = 5;

/**
 * Draws layers in a row on an empty canvas with the mouse: each is dragged from the palette, set in the inspector, and
 * connected by its handle to the one before.
 */
export async function drawNetwork(page: Page, layers: readonly DrawnLayer[]): Promise<void> {
  await expect(cards(page)).toHaveCount(0);
  for (const [index, layer] of layers.entries()) {
    const place = { x: 100 + 165 * (index % perRow), y: 110 + 170 * Math.floor(index / perRow) };
    // On a busy machine Playwright can miss that a drag has begun; nothing is dropped then, and a person drags again.
    await expect(async () => {
      await dragFromPalette(page, layer.kind, place);
      await expect(card(page, layer.name)).toBeVisible({ timeout: 5_000 });
    }).toPass();
    for (const [field, choice] of Object.entries(layer.choices ?? {}))
      await page.getByRole('radiogroup', { name: field }).getByRole('radio', { name: choice }).click();
    for (const [field, number] of Object.entries(layer.numbers ?? {})) {
      await page.getByRole('textbox', { name: field, exact: true }).fill(number);
      await page.getByRole('textbox', { name: field, exact: true }).press('Enter');
    }
    const before = layers[index - 1];
    if (before !== undefined) await connectByMouse(page, before.name, layer.name);
  }
}

/** Drags a layer kind to a place on the canvas, in px from its top left corner. */
export async function dragFromPalette(
  page: Page,
  kind: string,
  targetPosition: { readonly x: number; readonly y: number },
): Promise<void> {
  const item = page.getByRole('complementary', { name: 'Layers' }).getByText(kind, { exact: true });
  await item.scrollIntoViewIfNeeded();
  await item.dragTo(page.getByRole('region', { name: 'Network' }), { targetPosition, steps: 6 });
}

/** Draws a connection from the handle at the right of one card to another card, at its left. */
export async function connectByMouse(page: Page, from: string, to: string): Promise<void> {
  const source = await restingPlace(page, from);
  const far = await restingPlace(page, to);
  const middle = source.y + source.height / 2;
  await page.mouse.move(source.x + source.width, middle);
  await page.mouse.down();
  await page.mouse.move(far.x + far.width / 2, far.y + far.height / 2, { steps: 8 });
  // The view moves along where a drag begins or ends at its edge, as people see and follow.
  const near = await restingPlace(page, to);
  await page.mouse.move(near.x + near.width / 4, near.y + near.height / 2, { steps: 2 });
  await page.mouse.up();
}

/** Where a card is on the screen, in px, once the view has come to rest: it moves to what lies at its edge. */
async function restingPlace(page: Page, name: string) {
  const place = () => card(page, name).boundingBox();
  let last = await place();
  await expect
    .poll(async () => {
      const before = last;
      last = await place();
      return last !== null && last.x === before?.x && last.y === before.y;
    })
    .toBe(true);
  if (last === null) throw new Error(`${name} has no place on the screen`);
  return last;
}
