/**
 * The calls between the window and main, typed at both ends by this one map. Main checks the sender's
 * frame and the request; the preload script exposes them as `window.layerwise`.
 */
import { z } from 'zod';
import { projectLimits } from '../network/graph/projectSchema';

export const openedProjectSchema = z.strictObject({
  /** Absolute path. */
  path: z.string(),
  /** Text of the file, not yet parsed. */
  text: z.string(),
});
export type OpenedProject = z.infer<typeof openedProjectSchema>;

/** A request that failed: what happened, and what to do. */
export const fileProblemSchema = z.strictObject({ message: z.string(), advice: z.string() });
export type FileProblem = z.infer<typeof fileProblemSchema>;

const fileAnswer = <Value extends z.ZodType>(value: Value) =>
  z.union([
    z.strictObject({ status: z.literal('done'), value }),
    z.strictObject({ status: z.literal('cancelled') }),
    z.strictObject({ status: z.literal('failed'), problem: fileProblemSchema }),
  ]);

/**
 * Project files larger than this are refused, at opening and at saving: 16 MiB. The schemas leave the length
 * of a text open, so that one which is too long is answered with a sentence and not with a rejected call.
 */
export const maxProjectBytes = projectLimits.fileBytes;

export const windowCalls = {
  /** Asks the person for a project file and reads it. */
  openProject: { request: z.undefined(), answer: fileAnswer(openedProjectSchema) },
  /** Writes to the file that this window opened or saved before. */
  saveProject: {
    request: z.strictObject({ path: z.string(), text: z.string() }),
    answer: fileAnswer(z.string()),
  },
  /** Asks the person where to save, and writes there. */
  saveProjectAs: {
    request: z.strictObject({ suggestedName: z.string().max(200), text: z.string() }),
    answer: fileAnswer(z.string()),
  },
  /** Kills the engine, if it still runs, and starts a new one. */
  restartEngine: { request: z.undefined(), answer: z.undefined() },
  /** Tells main whether closing the window would lose changes, and the project's name for its title. */
  describeWindow: {
    request: z.strictObject({ projectName: z.string().max(200), unsavedChanges: z.boolean() }),
    answer: z.undefined(),
  },
} as const;

export type WindowCalls = typeof windowCalls;
export type WindowCall = keyof WindowCalls;
export type RequestOf<Call extends WindowCall> = z.infer<WindowCalls[Call]['request']>;
export type AnswerOf<Call extends WindowCall> = z.infer<WindowCalls[Call]['answer']>;

/** What main, or the server, tells the window about the engine process that it owns. */
export const engineStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('starting') }),
  /** A MessagePort to the engine comes with this one. */
  z.strictObject({ state: z.literal('connected'), generation: z.int() }),
  /** No sign of life for so many seconds. */
  z.strictObject({ state: z.literal('unresponsive'), silentSeconds: z.number() }),
  z.strictObject({ state: z.literal('responsive') }),
  /**
   * Only in a browser: the page has lost its connection, and tries to get it back. The engine is another process and
   * goes on, as far as the page can tell. `session`: the server is there, but does not know this browser any more.
   */
  z.strictObject({ state: z.literal('cutOff'), cause: z.enum(['connection', 'session']) }),
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

/**
 * Commands of the application menu, and of its keys. The preload script turns the keys into commands, so the
 * page binds none of them itself; undo and redo inside a text field stay with the field.
 */
export const menuCommandSchema = z.enum([
  'open',
  'save',
  'saveAs',
  'undo',
  'redo',
  'duplicate',
  'selectAll',
  'tidy',
]);
export type MenuCommand = z.infer<typeof menuCommandSchema>;
