import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { glossary, type TermId } from '../../network/glossary/glossary';
import { findTerms } from '../../network/glossary/linkTerms';
import { Dialog, DialogButton } from '../controls/Dialog';
import { SearchBox } from '../controls/SearchBox';
import { say } from '../language/say';
import { t } from '../language/t';
import styles from './GlossaryDialog.module.css';
import { useGlossary } from './glossaryStore';
import { TermFacts } from './TermFacts';

/** Every term with its sentence, formula and paper, and a search. */
export function GlossaryDialog() {
  const { open, term, close } = useGlossary();
  return open ? <Glossary at={term} onClose={close} /> : null;
}

function Glossary({ at, onClose }: { at: TermId | null; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const [marked, mark] = useState(at);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDListElement>(null);
  const found = findTerms(useDeferredValue(search), say);
  useEffect(() => {
    if (marked !== null)
      list.current?.querySelector(`[data-term="${marked}"]`)?.scrollIntoView({ block: 'start' });
  }, [marked]);
  const goTo = (term: TermId): void => {
    setSearch('');
    mark(term);
  };
  return (
    <Dialog title={t`Glossary`} onClose={onClose} wide>
      <SearchBox
        label={t`Search terms`}
        value={search}
        box={box}
        className={styles['search']}
        onChange={setSearch}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || search === '') return;
          event.preventDefault();
          setSearch('');
        }}
      />
      <dl ref={list} className={styles['list']}>
        {found.map((term) => (
          <div key={term} className={styles['entry']} data-term={term} data-marked={term === marked}>
            <dt>{say(glossary[term].name)}</dt>
            <dd>
              <TermFacts term={term} onTerm={goTo} />
            </dd>
          </div>
        ))}
      </dl>
      {found.length === 0 && (
        <p role="status">{t`No term has “${search}”. Try “stride”, “norm” or the name of an author.`}</p>
      )}
      <footer>
        <DialogButton look="primary" onClick={onClose}>
          {t`Close`}
        </DialogButton>
      </footer>
    </Dialog>
  );
}
