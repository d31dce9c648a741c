import type { Note } from '../document';

/** Measures of a note in px at 100 % zoom. */
export const noteText = { size: 13, line: 18, padding: 10 } as const;

/** The lines of a note where words wrap at its edge, by an estimate of how wide letters are. */
export function noteLines({ text, width }: Pick<Note, 'text' | 'width'>): readonly string[] {
  const room = width - 2 * noteText.padding;
  return text.split('\n').flatMap((line) => wrapped(line, room));
}

export function noteHeight(note: Pick<Note, 'text' | 'width'>): number {
  return noteLines(note).length * noteText.line + 2 * noteText.padding;
}

function wrapped(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )/).flatMap((whole) => pieces(whole, room))) {
    if (line !== '' && widthOf((line + word).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** A word that is wider than the note is broken anywhere. */
function pieces(word: string, room: number): readonly string[] {
  if (widthOf(word.trimEnd()) <= room) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > room) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

/** Letters of Chinese, Japanese and Korean are as wide as they are high. */
const square = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;
const slim = /[ .,:;!|'`ijlftrI()[\]]/;
const broad = /[mwMWA-Z@%&]/;

/** In px. Rather too wide than too slim: where Inter is missing, pictures have a broader font in its place. */
function widthOf(text: string): number {
  let em = 0;
  for (const letter of text) em += emOf(letter);
  return em * noteText.size;
}

function emOf(letter: string): number {
  if (square.test(letter)) return 1;
  if (slim.test(letter)) return 0.36;
  return broad.test(letter) ? 0.8 : 0.63;
}
