import { ContextMenu } from 'radix-ui';
import menu from '../controls/Menu.module.css';
import { say } from '../language/say';

interface ItemProps {
  label: string;
  keys?: string;
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

export function Separator() {
  return <ContextMenu.Separator className={menu['separator']} />;
}
