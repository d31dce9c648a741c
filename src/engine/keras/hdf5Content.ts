/** What stands in an HDF5 file, by the paths of groups and datasets: `layers/conv2d/vars/0`; the file itself is ''. */
export interface Hdf5Content {
  /** Names in each group, in the file's order. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Attributes of groups that are texts or lists of texts, by name. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly datasets: ReadonlyMap<string, Hdf5Dataset>;
}

export interface Hdf5Dataset {
  readonly shape: readonly number[];
  /** Row-major; or what is wrong with them, to go on after the name: "is of a type that no weight has". */
  readonly values: Float32Array<ArrayBuffer> | string;
}
