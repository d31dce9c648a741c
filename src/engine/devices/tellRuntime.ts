import type { EngineEvent } from '../../protocol/engineMessages';
import { describeFailure } from '../train/failure';
import { deviceOptions, loadRuntime } from './runtime';

/** Loads what trains here and says which it is, or why nothing can. */
export function tellRuntime(send: (event: EngineEvent) => void): void {
  loadRuntime().then(
    async ({ device }) => send({ type: 'ready', device, options: await deviceOptions() }),
    async (error: unknown) =>
      send({ type: 'unavailable', ...describeFailure(error), options: await deviceOptions() }),
  );
}
