import type { Position } from '../document';

/** How far to the right of its card a tag would stand if it had a card of its own, in px. */
const aside = 12;

/** Where the n-th tag of a card (from 0) has its unseen place: in the card's row, so that what comes behind it does too. */
export function placeOfTag({ x, y }: Position, n: number): Position {
  return { x: x + aside * (n + 1), y };
}
