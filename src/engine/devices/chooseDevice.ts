import type { Device } from '../../protocol/engineMessages';
import type { DeviceFindings } from './deviceFindings';

/** CUDA 12 runs on drivers from this major version up (CUDA 12 release notes, table 2). */
const oldestDriver = 525;

/** Which device trains, in words, and why a better one does not. */
export function chooseDevice(findings: DeviceFindings): Device {
  const { tensorflowVersion, tensorflowUsesGpu, cores, gpus } = findings;
  const place = tensorflowUsesGpu ? (gpus[0] ?? 'GPU') : `CPU, ${cores === 1 ? '1 core' : `${cores} cores`}`;
  return {
    backend: 'tensorflow',
    device: tensorflowUsesGpu ? 'gpu' : 'cpu',
    description: `TensorFlow ${tensorflowVersion} · ${place}`,
    tensorflowVersion,
    note: tensorflowUsesGpu ? otherGpus(gpus) : whyNoGpu(findings),
  };
}

function otherGpus(gpus: readonly string[]): string | null {
  return gpus.length > 1 ? `Training uses the first of ${gpus.length} GPUs.` : null;
}

function whyNoGpu(findings: DeviceFindings): string {
  const { platform, nvidiaDriver, visibleDevices, request, cudaInstalled } = findings;
  if (request === 'cpu') return 'LAYERWISE_TENSORFLOW=cpu asks for the CPU.';
  if (platform === 'darwin') return 'TensorFlow for Node.js computes on the CPU on macOS.';
  if (nvidiaDriver === null) return 'No NVIDIA driver was found, so training runs on the CPU.';
  if (visibleDevices === '' || visibleDevices === '-1')
    return 'CUDA_VISIBLE_DEVICES hides the GPU, so training runs on the CPU.';
  if (Number.parseInt(nvidiaDriver, 10) < oldestDriver)
    return `The NVIDIA driver ${nvidiaDriver} is older than ${oldestDriver}, which CUDA 12 needs: update the driver to train on the GPU.`;
  if (!cudaInstalled)
    return 'There is an NVIDIA driver, but TensorFlow is installed without CUDA: run "npm run provision" to train on the GPU.';
  return 'There is an NVIDIA driver and CUDA, but TensorFlow could not use the GPU: the engine’s log says which library it missed.';
}
