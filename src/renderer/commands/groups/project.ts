import { Bookmark, FilePlus2, FolderOpen, House, Import, LayoutTemplate, Save, SaveAll } from 'lucide-react';
import { openRequestedCommand, saveAllCommand, saveFilesCommand } from '../../../protocol/nativeMenu';
import { focusProjectName } from '../../editor/focus';
import { useNotice } from '../../editor/noticeStore';
import { keepCanvasAsTemplate } from '../../gallery/galleryActions';
import { t } from '../../language/t';
import { openEmptyProject, openProject, openRequest } from '../../project/projectActions';
import {
  saveAllProjects,
  saveProject,
  saveProjectAs,
  saveProjectsWithFiles,
  unsavedTabs,
} from '../../project/saveProject';
import { autosaveSetting } from '../../settings/groups/saving';
import { changeSetting, settingNow } from '../../settings/settingsStore';
import { useOpenView } from '../../views/openView';
import type { CommandGroup } from '../command';
import { emptyNetwork } from '../obstacles';

export const project: CommandGroup = {
  id: 'project',
  label: () => t`Project`,
  commands: [
    {
      id: 'project.start',
      label: () => t`Start screen`,
      scope: 'window',
      icon: House,
      perform: () => useOpenView.getState().show('start'),
    },
    {
      id: 'project.new',
      label: () => t`New, empty network`,
      keys: ['Mod+N'],
      scope: 'typing',
      icon: FilePlus2,
      perform: openEmptyProject,
    },
    {
      id: 'project.newFromTemplate',
      label: () => t`New from template…`,
      keys: ['Mod+Shift+N'],
      scope: 'typing',
      icon: LayoutTemplate,
      perform: () => useOpenView.getState().show('gallery'),
    },
    {
      id: 'project.open',
      label: () => t`Open…`,
      keys: ['Mod+O'],
      scope: 'typing',
      icon: FolderOpen,
      perform: () => void openProject(),
    },
    {
      id: 'project.import',
      label: () => t`Import a model…`,
      scope: 'typing',
      icon: Import,
      words: () => t`of ONNX, Keras, TensorFlow.js or Caffe`,
      perform: () => void openProject(),
    },
    {
      id: openRequestedCommand,
      label: () => t`Open the file that was handed over`,
      scope: 'typing',
      unlisted: true,
      perform: () => void openRequest(),
    },
    {
      id: 'project.save',
      label: () => t`Save`,
      keys: ['Mod+S'],
      scope: 'typing',
      icon: Save,
      perform: () => void saveProject(),
    },
    {
      id: 'project.saveAs',
      label: () => t`Save as…`,
      keys: ['Mod+Shift+S'],
      scope: 'typing',
      icon: Save,
      perform: () => void saveProjectAs(),
    },
    {
      id: saveAllCommand,
      label: () => t`Save all`,
      scope: 'typing',
      icon: SaveAll,
      obstacle: () => (unsavedTabs().length === 0 ? t`All projects are saved.` : null),
      perform: () => void saveAllProjects(),
    },
    {
      id: saveFilesCommand,
      label: () => t`Save all that have a file`,
      scope: 'typing',
      unlisted: true,
      perform: () => void saveProjectsWithFiles(),
    },
    {
      id: 'project.autosave',
      label: () => t`Save by itself: on or off`,
      scope: 'typing',
      words: () => t`autosave after each change`,
      perform: toggleAutosave,
    },
    {
      id: 'project.rename',
      label: () => t`Rename the project`,
      scope: 'window',
      perform: focusProjectName,
    },
    {
      id: 'project.keepAsTemplate',
      label: () => t`Keep as template`,
      scope: 'window',
      icon: Bookmark,
      obstacle: emptyNetwork,
      perform: () => {
        keepCanvasAsTemplate();
        useOpenView.getState().show('gallery');
      },
    },
  ],
};

function toggleAutosave(): void {
  const itself = !settingNow(autosaveSetting);
  changeSetting(autosaveSetting, itself);
  useNotice.getState().show({
    message: itself ? t`Projects save themselves from now on.` : t`Projects are saved when you say so.`,
    advice: itself ? t`One without a file is saved by hand once.` : t`A draft is kept all the same.`,
  });
}
