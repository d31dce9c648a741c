import type { WebSocket } from 'ws';
import { variablesOf } from '../engine/devices/deviceRequest';
import type { DeviceSettingsFile } from '../engine/devices/deviceSettingsFile';
import { EngineHost } from '../engine/host/engineHost';
import type { EngineLog } from '../engine/host/engineLog';
import { assertNever } from '../network/assertNever';
import type { DeviceSettings } from '../protocol/deviceSettings';
import type { EngineStatus } from '../protocol/windowChannels';
import { ForkedEngine } from './forkedEngine';
import { PageSocket } from './pageSocket';

/** A browser's page, or an application on another machine. */
type PageKind = 'page' | 'machine';

interface Page {
  readonly kind: PageKind;
  readonly socket: PageSocket;
  /** Leaves the engine that it is joined to. */
  leave: () => void;
}

/** Joins every page to the one engine, and to each engine that comes up after it. */
export class EngineGateway {
  readonly #host: EngineHost<ForkedEngine>;
  readonly #device: DeviceSettingsFile;
  readonly #pages = new Set<Page>();
  #generation = 0;

  constructor(modulePath: string, runsFolder: string, log: EngineLog, device: DeviceSettingsFile) {
    this.#device = device;
    const audience = {
      onStatus: (status: EngineStatus) => {
        for (const { socket } of this.#pages) socket.send({ type: 'status', status });
      },
      onRunning: (engine: ForkedEngine) => {
        for (const page of this.#pages) this.#join(page, engine);
      },
    };
    this.#host = new EngineHost(
      () => new ForkedEngine(modulePath, runsFolder, variablesOf(device.settings)),
      audience,
      log,
    );
  }

  start(): void {
    this.#host.start();
  }

  /** Process id of the engine; null while there is none. */
  get engineProcess(): number | null {
    return this.#host.running?.pid ?? null;
  }

  countOf(kind: PageKind): number {
    return [...this.#pages].filter((page) => page.kind === kind).length;
  }

  /** Takes in a page that has opened its socket. */
  add(webSocket: WebSocket, kind: PageKind): void {
    const socket = new PageSocket(webSocket, {
      onMessage: (message) => {
        switch (message.type) {
          case 'command':
            this.#host.running?.handle(message.command);
            break;
          case 'restartEngine':
            this.#host.restart();
            break;
          case 'chooseDevice':
            this.#chooseDevice(message.settings);
            break;
          default:
            assertNever(message);
        }
      },
      onBehind: () => {
        const { running } = this.#host;
        if (running !== null) this.#join(page, running);
      },
      onClose: () => {
        page.leave();
        this.#pages.delete(page);
      },
    });
    const page: Page = { kind, socket, leave: () => {} };
    this.#pages.add(page);
    socket.send({ type: 'status', status: this.#host.status });
    const { running } = this.#host;
    if (running !== null) this.#join(page, running);
  }

  /** Ends the engine and all connections, at once. */
  dispose(): void {
    this.#host.dispose();
    for (const { socket } of this.#pages) socket.terminate();
  }

  /** For all pages, as they share the engine. */
  #chooseDevice(settings: DeviceSettings): void {
    try {
      this.#device.keep(settings);
    } catch (error) {
      console.error('The device settings could not be kept; they hold until the server ends.', error);
    }
    this.#host.restart();
  }

  #join(page: Page, engine: ForkedEngine): void {
    page.leave();
    this.#generation += 1;
    page.socket.send({
      type: 'status',
      status: { state: 'connected', generation: this.#generation, machine: null },
    });
    page.leave = engine.attach((event) => page.socket.sendEvent(event));
  }
}
