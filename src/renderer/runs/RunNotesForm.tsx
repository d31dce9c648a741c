import { useId, useState } from 'react';
import type { RunNotes, RunSummary } from '../../protocol/runMessages';
import { t } from '../language/t';
import styles from './ChosenRuns.module.css';
import { readTags } from './readTags';
import { annotateRun } from './runActions';

/** Name, tags and notes of a run, kept with it as soon as a box is left. */
export function RunNotesForm({ run }: { run: RunSummary }) {
  const { folder, notes, name } = run;
  const [title, setTitle] = useState(notes.title);
  const [tags, setTags] = useState(notes.tags.join(', '));
  const [remark, setRemark] = useState(notes.remark);
  const ids = { title: useId(), tags: useId(), remark: useId() };
  const keep = (): void => {
    const now: RunNotes = { title: title.trim(), tags: [...readTags(tags)], remark };
    if (JSON.stringify(now) !== JSON.stringify(notes)) annotateRun(folder, now);
  };
  return (
    <form
      className={styles['notes']}
      aria-label={t`Notes of ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label htmlFor={ids.title}>{t`Name`}</label>
      <input
        id={ids.title}
        value={title}
        maxLength={120}
        placeholder={name}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={keep}
      />
      <label htmlFor={ids.tags}>{t`Tags`}</label>
      <input
        id={ids.tags}
        value={tags}
        placeholder={t`lecture, ReLU`}
        onChange={(event) => setTags(event.target.value)}
        onBlur={keep}
      />
      <label htmlFor={ids.remark}>{t`Notes`}</label>
      <textarea
        id={ids.remark}
        value={remark}
        rows={3}
        maxLength={4000}
        onChange={(event) => setRemark(event.target.value)}
        onBlur={keep}
      />
      {/* Enter in a box keeps it; a form without this button would not hear of it. */}
      <button type="submit" hidden>
        {t`Keep`}
      </button>
    </form>
  );
}
