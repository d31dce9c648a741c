import { variablesOf } from '../engine/devices/deviceRequest';
import type { DeviceSettingsFile } from '../engine/devices/deviceSettingsFile';
import { EngineHost } from '../engine/host/engineHost';
import type { EngineLog } from '../engine/host/engineLog';
import type { DeviceSettings } from '../protocol/deviceSettings';
import type { AnswerOf, EngineStatus } from '../protocol/windowChannels';
import { chooseDevice } from './chooseDevice';
import { ElectronEngine } from './electronEngine';
import type { EnginePlace, PageAudience } from './enginePlace';

/** The engine of a window: connects each page that the window loads with each engine that comes up. */
export class WindowEngine implements EnginePlace {
  readonly #host: EngineHost<ElectronEngine>;
  readonly #page: PageAudience;
  readonly #device: DeviceSettingsFile;
  #pageLoaded = false;

  /** `variables` are set for the engine's process, besides those of the device settings. */
  constructor(
    modulePath: string,
    runsFolder: string,
    page: PageAudience,
    log: EngineLog,
    device: DeviceSettingsFile,
    variables: Readonly<Record<string, string>>,
  ) {
    this.#page = page;
    this.#device = device;
    const audience = {
      onStatus: (status: EngineStatus) => {
        if (this.#pageLoaded) page.sendStatus(status);
      },
      onRunning: (child: ElectronEngine) => {
        if (this.#pageLoaded) this.#connect(child);
      },
    };
    this.#host = new EngineHost(
      () => new ElectronEngine(modulePath, runsFolder, { ...variables, ...variablesOf(device.settings) }),
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

  chooseDevice(settings: DeviceSettings): AnswerOf<'chooseDevice'> {
    return chooseDevice(settings, this.#device, this);
  }

  /** Ends the engine for good, at once. */
  dispose(): void {
    this.#host.dispose();
  }

  #connect(child: ElectronEngine): void {
    this.#page.connect(child.connect(), null);
  }
}
