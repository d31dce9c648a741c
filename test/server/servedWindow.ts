import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { machinePaths } from '../../src/protocol/machineMessages';
import { unpackFrame } from '../../src/protocol/socketFrame';
import { type ServerMessage, serverMessageSchema } from '../../src/protocol/socketMessages';
import { newMachineToken } from '../../src/server/machineToken';
import { type LayerwiseServer, type ServerOptions, startServer } from '../../src/server/server';

const buildFolder = fileURLToPath(new URL('../../out', import.meta.url));

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** 0 where the server closed the connection without a word. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** The real server with the built page and its engine, and clients that say exactly what they are told to. */
export class ServedWindow {
  readonly addresses: string[];
  readonly #server: LayerwiseServer;
  /** Where the server keeps its state. */
  readonly folder: string;
  /** Of the honest browser. */
  cookie = '';
  /** Of the honest application on another machine. */
  readonly machineToken: string;

  private constructor(server: LayerwiseServer, addresses: string[], folder: string, machineToken: string) {
    this.#server = server;
    this.machineToken = machineToken;
    this.addresses = addresses;
    this.folder = folder;
  }

  static async start(
    changes: Partial<Pick<ServerOptions, 'host' | 'names' | 'certificate'>> = {},
  ): Promise<ServedWindow> {
    const machineToken = newMachineToken();
    const folder = mkdtempSync(join(tmpdir(), 'layerwise-server-'));
    const addresses: string[] = [];
    const server = await startServer({
      port: 0,
      host: '127.0.0.1',
      names: [],
      certificate: null,
      machineToken,
      ...changes,
      buildFolder,
      stateFolder: folder,
      onAddress: (address) => addresses.push(address),
    });
    const window = new ServedWindow(server, addresses, folder, machineToken);
    if (changes.certificate !== undefined) return window;
    const { head } = await window.get(window.lastToken, { cookie: '' });
    window.cookie = /set-cookie: ([^;]+)/i.exec(head)?.[1] ?? '';
    return window;
  }

  async close(): Promise<void> {
    await this.#server.close();
    rmSync(this.folder, { recursive: true });
  }

  get port(): number {
    return this.#server.port;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get origin(): string {
    return `http://${this.host}`;
  }

  /** Path and query of the last address that was printed. */
  get lastToken(): string {
    const { pathname, search } = new URL(this.addresses.at(-1) ?? '');
    return pathname + search;
  }

  connect(): Socket {
    // What the server does to it is the subject.
    return connect(this.port, '127.0.0.1').on('error', () => {});
  }

  /** Sends a text as it is and reads until the server closes, or has sent what it announced. */
  async raw(text: string): Promise<RawAnswer> {
    const socket = this.connect();
    let received = '';
    socket.setEncoding('latin1').on('data', (piece) => {
      received += piece;
    });
    socket.write(text);
    await once(socket, 'close');
    const [head = '', body = ''] = received.split('\r\n\r\n');
    return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body };
  }

  /** A request as an honest browser would send it, but for what is changed. An empty value leaves a header out. */
  get(path: string, changes: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<RawAnswer> {
    const headers = { host: this.host, cookie: this.cookie, connection: 'close', ...changes };
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      value === '' ? [] : [`${name}: ${value}`],
    );
    return this.raw(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`);
  }

  upgrade(path: string, changes: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<RawAnswer> {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      origin: this.origin,
      ...changes,
    };
    return this.get(path, headers, method);
  }

  /** A request as an honest application on another machine sends it, but for what is changed. */
  askMachine(
    path: string,
    changes: Readonly<Record<string, string>> = {},
    method = 'GET',
  ): Promise<RawAnswer> {
    return this.get(path, { cookie: '', authorization: `Bearer ${this.machineToken}`, ...changes }, method);
  }

  upgradeMachine(path: string, changes: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
    const headers = { cookie: '', origin: '', authorization: `Bearer ${this.machineToken}`, ...changes };
    return this.upgrade(path, headers);
  }

  /** The socket of the honest application, open. */
  async openMachine(): Promise<WebSocket> {
    const socket = new WebSocket(`ws://${this.host}${machinePaths.socket}`, {
      headers: { authorization: `Bearer ${this.machineToken}` },
    });
    socket.on('error', () => {});
    await once(socket, 'open');
    return socket;
  }

  /** The socket of the honest browser's page, open. */
  async open(): Promise<WebSocket> {
    const socket = new WebSocket(`ws://${this.host}/engine`, {
      headers: { cookie: this.cookie, origin: this.origin },
    });
    socket.on('error', () => {});
    await once(socket, 'open');
    return socket;
  }

  /** Whether the honest browser gets its page and its engine. */
  async servesHonestClient(): Promise<boolean> {
    const page = await this.get('/');
    const socket = await this.open();
    const attached = await firstMessage(socket, ({ type, ...rest }) => type === 'event' && 'event' in rest);
    socket.terminate();
    return page.status === 200 && page.body.includes('<title>Layerwise</title>') && attached.type === 'event';
  }

  /** Whether the honest application is greeted, and gets its engine. */
  async servesHonestMachine(): Promise<boolean> {
    const hello = await this.askMachine(machinePaths.hello);
    const socket = await this.openMachine();
    const attached = await firstMessage(socket, ({ type, ...rest }) => type === 'event' && 'event' in rest);
    socket.terminate();
    return hello.status === 200 && hello.body.includes('"machineProtocol":1') && attached.type === 'event';
  }
}

/** The first message that the server sends and that is of this kind. */
export function firstMessage(
  socket: WebSocket,
  is: (message: ServerMessage) => boolean,
): Promise<ServerMessage> {
  return new Promise((resolve, reject) => {
    socket.on('message', (data) => {
      const message = serverMessageSchema.parse(unpackFrame(Buffer.from(data as ArrayBuffer)));
      if (is(message)) resolve(message);
    });
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
  });
}

/** The code with which the server closes the socket. */
export async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return code;
}
