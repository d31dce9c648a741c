import { useStore } from '@xyflow/react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { SelectMenu } from '../controls/SelectMenu';
import { say } from '../language/say';
import { t } from '../language/t';
import { useMeasuredQuantities } from '../quantities/measuredQuantities';
import { quantities } from '../quantities/quantities';
import { quantityIds } from '../quantities/quantity';
import styles from './ColourByControl.module.css';
import { isNarrow, isShallow } from './canvasRoom';
import { type ColourBy, useColourBy } from './colourBy';
import overlay from './Overlay.module.css';

/** Whether colour means the layer's category or one of the quantities that were measured of it; a menu where there is no room to show all, or where the network needs it. */
export function ColourByControl() {
  const { colourBy, choose } = useColourBy();
  const measured = useMeasuredQuantities();
  const narrow = useStore((state) => isNarrow(state) || isShallow(state));
  if (narrow)
    return (
      <div className={styles['menu']}>
        <SelectMenu<ColourBy>
          label={t`Colour by`}
          value={colourBy}
          onChange={choose}
          options={[
            { value: 'category', label: t`Category` },
            ...quantityIds
              .filter((id) => measured.includes(id) || id === colourBy)
              .map((id) => ({ value: id, label: quantities[id].word })),
          ]}
        />
      </div>
    );
  return (
    <div className={`${overlay['glass']} ${styles['control']}`}>
      <span className={styles['label']}>{t`Colour by`}</span>
      <SegmentedControl<ColourBy>
        label={t`Colour by`}
        look="overlay"
        value={colourBy}
        onChange={choose}
        segments={[
          { value: 'category', label: t`Category` },
          ...quantityIds.map((id) => {
            const { word, label, symbol } = quantities[id];
            return {
              value: id,
              label: word,
              description: `${say(label)}, ${say(symbol)}`,
              disabled: !measured.includes(id),
            };
          }),
        ]}
      />
    </div>
  );
}
