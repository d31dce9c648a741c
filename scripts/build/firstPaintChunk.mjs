// @ts-check
/**
 * Names the file for all that the page's entry imports other than later, so that the first paint waits for one file and
 * not for a hundred; null for what is imported later.
 *
 * @param {string} moduleId
 * @param {Modules} modules
 * @returns {string | null}
 *
 * @typedef {{getModuleInfo(id: string): {readonly isEntry: boolean, readonly importers: readonly string[]} | null}} Modules
 */
export function firstPaintChunk(moduleId, modules) {
  const seen = new Set([moduleId]);
  // Grows while it is gone through: a module, what imports it, what imports that.
  for (const id of seen) {
    const module = modules.getModuleInfo(id);
    if (module?.isEntry === true) return 'window';
    for (const importer of module?.importers ?? []) seen.add(importer);
  }
  return null;
}
