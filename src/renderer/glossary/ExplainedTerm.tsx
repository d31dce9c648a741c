import { useState } from 'react';
import type { TermId } from '../../network/glossary/glossary';
import styles from './Term.module.css';
import { TermPopover } from './TermPopover';

/** A label that is a term: pressing it says what that means. */
export function ExplainedTerm({ term, label }: { term: TermId; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <TermPopover term={term} open={open} onOpenChange={setOpen}>
      <button type="button" className={styles['label']}>
        {label}
      </button>
    </TermPopover>
  );
}
