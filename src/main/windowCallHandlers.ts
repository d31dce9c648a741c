import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { z } from 'zod';
import { channelNames } from '../protocol/channelNames';
import { type AnswerOf, type RequestOf, type WindowCall, windowCalls } from '../protocol/windowChannels';

/** One handler for each call of the map: leaving one out does not compile. */
export type WindowCallHandlers = {
  readonly [Call in WindowCall]: (request: RequestOf<Call>) => AnswerOf<Call> | Promise<AnswerOf<Call>>;
};

/**
 * Answers the window's calls. A call from a frame that `isOwn` doesn't vouch for, or whose request has the
 * wrong form, rejects; so does a handler's answer of the wrong form.
 */
export function registerWindowCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: WindowCallHandlers,
  isOwn: (frame: WebFrameMain | null) => boolean,
): void {
  for (const name of Object.keys(windowCalls)) {
    if (isWindowCall(name)) register(name);
  }

  function register<Call extends WindowCall>(call: Call): void {
    const { request: requestSchema, answer: answerSchema } = schemas[call];
    const handler = handlers[call];
    ipcMain.handle(channelNames.call(call), async (event: IpcMainInvokeEvent, request: unknown) => {
      if (!isOwn(event.senderFrame)) throw new Error(`${call}: refused, not a frame of this window`);
      return answerSchema.parse(await handler(requestSchema.parse(request)));
    });
  }
}

const schemas: {
  readonly [Call in WindowCall]: {
    readonly request: z.ZodType<RequestOf<Call>>;
    readonly answer: z.ZodType<AnswerOf<Call>>;
  };
} = windowCalls;

function isWindowCall(name: string): name is WindowCall {
  return name in windowCalls;
}
