import { useState } from 'react';
import { renameProject } from '../../network/graph/layerEdits';
import { projectLimits } from '../../network/graph/projectSchema';
import { Hint } from '../controls/Hint';
import { useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { t } from '../language/t';
import styles from './ProjectName.module.css';

/** The project's name with a dot while changes are unsaved; a click renames it. */
export function ProjectName() {
  const name = useEditor((state) => state.history.document.name);
  const unsaved = useEditor(hasUnsavedChanges);
  const path = useEditor((state) => state.path);
  const [draft, setDraft] = useState<string | null>(null);

  const finish = (text: string) => {
    const { history, apply } = useEditor.getState();
    apply(renameProject(history.document, text));
    setDraft(null);
  };

  if (draft !== null)
    return (
      <input
        className={styles['input']}
        value={draft}
        aria-label={t`Project name`}
        maxLength={projectLimits.nameLength}
        spellCheck={false}
        ref={selectAll}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => finish(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(draft);
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    );
  return (
    <Hint text={path ?? t`Not saved yet. Click to rename.`}>
      <button type="button" className={styles['name']} data-project-name="" onClick={() => setDraft(name)}>
        <span>{name}</span>
        {unsaved && <span className={styles['unsaved']} role="img" aria-label={t`Unsaved changes`} />}
      </button>
    </Hint>
  );
}

/** Renaming starts with the whole name selected. */
function selectAll(input: HTMLInputElement | null): void {
  if (input !== null && document.activeElement !== input) input.select();
}
