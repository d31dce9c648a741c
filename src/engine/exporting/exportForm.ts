import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';

/** What is exported. */
export interface ExportSource {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  /** By `node/name`, row-major. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** Where they come from, to go on after "Weights: ". */
  readonly weightsText: string;
}

/** Text or bytes by the file's name. */
export type ExportedFiles = ReadonlyMap<string, string | Uint8Array>;

/** A form in which a network leaves Layerwise. */
export interface ExportForm {
  /** As `--to` names it. */
  readonly id: string;
  /** Goes on after the id in the help: "for onnxruntime and other engines". */
  readonly summary: string;
  /** Whose statements about a layer hold for it, where it trains on; absent where it answers, as Layerwise does. */
  readonly trainsIn?: 'keras' | 'pytorch';
  /** Whether it holds weights and no network. */
  readonly weightsAlone?: true;
  /** Rejects with an AdviceError where the network has no such form. */
  files(source: ExportSource): Promise<ExportedFiles>;
}
