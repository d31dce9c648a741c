import type { TermId } from '../../network/glossary/glossary';
import { linkTerms } from '../../network/glossary/linkTerms';
import { say } from '../language/say';
import { spokenTermNames } from './spokenTermNames';
import styles from './Term.module.css';

interface TermTextProps {
  text: string;
  /** The term that the text explains, which is no link in it. */
  known: TermId | null;
  onTerm: (term: TermId) => void;
}

/** A text in the window's language; the terms that stand in it lead to what is said of them. */
export function TermText({ text, known, onTerm }: TermTextProps) {
  let place = 0;
  return linkTerms(say(text), known, spokenTermNames()).map(({ text: part, term }) => {
    place += part.length;
    if (term === null) return <span key={place}>{part}</span>;
    return (
      <button key={place} type="button" className={styles['link']} onClick={() => onTerm(term)}>
        {part}
      </button>
    );
  });
}
