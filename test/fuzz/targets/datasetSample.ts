/** A file, or with `null` for its bytes a link to its own folder. */
export interface DatasetFile {
  readonly path: string;
  readonly bytes: Uint8Array | null;
}

export interface DatasetSample {
  readonly files: readonly DatasetFile[];
  readonly chosen: string;
  readonly reference: unknown;
}
