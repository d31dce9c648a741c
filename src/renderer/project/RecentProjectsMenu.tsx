import { ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { RecentProject } from '../../protocol/keptProjects';
import { classNames } from '../controls/classNames';
import menu from '../controls/Menu.module.css';
import { t } from '../language/t';
import { openRecentProject } from './projectActions';
import styles from './RecentProjectsMenu.module.css';

/** The files opened and saved before, as they are each time that the menu is opened. */
export function RecentProjectsMenu() {
  const [projects, setProjects] = useState<readonly RecentProject[]>([]);
  useEffect(() => {
    void window.layerwise.call('listRecentProjects', undefined).then(setProjects);
  }, []);
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={menu['item']} disabled={projects.length === 0}>
        <span className={menu['mark']} />
        {t`Open recent`}
        <ChevronRight size={14} className={styles['more']} aria-hidden="true" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent
          className={classNames(menu['menu'], styles['list'])}
          sideOffset={4}
          collisionPadding={8}
        >
          {projects.map(({ path, name, folder }) => (
            <DropdownMenu.Item
              key={path}
              className={menu['item']}
              title={path}
              onSelect={() => void openRecentProject(path)}
            >
              <span className={styles['name']}>{name}</span>
              <span className={styles['folder']}>{folder}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
