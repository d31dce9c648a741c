import type { WebSocket } from 'ws';
import { packFrame, unpackFrame } from '../../protocol/socketFrame';
import { type PageMessage, type ServerMessage, serverMessageSchema } from '../../protocol/socketMessages';

export interface MachineSocketListeners {
  onMessage(message: ServerMessage): void;
  /** Called once. */
  onClose(): void;
}

/** The server pings each 10 s: whoever is silent for so long is not there any more, whatever the system believes. */
const silenceMilliseconds = 25_000;

/** The socket to another machine: frames are checked as they come, and a dead connection is noticed. */
export class MachineSocket {
  readonly #socket: WebSocket;
  #silence: NodeJS.Timeout | null = null;

  /** Takes an open socket that was paused. */
  constructor(socket: WebSocket, { onMessage, onClose }: MachineSocketListeners) {
    this.#socket = socket;
    this.#hear();
    socket.on('ping', () => this.#hear());
    socket.on('message', (data: Buffer) => {
      this.#hear();
      const message = read(data);
      if (message === null) socket.terminate();
      else onMessage(message);
    });
    socket.on('close', () => {
      if (this.#silence !== null) clearTimeout(this.#silence);
      onClose();
    });
    socket.resume();
  }

  /** False where it can't be sent any more. */
  send(message: PageMessage): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return false;
    this.#socket.send(packFrame(message));
    return true;
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #hear(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#socket.terminate(), silenceMilliseconds);
  }
}

function read(data: Buffer): ServerMessage | null {
  try {
    return serverMessageSchema.parse(unpackFrame(data));
  } catch (error) {
    console.error('The other machine sent a message that the protocol does not have.', error);
    return null;
  }
}
