import type { MachineFindings } from './deviceFindings';
import { installDriver } from './driverInstallation';
import { capabilityOf, chooseGpu, gpusInView } from './gpuChoice';
import { driverIsTooOld, oldestDriver } from './nvidiaDriver.mjs';
import type { Shortfall } from './shortfall';

/** TensorFlow's CUDA kernels are built for GPUs from Pascal up. */
const oldestCapability = 6;

/** Why TensorFlow computes on the CPU, and what would bring it to the GPU: the first thing that is in the way. */
export function whyNoGpu(findings: MachineFindings): Shortfall {
  const { request, system } = findings;
  if (request?.kind === 'cpu') return cpuByRequest(findings);
  if (system.platform === 'darwin') return shortfall('TensorFlow for Node.js computes on the CPU on macOS.');
  if (system.platform === 'win32') return onWindows(findings);
  if (system.platform !== 'linux' || system.architecture !== 'x64')
    return shortfall(`TensorFlow for ${system.platform} ${system.architecture} computes on the CPU.`);
  return (
    hiddenGpu(findings) ??
    lackOfDriver(findings) ??
    lackOfGpu(findings) ??
    lackOfLibraries(findings) ??
    unexplained(findings)
  );
}

function cpuByRequest({ request, gpus }: MachineFindings): Shortfall {
  const byVariable = request?.by === 'variable';
  const undo = byVariable ? 'Unset it to train on the GPU.' : 'Choose the GPU to train on it.';
  return shortfall(
    byVariable ? 'LAYERWISE_TENSORFLOW=cpu asks for the CPU.' : 'Training runs on the CPU, as was chosen.',
    gpus.length === 0 ? null : undo,
  );
}

/** There TensorFlow is tfjs-node's own download: 2.9, built for CUDA 11.2 and cuDNN 8.1. */
function onWindows({ gpus }: MachineFindings): Shortfall {
  if (gpus.length === 0) return shortfall('No NVIDIA driver was found, so training runs on the CPU.');
  return shortfall(
    'TensorFlow for Windows needs CUDA 11.2 and cuDNN 8.1, and did not find them.',
    'Start Layerwise in WSL, which has a newer TensorFlow: "wsl --install" sets it up.',
    'wsl --install',
  );
}

function hiddenGpu(findings: MachineFindings): Shortfall | null {
  const { visibleDevices, nvidiaDriver, gpus } = findings;
  if (nvidiaDriver === null || visibleDevices === null) return null;
  const hidesAll = visibleDevices.trim() === '' || visibleDevices.trim().startsWith('-');
  if (!hidesAll && (gpus.length === 0 || gpusInView(findings).length > 0)) return null;
  return shortfall(
    hidesAll
      ? 'CUDA_VISIBLE_DEVICES hides the GPU, so training runs on the CPU.'
      : `CUDA_VISIBLE_DEVICES=${visibleDevices} names no GPU of this machine.`,
    'Unset it to train on the GPU.',
  );
}

function lackOfDriver(findings: MachineFindings): Shortfall | null {
  const { system, nvidiaDriver, nvidiaDevices, driverLibrary, driverComplaint } = findings;
  if (nvidiaDriver === null) {
    if (nvidiaDevices !== null && nvidiaDevices.length > 0) {
      const { advice, command } = installDriver(system);
      const where = `PCI ${nvidiaDevices.join(', ')}`;
      const note =
        nvidiaDevices.length === 1
          ? `There is an NVIDIA GPU (${where}), but no driver for it.`
          : `There are NVIDIA GPUs (${where}), but no driver for them.`;
      return shortfall(note, advice, command);
    }
    if (!system.wsl) {
      const what = nvidiaDevices === null ? 'driver' : 'GPU';
      return shortfall(`No NVIDIA ${what} was found, so training runs on the CPU.`);
    }
    return shortfall(
      'No NVIDIA driver was found in WSL, so training runs on the CPU.',
      `With an NVIDIA GPU: ${installDriver(system).advice}`,
    );
  }
  if (driverIsTooOld(nvidiaDriver)) {
    const { advice, command } = installDriver(system);
    const note = `The NVIDIA driver ${nvidiaDriver} is older than ${oldestDriver}, which CUDA 12 needs.`;
    return shortfall(note, advice, command);
  }
  if (driverComplaint !== null && /version mismatch/i.test(driverComplaint))
    return shortfall(
      'The NVIDIA driver was updated, and the old one still runs.',
      'Restart the machine to train on the GPU.',
    );
  if (driverLibrary === null) return lackOfDriverLibrary(findings);
  if (driverComplaint !== null)
    return shortfall(
      `The NVIDIA driver does not reach a GPU: ${driverComplaint.replace(/\.$/, '')}.`,
      'Run "nvidia-smi" until it lists the GPU; restarting the machine often helps.',
      'nvidia-smi',
    );
  return null;
}

