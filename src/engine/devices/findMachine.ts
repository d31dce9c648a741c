import { availableParallelism } from 'node:os';
import { threadsSchema } from '../../protocol/deviceSettings';
import type { MachineFindings } from './deviceFindings';
import { requestIn, settingsOf } from './deviceRequest';
import { type FoundLibraries, findLibraries, wheelFolder } from './findLibraries';
import { findNvidiaDriver } from './nvidiaDriver.mjs';
import { type ListedGpus, listGpus } from './nvidiaProgram';
import { findOperatingSystem } from './operatingSystem';
import { nvidiaDevicesOnBus } from './pciBus.mjs';

/**
 * Looks at this machine, before anything is loaded. Takes a few milliseconds, and where there is a driver the time of
 * nvidia-smi, in which the process answers others.
 */
export async function findMachine(): Promise<MachineFindings> {
  const { env } = process;
  const seen = lookAtSystem();
  const [listed, libraries] = await Promise.all([
    mayHaveGpus(seen) ? listGpus() : noGpus,
    mayNeedLibraries(seen) ? findLibraries() : noLibraries,
  ]);
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

const noGpus: ListedGpus = { gpus: [], driverComplaint: null };
const noLibraries: FoundLibraries = { cudaLibraries: [], driverLibrary: null };

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

function mayNeedLibraries({ nvidiaDriver, nvidiaDevices }: Seen): boolean {
  return nvidiaDriver !== null || (nvidiaDevices ?? []).length > 0;
}
