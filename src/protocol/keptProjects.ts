/** What is kept of projects besides their files: a draft of the one being edited, and which were used before. */
import { z } from 'zod';
import { projectLimits } from '../network/graph/projectSchema';
import { projectPortraitSchema } from './projectPortrait';

/** The project as it stands in the window, with what its file does not have yet. */
export const projectDraftSchema = z.strictObject({
  /** Text of the project, as `serialiseProject` writes it. */
  text: z.string(),
  /** The file that it was opened from or saved to; null before it has one. */
  path: z.string().nullable(),
  projectName: z.string().max(projectLimits.nameLength),
  /** How many changes no file has; 0 where all is saved. */
  unsavedChanges: z.int().min(0),
});
export type ProjectDraft = z.infer<typeof projectDraftSchema>;

export const recalledDraftSchema = z.strictObject({
  draft: projectDraftSchema,
  /** When it was kept, in ms since 1970. */
  keptAt: z.number(),
  /**
   * Why there is a draft: the page was loaded anew, because someone wanted it or because it had crashed, and goes on
   * where it was; or the whole of Layerwise ended without closing the project, which the person is asked about.
   */
  cause: z.enum(['reload', 'pageCrash', 'crash']),
});
export type RecalledDraft = z.infer<typeof recalledDraftSchema>;

/** So many files are remembered. */
export const recentProjectsKept = 10;

export const recentProjectSchema = z.strictObject({
  /** Absolute path. */
  path: z.string(),
  /** Name of the file, and the folder that it lies in, for people to read. */
  name: z.string(),
  folder: z.string(),
  /** When it was opened or saved last, in ms since 1970; null where that was not noted. */
  usedAt: z.number().nullable(),
  /** As it was opened or saved last; null where that is not known. */
  portrait: projectPortraitSchema.nullable(),
});
export type RecentProject = z.infer<typeof recentProjectSchema>;
