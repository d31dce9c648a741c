const prefix = 'note:';

/** What React Flow, and the canvas's keys, know a note by: no layer's id has a colon. */
export function noteKey(id: string): string {
  return prefix + id;
}

/** The note that is known by a key; null where it is something else's. */
export function noteOf(key: string): string | null {
  return key.startsWith(prefix) ? key.slice(prefix.length) : null;
}
