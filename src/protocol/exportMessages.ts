/** The part of the engine's protocol that makes files of a network for other programs. */
import { z } from 'zod';
import { projectSchema } from '../network/graph/projectSchema';
import { runFolderNameSchema } from './runMessages';

const requestId = z.string().min(1).max(64);

/** Forms in which a network leaves Layerwise, as `--to` of the command line names them. */
export const exportFormIdSchema = z.enum([
  'keras',
  'keras-file',
  'onnx',
  'pytorch',
  'safetensors',
  'savedmodel',
  'tfjs',
]);
export type ExportFormId = z.infer<typeof exportFormIdSchema>;

/** What one message holds at most; a page's largest frame has 16 MiB. */
export const exportPartBytes = 8 * 1024 ** 2;

export const exportCommandSchemas = [
  /** Asks for a network as a zip archive of files; `exportedPart` answers with the first part of it, or `exportFailed`. */
  z.strictObject({
    type: z.literal('exportNetwork'),
    requestId,
    form: exportFormIdSchema,
    project: projectSchema,
    /** The run whose best weights are taken; null for those that training would begin with. */
    run: runFolderNameSchema.nullable(),
  }),
  /** Asks for the next part, once the one before has come: no more than that is ever under way. */
  z.strictObject({ type: z.literal('takeExportedPart'), requestId, part: z.int().min(1) }),
] as const;

export const exportEventSchemas = [
  z.strictObject({
    type: z.literal('exportedPart'),
    requestId,
    /** Counted from 0. */
    part: z.int().min(0),
    parts: z.int().min(1),
    content: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= exportPartBytes),
  }),
  z.strictObject({ type: z.literal('exportFailed'), requestId, message: z.string(), advice: z.string() }),
] as const;

export type ExportCommand = z.infer<(typeof exportCommandSchemas)[number]>;
export type ExportEvent = z.infer<(typeof exportEventSchemas)[number]>;
