import type { NetworkDocument } from '../../network/graph/document';
import type { LayerProblem } from '../../network/layers/defineLayer';

/** A network read from a file of another program. */
export interface ImportedNetwork {
  readonly document: NetworkDocument;
  /** By `node/name`, row-major, in the layers' own order of axes. Weights that the file doesn't hold are not there. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** What could not be represented, in sentences. */
  readonly notes: readonly string[];
}

/** Why a file gives no network. */
export interface ImportRefusal {
  readonly problem: LayerProblem;
  /** Lines of a program in Python that makes a file of it which can be imported; absent where none is known. */
  readonly recipe?: readonly string[];
}

export type ImportResult = ImportedNetwork | ImportRefusal;

/** A refusal in two sentences. */
export function refusal(message: string, advice: string): ImportRefusal {
  return { problem: { message, advice } };
}
