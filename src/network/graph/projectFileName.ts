/** The ending of project files. */
export const projectExtension = '.layerwise';

/** The name of a project file, with its ending added where it lacks it. */
export function withExtension(path: string): string {
  return path.toLowerCase().endsWith(projectExtension) ? path : `${path}${projectExtension}`;
}

/** A file name that every operating system takes: "ResNet 18/34" becomes "ResNet 18-34.layerwise". */
export function projectFileName(projectName: string): string {
  return withExtension(plainFileName(projectName));
}

/** A file name without its ending that every operating system takes. */
export function plainFileName(name: string): string {
  const plain = name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '');
  // File systems take 255 bytes, and a character has up to four.
  return [...plain].slice(0, 60).join('') || 'Network';
}
