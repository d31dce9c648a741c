import { once } from 'node:events';
import { extract } from 'tar-stream';

/** A file within an archive. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files of a tar archive that `wanted` accepts, in their order. Nothing is written anywhere. Throws an Error where
 * the archive is damaged or a wanted file is larger than `limit` bytes.
 */
export async function readTar(
  source: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean,
  limit: number,
): Promise<readonly TarEntry[]> {
  const archive = extract();
  const entries: TarEntry[] = [];
  const feeding = feed(source, archive);
  try {
    for await (const entry of archive) {
      const { name, size, type } = entry.header;
      if (type !== 'file' || !wanted(name)) {
        entry.resume();
        continue;
      }
      if (size > limit) throw new Error(`${name} within it has ${size} bytes`);
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk);
      entries.push({ name, bytes: Buffer.concat(chunks) });
    }
  } catch (error) {
    archive.destroy();
    await feeding.catch(() => {});
    throw error;
  }
  await feeding;
  return entries;
}

async function feed(source: AsyncIterable<Uint8Array>, archive: ReturnType<typeof extract>): Promise<void> {
  try {
    for await (const chunk of source) {
      if (archive.destroyed) return;
      if (!archive.write(chunk)) await Promise.race([once(archive, 'drain'), once(archive, 'close')]);
    }
    archive.end(null);
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
