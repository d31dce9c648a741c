import { moveItems } from '../blocks/moveItems';
import { type VisibleItem, visibleItems } from '../blocks/visibleItems';
import type { NetworkDocument, Note, Position } from '../document';
import { applyEdit, type Change } from '../edits';
import type { Box } from '../routing/box';
import { closerThan, noteBox } from './noteBox';
import { placeNotes } from './noteEdits';

/** Between a note and the card above it, in px. */
const belowCard = 10;
/** Above a card stands its name. */
const aboveCard = 24;
/** Letters are drawn larger where the canvas is drawn smaller, and lines with them: by so much there is room. */
const largerLetters = 1.25;
/** Cards stay on the lines of the grid that the layout keeps to, in px. */
const grid = 10;

/**
 * Changes that make room for notes where cards are in rows: a note that begins on a card goes beneath it, and the rows
 * that it would run into go as far down as it is high, with the notes that are `beside` their layers, by the ids of both.
 */
export function roomForNotes(
  document: NetworkDocument,
  beside: ReadonlyMap<string, string>,
): readonly Change[] {
  const { items, itemOf } = visibleItems(document);
  const cards = new Map(items.map((item): [string, Box] => [item.key, boxOf(item)]));
  const cardBeside = (note: string) => cards.get(itemOf.get(beside.get(note) ?? '') ?? '');
  const notes = new Map((document.notes ?? []).map((note): [string, Box] => [note.id, roomyBox(note)]));
  for (const id of fromTheTop(notes)) {
    const given = notes.get(id);
    if (given === undefined) continue;
    const note = beneathCards(given, [...cards.values()]);
    notes.set(id, note);
    const inTheWay = [...cards.values()].filter(
      (card) => card.y > note.y && closerThan(0, note, above(card)),
    );
    if (inTheWay.length === 0) continue;
    const line = Math.min(...inTheWay.map(({ y }) => y));
    const by = Math.ceil((note.y + note.height + aboveCard - line) / grid) * grid;
    for (const [other, box] of notes)
      if (other !== id && (cardBeside(other)?.y ?? box.y) >= line)
        notes.set(other, { ...box, y: box.y + by });
    for (const [key, card] of cards) if (card.y >= line) cards.set(key, { ...card, y: card.y + by });
  }
  const moves = moveItems(document, Object.fromEntries([...cards].map(([key, box]) => [key, placeOf(box)])));
  const { document: moved } = applyEdit(document, { label: '', changes: moves });
  return [...moves, ...placeNotes(moved, new Map([...notes].map(([id, box]) => [id, placeOf(box)])))];
}

function beneathCards(note: Box, cards: readonly Box[]): Box {
  const over = cards.filter((card) => card.y <= note.y && closerThan(0, note, card));
  const lowest = Math.max(note.y, ...over.map(({ y, height }) => y + height + belowCard));
  return { ...note, y: lowest };
}

/** A card with its name. */
function above(card: Box): Box {
  return { ...card, y: card.y - aboveCard, height: card.height + aboveCard };
}

function fromTheTop(notes: ReadonlyMap<string, Box>): readonly string[] {
  return [...notes].toSorted(([, one], [, other]) => one.y - other.y).map(([id]) => id);
}

function roomyBox(note: Note): Box {
  const box = noteBox(note);
  return { ...box, height: Math.ceil(box.height * largerLetters) };
}

function boxOf({ position, width, height }: VisibleItem): Box {
  return { ...position, width, height };
}

function placeOf({ x, y }: Box): Position {
  return { x, y };
}
