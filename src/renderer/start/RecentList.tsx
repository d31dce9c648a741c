import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecentProject } from '../../protocol/keptProjects';
import { ToolButton } from '../controls/ToolButton';
import { agoText } from '../format/agoText';
import { t } from '../language/t';
import { openRecentProject } from '../project/projectActions';
import { ProjectEntry } from './ProjectEntry';
import styles from './StartScreen.module.css';

/** The projects opened and saved last. */
export function RecentList() {
  const [projects, setProjects] = useState<readonly RecentProject[] | null>(null);
  useEffect(() => {
    void window.layerwise.call('listRecentProjects', undefined).then(setProjects);
  }, []);
  const forget = async (path: string): Promise<void> => {
    await window.layerwise.call('forgetRecentProject', { path });
    setProjects((known) => known?.filter((project) => project.path !== path) ?? null);
  };
  if (projects?.length === 0)
    return (
      <p className={styles['empty']}>
        {t`Projects that you open or save stand here, the latest first. Start with a template: it can be saved with ${window.layerwise.platform === 'darwin' ? '⌘ S' : 'Ctrl S'}.`}
      </p>
    );
  return (
    <ul>
      {projects?.map((project) => (
        <ProjectEntry
          key={project.path}
          portrait={project.portrait}
          name={project.name.replace(/\.layerwise$/, '')}
          detail={detailOf(project)}
          title={project.path}
          onOpen={() => void openRecentProject(project.path)}
        >
          <ToolButton
            icon
            aria-label={t`Take ${project.name} off the list`}
            onClick={() => void forget(project.path)}
          >
            <X size={14} aria-hidden="true" />
          </ToolButton>
        </ProjectEntry>
      ))}
    </ul>
  );
}

/** `3 hours ago, ~/nets`, as far as it is known. */
function detailOf({ usedAt, folder }: RecentProject): string {
  const parts = [usedAt === null ? '' : agoText(usedAt, Date.now()), folder];
  return parts.filter((part) => part !== '').join(' · ');
}
