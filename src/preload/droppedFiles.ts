import { ipcRenderer, webUtils } from 'electron';
import { channelNames } from '../protocol/channelNames';

/** Hands a file that is dropped anywhere on the window to main, which asks the page to open it. */
export function watchDroppedFiles(): void {
  window.addEventListener('dragover', (event) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (event.defaultPrevented || file === undefined) return;
    event.preventDefault();
    // Empty for a file that a script has made up.
    const path = webUtils.getPathForFile(file);
    if (path !== '') ipcRenderer.send(channelNames.droppedFile, path);
  });
}
