/** Colours of notes, by the names of the window's tokens: `--note-yellow`. */
export const noteColours = ['yellow', 'green', 'blue', 'pink', 'grey'] as const;
export type NoteColour = (typeof noteColours)[number];

/** Widths in px at 100 % zoom. */
export const noteWidths = { least: 100, usual: 200, most: 800, step: 40 } as const;
