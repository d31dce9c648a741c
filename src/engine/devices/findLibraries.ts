import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tensorFlowFolder } from '../tensorflow/tensorFlowFolder';
import { type CudaLibrary, parseLoaderCache, searchLibraries } from './cudaLibraries';

/** What was found of CUDA and of the driver's library. */
export interface FoundLibraries {
  readonly cudaLibraries: readonly CudaLibrary[];
  /** Path of libcuda.so.1; null where no loader finds it. */
  readonly driverLibrary: string | null;
}

/** Looks where TensorFlow and the system's loader would. Takes some ten milliseconds. Linux only. */
export function findLibraries(): FoundLibraries {
  const wheels = wheelFolder();
  const onSystem = librariesOfSystem();
  return {
    driverLibrary: onSystem.get('libcuda.so.1') ?? null,
    cudaLibraries: searchLibraries({
      inWheel(wheel, file) {
        const path = wheels === null ? null : join(wheels, wheel, 'lib', file);
        return path !== null && existsSync(path) ? path : null;
      },
      onSystem,
      realName: (path) => basename(realpathSync(path)),
    }),
  };
}

/** Provisioning puts NVIDIA's wheels beside a TensorFlow that was built for CUDA; null beside another. */
export function wheelFolder(): string | null {
  const folder = tensorFlowFolder(process.env);
  if (folder === null) return null;
  // In a packaged application libraries lie beside the archive that the package's manifest is in.
  const wheels = join(folder.replace(/\.asar(?=[\\/])/, '.asar.unpacked'), 'deps', 'nvidia');
  return existsSync(wheels) ? wheels : null;
}

/** As the loader goes: LD_LIBRARY_PATH first, then its cache; under WSL also the folder of Windows' driver. */
function librariesOfSystem(): ReadonlyMap<string, string> {
  const folders = [...(process.env['LD_LIBRARY_PATH'] ?? '').split(':'), '/usr/lib/wsl/lib'];
  const inFolders = folders.filter((folder) => folder !== '').flatMap(librariesIn);
  // Of a name that is there twice, a map keeps the later.
  return new Map([...loaderCache(), ...inFolders.reverse()]);
}

function librariesIn(folder: string): readonly (readonly [string, string])[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.includes('.so.'))
      .map((name) => [name, join(folder, name)]);
  } catch {
    return [];
  }
}

function loaderCache(): ReadonlyMap<string, string> {
  for (const program of ['/sbin/ldconfig', 'ldconfig']) {
    try {
      const list = execFileSync(program, ['-p'], {
        encoding: 'utf8',
        timeout: 5_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return parseLoaderCache(list);
    } catch {
      // Not there, as on musl, or not for everyone: the next.
    }
  }
  return new Map();
}
