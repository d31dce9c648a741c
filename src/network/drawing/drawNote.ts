import type { Note } from '../graph/document';
import { noteBox } from '../graph/notes/noteBox';
import { noteLines, noteText } from '../graph/notes/noteSize';
import { element, textElement } from './markup';
import type { PictureColours } from './pictureColours';

/** A note with its words, one line of text for each of its lines. */
export function drawNote(note: Note, colours: PictureColours): string {
  const { x, y, width, height } = noteBox(note);
  const { padding, line, size } = noteText;
  return element('g', {}, [
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 5,
      fill: colours.note[note.colour],
      stroke: colours.cardLine,
    }),
    ...noteLines(note).map((words, place) =>
      textElement(
        { x: x + padding, y: y + padding + place * line + size, 'font-size': size, fill: colours.text },
        words,
      ),
    ),
  ]);
}
