import { z } from 'zod';

/** A project that trains the network in a framework, as it is asked for: a folder, its first weights in it. */
export const codeProjectSchema = z.strictObject({
  suggestedName: z.string().max(200),
  form: z.enum(['pytorch', 'keras']),
  /** The project file of the network. */
  text: z.string(),
});
