import type { Capacity } from '../../protocol/capacity';
import type { Device } from '../../protocol/engineMessages';
import type { DeviceFindings } from '../devices/deviceFindings';
import { chooseGpu } from '../devices/gpuChoice';
import { readMachineMemory } from './machineMemory';

type DeviceMemory = Omit<Capacity, 'probeSeconds'>;

/** WebAssembly's tensors end here (see wasmMemory.ts), however much memory the machine has. */
const wasmBytes = 3.5 * 2 ** 30;

/** The memory that a run on this device can have. A GPU's is as it was before TensorFlow took any of it. */
export function deviceMemory(
  { backend, device }: Pick<Device, 'backend' | 'device'>,
  findings: Pick<DeviceFindings, 'gpus' | 'visibleDevices' | 'request'>,
): DeviceMemory {
  const gpu = device === 'gpu' ? chooseGpu(findings) : null;
  if (gpu !== null && gpu.memory !== null)
    return {
      memory: 'gpu',
      memoryBytes: gpu.memory,
      freeMemoryBytes: Math.max(0, gpu.memory - (gpu.memoryUsed ?? 0)),
    };
  return processorMemory(backend);
}

/** The memory that a run on the processor can have, with what this process holds already. */
export function processorMemory(backend: Device['backend']): DeviceMemory {
  const { total, free } = readMachineMemory();
  const ours = Math.min(total, free + process.memoryUsage.rss());
  if (backend === 'wasm' && wasmBytes < ours)
    return { memory: 'wasm', memoryBytes: wasmBytes, freeMemoryBytes: wasmBytes };
  return { memory: 'machine', memoryBytes: total, freeMemoryBytes: ours };
}
