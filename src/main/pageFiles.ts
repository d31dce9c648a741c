import { isAbsolute, join, normalize, relative } from 'node:path';
import { contentTypeOf } from '../protocol/contentTypes';

/** The page's own scheme: with it 'self' in the content security policy means the bundle, which file: can't say. */
export const pageScheme = 'layerwise';
export const pageOrigin = `${pageScheme}://app`;

export interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

/** The file of the bundle in `folder` that an address of the page's scheme names; null for anything else. */
export function findPageFile(folder: string, address: string): PageFile | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${pageScheme}:` || url.host !== 'app') return null;
  const pathname = decodePath(url.pathname);
  if (pathname === null) return null;
  const path = normalize(join(folder, pathname === '/' ? 'index.html' : pathname));
  const inside = relative(folder, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  const contentType = contentTypeOf(path);
  return contentType === null ? null : { path, contentType };
}

function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.includes('\0') || decoded.includes('\\') ? null : decoded;
  } catch {
    return null;
  }
}
