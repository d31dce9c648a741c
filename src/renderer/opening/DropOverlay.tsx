import { FileUp, ImageUp } from 'lucide-react';
import { t } from '../language/t';
import { useOpenView } from '../views/openView';
import styles from './DropOverlay.module.css';
import { type Dragged, useDragged } from './dropStore';
import { useDrops } from './useDrops';

/** Says what will happen with what is dragged over the window. */
export function DropOverlay() {
  useDrops();
  const dragged = useDragged((state) => state.dragged);
  const using = useOpenView(({ view }) => view === 'use');
  // That view marks its own place for pictures.
  if (dragged === null || (using && dragged === 'image')) return null;
  const Icon = dragged === 'image' ? ImageUp : FileUp;
  const { title, text } = wordsFor(dragged);
  return (
    <div className={styles['overlay']}>
      <div className={styles['card']} role="status">
        <Icon size={28} strokeWidth={1.5} aria-hidden="true" />
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}

function wordsFor(dragged: Dragged): { readonly title: string; readonly text: string } {
  switch (dragged) {
    case 'image':
      return {
        title: t`Drop to ask the network about this image`,
        text: t`The trained network says what it takes it for, and where it sees that.`,
      };
    case 'several':
      return {
        title: t`Drop one thing at a time`,
        text: t`The first of them is opened. For a dataset, drop the folder that holds the images.`,
      };
    case 'file':
      return {
        title: t`Drop to open`,
        text: t`A project or a model of another program takes the place of the network, once its changes are saved. A folder of images or a .npz file becomes the dataset, and a run’s folder is shown.`,
      };
  }
}
