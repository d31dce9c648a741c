import type { RequestOf } from '../../protocol/windowChannels';

let unsaved = false;
let listening = false;

/** Shows the project's name in the tab, and has the browser ask before a tab with unsaved changes is closed. */
export function describeBrowserWindow({ projectName, unsavedChanges }: RequestOf<'describeWindow'>): void {
  document.title = unsavedChanges ? `${projectName} • – Layerwise` : `${projectName} – Layerwise`;
  unsaved = unsavedChanges;
  if (listening) return;
  listening = true;
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}
