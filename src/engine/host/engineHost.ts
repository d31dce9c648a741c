import { performance } from 'node:perf_hooks';
import { engineSignalSchema } from '../../protocol/engineControl';
import type { EngineStatus } from '../../protocol/windowChannels';
import type { EngineChild } from './engineChild';
import { describeExit } from './engineExit';
import type { EngineLog } from './engineLog';
import { EnginePulse } from './enginePulse';
import { RestartLimit } from './restartLimit';

/** How the process is; whether a window is connected to it is not the host's matter. */
export type ProcessStatus = Exclude<EngineStatus, { readonly state: 'connected' | 'cutOff' }>;

export interface EngineAudience<Child> {
  /** The status has changed. */
  onStatus(status: ProcessStatus): void;
  /** A process has come up and can be connected. */
  onRunning(child: Child): void;
}

interface Engine<Child> {
  readonly child: Child;
  readonly pulse: EnginePulse;
  /** Settles when the process is gone. */
  readonly gone: Promise<void>;
  spawned: boolean;
  /** Told to end before it was spawned. */
  unwanted: boolean;
  /** What the JavaScript engine said before it gave up. */
  fatalError: string | null;
}

/** How long an engine that is told to end may take. */
const endingGrace = 1_000;

/**
 * Owns the engine process: starts it, watches its heartbeats, starts it anew when it ends by itself, and ends it with
 * the application. Only an end that nobody asked for counts as a loss.
 */
export class EngineHost<Child extends EngineChild> {
  readonly #launch: () => Child;
  readonly #audience: EngineAudience<Child>;
  readonly #log: EngineLog;
  readonly #restarts = new RestartLimit();
  readonly #watch = setInterval(() => this.#checkPulse(), 1_000);
  #engine: Engine<Child> | null = null;
  #status: ProcessStatus = { state: 'starting' };
  #ending = false;
  #disposed = false;

  constructor(launch: () => Child, audience: EngineAudience<Child>, log: EngineLog) {
    this.#launch = launch;
    this.#audience = audience;
    this.#log = log;
  }

  get status(): ProcessStatus {
    return this.#status;
  }

  /** The process, while it can be connected. */
  get running(): Child | null {
    return this.#engine?.spawned === true ? this.#engine.child : null;
  }

  start(): void {
    if (this.#disposed || this.#engine !== null) return;
    this.#report({ state: 'starting' });
    this.#log.startTail();
    const child = this.#launch();
    let leave = (): void => {};
    const gone = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const pulse = new EnginePulse(performance.now());
    const engine: Engine<Child> = { child, pulse, gone, spawned: false, unwanted: false, fatalError: null };
    this.#engine = engine;
    child.listen({
      onSpawn: () => this.#spawned(engine),
      onSignal: (message) => this.#hear(engine, message),
      onFatalError: (words) => {
        engine.fatalError = words;
      },
      onExit: (status) => {
        leave();
        this.#ended(engine, status);
      },
    });
    for (const output of child.outputs) output.on('data', (text) => this.#log.append(String(text)));
  }

  /** Ends the engine, also one that hangs, and starts a new one. */
  restart(): void {
    this.#restarts.forget();
    if (this.#ending) return;
    if (this.#engine === null) this.start();
    else this.#replace(this.#engine);
  }

  /** Ends the engine for good, at once. */
  dispose(): void {
    this.#disposed = true;
    clearInterval(this.#watch);
    const pid = this.#engine?.child.pid;
    this.#engine = null;
    // A stopped process heeds no other signal, and the engine's files are valid after a kill at any byte.
    if (pid !== undefined) killNow(pid);
  }

  #spawned(engine: Engine<Child>): void {
    engine.spawned = true;
    this.#log.note(`engine started, process ${engine.child.pid}`);
    if (engine.unwanted) engine.child.end();
    if (engine !== this.#engine) return;
    // It is not worth a word: windows hear of it by being connected.
    this.#status = { state: 'responsive' };
    this.#audience.onRunning(engine.child);
  }

  #hear(engine: Engine<Child>, message: unknown): void {
    const signal = engineSignalSchema.safeParse(message);
    if (!signal.success || engine !== this.#engine) return;
    if (signal.data.type === 'spent') this.#replace(engine);
    else if (engine.pulse.beat(performance.now())) this.#report({ state: 'responsive' });
  }

  #checkPulse(): void {
    const silentSeconds = this.#engine?.pulse.silentSeconds(performance.now()) ?? null;
    if (silentSeconds !== null) this.#report({ state: 'unresponsive', silentSeconds });
  }

  /** The process is gone. One that #end took care of is not the host's engine any more. */
  #ended(engine: Engine<Child>, code: number): void {
    this.#log.note(`engine ended, exit status ${code}`);
    if (engine !== this.#engine) return;
    this.#engine = null;
    const details = this.#log.details();
    const message = describeExit(code, process.platform, engine.fatalError, details);
    if (this.#restarts.allow(performance.now())) {
      this.#report({ state: 'lost', message, details });
      this.start();
    } else {
      const advice = 'Copy the details below if you report this, then press Restart engine.';
      this.#report({ state: 'broken', message: `${message} It failed again and again.`, advice, details });
    }
  }

  #replace(engine: Engine<Child>): void {
    void this.#end(engine).then(() => this.start());
  }

  /** Ends a process on purpose, and waits until it is gone: two engines would share the device's memory. */
  async #end(engine: Engine<Child>): Promise<void> {
    this.#ending = true;
    this.#engine = null;
    this.#report({ state: 'starting' });
    if (engine.spawned) engine.child.end();
    else engine.unwanted = true;
    const impatience = setInterval(() => {
      if (engine.child.pid !== undefined) killNow(engine.child.pid);
    }, endingGrace);
    await engine.gone;
    clearInterval(impatience);
    this.#ending = false;
  }

  #report(status: ProcessStatus): void {
    this.#status = status;
    if (!this.#disposed) this.#audience.onStatus(status);
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
