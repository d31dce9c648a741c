import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeviceFindings } from './deviceFindings';

/** Looks at this machine. Takes a few milliseconds, or the time of nvidia-smi where there is a driver. */
export function findDevices(library: DeviceFindings['library']): DeviceFindings {
  const nvidiaDriver = findNvidiaDriver();
  return {
    library,
    packaged: import.meta.url.includes('.asar/'),
    platform: process.platform,
    architecture: process.arch,
    cores: availableParallelism(),
    cudaInstalled: findCuda(),
    nvidiaDriver,
    gpus: nvidiaDriver === null ? [] : listGpus(),
    visibleDevices: process.env['CUDA_VISIBLE_DEVICES'] ?? null,
    request: process.env['LAYERWISE_TENSORFLOW'] ?? null,
  };
}

/** The kernel module's version on Linux; `unknown` under WSL, where the driver belongs to Windows. */
function findNvidiaDriver(): string | null {
  try {
    const text = readFileSync('/proc/driver/nvidia/version', 'utf8');
    return /\s(\d+\.\d+(?:\.\d+)?)\s/.exec(text)?.[1] ?? 'unknown';
  } catch {
    return existsSync('/usr/lib/wsl/lib/libcuda.so.1') ? 'unknown' : null;
  }
}

function listGpus(): readonly string[] {
  try {
    const names = execFileSync('nvidia-smi', ['--query-gpu=name', '--format=csv,noheader'], {
      encoding: 'utf8',
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return names
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  } catch {
    return [];
  }
}

/** Provisioning puts CUDA's libraries beside TensorFlow's own. */
function findCuda(): boolean {
  try {
    const manifest = createRequire(import.meta.url).resolve('@tensorflow/tfjs-node-gpu/package.json');
    // In a packaged application libraries lie beside the archive that the manifest is in.
    const folder = dirname(manifest).replace(/\.asar(?=[\\/])/, '.asar.unpacked');
    return existsSync(join(folder, 'deps', 'nvidia'));
  } catch {
    return false;
  }
}
