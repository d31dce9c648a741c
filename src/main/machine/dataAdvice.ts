import type { EngineCommand, EngineEvent } from '../../protocol/engineMessages';

/** Says what to do where a run fails for data that lie on this machine, and not on the one that trains. */
export class DataAdvice {
  readonly #machine: string;
  /** Paths of the data and first weights of runs that were asked for, by the run's id. */
  readonly #paths = new Map<string, readonly string[]>();

  constructor(machine: string) {
    this.#machine = machine;
  }

  order(command: EngineCommand): void {
    if (command.type !== 'train' && command.type !== 'trainTwin') return;
    const { training, startingWeights } = command.project;
    const { dataset } = training;
    this.#paths.clear();
    const paths = [
      ...(startingWeights?.type === 'file' ? [startingWeights.path] : []),
      ...('path' in dataset && dataset.path !== undefined ? [dataset.path] : []),
    ];
    if (paths.length === 0) return;
    this.#paths.set(command.runId, paths);
    if (command.type === 'trainTwin') this.#paths.set(command.twinId, paths);
  }

  /** The event, with advice where it is about data. */
  explain(event: EngineEvent): EngineEvent {
    if (!('runId' in event)) return event;
    const paths = this.#paths.get(event.runId);
    if (event.type === 'started') this.#paths.delete(event.runId);
    if (event.type !== 'failed' || paths === undefined) return event;
    // What the failure names, or else the data.
    const path = paths.find((one) => event.message.includes(one)) ?? paths.at(-1);
    const machine = this.#machine;
    return {
      ...event,
      advice: `Training runs on ${machine}, which reads data from its own disk. Copy them to the same place there, as with “rsync -a ${path} ${machine}:${path}”, or choose data that every Layerwise has, such as MNIST.`,
    };
  }
}
