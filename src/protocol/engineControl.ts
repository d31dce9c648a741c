/**
 * The few words that an engine process and whoever started it exchange, beside the engine's own protocol. Main
 * hands the engine MessagePorts over `parentPort`; the server, whose engine is a plain child process, sends the
 * windows' messages through that process's one channel, numbered. Both hear that the engine is alive.
 */
import { z } from 'zod';
import { engineCommandSchema, engineEventSchema } from './engineMessages';

/** Main to engine. `connect` carries one MessagePort; a later one replaces it (the page was reloaded). */
export const engineControlSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('connect') }),
]);
export type EngineControl = z.infer<typeof engineControlSchema>;

/**
 * Engine to whoever started it. `heartbeat` is sent every `heartbeatMilliseconds` while the engine's event loop turns.
 * `spent` asks for another process: memory ran out in this one, and its libraries don't recover from that.
 */
export const engineSignalSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heartbeat') }),
  z.strictObject({ type: z.literal('spent') }),
]);
export type EngineSignal = z.infer<typeof engineSignalSchema>;

export const heartbeatMilliseconds = 500;

const connection = z.int().min(1);

/** Server to engine. `connect` and `disconnect` tell of windows; commands come from any of them. */
export const serverControlSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('connect'), connection }),
  z.strictObject({ type: z.literal('disconnect'), connection }),
  z.strictObject({ type: z.literal('command'), command: engineCommandSchema }),
]);
export type ServerControl = z.infer<typeof serverControlSchema>;

/** Engine to server: an event for one of the windows. */
export const windowEventSchema = z.strictObject({
  type: z.literal('event'),
  connection,
  event: engineEventSchema,
});
export type WindowEvent = z.infer<typeof windowEventSchema>;
