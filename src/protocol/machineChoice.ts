/** The other machine that a window's engine may run on, as a person chooses it. */
import { z } from 'zod';
import { fileProblemSchema } from './fileProblem';

export const machineChoiceSchema = z.strictObject({
  /** Name of the machine that the engine runs on; null where it is this one. */
  inUse: z.string().nullable(),
  /** The machine that was used last; null before the first. */
  last: z
    .strictObject({
      address: z.string(),
      name: z.string(),
      /** Whether its token is known. */
      tokenKnown: z.boolean(),
      /** Name of the network that was trained there when this machine heard of it last; null where none was. */
      training: z.string().nullable(),
    })
    .nullable(),
  /** Whether tokens are kept when the application ends. */
  keepsTokens: z.boolean(),
});
export type MachineChoice = z.infer<typeof machineChoiceSchema>;

export const machineOrderSchema = z.strictObject({
  address: z.string().max(1000),
  /** Null for the one that is known. */
  token: z.string().max(1000).nullable(),
  /** SHA-256 of a certificate that the person accepts though nobody vouches for it. */
  fingerprint: z.string().max(200).nullable(),
});
export type MachineOrder = z.infer<typeof machineOrderSchema>;

export const machineAnswerSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('connected'), name: z.string() }),
  /** Nobody vouches for its certificate: the person has to compare the fingerprint. */
  z.strictObject({ status: z.literal('certificate'), problem: fileProblemSchema, fingerprint: z.string() }),
  z.strictObject({ status: z.literal('failed'), problem: fileProblemSchema }),
]);
export type MachineAnswer = z.infer<typeof machineAnswerSchema>;
