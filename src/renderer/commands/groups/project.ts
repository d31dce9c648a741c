import { FilePlus2, FolderOpen, House, LayoutTemplate, Save } from 'lucide-react';
import { openRequestedCommand, saveCommand } from '../../../protocol/nativeMenu';
import { t } from '../../language/t';
import { openEmptyProject, openProject, openRequest } from '../../project/projectActions';
import { saveProject, saveProjectAs } from '../../project/saveProject';
import { useOpenView } from '../../views/openView';
import type { CommandGroup } from '../command';

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
      perform: () => void openEmptyProject(),
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
      id: openRequestedCommand,
      label: () => t`Open the file that was handed over`,
      scope: 'typing',
      unlisted: true,
      perform: () => void openRequest(),
    },
    {
      id: saveCommand,
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
  ],
};
