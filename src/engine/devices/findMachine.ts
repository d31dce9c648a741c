import { availableParallelism } from 'node:os';
import { threadsSchema } from '../../protocol/deviceSettings';
import type { MachineFindings } from './deviceFindings';
import { requestIn, settingsOf } from './deviceRequest';
import { findLibraries, wheelFolder } from './findLibraries';
import { findNvidiaDriver } from './nvidiaDriver.mjs';
import { type ListedGpus, listGpus, listGpusAside } from './nvidiaProgram';
import { findOperatingSystem } from './operatingSystem';
import { nvidiaDevicesOnBus } from './pciBus.mjs';

/**
 * Looks at this machine, before anything is loaded. Takes a few milliseconds, and where there is a driver the time of
 * nvidia-smi.
 */
export function findMachine(): MachineFindings {
  const seen = lookAtSystem();
  return withGpus(seen, mayHaveGpus(seen) ? listGpus() : noGpus);
}

/** The same for a process that has others to answer meanwhile. */
export async function findMachineAside(): Promise<MachineFindings> {
  const seen = lookAtSystem();
  return withGpus(seen, mayHaveGpus(seen) ? await listGpusAside() : noGpus);
}

const noGpus: ListedGpus = { gpus: [], driverComplaint: null };

function lookAtSystem() {
  const system = findOperatingSystem();
  const linux = system.platform === 'linux';
  return {
    system,
    nvidiaDriver: linux ? findNvidiaDriver() : null,
    nvidiaDevices: linux ? nvidiaDevicesOnBus() : null,
  };
}

type Seen = ReturnType<typeof lookAtSystem>;

function mayHaveGpus({ system, nvidiaDriver }: Seen): boolean {
  return nvidiaDriver !== null || system.platform === 'win32';
}

function withGpus(seen: Seen, listed: ListedGpus): MachineFindings {
  const { env } = process;
  const libraries =
    seen.nvidiaDriver !== null || (seen.nvidiaDevices ?? []).length > 0
      ? findLibraries()
      : { cudaLibraries: [], driverLibrary: null };
  const threads = threadsSchema.safeParse(Number(env['TF_NUM_INTRAOP_THREADS']));
  return {
    ...seen,
    cores: availableParallelism(),
    packaged: import.meta.url.includes('.asar/'),
    ...listed,
    cudaBuild: wheelFolder() !== null,
    ...libraries,
    visibleDevices: env['CUDA_VISIBLE_DEVICES'] ?? null,
    request: requestIn(env),
    threads: settingsOf(env).threads ?? (threads.success ? threads.data : null),
  };
}
