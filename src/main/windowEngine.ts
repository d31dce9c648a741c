import type { MessagePortMain } from 'electron';
import { variablesOf } from '../engine/devices/deviceRequest';
import type { DeviceSettingsFile } from '../engine/devices/deviceSettingsFile';
import { EngineHost } from '../engine/host/engineHost';
import type { EngineLog } from '../engine/host/engineLog';
import type { EngineStatus } from '../protocol/windowChannels';
import { ElectronEngine } from './electronEngine';

/** The window's page. */
export interface PageAudience {
  sendStatus(status: EngineStatus): void;
  sendPort(port: MessagePortMain, generation: number): void;
}

/** The engine of a window: connects each page that the window loads with each engine that comes up. */
export class WindowEngine {
  readonly #host: EngineHost<ElectronEngine>;
  readonly #page: PageAudience;
  #generation = 0;
  #pageLoaded = false;

  constructor(
    modulePath: string,
    runsFolder: string,
    page: PageAudience,
    log: EngineLog,
    device: DeviceSettingsFile,
  ) {
    this.#page = page;
    const audience = {
      onStatus: (status: EngineStatus) => {
        if (this.#pageLoaded) page.sendStatus(status);
      },
      onRunning: (child: ElectronEngine) => {
        if (this.#pageLoaded) this.#connect(child);
      },
    };
    this.#host = new EngineHost(
      () => new ElectronEngine(modulePath, runsFolder, variablesOf(device.settings)),
      audience,
      log,
    );
  }

  start(): void {
    this.#host.start();
  }

  /** The page has loaded, for the first time or anew: it learns the state and gets a port of its own. */
  pageLoaded(): void {
    this.#pageLoaded = true;
    this.#page.sendStatus(this.#host.status);
    const { running } = this.#host;
    if (running !== null) this.#connect(running);
  }

  /** Ends the engine, also one that hangs, and starts a new one. */
  restart(): void {
    this.#host.restart();
  }

  /** Ends the engine for good, at once. */
  dispose(): void {
    this.#host.dispose();
  }

  #connect(child: ElectronEngine): void {
    this.#generation += 1;
    this.#page.sendPort(child.connect(), this.#generation);
    this.#page.sendStatus({ state: 'connected', generation: this.#generation, machine: null });
  }
}
