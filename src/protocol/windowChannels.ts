/**
 * The calls between the window and main, typed at both ends by this one map. Main checks the sender's
 * frame and the request; the preload script exposes them as `window.layerwise`.
 */
import { z } from 'zod';
import { projectLimits } from '../network/graph/projectSchema';
import { codeProjectSchema } from './codeProject';
import { deviceSettingsSchema } from './deviceSettings';
import { exportedFileSchema } from './exportedFiles';
import { fileAnswer } from './fileAnswer';
import { type FileProblem, fileProblemSchema } from './fileProblem';
import { importAnswerSchema } from './importMessages';
import { installationOrderSchema, installationSchema } from './installation';
import { keptBlockIdSchema, keptBlockSchema, keptBlocksLimit } from './keptBlocks';
import {
  openProjectIdSchema,
  openProjectsSchema,
  projectDraftSchema,
  recalledDraftsSchema,
  recentProjectSchema,
  recentProjectsKept,
} from './keptProjects';
import { keptSettingsSchema, settingChangesSchema } from './keptSettings';
import { machineAnswerSchema, machineChoiceSchema, machineOrderSchema } from './machineChoice';
import { nativeMenusSchema } from './nativeMenu';
import { projectPortraitSchema } from './projectPortrait';
import { reportCalls } from './reportCalls';
import { requestSchema } from './requestedFiles';
import { runFolderNameSchema, runFolderNamesSchema } from './runMessages';

export type { FileProblem };

export const openedProjectSchema = z.strictObject({
  /** Absolute path; in a browser the file's name. */
  path: z.string(),
  /** Text of the file, not yet parsed. */
  text: z.string(),
});
export type OpenedProject = z.infer<typeof openedProjectSchema>;

const trashedRunsSchema = z.strictObject({
  /** Absolute path of the folder that they lie in now; null for the system's trash. */
  place: z.string().nullable(),
});

/**
 * Project files larger than this are refused, at opening and at saving: 16 MiB. The schemas leave the length
 * of a text open, so that one which is too long is answered with a sentence and not with a rejected call.
 */
export const maxProjectBytes = projectLimits.fileBytes;

