/** A library that TensorFlow's CUDA build opens by its name when it starts, and does without the GPU where one is missing. */
export interface NeededLibrary {
  /** As the loader wants it. Another number is another library. */
  readonly file: string;
  /** As NVIDIA calls it. */
  readonly name: string;
  /** Its folder in NVIDIA's Python wheels. */
  readonly wheel: string;
}

export interface CudaLibrary extends NeededLibrary {
  /** Where it is; null where it is missing. */
  readonly path: string | null;
  /** As far as its file name tells: "12.4.127", or "12" where that alone is in it. Null where it is missing. */
  readonly version: string | null;
  /** The same library in another version, which can't stand in for it; null where there is none. */
  readonly other: string | null;
}

/** Where libraries are looked for. */
export interface LibraryPlaces {
  /** Path of a wheel's library, where it exists. */
  readonly inWheel: (wheel: string, file: string) => string | null;
  /** Paths of a library in the folders of LD_LIBRARY_PATH and the loader's cache, by its file name. */
  readonly onSystem: ReadonlyMap<string, string>;
  /** Name of the file that a link leads to. */
  readonly realName: (path: string) => string;
}

/**
 * Those that TensorFlow 2.21 opens all or nothing (`TryDlopenCUDALibraries`), built for CUDA 12.5 and cuDNN 9; below,
 * two that cuSOLVER, cuSPARSE and cuDNN open in their turn.
 */
export const neededLibraries: readonly NeededLibrary[] = [
  { file: 'libcudart.so.12', name: 'the CUDA runtime', wheel: 'cuda_runtime' },
  { file: 'libcublas.so.12', name: 'cuBLAS', wheel: 'cublas' },
  { file: 'libcublasLt.so.12', name: 'cuBLASLt', wheel: 'cublas' },
  { file: 'libcufft.so.11', name: 'cuFFT', wheel: 'cufft' },
  { file: 'libcusolver.so.11', name: 'cuSOLVER', wheel: 'cusolver' },
  { file: 'libcusparse.so.12', name: 'cuSPARSE', wheel: 'cusparse' },
  { file: 'libcudnn.so.9', name: 'cuDNN', wheel: 'cudnn' },
  { file: 'libnvJitLink.so.12', name: 'nvJitLink', wheel: 'nvjitlink' },
  { file: 'libnvrtc.so.12', name: 'NVRTC', wheel: 'cuda_nvrtc' },
];

/** Finds each needed library: beside TensorFlow, where its own search path leads, and then where the system's loader looks. */
export function searchLibraries({ inWheel, onSystem, realName }: LibraryPlaces): readonly CudaLibrary[] {
  return neededLibraries.map((needed) => {
    const { file, wheel } = needed;
    const path = inWheel(wheel, file) ?? onSystem.get(file) ?? null;
    const [stem] = file.split('.so.');
    const others = [...onSystem.keys()].filter((name) => name.startsWith(`${stem}.so.`) && name !== file);
    return {
      ...needed,
      path,
      version: path === null ? null : (versionIn(realName(path)) ?? versionIn(file)),
      other: path === null ? (others[0] ?? null) : null,
    };
  });
}

/** Reads the list that `ldconfig -p` prints: paths by the names that programs ask for; the first of a name counts. */
export function parseLoaderCache(text: string): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [, name = '', path = ''] of text.matchAll(/^\s*(\S+) \([^)]*\) => (\S+)$/gm))
    if (!paths.has(name)) paths.set(name, path);
  return paths;
}

function versionIn(file: string): string | null {
  return /\.so\.(\d+(?:\.\d+)*)$/.exec(file)?.[1] ?? null;
}
