import { Tooltip } from 'radix-ui';
import { type ReactElement, useState } from 'react';
import { say } from '../language/say';
import styles from './Hint.module.css';

interface HintProps {
  /** What the control does or means. */
  text: string;
  /** Keys that do the same, as people read them: `Ctrl Z`. */
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** True while it would be in the way. */
  quiet?: boolean;
  /** The control: one element that takes a ref. */
  children: ReactElement;
}

/** A tooltip on hover and focus. */
export function Hint({ text, keys, side = 'bottom', quiet = false, children }: HintProps) {
  const [open, setOpen] = useState(false);
  return (
    <Tooltip.Root open={open && !quiet} onOpenChange={setOpen}>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles['hint']} side={side} sideOffset={6} collisionPadding={8}>
          {say(text)}
          {keys !== undefined && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
