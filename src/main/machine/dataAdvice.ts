import type { EngineCommand, EngineEvent } from '../../protocol/engineMessages';

/** Says what to do where a run fails for data that lie on this machine, and not on the one that trains. */
export class DataAdvice {
  readonly #machine: string;
  /** Paths of the data of runs that were asked for, by the run's id. */
  readonly #paths = new Map<string, string>();

  constructor(machine: string) {
    this.#machine = machine;
  }

  order(command: EngineCommand): void {
    if (command.type !== 'train' && command.type !== 'trainTwin') return;
    const { dataset } = command.project.training;
    this.#paths.clear();
    if (!('path' in dataset) || dataset.path === undefined) return;
    this.#paths.set(command.runId, dataset.path);
    if (command.type === 'trainTwin') this.#paths.set(command.twinId, dataset.path);
  }

  /** The event, with advice where it is about data. */
  explain(event: EngineEvent): EngineEvent {
    if (!('runId' in event)) return event;
    const path = this.#paths.get(event.runId);
    if (event.type === 'started') this.#paths.delete(event.runId);
    if (event.type !== 'failed' || path === undefined) return event;
    const machine = this.#machine;
    return {
      ...event,
      advice: `Training runs on ${machine}, which reads data from its own disk. Copy them to the same place there, as with “rsync -a ${path} ${machine}:${path}”, or choose data that every Layerwise has, such as MNIST.`,
    };
  }
}
