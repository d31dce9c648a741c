import type { TelemetryLog } from '../training/telemetryLog';

const known = new WeakMap<TelemetryLog, Int32Array>();

/** The place of a node's kernel, its first weight, among the weights of telemetry; −1 where it has none. */
export function kernelOf(log: TelemetryLog, node: number): number {
  let kernels = known.get(log);
  if (kernels === undefined) {
    kernels = findKernels(log);
    known.set(log, kernels);
  }
  return kernels[node] ?? -1;
}

function findKernels({ nodes, weights }: TelemetryLog): Int32Array {
  const first = new Map<string, number>();
  weights.forEach(({ node }, index) => {
    if (!first.has(node)) first.set(node, index);
  });
  return Int32Array.from(nodes, ({ id }) => first.get(id) ?? -1);
}
