/** Earlier steps that are drawn at most. */
const longest = 8;

/**
 * The samples before the shown one that a profile's trail is drawn of, from the first on. They lie evenly, and go on
 * being the same while the run does: every so manyth, which doubles where there are too many.
 */
export function trailSamples(shown: number): readonly number[] {
  let every = 1;
  while (Math.ceil(shown / every) > longest) every *= 2;
  return Array.from({ length: Math.max(0, Math.ceil(shown / every)) }, (_, index) => index * every);
}
