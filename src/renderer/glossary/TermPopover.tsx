import { Popover } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { glossary, type TermId } from '../../network/glossary/glossary';
import { say } from '../language/say';
import { t } from '../language/t';
import { isSlimWindow } from '../room/windowRoom';
import { useGlossary } from './glossaryStore';
import styles from './Term.module.css';
import { TermFacts } from './TermFacts';
import { TermText } from './TermText';

interface TermPopoverProps {
  term: TermId;
  /** What the field that it belongs to is for. */
  help?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The control that opens it: one element that takes a ref. */
  children: ReactNode;
}

/** What a term means, beside where it stands. Terms in its text take its place. */
export function TermPopover({ term, help, open, onOpenChange, children }: TermPopoverProps) {
  const [shown, setShown] = useState(term);
  const before = useRef<Element | null>(null);
  /** The text is read first, and whoever came by key goes back to the field. */
  const takeFocus = (event: Event): void => {
    event.preventDefault();
    before.current = document.activeElement;
    setShown(term);
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
  };
  const giveFocusBack = (event: Event): void => {
    event.preventDefault();
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['popover']}
          side={isSlimWindow() ? 'bottom' : 'left'}
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={say(glossary[shown].name)}
          tabIndex={-1}
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={giveFocusBack}
        >
          {help !== undefined && shown === term && (
            <p className={styles['help']}>
              <TermText text={help} known={term} onTerm={setShown} />
            </p>
          )}
          <h3>{say(glossary[shown].name)}</h3>
          <TermFacts term={shown} onTerm={setShown} />
          <footer>
            {shown !== term && (
              <button type="button" className={styles['link']} onClick={() => setShown(term)}>
                {t`Back to ${say(glossary[term].name)}`}
              </button>
            )}
            <button
              type="button"
              className={styles['link']}
              onClick={() => {
                onOpenChange(false);
                useGlossary.getState().show(shown);
              }}
            >
              {t`All terms`}
            </button>
          </footer>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
