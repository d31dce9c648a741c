/** What the preload script exposes to the page as `window.layerwise`: the page's only way out of its sandbox. */
import type { Installation } from './installation';
import type { CommandId } from './nativeMenu';
import type { AnswerOf, EngineStatus, RequestOf, WindowCall } from './windowChannels';

export type Unsubscribe = () => void;

export interface LayerwiseBridge {
  /** Asks main; rejects when main refuses the request as malformed or foreign, which is a defect and not a case. */
  call<Call extends WindowCall>(call: Call, request: RequestOf<Call>): Promise<AnswerOf<Call>>;
  /**
   * Tells the listener the engine's present state at once, where it is known, and each change from then on. The
   * first subscription also releases the engine's port, so listen for the window's `message` event before it.
   */
  onEngineStatus(listener: (status: EngineStatus) => void): Unsubscribe;
  onMenuCommand(listener: (command: CommandId) => void): Unsubscribe;
  /** Each change of what is installed from now on. */
  onInstallation(listener: (installation: Installation) => void): Unsubscribe;
  /** Hears what an import is at. */
  onImportProgress(listener: (activity: string) => void): Unsubscribe;
  /** Node's name of the operating system: 'linux', 'darwin', 'win32'. */
  readonly platform: string;
  /** A page in a browser, which keeps some keys for itself: Ctrl N opens a window of its own. */
  readonly inBrowser: boolean;
}

/**
 * The message event that brings the page its end of the engine's MessagePort (`event.ports[0]`), since ports
 * can't cross `contextBridge`. Only a message whose source is the window itself is genuine. A higher
 * generation replaces the port before it.
 */
export interface EnginePortMessage {
  readonly layerwise: 'engine-port';
  readonly generation: number;
}

declare global {
  interface Window {
    readonly layerwise: LayerwiseBridge;
  }
}
