import { Command as CommandList } from 'cmdk';
import { layerKinds } from '../../network/layers/registry';
import { keysText } from '../commands/keymap';
import { LayerBadge } from '../glyphs/LayerBadge';
import { say } from '../language/say';
import styles from './CommandPalette.module.css';
import type { PaletteEntry } from './paletteEntry';

interface PaletteRowProps {
  entry: PaletteEntry;
  onChoose: (entry: PaletteEntry) => void;
}

const kinds = new Map(layerKinds.map((kind) => [`layers.${kind.kind}`, kind]));

/** A command by its name, with its keys, or why it can't be done now. */
export function PaletteRow({ entry, onChoose }: PaletteRowProps) {
  const { command, detail } = entry;
  const { icon: Icon } = command;
  const kind = kinds.get(command.id);
  const why = command.obstacle?.() ?? null;
  const keys = keysText(command);
  return (
    <CommandList.Item
      className={styles['entry']}
      value={command.id}
      data-obstructed={why !== null}
      onSelect={() => onChoose(entry)}
    >
      <span className={styles['icon']}>
        {kind !== undefined ? (
          <LayerBadge kind={kind} size="small" />
        ) : (
          Icon !== undefined && <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
        )}
      </span>
      <span className={styles['label']}>{command.label()}</span>
      <span className={styles['detail']}>{why === null ? detail : say(why)}</span>
      {keys !== undefined && <kbd>{keys}</kbd>}
    </CommandList.Item>
  );
}
