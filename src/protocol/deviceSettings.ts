/** Where training is to run, as a person chooses it, and what there is to choose from. */
import { z } from 'zod';

/** `gpu` is the best GPU, `gpu:1` the one that nvidia-smi gives that index. */
export const deviceChoiceSchema = z.string().regex(/^(automatic|cpu|wasm|gpu(:\d{1,3})?)$/);

export const threadsSchema = z.int().min(1).max(1024);

/** Kept across starts by whoever owns the engine's process. */
export const deviceSettingsSchema = z.strictObject({
  device: deviceChoiceSchema,
  /** Threads that the library computes with; null for one for each core. */
  threads: threadsSchema.nullable(),
});
export type DeviceSettings = z.infer<typeof deviceSettingsSchema>;

export const automaticDevice: DeviceSettings = { device: 'automatic', threads: null };

/** What the engine can be told to train on. */
export const deviceOptionsSchema = z.strictObject({
  /** Cores that the engine may use. */
  cores: z.int().min(1),
  gpus: z.array(
    z.strictObject({
      /** nvidia-smi's. */
      index: z.int().min(0),
      name: z.string(),
      /** In bytes; null where the driver does not say. */
      memory: z.number().nullable(),
    }),
  ),
  /** As the engine was started with. */
  settings: deviceSettingsSchema,
  /** The environment variable that decides in place of the settings, as NAME=value; null where none does. */
  fixedBy: z.string().nullable(),
});
export type DeviceOptions = z.infer<typeof deviceOptionsSchema>;
