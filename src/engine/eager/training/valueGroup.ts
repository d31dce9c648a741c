/** Values that are read and written together, by name. */
export type ValueGroup = ReadonlyMap<string, Float32Array>;

/** Copies of all values. */
export function readGroup(group: ValueGroup): ReadonlyMap<string, Float32Array> {
  return new Map([...group].map(([name, values]) => [name, values.slice()]));
}

/**
 * Writes values by name; those that are left out keep what they hold. Throws where a value's length is not that of
 * what it replaces.
 */
export function writeGroup(group: ValueGroup, values: ReadonlyMap<string, Float32Array>): void {
  for (const [name, kept] of group) {
    const given = values.get(name);
    if (given !== undefined && given.length !== kept.length)
      throw new Error(`${name} has ${kept.length} values; got ${given.length}.`);
  }
  for (const [name, kept] of group) kept.set(values.get(name) ?? kept);
}
