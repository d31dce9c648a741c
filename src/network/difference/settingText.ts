/** A training setting in few words: "momentum 0.9", "none". */
export function settingText(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).filter(([, part]) => part !== false);
  if (entries.length === 0) return 'none';
  return entries
    .map(([name, part]) => {
      if (name === 'type') return String(part);
      return part === true ? name : `${name} ${typeof part === 'object' ? settingText(part) : String(part)}`;
    })
    .join(', ');
}
