import { z } from 'zod';

/** What a run can have of the machine that it would train on. */
export const capacitySchema = z.strictObject({
  /** Whose memory it is: the machine's, the GPU's, or WebAssembly's, which ends sooner. */
  memory: z.enum(['machine', 'gpu', 'wasm']),
  /** All there is of it, in bytes. */
  memoryBytes: z.number().positive(),
  /** What the engine's process can have, in bytes, with what it holds already. */
  freeMemoryBytes: z.number().min(0),
  /** Seconds of one training step of the network that measures the device (see speedProbe.ts); null before it was taken. */
  probeSeconds: z.number().positive().nullable(),
});
export type Capacity = z.infer<typeof capacitySchema>;
