import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './SettingsPopover.module.css';

/** What a button of the command bar opens: a form of settings. To be used within a Popover.Root. */
export function SettingsPopover({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Popover.Portal>
      <Popover.Content
        className={styles['popover']}
        align="end"
        sideOffset={8}
        collisionPadding={8}
        aria-label={label}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  );
}
