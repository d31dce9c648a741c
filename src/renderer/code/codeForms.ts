import type { Analysis } from '../../network/analysis/analysis';
import type { CodeLine } from '../../network/code/codeLines';
import { kerasModel } from '../../network/code/keras/kerasModel';
import { pytorchModel } from '../../network/code/pytorch/pytorchModel';
import type { NetworkDocument } from '../../network/graph/document';

/** A library that the network is written for. */
interface CodeForm {
  readonly label: string;
  lines(document: NetworkDocument, analysis: Analysis): readonly CodeLine[];
}

export type CodeFormId = 'pytorch' | 'keras';

export const codeForms: Readonly<Record<CodeFormId, CodeForm>> = {
  pytorch: { label: 'PyTorch', lines: pytorchModel },
  keras: { label: 'Keras', lines: kerasModel },
};

/** For a choice of one. */
export const codeSegments = [
  { value: 'pytorch', label: codeForms.pytorch.label },
  { value: 'keras', label: codeForms.keras.label },
] as const;
