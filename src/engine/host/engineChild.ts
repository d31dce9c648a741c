/** What an engine process tells its host. */
export interface EngineChildListeners {
  /** The process runs and can be connected. Called at most once. */
  onSpawn(): void;
  /** A message beside the engine's own protocol, not yet checked: see engineControl.ts. */
  onSignal(message: unknown): void;
  /** What the JavaScript engine said before it gave up. */
  onFatalError(words: string): void;
  /** The process is gone, or could not be started. A signal counts as its number. Called once, and last. */
  onExit(status: number): void;
}

/** An engine's own process, as the host that started it sees it. */
export interface EngineChild {
  /** Undefined before it was spawned. */
  readonly pid: number | undefined;
  /** Standard output and standard error. */
  readonly outputs: readonly NodeJS.ReadableStream[];
  /** Called once, right after the launch. */
  listen(listeners: EngineChildListeners): void;
  /** Asks the process to end. */
  end(): void;
}
