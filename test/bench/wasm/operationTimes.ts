import { Session } from 'node:inspector/promises';

/** Share of the time that one operation, gradient or update took. */
export interface OperationTime {
  readonly name: string;
  readonly milliseconds: number;
}

/** Folders of the eager executor, the most telling first, by which a moment is put down to what ran in it. */
const folders = [/eager\/(gradients|optimizers)\//, /eager\/operations\//, /eager\/training\//];

/**
 * Where the time of `run` goes: V8's sampling profiler is asked every 200 µs which functions are on the stack, and the
 * moment goes to the outermost function that belongs to a gradient, an optimizer or an operation.
 */
export async function operationTimes(run: () => void): Promise<readonly OperationTime[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    run();
    const { profile } = await session.post('Profiler.stop');
    const { nodes, samples = [], timeDeltas = [] } = profile;
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
    const nameOf = (id: number): string => {
      const stack: string[] = [];
      for (let at: number | undefined = id; at !== undefined; at = parentOf.get(at)) {
        const { functionName = '', url = '' } = byId.get(at)?.callFrame ?? {};
        const file = /eager\/(.*)\.m?js$/.exec(url)?.[1];
        stack.push(file === undefined ? functionName : `eager/${file}: ${functionName}`);
      }
      const outermost = stack.toReversed();
      for (const folder of folders) {
        const found = outermost.find((frame) => folder.test(frame));
        if (found !== undefined) return found.replace('eager/', '').replace(/: $/, '');
      }
      return stack.includes('(garbage collector)') ? 'garbage collection' : 'everything else';
    };
    const totals = new Map<string, number>();
    for (const [index, sample] of samples.entries()) {
      const name = nameOf(sample);
      totals.set(name, (totals.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
    }
    return [...totals]
      .map(([name, milliseconds]) => ({ name, milliseconds }))
      .toSorted((left, right) => right.milliseconds - left.milliseconds);
  } finally {
    session.disconnect();
  }
}
