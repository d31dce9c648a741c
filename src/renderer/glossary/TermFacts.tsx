import { glossary, type TermId } from '../../network/glossary/glossary';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './Term.module.css';
import { TermText } from './TermText';

/** What a term means: a sentence, its formula, and the paper that it comes from. */
export function TermFacts({ term, onTerm }: { term: TermId; onTerm: (term: TermId) => void }) {
  const { sentence, formula, paper } = glossary[term];
  return (
    <>
      <p>
        <TermText text={sentence} known={term} onTerm={onTerm} />
      </p>
      {formula !== null && <code className={styles['formula']}>{say(formula)}</code>}
      {paper !== null && (
        <p className={styles['paper']}>
          <span>{t`Paper`}</span> {paper}
        </p>
      )}
    </>
  );
}
