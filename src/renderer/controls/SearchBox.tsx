import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { say } from '../language/say';
import { t } from '../language/t';
import { classNames } from './classNames';
import styles from './SearchBox.module.css';
import { ToolButton } from './ToolButton';

interface SearchBoxProps {
  /** Name and placeholder: `Search layers`. */
  label: string;
  value: string;
  box: RefObject<HTMLInputElement | null>;
  /** Place and width in what is around it. */
  className?: string | undefined;
  onChange(value: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** A text to search for: "/" leads there, as the empty box says, and a cross clears it. */
export function SearchBox({ label, value, box, className, onChange, onKeyDown }: SearchBoxProps) {
  return (
    <div className={classNames(styles['search'], className)}>
      <Search size={14} aria-hidden="true" />
      <input
        ref={box}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={say(label)}
        aria-label={say(label)}
      />
      {value === '' ? (
        <kbd>/</kbd>
      ) : (
        <ToolButton
          icon
          className={styles['clear']}
          aria-label={t`Clear search`}
          onClick={() => onChange('')}
        >
          <X size={13} aria-hidden="true" />
        </ToolButton>
      )}
    </div>
  );
}
