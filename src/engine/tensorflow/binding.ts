/** The part of tfjs-node's native addon that the engine uses. */
export interface TensorFlowBinding {
  readonly TF_Version: string;
  readonly TF_FLOAT: number;
  readonly TF_INT32: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_TYPE: number;
  /** The tensor shares the array's memory for as long as TensorFlow holds it. */
  createTensor(shape: readonly number[], dataType: number, values: Float32Array | Int32Array): number;
  deleteTensor(id: number): void;
  /** A copy of the tensor's values. */
  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array;
  executeOp(
    op: string,
    attributes: readonly EagerAttribute[],
    inputIds: readonly number[],
    outputCount: number,
  ): readonly TensorHandle[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  runSavedModel(
    id: number,
    inputIds: readonly number[],
    inputNames: string,
    outputNames: string,
  ): readonly TensorHandle[];
  getNumOfSavedModels(): number;
  getNumOfTensors(): number;
  isUsingGpuDevice(): boolean;
}

export interface TensorHandle {
  readonly id: number;
  readonly shape: readonly number[];
}

export interface EagerAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: boolean | number | string | readonly number[];
}
