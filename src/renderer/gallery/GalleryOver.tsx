import type { ReactNode } from 'react';
import { Gallery } from './Gallery';
import styles from './GalleryOver.module.css';
import { useGallery } from './galleryStore';

/** The editor, and the gallery over it while that is open: what is covered takes neither keys nor clicks. */
export function GalleryOver({ children }: { children: ReactNode }) {
  const open = useGallery((state) => state.open);
  return (
    <div className={styles['views']}>
      <div className={styles['editor']} inert={open}>
        {children}
      </div>
      {open && <Gallery />}
    </div>
  );
}
