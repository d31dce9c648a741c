import { layerKinds } from '../../network/layers/registry';
import { Dialog, DialogButton } from '../controls/Dialog';
import { t } from '../language/t';
import { commandKeys } from '../project/shortcutLabels';
import styles from './ShortcutSheet.module.css';
import { useShortcutSheet } from './shortcutSheetStore';

type Shortcut = readonly [keys: string, action: string];

/** Every key that the editor knows, in groups. */
function shortcutGroups(): readonly { readonly heading: string; readonly shortcuts: readonly Shortcut[] }[] {
  return [
    {
      heading: t`Add`,
      shortcuts: [
        ['/', t`Search all layers`],
        ...layerKinds.flatMap(({ shortcut, label }): Shortcut[] =>
          shortcut === undefined ? [] : [[shortcut.toUpperCase(), label]],
        ),
      ],
    },
    {
      heading: t`Go`,
      shortcuts: [
        ['← →', t`Along the connections`],
        ['↑ ↓', t`To the layer above or below`],
        [t`Shift + arrow`, t`Select one more`],
        ['Enter', t`To the layer’s settings`],
        ['Esc', t`Back to the card; deselect`],
        ['Shift 1', t`Fit the network`],
        ['Shift 2', t`Zoom to the selection`],
      ],
    },
    {
      heading: t`Change`,
      shortcuts: [
        ['L', t`Connect to…`],
        ['S', t`Add a shortcut to…`],
        ['F2', 'Rename'],
        [t`Alt + arrow`, 'Move'],
        ['Del', t`Delete, closing the chain`],
        [commandKeys('A'), t`Select all`],
        [`${commandKeys('C')}, X, V`, t`Copy, cut, paste as text`],
        [commandKeys('D'), 'Duplicate'],
        [commandKeys('G'), t`Group into a block, or collapse it`],
        [commandKeys('Shift', 'G'), 'Ungroup'],
        [commandKeys('Z'), 'Undo'],
        [commandKeys('Shift', 'Z'), 'Redo'],
        ['T', t`Tidy layout`],
      ],
    },
    {
      heading: t`Project`,
      shortcuts: [
        [commandKeys('N'), 'New'],
        [commandKeys('Shift', 'N'), t`New from template`],
        [commandKeys('O'), 'Open'],
        [commandKeys('S'), 'Save'],
        [commandKeys('Shift', 'S'), t`Save as`],
        [commandKeys('Enter'), t`Train, pause`],
        [commandKeys(','), t`Settings`],
        [commandKeys('Shift', 'L'), t`Lecture mode`],
        ['?', t`This list`],
      ],
    },
  ];
}

/** The keys of the editor, on request. */
export function ShortcutSheet() {
  const { open, close } = useShortcutSheet();
  if (!open) return null;
  return (
    <Dialog title={t`Keys`} onClose={close} wide>
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
          {t`Close`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
