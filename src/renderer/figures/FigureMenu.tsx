import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { memo } from 'react';
import menu from '../controls/Menu.module.css';
import { ToolButton } from '../controls/ToolButton';
import { say } from '../language/say';
import { t } from '../language/t';
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

interface FigureMenuProps {
  /** What there is to export now: asked when the menu opens, and again at the choice, as charts move on meanwhile. */
  charts: () => readonly Exported[];
}

/** Charts as pictures, and their numbers as tables. */
export const FigureMenu = memo(function FigureMenu({ charts }: FigureMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <ToolButton icon aria-label={t`Export the charts`}>
          <Download size={16} aria-hidden="true" />
        </ToolButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="end" sideOffset={4} collisionPadding={8}>
          <Choices charts={charts} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
});

const ways = [
  { words: ' as SVG…', leave: (chart: Exported) => draw(chart, 'svg') },
  { words: ' as PNG…', leave: (chart: Exported) => draw(chart, 'png') },
  { words: ', numbers as CSV…', leave: ({ name, data }: Exported) => exportCsv(name, data()) },
] as const;

/** Drawn while the menu is open only. */
function Choices({ charts }: FigureMenuProps) {
  return charts().flatMap(({ label }) =>
    ways.map(({ words, leave }) => {
      const choose = async () => {
        const chart = charts().find((now) => now.label === label);
        if (chart !== undefined) await leave(chart);
      };
      return (
        <DropdownMenu.Item key={label + words} className={menu['item']} onSelect={() => void choose()}>
          <span className={menu['mark']} />
          {say(label)}
          {say(words)}
        </DropdownMenu.Item>
      );
    }),
  );
}

async function draw({ name, figure }: Exported, format: 'svg' | 'png'): Promise<void> {
  const drawn = figure();
  if (drawn !== null) await exportFigure(drawn, name, format);
}
