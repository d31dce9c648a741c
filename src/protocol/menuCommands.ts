import { z } from 'zod';

/**
 * Commands of the application menu, and of its keys. The preload script turns the keys into commands, so the
 * page binds none of them itself; undo and redo inside a text field stay with the field. `openRequested` says that
 * a file is to be opened which was chosen outside of the page: in the menu, in a second start, by dropping it.
 */
export const menuCommandSchema = z.enum([
  'start',
  'glossary',
  'new',
  'newFromTemplate',
  'open',
  'openRequested',
  'save',
  'saveAs',
  'undo',
  'redo',
  'duplicate',
  'selectAll',
  'tidy',
  'addShortcut',
  'convertToResidual',
  'convertToPlain',
  'settings',
  'lectureMode',
]);
export type MenuCommand = z.infer<typeof menuCommandSchema>;
