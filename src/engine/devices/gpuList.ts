/** A GPU as the driver lists it. */
export interface Gpu {
  /** nvidia-smi's, in the order of the PCI bus. */
  readonly index: number;
  readonly name: string;
  /** "GPU-…", as CUDA_VISIBLE_DEVICES takes it; empty where the driver does not say. */
  readonly uuid: string;
  /** In bytes; null where the driver does not say. */
  readonly memory: number | null;
  readonly memoryUsed: number | null;
  /** CUDA compute capability, as "8.9"; null where the driver is too old to say. */
  readonly computeCapability: string | null;
}

/** What nvidia-smi is asked for, in this order. */
export const gpuListFields = ['index', 'uuid', 'memory.total', 'memory.used', 'compute_cap', 'name'] as const;

const mebibyte = 2 ** 20;

/**
 * Reads what `nvidia-smi --query-gpu=… --format=csv,noheader,nounits` prints. Lines of another form, as its complaints,
 * are no GPUs. The name comes last, for it alone may hold a comma.
 */
export function parseGpuList(text: string): readonly Gpu[] {
  return text
    .split('\n')
    .map(parseLine)
    .filter((gpu) => gpu !== null);
}

function parseLine(line: string): Gpu | null {
  const [index = '', uuid = '', memory = '', used = '', capability = '', ...name] = line
    .split(',')
    .map((cell) => cell.trim());
  if (!/^\d{1,3}$/.test(index) || name.length === 0) return null;
  return {
    index: Number(index),
    name: name.join(', '),
    uuid: /^GPU-[\da-f-]+$/i.test(uuid) ? uuid : '',
    memory: bytesOf(memory),
    memoryUsed: bytesOf(used),
    computeCapability: /^\d+\.\d+$/.test(capability) ? capability : null,
  };
}

/** nvidia-smi counts in MiB, and writes "[N/A]" or "[Not Supported]" for what it can't tell. */
function bytesOf(mebibytes: string): number | null {
  return /^\d+$/.test(mebibytes) ? Number(mebibytes) * mebibyte : null;
}
