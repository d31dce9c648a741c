import { z } from 'zod';

/** A request that failed: what happened, and what to do. */
export const fileProblemSchema = z.strictObject({ message: z.string(), advice: z.string() });
export type FileProblem = z.infer<typeof fileProblemSchema>;
