import type { EngineEvent } from '../../protocol/engineMessages';
import type { PageMessage, ServerMessage } from '../../protocol/socketMessages';
import type { EngineStatus } from '../../protocol/windowChannels';
import { CopiedRuns } from './copiedRuns';
import { DataAdvice } from './dataAdvice';
import type { MachineClient } from './machineClient';
import { type MachineFault, machineFault } from './machineFault';
import { MachineSocket } from './machineSocket';
import { completeReplay } from './replayedRun';
import { RetryWait } from './retryWait';
import { RunCopying } from './runCopying';

export interface LinkAudience {
  /** The status has changed, other than by being connected. */
  onStatus(status: EngineStatus): void;
  /** An engine is there; its events follow, from the start. */
  onEngine(): void;
  onEvent(event: EngineEvent): void;
}

/** How long a window waits for the steps that were left out of a replay, and the end for the last copies. */
const completionMilliseconds = 10_000;

/**
 * The connection to the engine of another machine, sought anew for as long as it is wanted. The run there goes on
 * without it, is copied to this machine, and is told whole once it is back.
 */
export class MachineLink {
  readonly name: string;
  readonly #client: MachineClient;
  readonly #audience: LinkAudience;
  readonly #copying: RunCopying;
  readonly #data: DataAdvice;
  readonly #wait = new RetryWait();
  /** Counts connections: what belongs to an earlier one is dropped. */
  #attempt = 0;
  #socket: MachineSocket | null = null;
  #timer: NodeJS.Timeout | null = null;
  #disposed = false;
  /** What is told of the past, until it is told whole. */
  #replay: EngineEvent[] | null = null;
  /** Messages are taken one after the other. */
  #queue: Promise<void> = Promise.resolve();

  /** `name` is what people call the machine; copies go to `runsFolder`. */
  constructor(client: MachineClient, name: string, runsFolder: string, audience: LinkAudience) {
    this.#client = client;
    this.name = name;
    this.#audience = audience;
    this.#copying = new RunCopying(new CopiedRuns(client, name, runsFolder), (event) =>
      audience.onEvent(event),
    );
    this.#data = new DataAdvice(name);
  }

  /** Connects, at once also where the next try is due later or a connection is there. */
  connect(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#leave();
    void this.#open(this.#attempt);
  }

  /** False where it can't be sent. */
  send(message: PageMessage): boolean {
    if (message.type === 'command') this.#data.order(message.command);
    return this.#socket?.send(message) ?? false;
  }

  /** Ends the connection; the copy of a run that is over is finished first. */
  dispose(): void {
    this.#disposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#leave();
    const timer = setTimeout(() => this.#client.dispose(), completionMilliseconds);
    void this.#copying.settled().then(() => {
      clearTimeout(timer);
      this.#client.dispose();
    });
  }

  #leave(): void {
    this.#attempt += 1;
    this.#socket?.terminate();
    this.#socket = null;
    this.#copying.stop();
  }

  async #open(attempt: number): Promise<void> {
    try {
      await this.#client.hello();
      const socket = await this.#client.openSocket();
      if (attempt !== this.#attempt) return socket.terminate();
      this.#socket = new MachineSocket(socket, {
        onMessage: (message) => this.#enqueue(attempt, message),
        onClose: () => attempt === this.#attempt && this.#lost(null),
      });
    } catch (error) {
      if (attempt === this.#attempt) this.#lost(machineFault(this.#client.access.address, error));
    }
  }

  #lost(fault: MachineFault | null): void {
    this.#leave();
    if (this.#disposed) return;
    // A person has to do something first.
    const final = fault?.kind === 'token' || fault?.kind === 'certificate';
    const retrySeconds = final ? null : this.#wait.next();
    if (retrySeconds !== null) this.#timer = setTimeout(() => this.connect(), retrySeconds * 1_000);
    const told = fault === null || fault.kind === 'unreachable' ? null : fault;
    this.#audience.onStatus({
      state: 'cutOff',
      cause: fault?.kind === 'token' ? 'session' : 'connection',
      machine: {
        name: this.name,
        problem: told === null ? null : { message: told.message, advice: told.advice },
        retrySeconds,
      },
    });
  }

  #enqueue(attempt: number, message: ServerMessage): void {
    this.#queue = this.#queue
      .then(() => (attempt === this.#attempt ? this.#take(attempt, message) : undefined))
      .catch((error: unknown) => console.error('A message of the other machine was not taken.', error));
  }

  async #take(attempt: number, message: ServerMessage): Promise<void> {
    if (message.type === 'status') {
      if (message.status.state !== 'connected') return this.#audience.onStatus(message.status);
      this.#replay = [];
      return this.#audience.onEngine();
    }
    const event = this.#data.explain(message.event);
    this.#copying.hear(event);
    if (this.#replay === null) return this.#audience.onEvent(event);
    this.#replay.push(event);
    if (event.type !== 'caughtUp') return;
    const replay = this.#replay;
    this.#replay = null;
    this.#wait.succeed();
    const told = await this.#complete(replay);
    if (attempt !== this.#attempt) return;
    for (const past of told) this.#audience.onEvent(past);
    this.#copying.caughtUp();
  }

  /** The replay with the steps that were left out of it; as it is where they can't be had in time. */
  #complete(replay: readonly EngineEvent[]): Promise<readonly EngineEvent[]> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(replay), completionMilliseconds);
      this.#copying
        .telemetryOf(replay)
        .then((copies) => resolve(completeReplay(replay, copies)))
        .catch(() => resolve(replay))
        .finally(() => clearTimeout(timer));
    });
  }
}
