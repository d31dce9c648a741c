import type { Device } from '../../protocol/engineMessages';
import { say } from '../language/say';

/** Whether another engine stands in for native TensorFlow, at a fraction of its speed. */
export function isSlow({ backend }: Device): boolean {
  return backend !== 'tensorflow';
}

/** The device in sentences: which one, why not a better one, what would help. */
export function describeDevice({ description, note, advice }: Device): string {
  return [`${say(description)}.`, note, advice]
    .filter((sentence) => sentence !== null)
    .map(say)
    .join(' ');
}

/** The library in the status bar's few words: "TensorFlow" and "2.21.0", "TensorFlow.js" and "4.22 wasm". */
export function shortLibrary({ backend, libraryVersion, device }: Device): { name: string; value: string } {
  const place = device.toUpperCase();
  if (backend === 'tensorflow') return { name: 'TensorFlow', value: `${libraryVersion} · ${place}` };
  const [major, minor] = libraryVersion.split('.');
  return { name: 'TensorFlow.js', value: `${major}.${minor} ${backend} · ${place}` };
}
