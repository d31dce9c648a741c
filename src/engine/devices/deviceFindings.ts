import type { TensorFlowAbsence } from '../tensorflow/tensorFlowAbsence';

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
}

/** What was found on the machine, as far as it decides where training runs. */
export interface DeviceFindings {
  /** As Node names it: 'linux', 'darwin', 'win32'. */
  readonly platform: string;
  readonly architecture: string;
  /** Cores that this process may use. */
  readonly cores: number;
  readonly library: NativeLibrary | FallbackLibrary;
  /** This is a packaged application, which no script of a checkout can change. */
  readonly packaged: boolean;
  /** The installed TensorFlow brings CUDA's libraries. */
  readonly cudaInstalled: boolean;
  /** Version of the NVIDIA kernel driver, null without one. */
  readonly nvidiaDriver: string | null;
  /** Names of the GPUs that the driver lists. */
  readonly gpus: readonly string[];
  /** Value of CUDA_VISIBLE_DEVICES, null where it is unset. */
  readonly visibleDevices: string | null;
  /** Value of LAYERWISE_TENSORFLOW: `cpu` or `gpu` where a person asked for one. */
  readonly request: string | null;
}
