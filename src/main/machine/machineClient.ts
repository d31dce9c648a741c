import { Agent, type IncomingMessage, request } from 'node:http';
import { type Duplex, PassThrough } from 'node:stream';
import { WebSocket } from 'ws';
import {
  type MachineHello,
  machineHelloSchema,
  machinePaths,
  machineProtocol,
  type RunFiles,
  runFilesSchema,
} from '../../protocol/machineMessages';
import { machineFault, notLayerwise, refusedFault } from './machineFault';
import { type MachinePlace, openConnection } from './openConnection';

export interface MachineAccess extends MachinePlace {
  readonly token: string;
}

/** Of an answer that is read whole. */
const answerLimit = 256 * 1024;
/** Of a frame: a replay of the largest run has 9 MiB. */
const frameLimit = 64 * 1024 * 1024;
const patienceMilliseconds = 15_000;

/** Asks another machine's `layerwise serve`. Whatever goes wrong is thrown as a MachineFault. */
export class MachineClient {
  readonly access: MachineAccess;
  readonly #agent: MachineAgent;

  constructor(access: MachineAccess) {
    this.access = access;
    this.#agent = new MachineAgent(access);
  }

  /** Who is there. Throws also where it speaks in another way than this application. */
  async hello(): Promise<MachineHello> {
    const hello = machineHelloSchema.safeParse(await this.#json(machinePaths.hello));
    if (hello.success && hello.data.machineProtocol === machineProtocol) return hello.data;
    throw notLayerwise(this.access.address);
  }

  /** The files that a run has there now; null where there is no such run any more. */
  async runFiles(run: string): Promise<RunFiles | null> {
    const answer = await this.#json(machinePaths.runs + run);
    if (answer === null) return null;
    const files = runFilesSchema.safeParse(answer);
    if (files.success) return files.data;
    throw notLayerwise(this.access.address);
  }

  /** The bytes of a run's file from `start` up to, not including, `end`. The stream ends with an error where they don't all come. */
  async readPart(run: string, file: string, start: number, end: number): Promise<IncomingMessage> {
    const answer = await this.#ask(`${machinePaths.runs}${run}/${file}`, `bytes=${start}-${end - 1}`);
    return this.#ofLength(answer, end - start);
  }

  /** A run's file, which is to have so many bytes. */
  async readWhole(run: string, file: string, bytes: number): Promise<IncomingMessage> {
    return this.#ofLength(await this.#ask(`${machinePaths.runs}${run}/${file}`), bytes);
  }

  /** The socket, open and paused: what comes waits for whoever listens. */
  async openSocket(): Promise<WebSocket> {
    const { address } = this.access;
    const connection = await openConnection(this.access);
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${new URL(address).host}${machinePaths.socket}`, {
        createConnection: () => connection,
        headers: this.#headers(),
        handshakeTimeout: patienceMilliseconds,
        maxPayload: frameLimit,
        perMessageDeflate: false,
      });
      socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
        connection.destroy();
        reject(refusedFault(address, statusCode));
      });
      socket.once('error', (error) => reject(machineFault(address, error)));
      socket.once('open', () => {
        // What was wrong is in the close event that follows.
        socket.on('error', () => {});
        socket.pause();
        resolve(socket);
      });
    });
  }

  dispose(): void {
    this.#agent.destroy();
  }

  /** A file that was replaced since it was listed, or a machine that sends more than it was asked for, is not taken. */
  #ofLength(answer: IncomingMessage, bytes: number): IncomingMessage {
    if (Number(answer.headers['content-length']) === bytes) return answer;
    answer.destroy();
    throw machineFault(
      this.access.address,
      new Error('it sent another file than the one that it had listed'),
    );
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.access.token}` };
  }

  /** Null where there is nothing. */
  async #json(path: string): Promise<unknown> {
    const { address } = this.access;
    try {
      const answer = await this.#ask(path);
      let text = '';
      for await (const piece of answer.setEncoding('utf8')) {
        text += piece;
        if (text.length > answerLimit) throw notLayerwise(address);
      }
      return JSON.parse(text);
    } catch (cause) {
      if (cause instanceof MissingAnswer) return null;
      throw cause instanceof SyntaxError ? notLayerwise(address) : machineFault(address, cause);
    }
  }

  #ask(path: string, range?: string): Promise<IncomingMessage> {
    const { address } = this.access;
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.#agent,
          path,
          headers: { ...this.#headers(), host: new URL(address).host, ...(range !== undefined && { range }) },
        },
        (answer) => {
          const { statusCode = 0 } = answer;
          if (statusCode === 200 || statusCode === 206) return resolve(answer);
          answer.resume();
          reject(statusCode === 404 ? new MissingAnswer() : refusedFault(address, statusCode));
        },
      );
      asked.setTimeout(patienceMilliseconds, () =>
        asked.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })),
      );
      asked.on('error', (error) => reject(machineFault(address, error)));
      asked.end();
    });
  }
}

class MissingAnswer extends Error {}

/** Keeps a connection or two open, each of which was checked. */
class MachineAgent extends Agent {
  readonly #place: MachinePlace;

  constructor(place: MachinePlace) {
    super({ keepAlive: true, maxSockets: 2, timeout: patienceMilliseconds });
    this.#place = place;
  }

  override createConnection(
    _options: object,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    openConnection(this.#place).then(
      (socket) => callback?.(null, socket),
      // With an error the stream is not looked at.
      (error: Error) => callback?.(error, new PassThrough()),
    );
  }
}
