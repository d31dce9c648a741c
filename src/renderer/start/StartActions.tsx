import { FilePlus2, FolderOpen, LayoutTemplate } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKeysText } from '../commands/useKeysText';
import { t } from '../language/t';
import { openEmptyProject, openProject } from '../project/projectActions';
import { useOpenView } from '../views/openView';
import styles from './StartActions.module.css';

/** New, open, templates: what a project menu has, in reach of the first click. */
export function StartActions() {
  const icon = { size: 17, strokeWidth: 1.6, 'aria-hidden': true } as const;
  return (
    <ul className={styles['actions']}>
      <Action
        icon={<FilePlus2 {...icon} />}
        label={t`New empty network`}
        keys={useKeysText('project.new')}
        onClick={openEmptyProject}
      />
      <Action
        icon={<FolderOpen {...icon} />}
        label={t`Open a project…`}
        keys={useKeysText('project.open')}
        onClick={() => void openProject()}
      />
      <Action
        icon={<LayoutTemplate {...icon} />}
        label={t`All templates`}
        keys={useKeysText('project.newFromTemplate')}
        onClick={() => useOpenView.getState().show('gallery')}
      />
    </ul>
  );
}

interface ActionProps {
  icon: ReactNode;
  label: string;
  keys: string | undefined;
  onClick: () => void;
}

function Action({ icon, label, keys, onClick }: ActionProps) {
  return (
    <li>
      <button type="button" className={styles['action']} onClick={onClick}>
        {icon}
        <span>{label}</span>
        {keys !== undefined && <kbd>{keys}</kbd>}
      </button>
    </li>
  );
}
