import { Waypoints } from 'lucide-react';
import type { ProjectPortrait } from '../../protocol/projectPortrait';
import { TemplateArt } from '../gallery/art/TemplateArt';
import styles from './ProjectThumbnail.module.css';

/** A project's network in small, as it was opened or saved last. */
export function ProjectThumbnail({ portrait }: { portrait: ProjectPortrait | null }) {
  const drawn = portrait !== null && portrait.silhouette.slabs.length > 0;
  return (
    <span className={styles['frame']}>
      {drawn ? (
        <TemplateArt silhouette={portrait.silhouette} width={72} height={40} stretch={1.4} />
      ) : (
        <Waypoints size={18} strokeWidth={1.5} aria-hidden="true" />
      )}
    </span>
  );
}
