import { type ChildProcess, fork } from 'node:child_process';
import { constants } from 'node:os';
import type { EngineChild, EngineChildListeners } from '../engine/host/engineChild';
import { type ServerControl, windowEventSchema } from '../protocol/engineControl';
import type { EngineCommand, EngineEvent } from '../protocol/engineMessages';

/** The engine as a child process of this one. */
export class ForkedEngine implements EngineChild {
  readonly #process: ChildProcess;
  readonly #windows = new Map<number, (event: EngineEvent) => void>();
  #lastWindow = 0;

  /** Runs are kept in `runsFolder`; `variables` are set for the process, besides those of this one. */
  constructor(modulePath: string, runsFolder: string, variables: Readonly<Record<string, string>>) {
    this.#process = fork(modulePath, [runsFolder], {
      env: { ...process.env, ...variables },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // What this process was started with, as a debugger's port, is not the engine's.
      execArgv: [],
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
    this.#process.on('message', (message) => {
      const heard = windowEventSchema.safeParse(message);
      if (heard.success) this.#windows.get(heard.data.connection)?.(heard.data.event);
      else onSignal(message);
    });
    this.#process.on('error', (error) => {
      onFatalError(error.message);
      // A process that could not be started does not exit.
      if (this.#process.pid === undefined) onExit(1);
    });
    this.#process.on('exit', (code, signal) =>
      onExit(signal === null ? (code ?? 1) : constants.signals[signal]),
    );
  }

  end(): void {
    this.#process.kill();
  }

  /** Joins a window: it is told what happened so far, and then what happens. Returns the way to leave. */
  attach(send: (event: EngineEvent) => void): () => void {
    this.#lastWindow += 1;
    const connection = this.#lastWindow;
    this.#windows.set(connection, send);
    this.#tell({ type: 'connect', connection });
    return () => {
      this.#windows.delete(connection);
      this.#tell({ type: 'disconnect', connection });
    };
  }

  handle(command: EngineCommand): void {
    this.#tell({ type: 'command', command });
  }

  #tell(control: ServerControl): void {
    // Its end is told by the exit event; what is said to it in between is lost with it.
    if (this.#process.connected) this.#process.send(control, () => {});
  }
}
