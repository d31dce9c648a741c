import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
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
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
    // The browser would choose the first button, whatever that does.
    dialog.current?.querySelector<HTMLElement>('[data-first-choice]')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      data-wide={wide}
      aria-labelledby={heading}
      onClose={onClose}
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
