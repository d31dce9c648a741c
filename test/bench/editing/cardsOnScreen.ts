import type { Page } from '@playwright/test';
import type { Point } from './hand';

export interface Card {
  readonly id: string;
  readonly middle: Point;
  /** The middle of its right edge, where connections are started. */
  readonly port: Point;
}

/** The cards that can be pointed at now, in the network's order: neither outside of the canvas nor under a panel. */
export function cardsOnScreen(page: Page): Promise<readonly Card[]> {
  return page.getByRole('region', { name: 'Network' }).evaluate((canvas) => {
    const frame = canvas.getBoundingClientRect();
    return [...canvas.querySelectorAll('[data-layer]')].flatMap((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const inside = left > frame.left && right < frame.right && top > frame.top && bottom < frame.bottom;
      const middle = { x: left + width / 2, y: top + height / 2 };
      const id = element.getAttribute('data-layer');
      if (!inside || id === null) return [];
      if (!element.contains(document.elementFromPoint(middle.x, middle.y))) return [];
      return [{ id, middle, port: { x: right, y: middle.y } }];
    });
  });
}

/** The first of the cards on the screen whose layer is of this kind. */
export async function cardOfKind(page: Page, kind: string): Promise<Card> {
  const cards = await cardsOnScreen(page);
  const card = cards.find(({ id }) => id.startsWith(`${kind}_`));
  if (card === undefined) throw new Error(`No card of the kind ${kind} is in view.`);
  return card;
}

/** A place on the canvas, in its upper left part, where there is neither card nor edge. */
export async function groundOnScreen(page: Page): Promise<Point> {
  const place = await page.getByRole('region', { name: 'Network' }).evaluate((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    for (let y = top + 0.25 * height; y < top + height; y += 4)
      for (let x = left + 0.3 * width; x < left + width; x += 4)
        if (document.elementFromPoint(x, y)?.matches('.react-flow__pane') === true) return { x, y };
    return null;
  });
  if (place === null) throw new Error('There is no free ground in view.');
  return place;
}
