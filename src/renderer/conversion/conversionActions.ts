import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit, type Edit } from '../../network/graph/edits';
import { withNotesBeside } from '../../network/graph/notes/notesBeside';
import type { Conversion } from '../../network/graph/shortcuts/conversion';
import { toPlain } from '../../network/graph/shortcuts/toPlain';
import { tidyLayout } from '../../network/graph/tidy/tidyLayout';
import { useView } from '../canvas/viewStore';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';

/** Carries a conversion out, puts the network in order and shows it: one step to undo. */
export function convert(conversion: Conversion): void {
  const { history, apply, structureLocked } = useEditor.getState();
  if ('problem' in conversion) {
    useNotice.getState().show(conversion.problem);
    return;
  }
  apply(tidied(history.document, conversion.edit));
  if (!structureLocked) useView.getState().fit();
}

/** Takes the shortcuts out: of the selected layers where several are selected, or of the whole network. */
export function convertToPlain(): void {
  const { history, analysis } = useEditor.getState();
  convert(toPlain(history.document, analysis, selectedLayers()));
}

/** The layers that a conversion keeps to; undefined where it takes the whole network, as for none or one. */
export function selectedLayers(): ReadonlySet<string> | undefined {
  const { nodes } = useEditor.getState().selection;
  return nodes.length > 1 ? new Set(nodes) : undefined;
}

/** The edit with one that puts the network in order behind it. */
export function tidied(network: NetworkDocument, edit: Edit): Edit {
  const { document } = applyEdit(network, edit);
  const tidy = tidyLayout(document, analyse(document));
  return withNotesBeside(network, { label: edit.label, changes: [...edit.changes, ...tidy.changes] });
}
