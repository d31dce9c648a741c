/** What a browser's page and the server say to each other over their WebSocket, packed by socketFrame.ts. */
import { z } from 'zod';
import { deviceSettingsSchema } from './deviceSettings';
import { engineCommandSchema, engineEventSchema } from './engineMessages';
import { engineStatusSchema } from './windowChannels';

/** Where the WebSocket is, on the host and port that the page came from. */
export const socketPath = '/engine';

export const pageMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('command'), command: engineCommandSchema }),
  z.strictObject({ type: z.literal('restartEngine') }),
  z.strictObject({ type: z.literal('chooseDevice'), settings: deviceSettingsSchema }),
]);
export type PageMessage = z.infer<typeof pageMessageSchema>;

export const serverMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('status'), status: engineStatusSchema }),
  z.strictObject({ type: z.literal('event'), event: engineEventSchema }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
