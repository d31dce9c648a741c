import type { NetworkDocument } from '../../network/graph/document';
import type { ImportResult } from './importedNetwork';

/** What a file is read for. */
export interface ImportPlace {
  /** The network whose weights a file of weights alone holds; null where a network is to be made. */
  readonly into: NetworkDocument | null;
}

/** A form in which networks come in from other programs. */
export interface ImportForm {
  readonly id: string;
  /** For file dialogs and the help: "ONNX model". */
  readonly label: string;
  /** What names of such files end with, in lower case, without the first dot. */
  readonly endings: readonly string[];
  /**
   * Reads a file. What is wrong with its content comes back as a refusal; an error of the file system is thrown, as is
   * an Error that says what is wrong with the file as a whole: "it is cut off".
   */
  read(path: string, place: ImportPlace): Promise<ImportResult>;
}
