import { CircleHelp } from 'lucide-react';
import type { TermId } from '../../network/glossary/glossary';
import { t } from '../language/t';
import styles from './Term.module.css';
import { TermPopover } from './TermPopover';

interface ExplainButtonProps {
  term: TermId;
  label: string;
  help: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Says at length what a field is about. It shows where the pointer or the focus is; F1 in the field does the same. */
export function ExplainButton({ term, label, help, open, onOpenChange }: ExplainButtonProps) {
  return (
    <TermPopover term={term} help={help} open={open} onOpenChange={onOpenChange}>
      <button
        type="button"
        className={styles['explain']}
        aria-label={t`Explain`}
        title={t`${label}: what is that? (F1)`}
        tabIndex={-1}
      >
        <CircleHelp size={13} aria-hidden="true" />
      </button>
    </TermPopover>
  );
}
