import { RotateCcw, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import type { KeptSettings } from '../../protocol/keptSettings';
import { SearchBox } from '../controls/SearchBox';
import { ToolButton } from '../controls/ToolButton';
import { isTyping } from '../editor/keyTarget';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { useOpenView } from '../views/openView';
import styles from './SettingsView.module.css';
import { settingGroups } from './settingGroups';
import { changeSettings, useSettings } from './settingsStore';

interface SettingsHeaderProps {
  search: string;
  box: RefObject<HTMLInputElement | null>;
  onSearch: (search: string) => void;
  /** Goes to the first setting that was found. */
  onEnter: () => void;
}

/** Title, search, and the way back to all defaults. */
export function SettingsHeader({ search, box, onSearch, onEnter }: SettingsHeaderProps) {
  useEffect(() => {
    const handle = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
    };
    box.current?.focus();
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [box]);
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      onEnter();
    }
    if (event.key !== 'Escape') return;
    if (search === '') useOpenView.getState().close();
    onSearch('');
  };
  return (
    <header className={styles['header']}>
      <h2>{t`Settings`}</h2>
      <SearchBox
        label={t`Search settings`}
        value={search}
        box={box}
        className={styles['search']}
        onChange={onSearch}
        onKeyDown={handleKey}
      />
      <span className={styles['gap']} />
      <ResetAll />
      <ToolButton icon aria-label={t`Back to the network`} onClick={useOpenView.getState().close}>
        <X size={16} aria-hidden="true" />
      </ToolButton>
    </header>
  );
}

/** Takes every setting of the table to its default, and back again. */
function ResetAll() {
  const kept = useSettings((state) => state.kept);
  const [before, setBefore] = useState<KeptSettings | null>(null);
  const changed = settingGroups
    .flatMap(({ settings }) => settings)
    .filter(({ id, read, default: usual }) => read(kept[id]) !== usual);
  const reset = () => {
    setBefore(kept);
    changeSettings(Object.fromEntries(changed.map(({ id }) => [id, null])));
  };
  if (changed.length > 0)
    return (
      <FramedButton onClick={reset}>
        <RotateCcw size={13} aria-hidden="true" />
        {t`Reset all`}
      </FramedButton>
    );
  if (before === null) return null;
  return (
    <FramedButton onClick={() => changeSettings(before)}>
      <Undo2 size={13} aria-hidden="true" />
      {t`Take the reset back`}
    </FramedButton>
  );
}
