import type { OpenProjects } from '../../protocol/keptProjects';

let unsaved = false;
let listening = false;

/** Shows the name of the project in view in the browser's tab, and has it ask before one with unsaved changes is closed. */
export function describeBrowserWindow({ projects, shown }: OpenProjects): void {
  const front = projects.find(({ project }) => project === shown);
  document.title = `${front?.projectName ?? ''}${front?.unsavedChanges ? ' •' : ''} – Layerwise`;
  unsaved = projects.some(({ unsavedChanges }) => unsavedChanges);
  if (listening) return;
  listening = true;
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}
