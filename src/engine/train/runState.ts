import { z } from 'zod';
import { bestEpochSchema } from './bestEpoch';
import { loopStateSchema } from './loopState';

/** What a checkpoint says of its run, beside the values of weights and optimizer. */
export const runStateSchema = z.strictObject({ loop: loopStateSchema, best: bestEpochSchema });
export type RunState = z.infer<typeof runStateSchema>;
