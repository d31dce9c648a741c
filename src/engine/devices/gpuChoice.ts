import type { MachineFindings } from './deviceFindings';
import type { Gpu } from './gpuList';

type Findings = Pick<MachineFindings, 'gpus' | 'visibleDevices' | 'request'>;

/** The GPUs that CUDA_VISIBLE_DEVICES leaves in view. */
export function gpusInView({ gpus, visibleDevices }: Findings): readonly Gpu[] {
  if (visibleDevices === null) return gpus;
  const listed = visibleDevices.split(',').map((word) => word.trim());
  return gpus.filter(
    ({ index, uuid }) =>
      listed.includes(String(index)) || listed.some((word) => word.length > 4 && uuid.startsWith(word)),
  );
}

/**
 * The GPU to train on: the one that was asked for, else the most capable in view, and of equals the first. Null where
 * there is none.
 */
export function chooseGpu(findings: Findings): Gpu | null {
  const { request } = findings;
  if (request !== null && request.kind !== 'gpu') return null;
  const inView = gpusInView(findings);
  const asked = request?.gpu ?? null;
  if (asked !== null) return inView.find(({ index }) => index === asked) ?? null;
  const [first = null, ...others] = inView;
  return others.reduce((best, gpu) => (best !== null && moreCapable(gpu, best) ? gpu : best), first);
}

function moreCapable(gpu: Gpu, than: Gpu): boolean {
  const difference = capabilityOf(gpu) - capabilityOf(than);
  return difference > 0 || (difference === 0 && (gpu.memory ?? 0) > (than.memory ?? 0));
}

/** As a number; 0 where it is not known. */
export function capabilityOf({ computeCapability }: Gpu): number {
  return computeCapability === null ? 0 : Number(computeCapability);
}
