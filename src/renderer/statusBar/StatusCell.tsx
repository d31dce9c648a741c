import styles from './StatusBar.module.css';

interface StatusCellProps {
  name: string;
  value: string;
  /** Width kept for the value, in digits, so that the bar does not jump. */
  digits?: number;
  side?: 'left' | 'right';
  /** Left out in a narrow window, below 1360 px. */
  optional?: boolean;
  /** Left out below 900 px, where the room is for the run and for what is wrong. */
  spare?: boolean;
  /** What exactly the value is. */
  title?: string;
}

/** A name and a value in the status bar. */
export function StatusCell(props: StatusCellProps) {
  const { name, value, digits, side = 'left', optional = false, spare = false, title } = props;
  return (
    <span
      className={styles['cell']}
      data-side={side}
      data-optional={optional}
      data-spare={spare}
      title={title}
    >
      <span className={styles['name']}>{name}</span>
      <b style={digits === undefined ? undefined : { minWidth: `${digits}ch` }}>{value}</b>
    </span>
  );
}
