import { askFile } from '../using/askFile';
import { openUsing } from '../using/openUsing';
import { useUsing } from '../using/usingStore';

/** Shows what the network at hand takes an image for. */
export async function askDroppedImage(file: File): Promise<void> {
  openUsing();
  useUsing.getState().tryFrom('file');
  await askFile(file, false);
}
