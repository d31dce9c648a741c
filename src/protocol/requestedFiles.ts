import { z } from 'zod';
import { fileProblemSchema } from './fileProblem';
import { runFolderNameSchema } from './runMessages';

/** What was chosen in a dialog or outside of the page, or dropped on it. */
export const requestSchema = z.discriminatedUnion('type', [
  /**
   * `openRequestedProject` reads it. `path` as that would name it, so that a project that is open already is found; null
   * where a browser does not know the file.
   */
  z.strictObject({ type: z.literal('project'), path: z.string().nullable() }),
  /** `importModel` reads it. */
  z.strictObject({ type: z.literal('model'), name: z.string() }),
  /** A file or folder that holds a dataset, as far as its name tells. In a browser there is no path, and none comes. */
  z.strictObject({ type: z.literal('dataset'), path: z.string() }),
  /** A run's folder, which is among the runs now under this name. */
  z.strictObject({ type: z.literal('run'), run: runFolderNameSchema }),
  z.strictObject({ type: z.literal('unknown'), problem: fileProblemSchema }),
]);
export type RequestedFile = z.infer<typeof requestSchema>;
