import { projectExtension } from '../../network/graph/projectFileName';

/** Asks for a file with the browser's plain dialog; null where the person cancelled it. */
export function askForFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = projectExtension;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Puts a file among the browser's downloads. */
export function download(name: string, content: BlobPart, contentType = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type: contentType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
