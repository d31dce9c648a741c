import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file so that under its name there is either the old content or the new one, whole, whatever happens:
 * it is written as `aside`, in the same folder, brought to the disk, and renamed. A failure leaves nothing aside.
 */
export async function replaceFile(path: string, aside: string, mode: number, bytes: Buffer): Promise<void> {
  try {
    const handle = await open(aside, 'w', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
