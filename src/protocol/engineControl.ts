/**
 * The few words that main and the engine process exchange over `parentPort`, beside the engine's own protocol
 * on the MessagePort: main hands the engine its port, and hears that the engine is alive.
 */
import { z } from 'zod';

/** Main to engine. `connect` carries one MessagePort; a later one replaces it (the page was reloaded). */
export const engineControlSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('connect') }),
]);
export type EngineControl = z.infer<typeof engineControlSchema>;

/** Engine to main. `heartbeat` is sent every `heartbeatMilliseconds` while the engine's event loop turns. */
export const engineSignalSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heartbeat') }),
]);
export type EngineSignal = z.infer<typeof engineSignalSchema>;

export const heartbeatMilliseconds = 500;
