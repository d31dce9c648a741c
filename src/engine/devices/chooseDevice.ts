import type { Device } from '../../protocol/engineMessages';
import type { DeviceFindings, FallbackLibrary, NativeLibrary } from './deviceFindings';
import { chooseGpu, gpusInView } from './gpuChoice';
import type { Shortfall } from './shortfall';
import { whyNoGpu } from './whyNoGpu';
import { whyNoTensorFlow } from './whyNoTensorFlow';

const withoutSimd = 'This processor has no SIMD for it, so a step takes several times as long again.';

/** Which device trains, in words, why a better one does not, and what would help. */
export function chooseDevice(findings: DeviceFindings): Device {
  const { library } = findings;
  return library.state === 'loaded' ? nativeDevice(library, findings) : fallbackDevice(library, findings);
}

function nativeDevice({ version, usesGpu }: NativeLibrary, findings: DeviceFindings): Device {
  const threads = findings.threads ?? findings.cores;
  const place = usesGpu ? (chooseGpu(findings)?.name ?? 'GPU') : describeCpu(threads, findings.cores);
  return {
    backend: 'tensorflow',
    device: usesGpu ? 'gpu' : 'cpu',
    description: `TensorFlow ${version} · ${place}`,
    libraryVersion: version,
    threads,
    ...(usesGpu ? otherGpus(findings) : whyNoGpu(findings)),
  };
}

function describeCpu(threads: number, cores: number): string {
  if (threads === cores) return `CPU, ${cores === 1 ? '1 core' : `${cores} cores`}`;
  return `CPU, ${threads === 1 ? '1 thread' : `${threads} threads`}`;
}

function fallbackDevice({ version, absence, simd }: FallbackLibrary, findings: DeviceFindings): Device {
  const shortfall = whyNoTensorFlow(absence, findings);
  return {
    backend: 'wasm',
    device: 'cpu',
    // The WebAssembly build computes on one core, however many there are.
    description: `TensorFlow.js ${version} wasm · CPU, 1 core`,
    libraryVersion: version,
    threads: 1,
    ...shortfall,
    note: simd ? shortfall.note : `${shortfall.note} ${withoutSimd}`,
  };
}

function otherGpus(findings: DeviceFindings): Shortfall {
  const count = gpusInView(findings).length;
  const choice = count > 1 && (findings.request?.gpu ?? null) === null;
  return {
    note: choice ? `Training uses one of ${count} GPUs, the most capable.` : null,
    advice: null,
    command: null,
  };
}
