import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '../controls/Menu.module.css';
import { ToolButton } from '../controls/ToolButton';
import { type DataColumn, exportCsv, exportFigure } from './exportFigure';
import type { Figure } from './figurePicture';

/** A chart, or the numbers in it, that can leave the window. */
export interface Exported {
  /** "Profile" */
  readonly label: string;
  /** Suggests the file's name. */
  readonly name: string;
  /** Made when it is asked for; null where there is nothing to see. */
  figure(): Figure | null;
  data(): readonly DataColumn[];
}

/** Charts as pictures, and their numbers as tables. */
export function FigureMenu({ charts }: { charts: readonly Exported[] }) {
  const choices = charts.flatMap(({ label, name, figure, data }) => {
    const draw = async (format: 'svg' | 'png') => {
      const drawn = figure();
      if (drawn !== null) await exportFigure(drawn, name, format);
    };
    return [
      { label: `${label} as SVG…`, run: () => draw('svg') },
      { label: `${label} as PNG…`, run: () => draw('png') },
      { label: `${label}, numbers as CSV…`, run: () => exportCsv(name, data()) },
    ];
  });
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <ToolButton icon aria-label="Export the charts" disabled={charts.length === 0}>
          <Download size={16} aria-hidden="true" />
        </ToolButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="end" sideOffset={4} collisionPadding={8}>
          {choices.map(({ label, run }) => (
            <DropdownMenu.Item key={label} className={menu['item']} onSelect={() => void run()}>
              <span className={menu['mark']} />
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
