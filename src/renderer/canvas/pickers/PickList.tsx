import { Command } from 'cmdk';
import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import type { Position } from '../../../network/graph/document';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { isSlimWindow } from '../../room/windowRoom';
import styles from './PickList.module.css';

/** Something that can be picked. */
export interface Pick {
  /** Unique in the list; what `onPick` and `onAim` are given. */
  readonly id: string;
  readonly label: string;
  /** Other words by which it is found. */
  readonly keywords: readonly string[];
  readonly icon: ReactNode;
  /** A remark beside the label: a shape, a key. */
  readonly aside?: string | undefined;
  /** What stands against it, in a sentence. */
  readonly refusal?: string | undefined;
}

interface PickListProps {
  /** Names the list for screen readers. */
  label: string;
  placeholder: string;
  /** Where it opens, as a point of the window in px. */
  at: Position;
  /** Room that it leaves free below that point, in px: for the card that is being placed. */
  clearance?: number;
  groups: readonly { readonly heading: string; readonly picks: readonly Pick[] }[];
  onPick: (id: string) => void;
  /** The list points at another entry. */
  onAim: (id: string | null) => void;
  onClose: () => void;
  /** A choice beneath the list that what is picked depends on. */
  footer?: ReactNode;
}

/** A list to search and pick from, at a point of the canvas. */
export function PickList({
  label,
  placeholder,
  at,
  groups,
  clearance = 0,
  onPick,
  onAim,
  onClose,
  footer,
}: PickListProps) {
  const [aimed, setAimed] = useState('');
  const filled = groups.filter(({ picks }) => picks.length > 0);
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor className={styles['anchor']} style={{ left: at.x, top: at.y }} />
      <Popover.Portal>
        <Popover.Content
          className={styles['list']}
          align="start"
          side={clearance > 0 || isSlimWindow() ? 'bottom' : 'right'}
          sideOffset={10 + clearance}
          collisionPadding={12}
          aria-label={label}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Command
            label={label}
            loop
            vimBindings={false}
            // The list tells where it points only to those who hold its value.
            value={aimed}
            onValueChange={(id) => {
              setAimed(id);
              onAim(id === '' ? null : id);
            }}
          >
            <Command.Input className={styles['search']} placeholder={placeholder} autoFocus />
            <Command.List className={styles['entries']}>
              <Command.Empty className={styles['empty']}>{t`Nothing is called that.`}</Command.Empty>
              {filled.map(({ heading, picks }) => (
                <Command.Group key={heading} heading={heading}>
                  {picks.map((pick) => (
                    <Command.Item
                      key={pick.id}
                      value={pick.id}
                      keywords={[pick.label, ...pick.keywords]}
                      className={styles['entry']}
                      onSelect={onPick}
                    >
                      {pick.icon}
                      <span className={styles['name']}>{pick.label}</span>
                      {pick.aside !== undefined && <span className={styles['aside']}>{pick.aside}</span>}
                      {pick.refusal !== undefined && (
                        <span className={styles['refusal']}>{say(pick.refusal)}</span>
                      )}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
