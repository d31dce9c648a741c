import { type UtilityProcess, utilityProcess } from 'electron';
import type { EngineChild, EngineChildListeners } from '../engine/host/engineChild';

/** How a utility process is started. */
interface ChildStart {
  readonly parameters: readonly string[];
  /** Set for the process, besides those of this one. */
  readonly variables: Readonly<Record<string, string>>;
  /** Its name in the system's list of processes. */
  readonly serviceName: string;
}

/** A utility process of Electron that runs a part of the engine. */
export class ElectronChild implements EngineChild {
  protected readonly process: UtilityProcess;

  constructor(modulePath: string, { parameters, variables, serviceName }: ChildStart) {
    this.process = utilityProcess.fork(modulePath, [...parameters], {
      serviceName,
      stdio: 'pipe',
      env: { ...process.env, ...variables },
    });
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get outputs(): readonly NodeJS.ReadableStream[] {
    const { stdout, stderr } = this.process;
    return [stdout, stderr].filter((output) => output !== null);
  }

  listen({ onSpawn, onSignal, onFatalError, onExit }: EngineChildListeners): void {
    this.process.on('spawn', onSpawn);
    this.process.on('message', onSignal);
    this.process.on('error', (_type, location) => onFatalError(location));
    this.process.on('exit', onExit);
  }

  end(): void {
    this.process.kill();
  }
}
