/** "1.4 GB": a size as people compare it with the memory of a machine, in two digits. */
export function inGigabytes(bytes: number): string {
  if (bytes < 0.995e9) return `${Number((bytes / 1e6).toPrecision(2))} MB`;
  return `${Number((bytes / 1e9).toPrecision(2))} GB`;
}

/** "about 4 min": a time that is only known roughly, rounded as one says it. */
export function aboutSeconds(seconds: number): string {
  const minutes = seconds / 60;
  const hours = minutes / 60;
  if (seconds < 8) return 'a few seconds';
  if (seconds < 55) return `about ${5 * Math.round(seconds / 5)} s`;
  if (minutes < 10) return `about ${Math.max(1, Math.round(minutes))} min`;
  if (minutes < 55) return `about ${5 * Math.round(minutes / 5)} min`;
  if (hours < 10) return `about ${Math.max(1, Math.round(hours))} h`;
  if (hours < 48) return `about ${Math.round(hours)} h`;
  return `about ${Math.round(hours / 24)} days`;
}
