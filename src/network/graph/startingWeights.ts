import { z } from 'zod';

const name = z.string().min(1).max(200);

/**
 * Where a network's first weights are from. The machine that trains reads them when a run begins; weights that agree in
 * name and shape are taken, all others are drawn from the seed.
 */
export const startingWeightsSchema = z.discriminatedUnion('type', [
  /** A safetensors file that names its weights `layer/weight`, by ids of layers. */
  z.strictObject({
    type: z.literal('file'),
    /** In memory absolute; in a project file relative to its folder, with "/", where the weights lie in that folder. */
    path: z.string().min(1).max(1024),
    /** What people read in place of the path: the file's name, or that of the model that was imported. */
    name,
    /** Of the file's bytes, in 64 lower-case hexadecimal digits. Another file under this path is refused. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is 64 hexadecimal digits'),
  }),
  /** The best checkpoint that a kept run has when training begins. */
  z.strictObject({
    type: z.literal('run'),
    /** The run's id: the name of its folder among the runs that are kept. */
    run: z
      .string()
      .max(200)
      .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, 'names the folder of a run'),
    /** What people read in place of the id. */
    name,
  }),
]);
export type StartingWeightsReference = z.infer<typeof startingWeightsSchema>;
