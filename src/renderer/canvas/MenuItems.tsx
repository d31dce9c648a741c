import { ChevronRight } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { findCommand } from '../commands/commandGroups';
import { performCommand } from '../commands/performCommand';
import { useKeysText } from '../commands/useKeysText';
import menu from '../controls/Menu.module.css';
import { say } from '../language/say';

interface ItemProps {
  label: string;
  keys?: string | undefined;
  disabled?: boolean;
  onSelect: () => void;
}

/** An entry of a context menu. */
export function Item({ label, keys, disabled = false, onSelect }: ItemProps) {
  return (
    <ContextMenu.Item className={menu['item']} disabled={disabled} onSelect={onSelect}>
      <span className={menu['mark']} />
      {say(label)}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </ContextMenu.Item>
  );
}

interface CommandItemProps {
  id: string;
  /** In place of the command's own, where what is under the pointer says more. */
  label?: string;
  /** In place of the command's own. */
  keys?: string | undefined;
  /** Makes of the action one that waits until the menu is gone. */
  afterClosing?: (action: () => void) => () => void;
}

/** An entry that does a command of the window. */
export function CommandItem({ id, label, keys, afterClosing }: CommandItemProps) {
  const command = findCommand(id);
  const own = useKeysText(id);
  if (command === undefined) return null;
  const perform = () => performCommand(command);
  return (
    <Item
      label={label ?? command.label()}
      keys={keys ?? own}
      disabled={(command.obstacle?.() ?? null) !== null}
      onSelect={afterClosing === undefined ? perform : afterClosing(perform)}
    />
  );
}

/** An entry that leads to further ones beside it. */
export function Submenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className={menu['item']}>
        <span className={menu['mark']} />
        {say(label)}
        <ChevronRight size={14} className={menu['more']} aria-hidden="true" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className={menu['menu']} sideOffset={4} collisionPadding={8}>
          {children}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

export function Separator() {
  return <ContextMenu.Separator className={menu['separator']} />;
}
