import { z } from 'zod';
import { fileProblemSchema } from './fileProblem';

/** What came of something that a person may cancel, or that may fail. */
export const fileAnswer = <Value extends z.ZodType>(value: Value) =>
  z.union([
    z.strictObject({ status: z.literal('done'), value }),
    z.strictObject({ status: z.literal('cancelled') }),
    z.strictObject({ status: z.literal('failed'), problem: fileProblemSchema }),
  ]);
