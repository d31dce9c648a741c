import type { MachineFindings } from './deviceFindings';
import { chooseGpu } from './gpuChoice';

type Findings = Pick<MachineFindings, 'gpus' | 'visibleDevices' | 'request' | 'threads'>;

/** Variables to set before TensorFlow is loaded, which reads them once: which GPU it sees, and how many threads it makes. */
export function libraryEnvironment(findings: Findings): Readonly<Record<string, string>> {
  return { ...visibility(findings), ...threading(findings.threads) };
}

/** One GPU, so that TensorFlow takes no memory on the others; numbers mean nvidia-smi's order. */
function visibility(findings: Findings): Readonly<Record<string, string>> {
  const { request, visibleDevices } = findings;
  if (request?.kind === 'cpu') return { CUDA_VISIBLE_DEVICES: '-1' };
  const asked = request?.gpu ?? null;
  // Who hid GPUs from this process may have no right to them.
  if (visibleDevices !== null && asked === null) return {};
  const index = chooseGpu(findings)?.index ?? (visibleDevices === null ? asked : null);
  return index === null ? {} : { CUDA_DEVICE_ORDER: 'PCI_BUS_ID', CUDA_VISIBLE_DEVICES: String(index) };
}

function threading(threads: number | null): Readonly<Record<string, string>> {
  if (threads === null) return {};
  const count = String(threads);
  return { TF_NUM_INTRAOP_THREADS: count, TF_NUM_INTEROP_THREADS: count, OMP_NUM_THREADS: count };
}
