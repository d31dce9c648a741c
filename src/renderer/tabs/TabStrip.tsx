import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import { openEmptyProject } from '../project/projectActions';
import { ProjectTab } from './ProjectTab';
import styles from './TabStrip.module.css';
import { tabElementId } from './tabElementId';
import type { TabId } from './tabRow';
import { useTabs } from './tabsStore';

/** The projects that are open, from the second one on. */
export function TabStrip() {
  const { tabs, front, move } = useTabs();
  const newKeys = useKeysText('project.new');
  const [dragged, setDragged] = useState<TabId | null>(null);
  // The window's grid has a row for it.
  if (tabs.length === 1) return <div />;
  return (
    <div className={styles['strip']} data-region="tabs" data-keeps-keys="true">
      {/* It owns the tabs alone: the buttons that close them stand beside them. */}
      <div role="tablist" aria-label={t`Projects`} aria-owns={tabs.map(tabElementId).join(' ')} />
      <div className={styles['row']}>
        {tabs.map((tab, place) => (
          <ProjectTab
            key={tab}
            tab={tab}
            front={tab === front}
            dragged={tab === dragged}
            onDrag={setDragged}
            onDraggedOver={() => {
              if (dragged !== null) move(dragged, place);
            }}
          />
        ))}
      </div>
      <Hint text={t`New, empty network`} keys={newKeys}>
        <ToolButton icon className={styles['new']} aria-label={t`New tab`} onClick={openEmptyProject}>
          <Plus size={15} aria-hidden="true" />
        </ToolButton>
      </Hint>
    </div>
  );
}
