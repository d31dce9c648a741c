/**
 * Copies an image of `lines` lines of `lineBytes` into a larger one of zeros, whose lines are `targetLine` bytes long: `start`
 * is the byte offset of the first line there.
 */
export function padImage(
  source: usize,
  lines: i32,
  lineBytes: usize,
  target: usize,
  targetLine: usize,
  start: usize,
): void {
  let from = source;
  let to = target + start;
  for (let line = 0; line < lines; line++) {
    memory.copy(to, from, lineBytes);
    from += lineBytes;
    to += targetLine;
  }
}
