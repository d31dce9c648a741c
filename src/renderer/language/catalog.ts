/** Texts by their English, of which parts that are filled in are written `{{0}}`, `{{1}}`, … */
export type Catalog = Readonly<Record<string, string>>;
