import { createServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { DeviceSettingsFile } from '../engine/devices/deviceSettingsFile';
import { EngineLog } from '../engine/host/engineLog';
import { maxPageFrameBytes } from '../protocol/socketFrame';
import { socketPath } from '../protocol/socketMessages';
import { EngineGateway } from './engineGateway';
import { listen } from './listen';
import { handleRequest } from './requestHandler';
import { ownHosts, type Refusal, refuseForeignSocket } from './requestRules';
import { readServedFiles } from './servedFiles';
import { Sessions } from './sessions';

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Holds main/ and renderer/, as built. */
  readonly buildFolder: string;
  /** For the engine's log, the device settings and the runs. */
  readonly stateFolder: string;
  /** Takes each address by which one more browser can be let in: the first, and one whenever a browser was refused. */
  readonly onAddress: (address: string) => void;
}

export interface LayerwiseServer {
  readonly port: number;
  /** Process id of the engine; null while there is none. */
  readonly engineProcess: () => number | null;
  /** Ends the engine and the server. */
  close(): Promise<void>;
}

const pageLimit = 8;
/** Sockets of all kinds: a browser opens six for a page's files. */
const connectionLimit = 128;

/** Times in ms. The files are read from memory, so that a request which takes long is none of a browser's. */
const timeLimits = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 };
const idleLimit = 10_000;

/** Serves the window to browsers of this machine. Throws an AdviceError where it can't. */
export async function startServer(options: ServerOptions): Promise<LayerwiseServer> {
  const { buildFolder, onAddress } = options;
  const files = readServedFiles(`${buildFolder}/renderer`);
  const http = createServer({ ...timeLimits, maxHeaderSize: 8 * 1024, keepAliveTimeout: 5_000 });
  http.maxConnections = connectionLimit;
  http.maxHeadersCount = 64;
  http.timeout = idleLimit;
  const port = await listen(http, options.port);
  const hosts = ownHosts(port);
  const sessions = new Sessions(port);
  const announce = () => onAddress(`http://127.0.0.1:${port}/?token=${sessions.issueToken()}`);
  const parts = {
    hosts,
    files,
    sessions,
    onStranger: () => {
      if (!sessions.tokenWaits) announce();
    },
  };
  http.on('request', (request, response) => handleRequest(request, response, parts));

  const gateway = new EngineGateway(
    `${buildFolder}/main/engineChild.js`,
    join(options.stateFolder, 'runs'),
    new EngineLog(options.stateFolder),
    new DeviceSettingsFile(join(options.stateFolder, 'device.json')),
  );
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxPageFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const refusal = refuseSocket(request, hosts, sessions, gateway.pageCount);
    if (refusal !== null) return refuse(socket, refusal);
    webSockets.handleUpgrade(request, socket, head, (webSocket) => gateway.add(webSocket));
  });
  gateway.start();
  announce();

  return {
    port,
    engineProcess: () => gateway.engineProcess,
    close: () =>
      new Promise((resolve) => {
        gateway.dispose();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

function refuseSocket(
  request: IncomingMessage,
  hosts: readonly string[],
  sessions: Sessions,
  pageCount: number,
): Refusal | null {
  const foreign = refuseForeignSocket(request, hosts);
  if (foreign !== null) return foreign;
  if (request.url !== socketPath) return { status: 404, reason: 'There is no socket here.' };
  if (!sessions.knows(request.headers.cookie))
    return { status: 403, reason: 'This browser has not been let in.' };
  if (pageCount >= pageLimit)
    return { status: 503, reason: `${pageLimit} pages are open already. Close one of them.` };
  return null;
}

function refuse(socket: Duplex, { status, reason }: Refusal): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(reason)}`,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${reason}`);
}
