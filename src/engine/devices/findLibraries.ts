import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { tensorFlowFolder } from '../tensorflow/tensorFlowFolder';
import { type CudaLibrary, neededLibraries, parseLoaderCache, searchLibraries } from './cudaLibraries';

/** What was found of CUDA and of the driver's library. */
export interface FoundLibraries {
  readonly cudaLibraries: readonly CudaLibrary[];
  /** Path of libcuda.so.1; null where no loader finds it. */
  readonly driverLibrary: string | null;
}

/** Looks where TensorFlow and the system's loader would. Takes some ten milliseconds. Linux only. */
export async function findLibraries(): Promise<FoundLibraries> {
  const [inWheels, onSystem] = await Promise.all([librariesOfWheels(), librariesOfSystem()]);
  const names = await realNames(
    neededLibraries.flatMap(({ file }) => inWheels.get(file) ?? onSystem.get(file) ?? []),
  );
  return {
    driverLibrary: onSystem.get('libcuda.so.1') ?? null,
    cudaLibraries: searchLibraries({
      inWheel: (_wheel, file) => inWheels.get(file) ?? null,
      onSystem,
      realName: (path) => names.get(path) ?? basename(path),
    }),
  };
}

/** Paths of the needed libraries that NVIDIA's wheels have, by their file names. */
async function librariesOfWheels(): Promise<ReadonlyMap<string, string>> {
  const wheels = wheelFolder();
  if (wheels === null) return new Map();
  const found = neededLibraries.map(async ({ wheel, file }): Promise<readonly [string, string] | null> => {
    const path = join(wheels, wheel, 'lib', file);
    return (await isThere(path)) ? [file, path] : null;
  });
  return new Map((await Promise.all(found)).filter((entry) => entry !== null));
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Names of the files that links lead to, by the paths of the links. */
async function realNames(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<readonly [string, string]> => [path, basename(await realpath(path))]),
    ),
  );
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
async function librariesOfSystem(): Promise<ReadonlyMap<string, string>> {
  const folders = [...(process.env['LD_LIBRARY_PATH'] ?? '').split(':'), '/usr/lib/wsl/lib'];
  const inFolders = await Promise.all(folders.filter((folder) => folder !== '').map(librariesIn));
  // Of a name that is there twice, a map keeps the later.
  return new Map([...(await loaderCache()), ...inFolders.flat().reverse()]);
}

async function librariesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.includes('.so.')).map((name) => [name, join(folder, name)]);
  } catch {
    return [];
  }
}

const run = promisify(execFile);

async function loaderCache(): Promise<ReadonlyMap<string, string>> {
  for (const program of ['/sbin/ldconfig', 'ldconfig']) {
    try {
      const { stdout } = await run(program, ['-p'], { encoding: 'utf8', timeout: 5_000, maxBuffer: 2 ** 24 });
      return parseLoaderCache(stdout);
    } catch {
      // Not there, as on musl, or not for everyone: the next.
    }
  }
  return new Map();
}
