import { assertNever } from '../../network/assertNever';
import type { EnginePortMessage, Unsubscribe } from '../../protocol/bridge';
import type { DeviceSettings } from '../../protocol/deviceSettings';
import { engineCommandSchema } from '../../protocol/engineMessages';
import { listeners } from '../../protocol/listeners';
import { packFrame, unpackFrame } from '../../protocol/socketFrame';
import {
  type PageMessage,
  type ServerMessage,
  serverMessageSchema,
  socketPath,
} from '../../protocol/socketMessages';
import type { EngineStatus } from '../../protocol/windowChannels';
import { Reconnection } from './reconnection';

/**
 * The page's connection to the server. Each engine that the server connects it to is given to the page as a
 * MessagePort, as the application does. A connection that is lost is sought anew for as long as the page lives.
 */
export class EngineSocket {
  readonly #status = listeners<EngineStatus>();
  readonly #reconnection = new Reconnection(() => this.#open());
  #last: EngineStatus | null = null;
  #socket: WebSocket | null = null;
  /** This side's end of the page's port to the engine. */
  #port: MessagePort | null = null;

  /** Tells the present status at once, where it is known. The first subscription opens the connection. */
  subscribe(listener: (status: EngineStatus) => void): Unsubscribe {
    const unsubscribe = this.#status.subscribe(listener);
    if (this.#socket === null) this.#open();
    if (this.#last !== null) listener(this.#last);
    return unsubscribe;
  }

  restart(): void {
    this.#send({ type: 'restartEngine' });
  }

  chooseDevice(settings: DeviceSettings): void {
    this.#send({ type: 'chooseDevice', settings });
  }

  #open(): void {
    const { protocol, host } = window.location;
    const socket = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${socketPath}`);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => this.#reconnection.succeed();
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
    socket.onclose = () => void this.#closed();
  }

  async #closed(): Promise<void> {
    this.#port?.close();
    this.#port = null;
    // Without an answer there is no server to say that it does not know this browser.
    const answer = await fetch('/', { cache: 'no-store', redirect: 'manual' }).catch(() => null);
    const cause = answer?.status === 403 ? 'session' : 'connection';
    this.#tell({ state: 'cutOff', cause, machine: null });
    this.#reconnection.tryLater();
  }

  #receive(data: unknown): void {
    const message = read(data);
    if (message === null) return;
    switch (message.type) {
      case 'status':
        if (message.status.state === 'connected') this.#openPort(message.status.generation);
        this.#tell(message.status);
        break;
      case 'event':
        this.#port?.postMessage(message.event);
        break;
      default:
        assertNever(message);
    }
  }

  #openPort(generation: number): void {
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#send({ type: 'command', command: engineCommandSchema.parse(data) });
    };
    this.#port = port1;
    const message: EnginePortMessage = { layerwise: 'engine-port', generation };
    window.postMessage(message, window.location.origin, [port2]);
  }

  #send(message: PageMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(packFrame(message));
  }

  #tell(status: EngineStatus): void {
    this.#last = status;
    this.#status.tell(status);
  }
}

function read(data: unknown): ServerMessage | null {
  const result =
    data instanceof ArrayBuffer
      ? serverMessageSchema.safeParse(unpackFrame(new Uint8Array(data)))
      : serverMessageSchema.safeParse(data);
  if (result.success) return result.data;
  console.error(`The server sent a message that its protocol does not have.`, result.error);
  return null;
}
