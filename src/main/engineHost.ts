import { performance } from 'node:perf_hooks';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { type EngineControl, engineSignalSchema } from '../protocol/engineControl';
import type { EngineStatus } from '../protocol/windowChannels';
import { describeExit } from './engineExit';
import type { EngineLog } from './engineLog';
import { EnginePulse } from './enginePulse';
import { RestartLimit } from './restartLimit';

/** Where the host reports: the window's page. */
export interface EngineAudience {
  sendStatus(status: EngineStatus): void;
  sendPort(port: MessagePortMain, generation: number): void;
}

interface Engine {
  readonly process: UtilityProcess;
  readonly pulse: EnginePulse;
  spawned: boolean;
  /** What the JavaScript engine said before it gave up. */
  fatalError: string | null;
}

/** How long an engine that is told to end may take. */
const endingGrace = 1_000;

/**
 * Owns the engine process: starts it, connects it to the page, watches its heartbeats, starts it anew when
 * it ends by itself, and ends it with the application. Only an end that nobody asked for counts as a loss.
 */
export class EngineHost {
  readonly #modulePath: string;
  readonly #audience: EngineAudience;
  readonly #log: EngineLog;
  readonly #restarts = new RestartLimit();
  readonly #watch = setInterval(() => this.#checkPulse(), 1_000);
  #engine: Engine | null = null;
  #status: EngineStatus = { state: 'starting' };
  #generation = 0;
  #pageLoaded = false;
  #ending = false;
  #disposed = false;

  constructor(modulePath: string, audience: EngineAudience, log: EngineLog) {
    this.#modulePath = modulePath;
    this.#audience = audience;
    this.#log = log;
  }

  start(): void {
    if (this.#disposed || this.#engine !== null) return;
    this.#report({ state: 'starting' });
    this.#log.startTail();
    const child = utilityProcess.fork(this.#modulePath, [], {
      serviceName: 'Layerwise engine',
      stdio: 'pipe',
    });
    const engine: Engine = {
      process: child,
      pulse: new EnginePulse(performance.now()),
      spawned: false,
      fatalError: null,
    };
    this.#engine = engine;
    child.on('spawn', () => {
      engine.spawned = true;
      this.#log.note(`engine started, process ${child.pid}`);
      this.#connect();
    });
    child.on('message', (message: unknown) => this.#hear(engine, message));
    child.on('error', (_type, location) => {
      engine.fatalError = location;
    });
    child.on('exit', (code) => this.#ended(engine, code));
    for (const output of [child.stdout, child.stderr]) {
      output?.setEncoding('utf8').on('data', (text: string) => this.#log.append(text));
    }
  }

  /** The page has loaded, for the first time or anew: it learns the state and gets a port of its own. */
  pageLoaded(): void {
    this.#pageLoaded = true;
    this.#audience.sendStatus(this.#status);
    this.#connect();
  }

  /** Ends the engine, also one that hangs, and starts a new one. */
  restart(): void {
    this.#restarts.forget();
    if (this.#ending) return;
    if (this.#engine === null) this.start();
    else void this.#end(this.#engine).then(() => this.start());
  }

  /** Ends the engine for good, at once. */
  dispose(): void {
    this.#disposed = true;
    clearInterval(this.#watch);
    const pid = this.#engine?.process.pid;
    this.#engine = null;
    // A stopped process heeds no other signal, and the engine's files are valid after a kill at any byte.
    if (pid !== undefined) killNow(pid);
  }

  #connect(): void {
    if (this.#engine?.spawned !== true || !this.#pageLoaded) return;
    const { port1, port2 } = new MessageChannelMain();
    const connect: EngineControl = { type: 'connect' };
    this.#engine.process.postMessage(connect, [port2]);
    this.#generation += 1;
    this.#audience.sendPort(port1, this.#generation);
    this.#report({ state: 'connected', generation: this.#generation });
  }

  #hear(engine: Engine, message: unknown): void {
    const signal = engineSignalSchema.safeParse(message);
    if (!signal.success || engine !== this.#engine) return;
    if (engine.pulse.beat(performance.now())) this.#report({ state: 'responsive' });
  }

  #checkPulse(): void {
    const silentSeconds = this.#engine?.pulse.silentSeconds(performance.now()) ?? null;
    if (silentSeconds !== null) this.#report({ state: 'unresponsive', silentSeconds });
  }

  /** The process is gone. One that #end took care of is not the host's engine any more. */
  #ended(engine: Engine, code: number): void {
    this.#log.note(`engine ended, exit status ${code}`);
    if (engine !== this.#engine) return;
    this.#engine = null;
    const message = describeExit(code, process.platform, engine.fatalError);
    const details = this.#log.details();
    if (this.#restarts.allow(performance.now())) {
      this.#report({ state: 'lost', message, details });
      this.start();
    } else {
      const advice = 'Copy the details below if you report this, then press Restart engine.';
      this.#report({ state: 'broken', message: `${message} It failed again and again.`, advice, details });
    }
  }

  /** Ends a process on purpose, and waits until it is gone: two engines would share the device's memory. */
  async #end({ process: child, spawned }: Engine): Promise<void> {
    this.#ending = true;
    this.#engine = null;
    this.#report({ state: 'starting' });
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (spawned) child.kill();
    else child.once('spawn', () => child.kill());
    const impatience = setInterval(() => {
      if (child.pid !== undefined) killNow(child.pid);
    }, endingGrace);
    await exit;
    clearInterval(impatience);
    this.#ending = false;
  }

  #report(status: EngineStatus): void {
    this.#status = status;
    if (this.#pageLoaded && !this.#disposed) this.#audience.sendStatus(status);
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
