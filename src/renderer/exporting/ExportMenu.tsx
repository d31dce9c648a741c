import { ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '../controls/Menu.module.css';
import { t } from '../language/t';
import styles from './ExportMenu.module.css';
import { offeredForms } from './exportForms';
import { exportPicture } from './exportPicture';
import { useNetworkExport } from './networkExport';

/** The forms in which the network leaves the window: models and projects for other programs, and pictures. */
export function ExportMenu() {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={menu['item']}>
        <span className={menu['mark']} />
        {t`Export`}
        <ChevronRight size={14} className={styles['more']} aria-hidden="true" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={menu['menu']} sideOffset={4} collisionPadding={8}>
          {offeredForms().map((form) => (
            <Item
              key={form.id}
              label={`${form.label}…`}
              onSelect={() => useNetworkExport.getState().open(form)}
            />
          ))}
          <DropdownMenu.Separator className={menu['separator']} />
          <Item label={t`Picture as SVG…`} onSelect={() => void exportPicture('svg')} />
          <Item label={t`Picture as PNG…`} onSelect={() => void exportPicture('png')} />
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

function Item({ label, onSelect }: { label: string; onSelect: () => void }) {
  return (
    <DropdownMenu.Item className={menu['item']} onSelect={onSelect}>
      <span className={menu['mark']} />
      {label}
    </DropdownMenu.Item>
  );
}
