import type { Note } from '../document';
import type { Box } from '../routing/box';
import { noteHeight } from './noteSize';

/** Where a note lies, with all its lines. */
export function noteBox(note: Pick<Note, 'position' | 'text' | 'width'>): Box {
  return { ...note.position, width: note.width, height: noteHeight(note) };
}

/** Whether two boxes come closer than so many px. */
export function closerThan(distance: number, one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width + distance &&
    other.x < one.x + one.width + distance &&
    one.y < other.y + other.height + distance &&
    other.y < one.y + one.height + distance
  );
}

/** How many px lie between two boxes; 0 where they meet. */
export function gapBetween(one: Box, other: Box): number {
  const across = Math.max(one.x - other.x - other.width, other.x - one.x - one.width, 0);
  const down = Math.max(one.y - other.y - other.height, other.y - one.y - one.height, 0);
  return Math.hypot(across, down);
}

/** Whether a note runs into one of the cards. */
export function runsIntoCard(
  note: Pick<Note, 'position' | 'text' | 'width'>,
  cards: readonly Box[],
): boolean {
  const box = noteBox(note);
  return cards.some((card) => closerThan(0, box, card));
}
