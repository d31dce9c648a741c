import { create } from 'zustand';

/** What is dragged over the window, as far as the system tells before it is dropped: no more than a picture's type. */
export type Dragged = 'image' | 'file' | 'several';

/** What is being dragged over the window; null where nothing is. */
export const useDragged = create<{ readonly dragged: Dragged | null }>(() => ({ dragged: null }));

/** Of a drag with files; null for any other, as of a layer. */
export function draggedIn({ types, items }: Pick<DataTransfer, 'types' | 'items'>): Dragged | null {
  if (!types.includes('Files')) return null;
  const files = [...items].filter(({ kind }) => kind === 'file');
  if (files.length > 1) return 'several';
  return files[0]?.type.startsWith('image/') === true ? 'image' : 'file';
}
