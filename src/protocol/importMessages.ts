/** How a model of another program becomes a project: what the process that reads it tells, and what the window hears. */
import { z } from 'zod';
import { projectLimits } from '../network/graph/projectSchema';

/** Sentences about what a model has and a project can't have; a model has at most so many operators. */
const mostNotes = projectLimits.nodes + projectLimits.edges;

/** What was read of a model. */
export const importReportSchema = z.strictObject({
  /** Name of the file, for people. */
  fileName: z.string(),
  layers: z.int(),
  /** Weights and moving statistics of all layers, in numbers. */
  parameters: z.int(),
  /** How many of these the file has given. */
  readParameters: z.int(),
  /** Whether the network trains as it is; else it has gaps. */
  trains: z.boolean(),
  /** What could not be represented, in sentences. */
  notes: z.array(z.string()).max(mostNotes),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const importedProjectSchema = z.strictObject({
  /** Text of a project, not yet parsed, that begins with the weights of the model. */
  text: z.string(),
  report: importReportSchema,
});
export type ImportedProject = z.infer<typeof importedProjectSchema>;

/** Why a model gives no project. */
export const importProblemSchema = z.strictObject({
  message: z.string(),
  advice: z.string(),
  /** Lines of a program that makes a file which can be imported; none where there is no such program. */
  recipe: z.array(z.string()).max(100),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** What came of an import. */
export const importAnswerSchema = z.union([
  z.strictObject({ status: z.literal('imported'), imported: importedProjectSchema }),
  z.strictObject({ status: z.literal('refused'), problem: importProblemSchema }),
  z.strictObject({ status: z.literal('stopped') }),
]);
export type ImportOutcome = z.infer<typeof importAnswerSchema>;

/** Told by the process that reads a model; the last one is no progress. */
export const importSignalSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), activity: z.string() }),
  z.strictObject({ type: z.literal('imported'), ...importedProjectSchema.shape }),
  z.strictObject({ type: z.literal('refused'), problem: importProblemSchema }),
]);
export type ImportSignal = z.infer<typeof importSignalSchema>;
