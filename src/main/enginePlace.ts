import type { MessagePortMain } from 'electron';
import type { DeviceSettings } from '../protocol/deviceSettings';
import type { AnswerOf, EngineStatus } from '../protocol/windowChannels';

/** The window's page. */
export interface PageAudience {
  sendStatus(status: EngineStatus): void;
  /** Gives the page a port to an engine on `machine`, or on this one where that is null. The port before it is void. */
  connect(port: MessagePortMain, machine: string | null): void;
}

/** Where the window's engine runs: on this machine or on another one. */
export interface EnginePlace {
  start(): void;
  /** The page has loaded, for the first time or anew: it learns the state and gets a port of its own. */
  pageLoaded(): void;
  /** Ends the engine, also one that hangs, and starts a new one. */
  restart(): void;
  /** Starts the engine anew with other settings, and keeps them where it runs. */
  chooseDevice(settings: DeviceSettings): AnswerOf<'chooseDevice'>;
  /** Ends it, or the connection to it, at once. */
  dispose(): void;
}
