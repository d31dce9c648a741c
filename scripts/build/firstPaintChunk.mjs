// @ts-check
/**
 * Names the file for all that the page's script imports other than later, so that the first paint waits for one file and
 * not for a hundred; null for what is imported later, and for the script itself: it waits for modules that import from
 * that file, which must not wait for the script.
 *
 * @param {string} moduleId
 * @param {Modules} modules
 * @returns {string | null}
 *
 * @typedef {{getModuleInfo(id: string): {readonly isEntry: boolean, readonly importers: readonly string[]} | null}} Modules
 */
export function firstPaintChunk(moduleId, modules) {
  /** @param {string} id */
  const isPage = (id) => modules.getModuleInfo(id)?.isEntry === true;
  /** @param {string} id */
  const importers = (id) => modules.getModuleInfo(id)?.importers ?? [];
  if (isPage(moduleId) || importers(moduleId).some(isPage)) return null;
  const seen = new Set([moduleId]);
  // Grows while it is gone through: a module, what imports it, what imports that.
  for (const id of seen) {
    if (isPage(id)) return 'window';
    for (const importer of importers(id)) seen.add(importer);
  }
  return null;
}