export const windowCalls = {
  /** Asks the person for a file to open, which is then the request; false where none was chosen. */
  chooseFile: { request: z.undefined(), answer: z.boolean() },
  /**
   * What `chooseFile` has chosen, the command `openRequested` is about or Layerwise was started with; null where there
   * is nothing that the window has not opened yet.
   */
  describeRequest: { request: z.undefined(), answer: requestSchema.nullable() },
  /** Reads the project that was requested; cancelled where there is none. */
  openRequestedProject: { request: z.undefined(), answer: fileAnswer(openedProjectSchema) },
  /** Makes a project of the model that was requested; cancelled where `stopImport` was called. */
  importModel: { request: z.undefined(), answer: importAnswerSchema },
  stopImport: { request: z.undefined(), answer: z.undefined() },
  /** The files opened and saved before, the latest first. */
  listRecentProjects: {
    request: z.undefined(),
    answer: z.array(recentProjectSchema).max(recentProjectsKept),
  },
  /** Reads a file of that list. One that does not exist any more leaves the list. */
  openRecentProject: {
    request: z.strictObject({ path: z.string() }),
    answer: fileAnswer(openedProjectSchema),
  },
  /** What the list is to show of a file on it; null where the project can't be drawn. */
  portrayProject: {
    request: z.strictObject({ path: z.string(), portrait: projectPortraitSchema.nullable() }),
    answer: z.undefined(),
  },
  /** Takes a file off that list, and leaves it where it is. */
  forgetRecentProject: { request: z.strictObject({ path: z.string() }), answer: z.undefined() },
  /**
   * Writes to the file that this window opened or saved before. Where others have changed it since, the person is
   * asked first, and may choose another one: the answer is the path that was written to.
   */
  saveProject: {
    request: z.strictObject({ path: z.string(), text: z.string() }),
    answer: fileAnswer(z.string()),
  },
  /**
   * Writes to the file that this window opened or saved before, and asks nothing: failed where others have changed it
   * since, or it is gone; cancelled where a browser would ask the person first.
   */
  autosaveProject: {
    request: z.strictObject({ path: z.string(), text: z.string() }),
    answer: fileAnswer(z.string()),
  },
  /** Asks the person where to save, and writes there. */
  saveProjectAs: {
    request: z.strictObject({ suggestedName: z.string().max(200), text: z.string() }),
    answer: fileAnswer(z.string()),
  },
  /** Asks the person where to put a table or a picture, and writes it there. */
  exportFile: { request: exportedFileSchema, answer: fileAnswer(z.string()) },
  /** Asks the person where to put such a project, and writes it there. */
  saveCodeProject: { request: codeProjectSchema, answer: fileAnswer(z.string()) },
  /**
   * Moves runs to the system's trash, or into a folder beside them where the system has none. Refused where one is in
   * use. Cancelled in a browser, where the engine does it.
   */
  trashRuns: {
    request: z.strictObject({ folders: runFolderNamesSchema }),
    answer: fileAnswer(trashedRunsSchema),
  },
  /**
   * Asks the person for the folder of a run that lies elsewhere, and puts it among the runs; the answer is its name
   * there. Cancelled in a browser.
   */
  addRun: { request: z.undefined(), answer: fileAnswer(runFolderNameSchema) },
  /** Asks the person for a dataset's file or folder; the answer is its path, or null where none was chosen. */
  chooseDataset: {
    request: z.strictObject({ what: z.enum(['file', 'folder']) }),
    answer: z.string().nullable(),
  },
  /** Keeps an open project where no crash reaches it, in place of its draft before. */
  keepDraft: {
    request: z.strictObject({ project: openProjectIdSchema, draft: projectDraftSchema }),
    answer: fileAnswer(z.null()),
  },
  /** What a page that starts has to go on with, or to ask about; no drafts where it starts afresh. */
  recallDrafts: { request: z.undefined(), answer: recalledDraftsSchema },
  /** The person wants nothing of the draft, or has closed the project. */
  discardDraft: { request: z.strictObject({ project: openProjectIdSchema }), answer: z.undefined() },
  /** The blocks that the person keeps in the palette. */
  listBlocks: { request: z.undefined(), answer: z.array(keptBlockSchema).max(keptBlocksLimit) },
  /** Keeps a block, in place of the one with the same id. */
  keepBlock: {
    request: z.strictObject({ id: keptBlockIdSchema, text: z.string().max(maxProjectBytes) }),
    answer: fileAnswer(z.null()),
  },
  forgetBlock: { request: z.strictObject({ id: keptBlockIdSchema }), answer: fileAnswer(z.null()) },
  readSettings: { request: z.undefined(), answer: keptSettingsSchema },
  /** Keeps changed settings; failed where they can't be written. */
  keepSettings: { request: settingChangesSchema, answer: fileAnswer(z.null()) },
  /** The application's menu; a browser has none. */
  showMenus: { request: nativeMenusSchema, answer: z.undefined() },
  /** Enlarges all of the page. A browser leaves that to its own menu. */
  enlargePage: { request: z.strictObject({ factor: z.number().min(0.5).max(3) }), answer: z.undefined() },
  /** Pastes into the page, as the keys would; false where the page may not read the clipboard. */
  paste: { request: z.undefined(), answer: z.boolean() },
  /** Kills the engine, if it still runs, and starts a new one. */
  restartEngine: { request: z.undefined(), answer: z.undefined() },
  /** Starts the engine anew on another device, and keeps the choice for later starts; failed where it can't be kept. */
  chooseDevice: { request: deviceSettingsSchema, answer: fileAnswer(z.null()) },
  /** Where the engine runs, and which other machine is known. */
  describeMachine: { request: z.undefined(), answer: machineChoiceSchema },
  /** Goes to the engine of another machine, once that has answered. */
  connectMachine: { request: machineOrderSchema, answer: machineAnswerSchema },
  /** Back to the engine of this machine; a run on the other one goes on there. */
  leaveMachine: { request: z.undefined(), answer: z.undefined() },
  /** Tries at once to get a lost connection to the other machine back. */
  retryMachine: { request: z.undefined(), answer: z.undefined() },
  /** What the installed application lacks or could have; news come by the bridge's `onInstallation`. */
  describeInstallation: { request: z.undefined(), answer: installationSchema },
  changeInstallation: { request: installationOrderSchema, answer: z.undefined() },
  ...reportCalls,
  /** Tells main which changes closing the window would lose, and the name of the project in view for its title. */
  describeWindow: { request: openProjectsSchema, answer: z.undefined() },
} as const;

export type WindowCalls = typeof windowCalls;
export type WindowCall = keyof WindowCalls;
export type RequestOf<Call extends WindowCall> = z.infer<WindowCalls[Call]['request']>;
export type AnswerOf<Call extends WindowCall> = z.infer<WindowCalls[Call]['answer']>;

/** The other machine that no connection leads to any more. */
const machineLossSchema = z.strictObject({
  name: z.string(),
  /** What was wrong the last time that it was tried; null where the connection was merely lost. */
  problem: fileProblemSchema.nullable(),
  /** Until it is tried again; null while it is tried. */
  retrySeconds: z.number().nullable(),
});
export type MachineLoss = z.infer<typeof machineLossSchema>;

/** What main, or the server, tells the window about the engine process that it owns. */
export const engineStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('starting') }),
  /** A MessagePort to the engine comes with this one. */
  z.strictObject({
    state: z.literal('connected'),
    generation: z.int(),
    /** Name of the other machine that it runs on; null where it is this one, or the one that serves the page. */
    machine: z.string().nullable(),
  }),
  /** No sign of life for so many seconds. */
  z.strictObject({ state: z.literal('unresponsive'), silentSeconds: z.number() }),
  z.strictObject({ state: z.literal('responsive') }),
  /**
   * In a browser, and where the engine is on another machine: the connection is lost, and sought anew. The engine goes
   * on, as far as can be told. `session`: the server is there, but does not know this browser or this token any more.
   */
  z.strictObject({
    state: z.literal('cutOff'),
    cause: z.enum(['connection', 'session']),
    /** Null in a browser. */
    machine: machineLossSchema.nullable(),
  }),
  /** The process ended by itself; main starts a new one. */
  z.strictObject({ state: z.literal('lost'), message: z.string(), details: z.string() }),
  /** Several starts failed in a row; only a person can start it again. */
  z.strictObject({
    state: z.literal('broken'),
    message: z.string(),
    advice: z.string(),
    details: z.string(),
  }),
]);
export type EngineStatus = z.infer<typeof engineStatusSchema>;
