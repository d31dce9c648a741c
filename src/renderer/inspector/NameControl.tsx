import type { LayerNode } from '../../network/graph/document';
import { renameLayer } from '../../network/graph/layerEdits';
import { projectLimits } from '../../network/graph/projectSchema';
import { useEditor } from '../editor/editorStore';
import { FieldRow } from '../form/FieldRow';
import { TextBox } from '../form/TextBox';
import { type Parsed, useDraft } from '../form/useDraft';

/** The layer's name, as it stands above its card. */
export function NameControl({ layer }: { layer: LayerNode }) {
  const endMerge = useEditor((state) => state.endMerge);
  const rename = (label: string) => {
    const { history, apply } = useEditor.getState();
    apply(renameLayer(history.document, layer.id, label), `${layer.id}/label`);
  };
  const draft = useDraft(layer.label, parseName, (name) => name, rename);
  const id = `${layer.id}-label`;
  return (
    <FieldRow
      label="Name"
      help="Shown above the card, in charts and in messages."
      control={id}
      problem={draft.problem}
    >
      <TextBox id={id} draft={draft} label="Name" onLeave={endMerge} />
    </FieldRow>
  );
}

function parseName(text: string): Parsed<string> {
  const name = text.trim();
  if (name === '') return { problem: 'A layer needs a name.' };
  if (name.length > projectLimits.nameLength)
    return { problem: `A name has ${projectLimits.nameLength} characters at most.` };
  return { value: name };
}
