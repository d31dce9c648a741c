import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { findCommand } from '../commands/commandGroups';
import { performCommand } from '../commands/performCommand';
import { useKeysText } from '../commands/useKeysText';
import menu from '../controls/Menu.module.css';
import { ToolButton } from '../controls/ToolButton';
import { ExportMenu } from '../exporting/ExportMenu';
import { t } from '../language/t';
import { RecentProjectsMenu } from './RecentProjectsMenu';

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
          <CommandItem id="project.newFromTemplate" label={t`From template…`} />
          <CommandItem id="project.new" label={t`Empty network`} />
          <DropdownMenu.Separator className={menu['separator']} />
          <CommandItem id="project.open" />
          <RecentProjectsMenu />
          <DropdownMenu.Separator className={menu['separator']} />
          <CommandItem id="project.save" />
          <CommandItem id="project.saveAs" />
          <DropdownMenu.Separator className={menu['separator']} />
          <ExportMenu />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** An entry that does a command of the window, under its own name where `label` gives none. */
function CommandItem({ id, label }: { id: string; label?: string }) {
  const command = findCommand(id);
  const keys = useKeysText(id);
  if (command === undefined) return null;
  return (
    <DropdownMenu.Item className={menu['item']} onSelect={() => performCommand(command)}>
      <span className={menu['mark']} />
      {label ?? command.label()}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </DropdownMenu.Item>
  );
}
