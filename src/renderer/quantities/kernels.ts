import type { TelemetryLog } from '../training/telemetryLog';

const known = new WeakMap<TelemetryLog, Int32Array>();

/**
 * The place of a node's kernel, the first where it has several, among the weights of telemetry; −1 where it has none:
 * factors of a normalisation and slopes of a PReLU are no kernel.
 */
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
  weights.forEach(({ node, name }, index) => {
    if (/kernel$/i.test(name) && !first.has(node)) first.set(node, index);
  });
  return Int32Array.from(nodes, ({ id }) => first.get(id) ?? -1);
}