/** The kernel's part of the driver is that of the host; a container gets the other part only where it asks for it. */
function lackOfDriverLibrary({ system }: MachineFindings): Shortfall {
  if (system.container)
    return shortfall(
      'The machine has an NVIDIA driver, but this container may not use it (libcuda.so.1 is missing).',
      'Start the container with "docker run --gpus all …", for which the machine needs the NVIDIA Container Toolkit.',
    );
  const { advice, command } = installDriver(system);
  return shortfall('A part of the NVIDIA driver is missing: libcuda.so.1.', advice, command);
}

function lackOfGpu(findings: MachineFindings): Shortfall | null {
  const { request, gpus } = findings;
  if (gpus.length === 0) return null;
  const asked = request?.gpu ?? null;
  const gpu = chooseGpu(findings);
  if (gpu === null) {
    const there = gpus.map(({ index, name }) => `${index} (${name})`).join(', ');
    return shortfall(
      `There is no GPU ${asked} in view: this machine has ${there}.`,
      'Choose one of these, or none in particular.',
    );
  }
  const capability = capabilityOf(gpu);
  if (capability === 0 || capability >= oldestCapability) return null;
  return shortfall(
    `TensorFlow needs a GPU of compute capability ${oldestCapability}.0 or more; ${gpu.name} has ${gpu.computeCapability}.`,
  );
}

function lackOfLibraries({ cudaBuild, cudaLibraries, packaged }: MachineFindings): Shortfall | null {
  if (!cudaBuild) {
    const note = 'There is an NVIDIA driver, but TensorFlow is installed without CUDA.';
    if (packaged) return shortfall(note, 'Install a Layerwise package that carries CUDA.');
    return shortfall(note, 'Run "npm run provision" to train on the GPU.', 'npm run provision');
  }
  const missing = cudaLibraries.filter(({ path }) => path === null);
  if (missing.length === 0) return null;
  const others = missing.flatMap(({ other }) => (other === null ? [] : [` ${other} is another version.`]));
  const names = listOf(missing.map(({ file, name }) => `${file} (${name})`));
  const note = `TensorFlow can't use the GPU without ${names}.${others.join('')}`;
  if (packaged) return shortfall(note, 'Install Layerwise again: its package carries them.');
  const command = 'npm run provision -- --verify';
  return shortfall(note, `Run "${command}" to get what is missing.`, command);
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** All that TensorFlow needs is there, as far as we can tell; itself it says more. */
function unexplained({ packaged }: MachineFindings): Shortfall {
  const note = 'There is an NVIDIA driver and CUDA, but TensorFlow could not use the GPU.';
  const verbose = 'TF_CPP_MIN_LOG_LEVEL=0';
  if (packaged)
    return shortfall(note, `Start Layerwise with ${verbose}: its engine log says then what is missing.`);
  const command = `${verbose} npx layerwise devices`;
  return shortfall(note, `Run "${command}": TensorFlow says there what it misses.`, command);
}

function shortfall(note: string, advice: string | null = null, command: string | null = null): Shortfall {
  return { note, advice, command };
}
