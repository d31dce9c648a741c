import type { Analysis } from '../../network/analysis/analysis';
import type { CodeLine } from '../../network/code/pytorch/codeLines';
import { pytorchModel } from '../../network/code/pytorch/pytorchModel';
import type { NetworkDocument } from '../../network/graph/document';

/** A language, or a library, that the network is written in. */
export interface CodeForm {
  readonly id: 'pytorch';
  readonly label: string;
  lines(document: NetworkDocument, analysis: Analysis): readonly CodeLine[];
}

export const pytorchForm: CodeForm = { id: 'pytorch', label: 'PyTorch', lines: pytorchModel };
