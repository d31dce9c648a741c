import { LayoutTemplate } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { useGallery } from '../gallery/galleryStore';
import { galleryKeys } from '../project/shortcutLabels';

/** Shows the templates gallery, and hides it again. */
export function TemplatesButton() {
  const { open, toggle } = useGallery();
  return (
    <Hint text="Known networks to start from" keys={galleryKeys()}>
      <ToolButton aria-pressed={open} onClick={toggle}>
        <LayoutTemplate size={16} strokeWidth={1.75} aria-hidden="true" />
        Templates
      </ToolButton>
    </Hint>
  );
}
