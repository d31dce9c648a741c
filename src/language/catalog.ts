/** Texts by their English, of which parts that are filled in are written `{{0}}`, `{{1}}`, … */
export type Catalog = Readonly<Record<string, string>>;

/** What a language says. */
export interface Catalogs {
  readonly texts: Catalog;
  /** Those of the texts that are recognised by their pattern, since they are made outside of the window. */
  readonly sentences: Catalog;
}
