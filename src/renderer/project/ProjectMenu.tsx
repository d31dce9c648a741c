import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '../controls/Menu.module.css';
import { ToolButton } from '../controls/ToolButton';
import { ExportMenu } from '../exporting/ExportMenu';
import { t } from '../language/t';
import { useOpenView } from '../views/openView';
import { openEmptyProject, openProject } from './projectActions';
import { RecentProjectsMenu } from './RecentProjectsMenu';
import { saveProject, saveProjectAs } from './saveProject';
import { commandKeys, galleryKeys } from './shortcutLabels';

/** New, open, open recent, save, export. */
export function ProjectMenu() {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <ToolButton icon aria-label={t`Project menu`}>
          <ChevronDown size={14} aria-hidden="true" />
        </ToolButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="start" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Label className={menu['heading']}>{t`New`}</DropdownMenu.Label>
          <Item
            label={t`From template…`}
            keys={galleryKeys()}
            onSelect={() => useOpenView.getState().show('gallery')}
          />
          <Item
            label={t`Empty network`}
            keys={window.layerwise.inBrowser ? undefined : commandKeys('N')}
            onSelect={() => void openEmptyProject()}
          />
          <DropdownMenu.Separator className={menu['separator']} />
          <Item label={t`Open…`} keys={commandKeys('O')} onSelect={() => void openProject()} />
          <RecentProjectsMenu />
          <DropdownMenu.Separator className={menu['separator']} />
          <Item label={t`Save`} keys={commandKeys('S')} onSelect={() => void saveProject()} />
          <Item label={t`Save as…`} keys={commandKeys('Shift', 'S')} onSelect={() => void saveProjectAs()} />
          <DropdownMenu.Separator className={menu['separator']} />
          <ExportMenu />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ label, keys, onSelect }: { label: string; keys?: string | undefined; onSelect: () => void }) {
  return (
    <DropdownMenu.Item className={menu['item']} onSelect={onSelect}>
      <span className={menu['mark']} />
      {label}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </DropdownMenu.Item>
  );
}
