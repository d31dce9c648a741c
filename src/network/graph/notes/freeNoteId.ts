/** The first of `note1`, `note2`, … that is not taken. */
export function freeNoteId(taken: ReadonlySet<string>): string {
  for (let number = taken.size + 1; ; number += 1) {
    const id = `note${number}`;
    if (!taken.has(id)) return id;
  }
}
