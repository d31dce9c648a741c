import type { DeviceFindings } from '../../engine/devices/deviceFindings';
import { type FoundLibraries, findLibraries } from '../../engine/devices/findLibraries';
import type { Gpu } from '../../engine/devices/gpuList';
import { loadRuntime } from '../../engine/devices/runtime';
import type { Device } from '../../protocol/engineMessages';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';

/** `layerwise devices`: what was found on this machine, where training runs, and why not elsewhere. */
export async function listDevices(
  { json, ...options }: DeviceCommandOptions & { readonly json: boolean },
  io: CommandIo,
): Promise<void> {
  await applyDeviceOptions(options);
  const { device, findings } = await loadRuntime();
  // The engine looks for them only where there is a GPU or a driver; here they are of interest anyway.
  const libraries = findings.system.platform === 'linux' ? await findLibraries() : noLibraries;
  const found = { ...findings, ...libraries };
  if (json) writeJson(io, { device, findings: found });
  else
    for (const line of [...describeDevice(device), '', ...describeFindings(found)])
      writeLine(io.stdout, line);
}

const noLibraries: FoundLibraries = { cudaLibraries: [], driverLibrary: null };

function describeDevice({ description, threads, note, advice }: Device): readonly string[] {
  return [
    `Training runs on  ${description}`,
    `Threads           ${threads}`,
    ...(note === null ? [] : [note]),
    ...(advice === null ? [] : [advice]),
  ];
}

function describeFindings(findings: DeviceFindings): readonly string[] {
  const { system, cores, gpus, nvidiaDriver, nvidiaDevices, driverComplaint, cudaBuild } = findings;
  const { platform, architecture, distributions, wsl, container } = system;
  const place = [wsl && 'in WSL', container && 'in a container'].filter((word) => word !== false);
  return [
    ['System', [platform, architecture, ...distributions.slice(0, 1), ...place].join(' ')],
    ['Cores', String(cores)],
    ['NVIDIA on PCI', nvidiaDevices === null ? 'no bus to look at' : nvidiaDevices.join(', ') || 'none'],
    ['NVIDIA driver', nvidiaDriver ?? 'none'],
    ['GPUs', driverComplaint ?? (gpus.length === 0 ? 'none' : gpus.map(describeGpu).join('\n'))],
    ['TensorFlow', describeLibrary(findings.library, cudaBuild)],
    ['Needed for a GPU', describeLibraries(findings)],
  ].flatMap(([name = '', value = '']) =>
    value.split('\n').map((line, index) => `${(index === 0 ? name : '').padEnd(18)}${line}`),
  );
}

function describeGpu({ index, name, memory, memoryUsed, computeCapability }: Gpu): string {
  const parts = [
    `gpu:${index} ${name}`,
    memory === null ? null : `${gibibytes(memory)} GiB`,
    memoryUsed === null ? null : `${gibibytes(memoryUsed)} GiB in use`,
    computeCapability === null ? null : `compute capability ${computeCapability}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function describeLibrary(library: DeviceFindings['library'], cudaBuild: boolean): string {
  if (library.state === 'absent') return 'none';
  return `${library.version}, built ${cudaBuild ? 'for CUDA 12 and cuDNN 9' : 'without CUDA'}`;
}

function describeLibraries({ cudaLibraries, driverLibrary }: DeviceFindings): string {
  const lines = cudaLibraries.map(({ file, version, path, other }) =>
    path === null
      ? `${file}: missing${other === null ? '' : `; ${other} is another version`}`
      : `${file}: ${version} in ${path}`,
  );
  return [`libcuda.so.1: ${driverLibrary ?? 'missing'}`, ...lines].join('\n');
}

function gibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
