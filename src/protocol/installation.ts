import { z } from 'zod';
import { fileProblemSchema } from './fileProblem';

/** A download that goes on: bytes so far and in all, null where that is not known yet. */
const downloadSchema = z.strictObject({
  what: z.string(),
  doneBytes: z.number().min(0),
  totalBytes: z.number().positive().nullable(),
});
export type Download = z.infer<typeof downloadSchema>;

/** TensorFlow's native libraries, which a small package leaves out and fetches when it is told to. */
const tensorFlowFetchSchema = z.discriminatedUnion('state', [
  /** There are none to fetch for this system, or this is no package. */
  z.strictObject({ state: z.literal('unavailable') }),
  z.strictObject({ state: z.literal('offered') }),
  z.strictObject({ state: z.literal('fetching'), download: downloadSchema }),
  z.strictObject({ state: z.literal('failed'), problem: fileProblemSchema }),
  /** Fetched; the engine was started anew with it. */
  z.strictObject({ state: z.literal('fetched') }),
]);
export type TensorFlowFetch = z.infer<typeof tensorFlowFetchSchema>;

/** A newer release of Layerwise. */
const updateSchema = z.discriminatedUnion('state', [
  /** This copy does not update itself; `reason` says why. */
  z.strictObject({ state: z.literal('unavailable'), reason: z.string() }),
  /** Nobody has looked yet. */
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({ state: z.literal('checking') }),
  z.strictObject({ state: z.literal('current'), version: z.string() }),
  z.strictObject({ state: z.literal('offered'), version: z.string() }),
  z.strictObject({ state: z.literal('fetching'), version: z.string(), download: downloadSchema }),
  /** Takes the place of this version at the next start. */
  z.strictObject({ state: z.literal('ready'), version: z.string() }),
  z.strictObject({ state: z.literal('failed'), problem: fileProblemSchema }),
]);
export type Update = z.infer<typeof updateSchema>;

/** What the installed application lacks or could have, as main tells the page. */
export const installationSchema = z.strictObject({ tensorFlow: tensorFlowFetchSchema, update: updateSchema });
export type Installation = z.infer<typeof installationSchema>;

/** What a person can have done about it. */
export const installationOrderSchema = z.enum([
  'fetchTensorFlow',
  'stopFetchingTensorFlow',
  'checkForUpdate',
  'fetchUpdate',
  'restartIntoUpdate',
]);
export type InstallationOrder = z.infer<typeof installationOrderSchema>;

/** Where nothing can be installed: a page in a browser. */
export const nothingToInstall: Installation = {
  tensorFlow: { state: 'unavailable' },
  update: { state: 'unavailable', reason: 'A page in a browser is as new as the server that it comes from.' },
};
