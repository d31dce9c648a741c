import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { useEditor } from '../editor/editorStore';
import { hasUnsavedChanges } from '../editor/unsavedChanges';
import { t } from '../language/t';
import { useTrainingTab } from '../training/trainingElsewhere';
import { closeTab } from './closeTab';
import { goToTab } from './goToTab';
import styles from './TabStrip.module.css';
import { panelId, tabElementId } from './tabElementId';
import { handleTabKey } from './tabKeys';
import type { TabId } from './tabRow';

interface ProjectTabProps {
  tab: TabId;
  front: boolean;
  dragged: boolean;
  onDrag: (tab: TabId | null) => void;
  onDraggedOver: () => void;
}

/** A project's name, its mark while it trains or has unsaved changes, and the button that closes it. */
export function ProjectTab({ tab, front, dragged, onDrag, onDraggedOver }: ProjectTabProps) {
  const editor = useEditor.of(tab);
  const name = useStore(editor, (state) => state.history.document.name);
  const path = useStore(editor, (state) => state.path);
  const unsaved = useStore(editor, hasUnsavedChanges);
  const training = useTrainingTab((state) => state.tab === tab);
  const closeKeys = useKeysText('tabs.close');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (front) box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [front]);
  return (
    <div ref={box} className={styles['tab']} data-front={front} data-dragged={dragged}>
      <Hint text={path ?? t`Not saved yet.`}>
        <button
          type="button"
          id={tabElementId(tab)}
          role="tab"
          className={styles['name']}
          aria-selected={front}
          aria-controls={panelId}
          aria-label={spokenName(name, unsaved, training)}
          tabIndex={front ? 0 : -1}
          onClick={() => goToTab(tab)}
          onAuxClick={({ button }) => {
            if (button === 1) void closeTab(tab);
          }}
          onKeyDown={(event) => handleTabKey(tab, event)}
          draggable
          onDragStart={({ dataTransfer }) => {
            dataTransfer.effectAllowed = 'move';
            dataTransfer.setData('application/x-layerwise-tab', tab);
            onDrag(tab);
          }}
          onDragEnter={onDraggedOver}
          onDragOver={(event) => event.preventDefault()}
          onDragEnd={() => onDrag(null)}
        >
          {training && <span className={styles['training']} />}
          <span className={styles['text']}>{name}</span>
          {unsaved && <span className={styles['unsaved']} />}
        </button>
      </Hint>
      <Hint text={t`Close the tab`} keys={front ? closeKeys : undefined}>
        <button
          type="button"
          className={styles['close']}
          aria-label={t`Close ${name}`}
          tabIndex={front ? 0 : -1}
          onClick={() => void closeTab(tab)}
        >
          <X size={13} aria-hidden="true" />
        </button>
      </Hint>
    </div>
  );
}

function spokenName(name: string, unsaved: boolean, training: boolean): string {
  if (training) return unsaved ? t`${name}, training, not saved` : t`${name}, training`;
  return unsaved ? t`${name}, not saved` : name;
}
