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

/** A tooltip on hover and focus, but not while its control is held down: it would lie over what is dragged from there. */
export function Hint({ text, keys, side = 'bottom', quiet = false, children }: HintProps) {
  const [open, setOpen] = useState(false);
  const [held, setHeld] = useState(false);
  return (
    <Tooltip.Root open={open && !held && !quiet} onOpenChange={setOpen}>
      <Tooltip.Trigger
        asChild
        onPointerDown={() => {
          setHeld(true);
          whenReleased(() => {
            setHeld(false);
            setOpen(false);
          });
        }}
      >
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles['hint']} side={side} sideOffset={6} collisionPadding={8}>
          {say(text)}
          {keys !== undefined && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** Calls back once the pointer is let go; where it drags something, that is told instead of its release. */
function whenReleased(release: () => void): void {
  const listening = new AbortController();
  const end = () => {
    listening.abort();
    release();
  };
  for (const event of ['pointerup', 'dragend'])
    window.addEventListener(event, end, { capture: true, signal: listening.signal });
}
