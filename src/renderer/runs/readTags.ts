const longest = 40;
const most = 20;

/** Tags as they are typed, between commas: each once, none empty, cut to what a run can hold. */
export function readTags(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, longest).trim());
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, most);
}
