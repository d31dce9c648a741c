import { FolderOpen, Trash2, X } from 'lucide-react';
import { type KeyboardEvent as BoxKey, useEffect, useRef } from 'react';
import type { RunSummary } from '../../protocol/runMessages';
import { Hint } from '../controls/Hint';
import { SearchBox } from '../controls/SearchBox';
import { SelectMenu } from '../controls/SelectMenu';
import { ToolButton } from '../controls/ToolButton';
import { isTyping } from '../editor/keyTarget';
import { useEngineElsewhere } from '../engine/engineElsewhere';
import { formatCounted } from '../format/numbers';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useTrainsAnywhere } from '../training/trainingElsewhere';
import { useOpenView } from '../views/openView';
import { useChosenRuns } from './chosenRunsStore';
import styles from './RunsView.module.css';
import { addRun, trashRuns } from './runActions';
import { tagsOf } from './runFilter';
import { useRunFilter } from './runFilterStore';
import { runStateWords } from './runStates';
import { TrialsMenu } from './TrialsMenu';

interface RunsHeaderProps {
  runs: readonly RunSummary[];
  /** Those that the filter lets through. */
  shown: readonly RunSummary[];
}

const all = 'all';
const states = ['finished', 'stopped', 'diverged', 'interrupted', 'training'] as const;

/** Title, search, and what can be done with the runs that are chosen. */
export function RunsHeader({ runs, shown }: RunsHeaderProps) {
  const elsewhere = useEngineElsewhere();
  const { filter, change } = useRunFilter();
  const { chosen, choose } = useChosenRuns();
  const box = useRef<HTMLInputElement>(null);
  const tags = tagsOf(runs);
  const busy = useTrainsAnywhere();
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
  const handleKey = (event: BoxKey) => {
    if (event.key !== 'Escape') return;
    if (filter.text === '') box.current?.blur();
    change({ text: '' });
  };
  return (
    <header className={styles['header']}>
      <h2>{t`Runs`}</h2>
      <SearchBox
        label={t`Search runs`}
        value={filter.text}
        box={box}
        className={styles['search']}
        onChange={(text) => change({ text })}
        onKeyDown={handleKey}
      />
      <div className={styles['choice']}>
        <SelectMenu
          label={t`State`}
          value={filter.state ?? all}
          options={[
            { value: all, label: t`Any state` },
            ...states.map((value) => ({ value, label: runStateWords[value] })),
          ]}
          onChange={(state) => change({ state: state === all ? null : state })}
        />
      </div>
      <div className={styles['choice']}>
        <SelectMenu
          label={t`Tag`}
          value={filter.tag ?? ''}
          options={[{ value: '', label: t`Any tag` }, ...tags.map((tag) => ({ value: tag, label: tag }))]}
          onChange={(tag) => change({ tag: tag === '' ? null : tag })}
        />
      </div>
      {runs.some(({ experiment }) => experiment !== null) && (
        <div className={styles['choice']}>
          <TrialsMenu runs={runs} />
        </div>
      )}
      <span className={styles['count']} role="status">
        {shown.length === runs.length
          ? formatCounted(runs.length, 'run')
          : t`${shown.length} of ${formatCounted(runs.length, 'run')}`}
        {chosen.length > 0 && t`, ${chosen.length} chosen`}
      </span>
      {chosen.length > 0 && (
        <>
          <FramedButton onClick={() => choose([])}>{t`Choose none`}</FramedButton>
          <FramedButton onClick={() => void trashRuns(chosen)}>
            <Trash2 size={13} aria-hidden="true" />
            {t`Move to trash`}
          </FramedButton>
        </>
      )}
      {!elsewhere && (
        <Hint text={t`A folder that another process or machine trains into is watched as it grows`}>
          <FramedButton disabled={busy} onClick={() => void addRun()}>
            <FolderOpen size={13} aria-hidden="true" />
            {t`Open a run’s folder…`}
          </FramedButton>
        </Hint>
      )}
      <ToolButton icon aria-label={t`Back to the network`} onClick={useOpenView.getState().close}>
        <X size={16} aria-hidden="true" />
      </ToolButton>
    </header>
  );
}
