import { layerKinds } from '../../network/layers/registry';
import { Dialog, DialogButton } from '../controls/Dialog';
import { commandKeys } from '../project/shortcutLabels';
import styles from './ShortcutSheet.module.css';
import { useShortcutSheet } from './shortcutSheetStore';

type Shortcut = readonly [keys: string, action: string];

/** Every key that the editor knows, in groups. */
function shortcutGroups(): readonly { readonly heading: string; readonly shortcuts: readonly Shortcut[] }[] {
  return [
    {
      heading: 'Add',
      shortcuts: [
        ['/', 'Search all layers'],
        ...layerKinds.flatMap(({ shortcut, label }): Shortcut[] =>
          shortcut === undefined ? [] : [[shortcut.toUpperCase(), label]],
        ),
      ],
    },
    {
      heading: 'Go',
      shortcuts: [
        ['← →', 'Along the connections'],
        ['↑ ↓', 'To the layer above or below'],
        ['Shift + arrow', 'Select one more'],
        ['Enter', 'To the layer’s settings'],
        ['Esc', 'Back to the card; deselect'],
        ['Shift 1', 'Fit the network'],
        ['Shift 2', 'Zoom to the selection'],
      ],
    },
    {
      heading: 'Change',
      shortcuts: [
        ['L', 'Connect to…'],
        ['S', 'Add a shortcut to…'],
        ['F2', 'Rename'],
        ['Alt + arrow', 'Move'],
        ['Del', 'Delete, closing the chain'],
        [commandKeys('A'), 'Select all'],
        [`${commandKeys('C')}, X, V`, 'Copy, cut, paste as text'],
        [commandKeys('D'), 'Duplicate'],
        [commandKeys('G'), 'Group into a block, or collapse it'],
        [commandKeys('Shift', 'G'), 'Ungroup'],
        [commandKeys('Z'), 'Undo'],
        [commandKeys('Shift', 'Z'), 'Redo'],
        ['T', 'Tidy layout'],
      ],
    },
    {
      heading: 'Project',
      shortcuts: [
        [commandKeys('N'), 'New'],
        [commandKeys('Shift', 'N'), 'New from template'],
        [commandKeys('O'), 'Open'],
        [commandKeys('S'), 'Save'],
        [commandKeys('Shift', 'S'), 'Save as'],
        [commandKeys('Enter'), 'Train, pause'],
        ['?', 'This list'],
      ],
    },
  ];
}

/** The keys of the editor, on request. */
export function ShortcutSheet() {
  const { open, close } = useShortcutSheet();
  if (!open) return null;
  return (
    <Dialog title="Keys" onClose={close} wide>
      <div className={styles['groups']}>
        {shortcutGroups().map(({ heading, shortcuts }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <dl>
              {shortcuts.map(([keys, action]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{action}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <footer>
        <DialogButton look="primary" onClick={close} firstChoice>
          Close
        </DialogButton>
      </footer>
    </Dialog>
  );
}
