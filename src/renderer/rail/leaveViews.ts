import { useGallery } from '../gallery/galleryStore';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { useKeptRuns } from '../runs/keptRunsStore';
import { useUsing } from '../using/usingStore';

/** Goes back to the network from the gallery, the laboratory, the runs and the use of one, whichever cover it. */
export function leaveViews(): void {
  useGallery.getState().close();
  useLaboratory.getState().close();
  useKeptRuns.getState().close();
  useUsing.getState().close();
}
