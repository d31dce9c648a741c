/**
 * What an application and a `layerwise serve` on another machine say to each other, beside the messages of
 * socketMessages.ts: the application asks with a token in the Authorization header, and copies the files of runs.
 */
import { z } from 'zod';
import { runFolderNameSchema } from './runMessages';

export const machinePaths = {
  /** Answers with a `machineHello`. */
  hello: '/machine',
  /** The WebSocket; its messages are those of a browser's page. */
  socket: '/machine/engine',
  /** With a run's folder behind it the files that it holds, and with a file behind that its bytes. */
  runs: '/machine/runs/',
} as const;

/** Whose version differs is not talked to: the messages may mean something else. */
export const machineProtocol = 1;

export const machineHelloSchema = z.object({
  machineProtocol: z.int(),
  /** Version of Layerwise. */
  version: z.string().max(100),
  /** The machine's own name. */
  name: z.string().max(300),
});
export type MachineHello = z.infer<typeof machineHelloSchema>;

/** 256 random bits take 43 characters; shorter ones might be guessed. */
export const machineTokenSchema = z.string().regex(/^[\x21-\x7e]{32,512}$/);

/** A file in a run's folder that may be copied: one of a fixed list. */
const runFileSchema = z.strictObject({
  name: z.string().max(100),
  bytes: z.int().min(0),
  /** When it was changed last, in ms since 1970. */
  modified: z.number(),
});

export const runFilesSchema = z.strictObject({
  folder: runFolderNameSchema,
  files: z.array(runFileSchema).max(100),
});
export type RunFiles = z.infer<typeof runFilesSchema>;
