import type { NativeMenuItem, NativeMenus } from '../../protocol/nativeMenu';
import { t } from '../language/t';
import { findCommand } from './commandGroups';
import { accelerator } from './keyChord';
import { keysOf } from './keymap';

/** The application's menus in the window's language, with the keys that the commands have now. */
export function nativeMenus(): NativeMenus {
  return [
    {
      label: t`File`,
      items: items(
        'project.start',
        separator,
        'project.new',
        'project.newFromTemplate',
        'project.open',
        'project.import',
        { type: 'recent', label: t`Open recent` },
        separator,
        'project.save',
        'project.saveAs',
        'project.saveAll',
        separator,
        'tabs.close',
        'tabs.reopen',
        separator,
        'export.pictureSvg',
        'export.picturePng',
        'export.savePytorch',
        'export.saveKeras',
        separator,
        { type: 'role', role: 'quitOrClose' },
      ),
    },
    {
      label: t`Edit`,
      items: items(
        'edit.undo',
        'edit.redo',
        separator,
        { type: 'role', role: 'cut' },
        { type: 'role', role: 'copy' },
        { type: 'role', role: 'paste' },
        'edit.duplicate',
        'edit.delete',
        separator,
        'edit.selectAll',
        'go.find',
        'edit.rename',
        separator,
        'view.commands',
        'view.settings',
      ),
    },
    {
      label: t`Arrange`,
      items: items(
        'edit.tidy',
        separator,
        'arrange.alignLeft',
        'arrange.alignCentre',
        'arrange.alignRight',
        'arrange.alignTop',
        'arrange.alignMiddle',
        'arrange.alignBottom',
        separator,
        'arrange.distributeAcross',
        'arrange.distributeDown',
        separator,
        'arrange.snapToGrid',
        'arrange.guides',
      ),
    },
    {
      label: t`Network`,
      items: items(
        'layers.search',
        'layers.addHere',
        'network.connect',
        'network.addShortcut',
        separator,
        'network.group',
        'network.ungroup',
        'network.chain',
        separator,
        'network.convertToResidual',
        'network.convertToPlain',
        separator,
        'fineTuning.freeze',
        'fineTuning.unfreeze',
        'fineTuning.freezeBefore',
        'fineTuning.replaceHead',
      ),
    },
    {
      label: t`Training`,
      items: items(
        'training.train',
        'training.stop',
        'training.continue',
        separator,
        'training.twin',
        'training.probe',
        separator,
        'training.dataset',
      ),
    },
    {
      label: t`View`,
      items: items(
        'view.fit',
        'view.zoomToSelection',
        'view.dock',
        separator,
        'view.gallery',
        'view.laboratory',
        'view.runs',
        'view.use',
        separator,
        'view.lectureMode',
        'view.theme',
        { type: 'role', role: 'resetZoom' },
        { type: 'role', role: 'zoomIn' },
        { type: 'role', role: 'zoomOut' },
        { type: 'role', role: 'togglefullscreen' },
        separator,
        'go.nextRegion',
        'go.previousRegion',
        'tabs.next',
        'tabs.previous',
        'tabs.training',
      ),
    },
    {
      label: t`Help`,
      items: items(
        'view.lesson',
        'view.glossary',
        'view.keys',
        separator,
        'help.report',
        'help.logFile',
        'help.logFolder',
        separator,
        'help.licences',
        'help.about',
      ),
    },
  ];
}

const separator: NativeMenuItem = { type: 'separator' };

/** Commands by their ids; one that is gone is left out. */
function items(...entries: readonly (string | NativeMenuItem)[]): NativeMenuItem[] {
  return entries.flatMap((entry) => {
    if (typeof entry !== 'string') return [entry];
    const command = findCommand(entry);
    if (command === undefined) return [];
    const [chord] = keysOf(command);
    const shown = chord === undefined ? null : accelerator(chord);
    return [{ type: 'command', id: command.id, label: command.label(), accelerator: shown }];
  });
}
