import { useEffect } from 'react';
import { useEditor } from '../editor/editorStore';
import { useGallery } from '../gallery/galleryStore';
import { ExperimentEditor } from './ExperimentEditor';
import { ExperimentList } from './ExperimentList';
import { ExperimentView } from './ExperimentView';
import styles from './Laboratory.module.css';
import { useLaboratory } from './laboratoryStore';
import { useShownExperiment } from './shownExperiment';

/** Experiments of many runs, over the canvas: which there are, and one of them with what it shows. */
export function Laboratory() {
  const draft = useLaboratory((state) => state.draft);
  const experiment = useShownExperiment();
  useClosing();
  return (
    <section className={styles['laboratory']} aria-label="Laboratory" data-keeps-keys="true">
      <ExperimentList />
      {draft === null ? (
        <ExperimentView key={experiment.id} experiment={experiment} />
      ) : (
        <ExperimentEditor draft={draft} />
      )}
    </section>
  );
}

/** Esc goes back to the network, and so does a network that is opened; the gallery takes its place. */
function useClosing(): void {
  useEffect(() => {
    const { close } = useLaboratory.getState();
    const handle = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      const over = event.target instanceof Element && event.target.closest('dialog, [role="menu"]') !== null;
      if (event.key !== 'Escape' || event.defaultPrevented || typing || over) return;
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', handle);
    const leave = useEditor.subscribe(({ projectNumber }, before) => {
      if (projectNumber !== before.projectNumber) close();
    });
    const giveWay = useGallery.subscribe(({ open }) => open && close());
    return () => {
      window.removeEventListener('keydown', handle);
      leave();
      giveWay();
    };
  }, []);
}
