/** What is kept of projects besides their files: drafts of those being edited, and which were used before. */
import { z } from 'zod';
import { projectLimits } from '../network/graph/projectSchema';
import { fileProblemSchema } from './fileProblem';
import { projectPortraitSchema } from './projectPortrait';

/** Names a project of a window as long as it is open, and its draft from one page to the next. */
export const openProjectIdSchema = z.uuid();
/** So many projects can have a draft. */
export const openProjectsLimit = 200;

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
  project: openProjectIdSchema,
  draft: projectDraftSchema,
  /** When it was kept, in ms since 1970. */
  keptAt: z.number(),
  /**
   * Why there is a draft: the page was loaded anew, because someone wanted it or because it had crashed, and goes on
   * where it was; or the whole of Layerwise ended without closing the project, which the person is asked about; or
   * Layerwise starts again, and the project was open the last time, without changes that could be lost.
   */
  cause: z.enum(['reload', 'pageCrash', 'crash', 'restart']),
});
export type RecalledDraft = z.infer<typeof recalledDraftSchema>;

export const recalledDraftsSchema = z.strictObject({
  /** In the order of the tabs. */
  drafts: z.array(recalledDraftSchema).max(openProjectsLimit),
  /** The one that was seen; null where that is not known. */
  shown: openProjectIdSchema.nullable(),
  /** Why there are not more, where one can't be read. */
  problem: fileProblemSchema.nullable(),
  /** What is wrong with the files that were open the last time, and can't be opened again. */
  missing: z.array(fileProblemSchema).max(openProjectsLimit),
});
export type RecalledDrafts = z.infer<typeof recalledDraftsSchema>;

/** What a window has open, in the order of its tabs, and which of them is seen. */
export const openProjectsSchema = z.strictObject({
  projects: z
    .array(
      z.strictObject({
        project: openProjectIdSchema,
        projectName: z.string().max(projectLimits.nameLength),
        /** The file that it was opened from or saved to; null before it has one. */
        path: z.string().nullable(),
        /** No file, and nothing drawn: not worth opening again. */
        blank: z.boolean(),
        unsavedChanges: z.boolean(),
        /** They are saved without a question when the window closes. */
        savesItself: z.boolean(),
      }),
    )
    .min(1),
  shown: openProjectIdSchema,
});
export type OpenProjects = z.infer<typeof openProjectsSchema>;

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
