import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { threadsSchema } from '../../protocol/deviceSettings';
import type { MachineFindings } from './deviceFindings';
import { requestIn, settingsOf } from './deviceRequest';
import { findLibraries, wheelFolder } from './findLibraries';
import { gpuListFields, parseGpuList } from './gpuList';
import { findNvidiaDriver } from './nvidiaDriver.mjs';
import { findOperatingSystem } from './operatingSystem';
import { nvidiaDevicesOnBus } from './pciBus.mjs';

/**
 * Looks at this machine, before anything is loaded. Takes a few milliseconds, and where there is a driver the time of
 * nvidia-smi.
 */
export function findMachine(): MachineFindings {
  const system = findOperatingSystem();
  const linux = system.platform === 'linux';
  const nvidiaDriver = linux ? findNvidiaDriver() : null;
  const nvidiaDevices = linux ? nvidiaDevicesOnBus() : null;
  const { env } = process;
  const listed =
    nvidiaDriver !== null || system.platform === 'win32' ? listGpus() : { gpus: [], driverComplaint: null };
  const libraries =
    nvidiaDriver !== null || (nvidiaDevices ?? []).length > 0
      ? findLibraries()
      : { cudaLibraries: [], driverLibrary: null };
  const threads = threadsSchema.safeParse(Number(env['TF_NUM_INTRAOP_THREADS']));
  return {
    system,
    cores: availableParallelism(),
    packaged: import.meta.url.includes('.asar/'),
    nvidiaDevices,
    nvidiaDriver,
    ...listed,
    cudaBuild: wheelFolder() !== null,
    ...libraries,
    visibleDevices: env['CUDA_VISIBLE_DEVICES'] ?? null,
    request: requestIn(env),
    threads: settingsOf(env).threads ?? (threads.success ? threads.data : null),
  };
}

function listGpus(): Pick<MachineFindings, 'gpus' | 'driverComplaint'> {
  let complaint = 'nvidia-smi was not found';
  for (const program of ['nvidia-smi', '/usr/lib/wsl/lib/nvidia-smi']) {
    try {
      const gpus = parseGpuList(askDriver(program));
      if (gpus.length > 0) return { gpus, driverComplaint: null };
      complaint = 'nvidia-smi lists no GPU';
    } catch (error) {
      complaint = complaintOf(error) ?? complaint;
    }
  }
  return { gpus: [], driverComplaint: complaint };
}

function askDriver(program: string): string {
  return execFileSync(program, [`--query-gpu=${gpuListFields.join(',')}`, '--format=csv,noheader,nounits'], {
    encoding: 'utf8',
    timeout: 5_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The first line of what the program printed before it failed; null where it could not be started. */
function complaintOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('stdout' in error)) return null;
  const [line = ''] = String(error.stdout).trim().split('\n');
  return line === '' ? null : line;
}
