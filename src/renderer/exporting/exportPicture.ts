import { networkPicture } from '../../network/drawing/networkPicture';
import { useEditor } from '../editor/editorStore';
import { useTheme } from '../theme/themeStore';
import { exportContent } from './exportContent';
import { paintPicture } from './paintPicture';

/** Saves a picture of the whole network as it lies on the canvas, in the window's theme. */
export async function exportPicture(format: 'svg' | 'png'): Promise<void> {
  const { history, analysis } = useEditor.getState();
  const picture = networkPicture(history.document, analysis, useTheme.getState().theme);
  const content = format === 'svg' ? picture.svg : await paintPicture(picture);
  await exportContent(history.document.name, format, content);
}
