import type { z } from 'zod';
import { type EngineCommand, type EngineEvent, engineEventSchema } from '../../protocol/engineMessages';

export interface EngineListeners {
  /** A port to a new engine has come; the one before is closed. */
  readonly onConnected: () => void;
  readonly onEvent: (event: EngineEvent) => void;
  /** The engine said something that its protocol does not have. */
  readonly onMalformed: (error: z.ZodError) => void;
}

/** The page's end of the engine's MessagePort. It comes as a message of the window itself, and again with each new engine. */
export class EngineConnection {
  #port: MessagePort | null = null;
  #generation = Number.NEGATIVE_INFINITY;

  /** Starts to listen for ports. Call it before the first subscription to the engine's status, which releases one. */
  listen(listeners: EngineListeners): void {
    window.addEventListener('message', (message: MessageEvent<unknown>) => {
      const generation = enginePortGeneration(message);
      const [port] = message.ports;
      if (generation === null || port === undefined || generation < this.#generation) return;
      this.#port?.close();
      this.#port = port;
      this.#generation = generation;
      listeners.onConnected();
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const event = engineEventSchema.safeParse(data);
        if (event.success) listeners.onEvent(event.data);
        else listeners.onMalformed(event.error);
      };
    });
  }

  /** Sends a command; false where no engine is connected. */
  send(command: EngineCommand): boolean {
    this.#port?.postMessage(command);
    return this.#port !== null;
  }

  /** Forgets the port of an engine that is gone. */
  disconnect(): void {
    this.#port?.close();
    this.#port = null;
  }
}

/** The generation in a message that brings a port; null for any other message, and for those of other windows. */
function enginePortGeneration({ source, data }: MessageEvent<unknown>): number | null {
  if (source !== window || typeof data !== 'object' || data === null) return null;
  if (!('layerwise' in data) || data.layerwise !== 'engine-port') return null;
  return 'generation' in data && typeof data.generation === 'number' ? data.generation : null;
}

export const engineConnection = new EngineConnection();
