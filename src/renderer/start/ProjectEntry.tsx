import type { ReactNode } from 'react';
import type { ProjectPortrait } from '../../protocol/projectPortrait';
import styles from './ProjectEntry.module.css';
import { ProjectThumbnail } from './ProjectThumbnail';

interface ProjectEntryProps {
  portrait: ProjectPortrait | null;
  name: string;
  /** Said of it below its name. */
  detail: string;
  title: string | undefined;
  onOpen: () => void;
  /** What else can be done with it, at its right end. */
  children?: ReactNode;
}

/** A project that can be opened: its network in small, its name, and a line about it. */
export function ProjectEntry({ portrait, name, detail, title, onOpen, children }: ProjectEntryProps) {
  return (
    <li className={styles['entry']}>
      <button type="button" className={styles['open']} title={title} onClick={onOpen}>
        <ProjectThumbnail portrait={portrait} />
        <span className={styles['words']}>
          <b>{name}</b>
          <span>{detail}</span>
        </span>
      </button>
      {children}
    </li>
  );
}
