import { type IncomingMessage, STATUS_CODES } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { DeviceSettingsFile } from '../engine/devices/deviceSettingsFile';
import { EngineLog } from '../engine/host/engineLog';
import { plainLogFile } from '../engine/host/plainLogFile';
import { machinePaths } from '../protocol/machineMessages';
import { maxPageFrameBytes } from '../protocol/socketFrame';
import { socketPath } from '../protocol/socketMessages';
import type { Certificate } from './certificate';
import { EngineGateway } from './engineGateway';
import { createLimitedServer } from './limitedServer';
import { listen } from './listen';
import { MachineDoor } from './machineDoor';
import { MachineToken } from './machineToken';
import { type OwnAddress, ownAddress, ownNames } from './ownAddress';
import { ReadableRuns } from './readableRuns';
import { handleRequest } from './requestHandler';
import { type Refusal, refuseForeignSocket } from './requestRules';
import { readServedFiles } from './servedFiles';
import { Sessions } from './sessions';

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The address to bind to. */
  readonly host: string;
  /** Names by which this machine is asked for, besides those that its certificate and its interfaces have. */
  readonly names: readonly string[];
  /** Null to serve without encryption. */
  readonly certificate: Certificate | null;
  /** Lets applications on other machines in. */
  readonly machineToken: string;
  /** Holds main/ and renderer/, as built. */
  readonly buildFolder: string;
  /** For the engine's log, the device settings and the runs. */
  readonly stateFolder: string;
  /** Takes each address by which one more browser can be let in: the first, and one whenever a browser was refused. */
  readonly onAddress: (address: string) => void;
}

export interface LayerwiseServer {
  readonly port: number;
  /** The address for applications on other machines. */
  readonly machineAddress: string;
  /** Process id of the engine; null while there is none. */
  readonly engineProcess: () => number | null;
  /** Ends the engine and the server. */
  close(): Promise<void>;
}

const pageLimit = 8;
const machineLimit = 4;

/** Serves the window to browsers, and the engine to applications on other machines. Throws an AdviceError where it can't. */
export async function startServer(options: ServerOptions): Promise<LayerwiseServer> {
  const { buildFolder, certificate, host, onAddress } = options;
  const files = readServedFiles(`${buildFolder}/renderer`);
  const http = createLimitedServer(certificate);
  const port = await listen(http, host, options.port);
  const names = ownNames(host, options.names, certificate?.leaf ?? null);
  const address = ownAddress(certificate === null ? 'http' : 'https', names, port);
  const origin = `${address.scheme}://${address.hosts[0]}`;
  const sessions = new Sessions(address, port);
  const announce = () => onAddress(`${origin}/?token=${sessions.issueToken()}`);
  const runsFolder = join(options.stateFolder, 'runs');
  const door = new MachineDoor(address, new MachineToken(options.machineToken), new ReadableRuns(runsFolder));
  const parts = {
    address,
    files,
    sessions,
    onStranger: () => {
      if (!sessions.tokenWaits) announce();
    },
  };
  http.on('request', (request, response) => {
    if (door.isFor(request)) void door.answer(request, response);
    else handleRequest(request, response, parts);
  });

  const gateway = new EngineGateway(
    `${buildFolder}/main/engineChild.js`,
    runsFolder,
    new EngineLog(plainLogFile(options.stateFolder)),
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
    const machine = door.isFor(request);
    const refusal = machine
      ? refuseMachineSocket(request, door, gateway.countOf('machine'))
      : refuseSocket(request, address, sessions, gateway.countOf('page'));
    if (refusal !== null) return refuse(socket, refusal);
    webSockets.handleUpgrade(request, socket, head, (webSocket) =>
      gateway.add(webSocket, machine ? 'machine' : 'page'),
    );
  });
  gateway.start();
  announce();

  return {
    port,
    machineAddress: origin,
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
  address: OwnAddress,
  sessions: Sessions,
  pageCount: number,
): Refusal | null {
  const foreign = refuseForeignSocket(request, address);
  if (foreign !== null) return foreign;
  if (request.url !== socketPath) return { status: 404, reason: 'There is no socket here.' };
  if (!sessions.knows(request.headers.cookie))
    return { status: 403, reason: 'This browser has not been let in.' };
  if (pageCount >= pageLimit)
    return { status: 503, reason: `${pageLimit} pages are open already. Close one of them.` };
  return null;
}

function refuseMachineSocket(
  request: IncomingMessage,
  door: MachineDoor,
  machineCount: number,
): Refusal | null {
  const refusal = door.refuse(request);
  if (refusal !== null) return refusal;
  if (request.url !== machinePaths.socket) return { status: 404, reason: 'There is no socket here.' };
  if (machineCount >= machineLimit)
    return {
      status: 503,
      reason: `${machineLimit} applications are connected already. Disconnect one of them.`,
    };
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
