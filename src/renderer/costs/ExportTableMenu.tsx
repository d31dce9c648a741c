import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { Totals } from '../../network/analysis/analysis';
import type { LayerCost } from '../../network/analysis/costTable';
import menu from '../controls/Menu.module.css';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import { copyCostTable, saveCostTable } from './costExports';

interface ExportTableMenuProps {
  rows: readonly LayerCost[];
  totals: Totals;
  /** The network's name, which suggests the file's. */
  name: string;
}

/** The table as a file, or on the clipboard. */
export function ExportTableMenu({ rows, totals, name }: ExportTableMenuProps) {
  const choices = [
    { label: t`Save as CSV…`, run: () => saveCostTable('csv', name, rows, totals) },
    { label: t`Save as Markdown…`, run: () => saveCostTable('md', name, rows, totals) },
    { label: t`Copy as Markdown`, run: () => copyCostTable(name, rows, totals) },
  ];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <ToolButton disabled={rows.length === 0}>
          <Download size={15} aria-hidden="true" />
          {t`Export`}
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
