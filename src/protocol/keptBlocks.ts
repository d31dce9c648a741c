/** Blocks that a person keeps in the palette, one file each. */
import { z } from 'zod';
import { fileProblemSchema } from './fileProblem';

/** Names the block's file, so that it can't lead out of the folder. */
export const keptBlockIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** Blocks that the palette shows at most. */
export const keptBlocksLimit = 500;

/** A kept block: the text of its file, not yet parsed, or why it can't be read. */
export const keptBlockSchema = z.union([
  z.strictObject({ id: keptBlockIdSchema, text: z.string() }),
  z.strictObject({ id: keptBlockIdSchema, problem: fileProblemSchema }),
]);
export type KeptBlock = z.infer<typeof keptBlockSchema>;
