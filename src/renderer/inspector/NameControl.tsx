import type { LayerNode } from '../../network/graph/document';
import { renameLayer } from '../../network/graph/layerEdits';
import { useEditor } from '../editor/editorStore';
import { FieldRow } from '../form/FieldRow';
import { TextBox } from '../form/TextBox';
import { useDraft } from '../form/useDraft';
import { t } from '../language/t';
import { parseName } from './parseName';

/** The layer's name, as it stands above its card. */
export function NameControl({ layer }: { layer: LayerNode }) {
  const endMerge = useEditor((state) => state.endMerge);
  const rename = (label: string) => {
    const { history, apply } = useEditor.getState();
    apply(renameLayer(history.document, layer.id, label), `${layer.id}/label`);
  };
  const draft = useDraft(layer.label, parseName('layer'), (name) => name, rename);
  const id = `${layer.id}-label`;
  return (
    <FieldRow
      label={t`Name`}
      help={t`Shown above the card, in charts and in messages.`}
      control={id}
      problem={draft.problem}
    >
      <TextBox id={id} draft={draft} label={t`Name`} onLeave={endMerge} />
    </FieldRow>
  );
}
