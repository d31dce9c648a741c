const key = 'layerwise.recentCommands';
const kept = 5;

/** Ids of what was done from the palette last, the latest first. */
export function recentCommands(): readonly string[] {
  return (localStorage.getItem(key) ?? '').split(' ').filter(Boolean).slice(0, kept);
}

export function noteCommand(id: string): void {
  const others = recentCommands().filter((other) => other !== id);
  localStorage.setItem(key, [id, ...others].slice(0, kept).join(' '));
}
