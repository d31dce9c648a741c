import { type ComponentProps, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { focusOrigin } from '../editor/focusOrigin';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** Escape, or leaving it in another way than by its buttons. */
  onClose: () => void;
  /** True for lists and tables. */
  wide?: boolean;
  children: ReactNode;
}

/** A question or message that must be answered first. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  const heading = useId();
  // While it is still on the page, closing it gives the focus back; its mere removal would lose it.
  useLayoutEffect(() => {
    const shown = dialog.current;
    const giveBack = focusOrigin();
    gone.current = false;
    shown?.showModal();
    // The browser would choose the first button, whatever that does.
    shown?.querySelector<HTMLElement>('[data-first-choice]')?.focus();
    return () => {
      gone.current = true;
      shown?.close();
      giveBack();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      data-wide={wide}
      aria-labelledby={heading}
      onClose={() => {
        // Whoever has taken it away knows.
        if (!gone.current) onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}

interface DialogButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'danger';
  /** Has the focus when the dialog opens: Enter takes it. */
  firstChoice?: boolean;
}

export function DialogButton({ look = 'plain', firstChoice, ...rest }: DialogButtonProps) {
  return (
    <button
      type="button"
      className={styles['button']}
      data-look={look}
      data-first-choice={firstChoice}
      {...rest}
    />
  );
}
