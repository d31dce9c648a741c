import { useGallery } from '../gallery/galleryStore';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { useKeptRuns } from '../runs/keptRunsStore';

/** Goes back to the network from the gallery, the laboratory and the runs, whichever cover it. */
export function leaveViews(): void {
  useGallery.getState().close();
  useLaboratory.getState().close();
  useKeptRuns.getState().close();
}
