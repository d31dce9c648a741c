import type { Device } from '../../protocol/engineMessages';
import type { DeviceFindings, FallbackLibrary, NativeLibrary } from './deviceFindings';
import type { Shortfall } from './shortfall';
import { whyNoTensorFlow } from './whyNoTensorFlow';

/** CUDA 12 runs on drivers from this major version up (CUDA 12 release notes, table 2). */
const oldestDriver = 525;

/** Which device trains, in words, why a better one does not, and what would help. */
export function chooseDevice(findings: DeviceFindings): Device {
  const { library } = findings;
  return library.state === 'loaded' ? nativeDevice(library, findings) : fallbackDevice(library, findings);
}

function nativeDevice({ version, usesGpu }: NativeLibrary, findings: DeviceFindings): Device {
  const { cores, gpus } = findings;
  const place = usesGpu ? (gpus[0] ?? 'GPU') : `CPU, ${cores === 1 ? '1 core' : `${cores} cores`}`;
  return {
    backend: 'tensorflow',
    device: usesGpu ? 'gpu' : 'cpu',
    description: `TensorFlow ${version} · ${place}`,
    libraryVersion: version,
    ...(usesGpu ? otherGpus(gpus) : whyNoGpu(findings)),
  };
}

function fallbackDevice({ version, absence }: FallbackLibrary, findings: DeviceFindings): Device {
  return {
    backend: 'wasm',
    device: 'cpu',
    // The WebAssembly build computes on one core, however many there are.
    description: `TensorFlow.js ${version} wasm · CPU, 1 core`,
    libraryVersion: version,
    ...whyNoTensorFlow(absence, findings),
  };
}

function otherGpus(gpus: readonly string[]): Shortfall {
  return { note: gpus.length > 1 ? `Training uses the first of ${gpus.length} GPUs.` : null, advice: null };
}

function whyNoGpu(findings: DeviceFindings): Shortfall {
  const { platform, nvidiaDriver, visibleDevices, request, cudaInstalled, packaged } = findings;
  if (request === 'cpu')
    return {
      note: 'LAYERWISE_TENSORFLOW=cpu asks for the CPU.',
      advice: nvidiaDriver === null ? null : 'Unset it to train on the GPU.',
    };
  if (platform === 'darwin')
    return { note: 'TensorFlow for Node.js computes on the CPU on macOS.', advice: null };
  if (nvidiaDriver === null)
    return { note: 'No NVIDIA driver was found, so training runs on the CPU.', advice: null };
  if (visibleDevices === '' || visibleDevices === '-1')
    return {
      note: 'CUDA_VISIBLE_DEVICES hides the GPU, so training runs on the CPU.',
      advice: 'Unset it to train on the GPU.',
    };
  if (Number.parseInt(nvidiaDriver, 10) < oldestDriver)
    return {
      note: `The NVIDIA driver ${nvidiaDriver} is older than ${oldestDriver}, which CUDA 12 needs.`,
      advice: 'Update the driver to train on the GPU.',
    };
  if (!cudaInstalled)
    return {
      note: 'There is an NVIDIA driver, but TensorFlow is installed without CUDA.',
      advice: packaged ? null : 'Run "npm run provision" to train on the GPU.',
    };
  return {
    note: 'There is an NVIDIA driver and CUDA, but TensorFlow could not use the GPU.',
    advice: 'The engine’s log says which library it missed.',
  };
}
