/** A file that the browser handed over, and the way to write it where there is one. */
export interface ChosenFile {
  readonly file: File;
  readonly handle: FileSystemFileHandle | null;
  readonly isFolder: boolean;
}

/** Takes files that are dropped anywhere on the page; the browser itself would leave the page for them. */
export function listenForDrops(take: (file: ChosenFile) => void): void {
  window.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    const [item] = event.dataTransfer?.items ?? [];
    const file = item?.getAsFile() ?? null;
    if (item === undefined || file === null) return;
    const isFolder = item.webkitGetAsEntry()?.isDirectory === true;
    // The item is gone when the event is over, so that it is asked for its handle at once.
    const asked = item.getAsFileSystemHandle?.() ?? Promise.resolve(null);
    void asked
      .catch(() => null)
      .then((handle) =>
        take({ file, handle: handle instanceof FileSystemFileHandle ? handle : null, isFolder }),
      );
  });
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
