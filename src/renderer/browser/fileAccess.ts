/** The File System Access API, as far as it is used here and as Chromium has it; TypeScript's DOM library lacks it. */

export interface FilePickerOptions {
  readonly suggestedName?: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}

declare global {
  interface Window {
    showOpenFilePicker?(options: FilePickerOptions): Promise<FileSystemFileHandle[]>;
    showSaveFilePicker?(options: FilePickerOptions): Promise<FileSystemFileHandle>;
  }
  interface FileSystemHandle {
    queryPermission?(options: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
    requestPermission?(options: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
  }
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }
}

export const pickerTypes = [
  { description: 'Layerwise projects', accept: { 'application/json': ['.layerwise'] } },
] as const;

/** What the browser's dialog gave; null where the person cancelled it. */
export async function pick<Picked>(dialog: Promise<Picked>): Promise<Picked | null> {
  try {
    return await dialog;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether the page may use a file, of which the browser may ask the person first. */
export async function mayUse(handle: FileSystemFileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  return (await handle.requestPermission?.({ mode })) !== 'denied';
}

/** Whether the page may write a file without the browser asking for it. */
export async function isGranted(handle: FileSystemFileHandle): Promise<boolean> {
  return (await handle.queryPermission?.({ mode: 'readwrite' })) === 'granted';
}
