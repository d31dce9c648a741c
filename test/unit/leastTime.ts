/**
 * Milliseconds of processor time that work takes at its quickest of several times: neither other processes nor a
 * first run count, so that a busy machine tells the same as an idle one.
 */
export function leastTime(work: () => unknown, times = 15): number {
  const taken = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...taken);
}
