// @ts-check
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

/**
 * A small reader for zip archives (wheels are zip archives): stored and deflated entries, no zip64, which archives
 * under 4 GB do without. Format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive, with forward slashes
 * @property {number} method 0 stored, 8 deflated
 * @property {number} checksum CRC-32 of the content
 * @property {number} compressedSize bytes
 * @property {number} size bytes
 * @property {number} offset of the local header
 */

const endOfDirectory = 0x06054b50;
const maximumComment = 65_535;

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @param {number} position
 * @param {number} length
 */
async function readExactly(handle, position, length) {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('The zip archive ends too early.');
  return buffer;
}

/**
 * Lists the archive's entries.
 *
 * @param {string} archive
 * @returns {Promise<ZipEntry[]>}
 */
export async function listZip(archive) {
  const handle = await open(archive);
  try {
    const { size } = await handle.stat();
    const tailLength = Math.min(size, maximumComment + 22);
    const tail = await readExactly(handle, size - tailLength, tailLength);
    let end = tail.length - 22;
    while (end >= 0 && tail.readUInt32LE(end) !== endOfDirectory) end--;
    if (end < 0) throw new Error(`${archive} is not a complete zip archive.`);
    const directory = await readExactly(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    /** @type {ZipEntry[]} */
    const entries = [];
    let at = 0;
    for (let remaining = tail.readUInt16LE(end + 10); remaining > 0; remaining--) {
      const nameLength = directory.readUInt16LE(at + 28);
      entries.push({
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        method: directory.readUInt16LE(at + 10),
        checksum: directory.readUInt32LE(at + 16),
        compressedSize: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await handle.close();
  }
}

/**
 * Unpacks one entry to a file, checking its length and CRC-32.
 *
 * @param {string} archive
 * @param {ZipEntry} entry
 * @param {string} target
 */
export async function unpackZipEntry(archive, entry, target) {
  const handle = await open(archive);
  /** @type {Buffer} */
  let header;
  try {
    header = await readExactly(handle, entry.offset, 30);
  } finally {
    await handle.close();
  }
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let length = 0;
  let checksum = 0;
  const measure = new Transform({
    transform(chunk, _encoding, done) {
      length += chunk.length;
      checksum = crc32(chunk, checksum);
      done(null, chunk);
    },
  });
  await mkdir(dirname(target), { recursive: true });
  if (entry.compressedSize > 0) {
    const content = createReadStream(archive, {
      start,
      end: start + entry.compressedSize - 1,
      highWaterMark: 1 << 20,
    });
    const file = createWriteStream(target);
    if (entry.method === 8) await pipeline(content, createInflateRaw({ chunkSize: 1 << 20 }), measure, file);
    else await pipeline(content, measure, file);
  } else {
    await (await open(target, 'w')).close();
  }
  if (length !== entry.size || checksum !== entry.checksum) {
    throw new Error(`${entry.name} in ${archive} is damaged.`);
  }
}

/**
 * Unpacks the entries that `place` gives a path for, below `folder`.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} place path below `folder`, or null to leave the entry out
 * @returns {Promise<string[]>} the paths written, relative to `folder`
 */
export async function unpackZip(archive, folder, place) {
  const written = [];
  for (const entry of await listZip(archive)) {
    const path = entry.name.endsWith('/') ? null : place(entry.name);
    if (path === null) continue;
    if (path.startsWith('/') || path.split('/').includes('..')) {
      throw new Error(`${archive} holds an entry that points outside of it: ${entry.name}`);
    }
    await unpackZipEntry(archive, entry, join(folder, path));
    written.push(path);
  }
  return written;
}
