/** So many lines a minute the log takes of a page; one that fails at each frame would fill it. */
const perMinute = 120;

/** Whether one more is taken. */
export function entryLimit(now: () => number = () => performance.now()): () => boolean {
  let times: readonly number[] = [];
  return () => {
    times = times.filter((time) => now() - time < 60_000);
    if (times.length >= perMinute) return false;
    times = [...times, now()];
    return true;
  };
}
