import type { TensorFlowAbsence } from '../tensorflow/tensorFlowAbsence';
import type { CudaLibrary } from './cudaLibraries';
import type { DeviceRequest } from './deviceRequest';
import type { Gpu } from './gpuList';
import type { OperatingSystem } from './operatingSystem';

/** Native TensorFlow as it was loaded. */
export interface NativeLibrary {
  readonly state: 'loaded';
  readonly version: string;
  /** TensorFlow reports a GPU that it computes on. */
  readonly usesGpu: boolean;
}

/** TensorFlow.js in place of a native TensorFlow that could not be loaded. */
export interface FallbackLibrary {
  readonly state: 'absent';
  readonly absence: TensorFlowAbsence;
  /** Of TensorFlow.js. */
  readonly version: string;
  /** Whether the processor has the vector instructions that its faster build and our own kernels need. */
  readonly simd: boolean;
}

/** What was found on the machine, as far as it decides where training runs. */
export interface MachineFindings {
  readonly system: OperatingSystem;
  /** Cores that this process may use. */
  readonly cores: number;
  /** This is a packaged application, which no script of a checkout can change. */
  readonly packaged: boolean;
  /** Addresses of NVIDIA's display devices on the PCI bus; null where the system shows no bus. */
  readonly nvidiaDevices: readonly string[] | null;
  /** Version of the NVIDIA kernel driver, `unknown` under WSL, null without one. */
  readonly nvidiaDriver: string | null;
  /** The driver's part for programs, libcuda.so.1; null where no loader finds it. */
  readonly driverLibrary: string | null;
  /** GPUs that the driver lists. */
  readonly gpus: readonly Gpu[];
  /** What nvidia-smi said in place of a list; null where it listed GPUs, or was not asked. */
  readonly driverComplaint: string | null;
  /** The installed TensorFlow was built for CUDA. */
  readonly cudaBuild: boolean;
  /** Libraries that such a TensorFlow opens; empty where there is neither GPU nor driver, and nobody looked. */
  readonly cudaLibraries: readonly CudaLibrary[];
  /** Value of CUDA_VISIBLE_DEVICES as it was found, null where it is unset. */
  readonly visibleDevices: string | null;
  /** What a person asked for; null where that was left to Layerwise. */
  readonly request: DeviceRequest | null;
  /** Threads that a person asked for; null for one for each core. */
  readonly threads: number | null;
}

/** The machine, and the library that was loaded on it. */
export interface DeviceFindings extends MachineFindings {
  readonly library: NativeLibrary | FallbackLibrary;
}
