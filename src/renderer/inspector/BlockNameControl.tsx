import { renameBlock } from '../../network/graph/blocks/blockEdits';
import type { Block } from '../../network/graph/document';
import { useEditor } from '../editor/editorStore';
import { FieldRow } from '../form/FieldRow';
import { TextBox } from '../form/TextBox';
import { useDraft } from '../form/useDraft';
import { t } from '../language/t';
import { parseName } from './parseName';

/** The block's name, as it stands on its card and its frame. */
export function BlockNameControl({ block }: { block: Block }) {
  const endMerge = useEditor((state) => state.endMerge);
  const rename = (label: string) => {
    const { history, apply } = useEditor.getState();
    apply(renameBlock(history.document, block.id, label), `block ${block.id}/label`);
  };
  const draft = useDraft(block.label, parseName('block'), (name) => name, rename);
  const id = `block-${block.id}-label`;
  return (
    <FieldRow
      label={t`Name`}
      help={t`Stands on its card and its frame.`}
      control={id}
      problem={draft.problem}
    >
      <TextBox id={id} draft={draft} label={t`Name`} onLeave={endMerge} />
    </FieldRow>
  );
}
