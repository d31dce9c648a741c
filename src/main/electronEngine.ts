import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { EngineChild, EngineChildListeners } from '../engine/host/engineChild';
import type { EngineControl } from '../protocol/engineControl';

/** The engine as a utility process of Electron, which takes MessagePorts. */
export class ElectronEngine implements EngineChild {
  readonly #process: UtilityProcess;

  /** Runs are kept in `runsFolder`; `variables` are set for the process, besides those of this one. */
  constructor(modulePath: string, runsFolder: string, variables: Readonly<Record<string, string>>) {
    this.#process = utilityProcess.fork(modulePath, [runsFolder], {
      serviceName: 'Layerwise engine',
      stdio: 'pipe',
      env: { ...process.env, ...variables },
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get outputs(): readonly NodeJS.ReadableStream[] {
    const { stdout, stderr } = this.#process;
    return [stdout, stderr].filter((output) => output !== null);
  }

  listen({ onSpawn, onSignal, onFatalError, onExit }: EngineChildListeners): void {
    this.#process.on('spawn', onSpawn);
    this.#process.on('message', onSignal);
    this.#process.on('error', (_type, location) => onFatalError(location));
    this.#process.on('exit', onExit);
  }

  end(): void {
    this.#process.kill();
  }

  /** Gives the engine one end of a new connection and returns the other, for the page. The one before it ends. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    const connect: EngineControl = { type: 'connect' };
    this.#process.postMessage(connect, [port2]);
    return port1;
  }
}
