import { useEffect } from 'react';
import { assertNever } from '../../network/assertNever';
import type { MenuCommand } from '../../protocol/menuCommands';
import { convertToPlain } from '../conversion/conversionActions';
import { askForResidual } from '../conversion/conversionStore';
import { useEditor } from '../editor/editorStore';
import { isTyping } from '../editor/keyTarget';
import { duplicateSelection, selectAll, tidy } from '../editor/selectionActions';
import { skipFromSelected } from '../editor/skipFromSelected';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { useGlossary } from '../glossary/glossaryStore';
import { toggleLectureMode } from '../settings/groups/appearance';
import { autosaveSetting } from '../settings/groups/saving';
import { useSetting } from '../settings/settingsStore';
import { isCovered, useOpenView } from '../views/openView';
import { openEmptyProject, openProject, openRequest } from './projectActions';
import { saveProject, saveProjectAs } from './saveProject';

/** Ties the project to its window: menu commands come in, the name and unsaved changes go out. */
export function useProjectWindow(): void {
  const projectName = useEditor((state) => state.history.document.name);
  const unsavedChanges = useEditor(hasUnsavedChanges);
  const hasFile = useEditor(({ path }) => path !== null);
  const savesItself = useSetting(autosaveSetting) && hasFile;
  useEffect(() => {
    void window.layerwise.call('describeWindow', { projectName, unsavedChanges, savesItself });
  }, [projectName, unsavedChanges, savesItself]);
  useEffect(() => window.layerwise.onMenuCommand(obey), []);
}

function obey(command: MenuCommand): void {
  switch (command) {
    case 'start':
      useOpenView.getState().show('start');
      break;
    case 'glossary':
      useGlossary.getState().show(null);
      break;
    case 'new':
      void openEmptyProject();
      break;
    case 'newFromTemplate':
      useOpenView.getState().show('gallery');
      break;
    case 'open':
      void openProject();
      break;
    case 'openRequested':
      void openRequest();
      break;
    case 'save':
      void saveProject();
      break;
    case 'saveAs':
      void saveProjectAs();
      break;
    case 'undo':
      useEditor.getState().undo();
      break;
    case 'redo':
      useEditor.getState().redo();
      break;
    case 'duplicate':
      if (!isCovered()) duplicateSelection();
      break;
    case 'selectAll':
      selectAllInFocus();
      break;
    case 'tidy':
      if (!isCovered()) tidy();
      break;
    case 'addShortcut':
      skipFromSelected();
      break;
    case 'convertToResidual':
      askForResidual();
      break;
    case 'convertToPlain':
      convertToPlain();
      break;
    case 'settings':
      useOpenView.getState().show('settings');
      break;
    case 'lectureMode':
      toggleLectureMode();
      break;
    default:
      assertNever(command);
  }
}

/** All of the text that is being typed, or all layers. */
function selectAllInFocus(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement) activeElement.select();
  else if (!isTyping(activeElement) && !isCovered()) selectAll();
}
