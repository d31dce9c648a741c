import { cpus, release, totalmem } from 'node:os';
import { app } from 'electron';
import { findMachine } from '../../engine/devices/findMachine';

/**
 * What decides on this machine where training runs and how the window is drawn. Main answers others while the driver
 * is waited for.
 */
export async function machineFindings(): Promise<object> {
  const { system, gpus, nvidiaDevices, nvidiaDriver, driverComplaint, ...found } = await findMachine();
  return {
    system: { ...system, release: release() },
    processor: cpus()[0]?.model ?? null,
    cores: found.cores,
    memoryGiB: Number((totalmem() / 2 ** 30).toFixed(1)),
    nvidia: {
      devices: nvidiaDevices,
      driver: nvidiaDriver,
      complaint: driverComplaint,
      gpus,
      driverLibrary: found.driverLibrary,
      cudaLibraries: found.cudaLibraries,
      visibleDevices: found.visibleDevices,
    },
    tensorFlowBuild: found.cudaBuild ? 'CUDA' : 'CPU',
    request: found.request,
    threads: found.threads,
    window: app.getGPUFeatureStatus(),
  };
}
