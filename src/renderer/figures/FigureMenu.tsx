import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { memo, useEffect, useState } from 'react';
import menu from '../controls/Menu.module.css';
import { ToolButton } from '../controls/ToolButton';
import { say } from '../language/say';
import { t } from '../language/t';
import type { Exported } from './exported';
import { figureForms } from './figureForms';
import { showCharts } from './shownCharts';

interface FigureMenuProps {
  /** What there is to export now: asked when the menu opens, and again at the choice, as charts move on meanwhile. */
  charts: () => readonly Exported[];
  /** Which charts, where there are several menus: "Export conv1's gradient". */
  label?: string;
  /** True for a small chart beside others. */
  aside?: boolean;
}

/** Charts as pictures, and their numbers as tables. */
export const FigureMenu = memo(function FigureMenu({ charts, label, aside = false }: FigureMenuProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => showCharts({ charts, aside, openMenu: () => setOpen(true) }), [charts, aside]);
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <ToolButton icon aria-label={label ?? t`Export the charts`}>
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
  { words: ' as SVG…', leave: figureForms.svg },
  { words: ' as PNG…', leave: figureForms.png },
  { words: ', numbers as CSV…', leave: figureForms.csv },
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
