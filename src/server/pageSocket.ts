import { performance } from 'node:perf_hooks';
import type { RawData, WebSocket } from 'ws';
import type { EngineEvent } from '../protocol/engineMessages';
import { packFrame, unpackFrame } from '../protocol/socketFrame';
import { type PageMessage, pageMessageSchema, type ServerMessage } from '../protocol/socketMessages';
import { MessageRate, pageMessages } from './messageRate';

export interface PageSocketListeners {
  onMessage(message: PageMessage): void;
  /** The page was too slow, and has missed events; now it can take them again. */
  onBehind(): void;
  onClose(): void;
}

/** Bytes that may wait for a page. Above, telemetry is left out until it has caught up. */
const fullBytes = 2 * 1024 * 1024;
const drainedBytes = 64 * 1024;
/** Far above: the page takes nothing any more. A whole replay of the largest run has 9 MiB. */
const deadBytes = 64 * 1024 * 1024;
const pingMilliseconds = 10_000;

/** Codes of RFC 6455, section 7.4.1. */
const closings = { unsupported: 1003, malformed: 1007, unwanted: 1008 } as const;

/** One page's connection: frames are checked as they come, and held back as they go. */
export class PageSocket {
  readonly #socket: WebSocket;
  readonly #listeners: PageSocketListeners;
  readonly #rate = new MessageRate(pageMessages, performance.now());
  readonly #ping: NodeJS.Timeout;
  #answered = true;
  #behind = false;

  constructor(socket: WebSocket, listeners: PageSocketListeners) {
    this.#socket = socket;
    this.#listeners = listeners;
    this.#ping = setInterval(() => this.#checkLife(), pingMilliseconds);
    socket.on('message', (data, binary) => this.#receive(data, binary));
    socket.on('pong', () => {
      this.#answered = true;
    });
    // What was wrong is in the close event that follows.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(this.#ping);
      listeners.onClose();
    });
  }

  send(message: ServerMessage): void {
    const { readyState, OPEN, bufferedAmount } = this.#socket;
    if (readyState !== OPEN) return;
    if (bufferedAmount > deadBytes) this.#socket.terminate();
    else this.#socket.send(packFrame(message), () => this.#catchUp());
  }

  /** Sends an event, or leaves it out where the page is behind: it will be told everything anew. */
  sendEvent(event: EngineEvent): void {
    this.#behind ||= this.#socket.bufferedAmount > fullBytes && event.type === 'telemetry';
    if (!this.#behind) this.send({ type: 'event', event });
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #catchUp(): void {
    const { readyState, OPEN, bufferedAmount } = this.#socket;
    if (!this.#behind || readyState !== OPEN || bufferedAmount > drainedBytes) return;
    this.#behind = false;
    this.#listeners.onBehind();
  }

  #receive(data: RawData, binary: boolean): void {
    if (!this.#rate.allow(performance.now())) this.#refuse('unwanted', 'too many messages');
    else if (!binary || !Buffer.isBuffer(data)) this.#refuse('unsupported', 'binary frames only');
    else {
      const message = parse(data);
      if (message === null) this.#refuse('malformed', 'not a message of the protocol');
      else this.#listeners.onMessage(message);
    }
  }

  #refuse(why: keyof typeof closings, reason: string): void {
    this.#socket.close(closings[why], reason);
    // Whatever follows is not looked at.
    this.#socket.removeAllListeners('message');
    setTimeout(() => this.#socket.terminate(), 1_000).unref();
  }

  #checkLife(): void {
    if (!this.#answered) this.#socket.terminate();
    else this.#socket.ping();
    this.#answered = false;
  }
}

function parse(frame: Buffer): PageMessage | null {
  try {
    return pageMessageSchema.parse(unpackFrame(frame));
  } catch {
    return null;
  }
}
