import type { EngineCommand, EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import { CapacityWatch } from '../capacity/capacityWatch';
import { createEngine, type Engine, type EngineOptions } from '../engine';
import { RunJournal } from './runJournal';

/** The one engine of a process. Windows come and go; a run goes on without them. */
export class ResidentEngine {
  readonly #engine: Engine;
  readonly #journal = new RunJournal();
  readonly #capacity = new CapacityWatch((event) => this.#tell(event));
  readonly #windows = new Set<{ readonly send: (event: EngineEvent) => void }>();
  /** What trains here, or why nothing can; null until it is known. */
  #runtime: EngineEventOf<'ready' | 'unavailable'> | null = null;

  constructor(options: EngineOptions = {}) {
    this.#engine = createEngine((event) => this.#tell(event), options);
  }

  /** Tells what happened so far, and from then on what happens. Returns the way to leave. */
  attach(send: (event: EngineEvent) => void): () => void {
    const [attached, ...past] = this.#journal.replay();
    for (const event of [attached, this.#runtime, this.#capacity.last, ...past]) if (event) send(event);
    send({ type: 'caughtUp' });
    const window = { send };
    this.#windows.add(window);
    return () => {
      this.#windows.delete(window);
    };
  }

  handle(command: EngineCommand): void {
    if (startsWork(command)) this.#capacity.work();
    this.#journal.order(command);
    this.#engine.handle(command);
  }

  dispose(): Promise<void> {
    this.#windows.clear();
    this.#capacity.dispose();
    return this.#engine.dispose();
  }

  #tell(event: EngineEvent): void {
    if (event.type === 'ready' || event.type === 'unavailable') this.#runtime = event;
    this.#journal.record(event);
    for (const { send } of this.#windows) send(event);
    if (event.type === 'ready') this.#capacity.begin();
  }
}

const work = new Set<EngineCommand['type']>(['train', 'trainTwin', 'continue', 'resumeRun', 'runExperiment']);

function startsWork({ type }: EngineCommand): boolean {
  return work.has(type);
}
