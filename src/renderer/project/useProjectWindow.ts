import { useEffect } from 'react';
import { useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { autosaveSetting } from '../settings/groups/saving';
import { useSetting } from '../settings/settingsStore';

/** Tells the window the project's name and whether it has unsaved changes. */
export function useProjectWindow(): void {
  const projectName = useEditor((state) => state.history.document.name);
  const unsavedChanges = useEditor(hasUnsavedChanges);
  const hasFile = useEditor(({ path }) => path !== null);
  const savesItself = useSetting(autosaveSetting) && hasFile;
  useEffect(() => {
    void window.layerwise.call('describeWindow', { projectName, unsavedChanges, savesItself });
  }, [projectName, unsavedChanges, savesItself]);
}
