import type { ComponentProps } from 'react';
import styles from './RailButton.module.css';

/** A square button of the rail; `aria-pressed` marks the panel that is open. */
export function RailButton(props: ComponentProps<'button'>) {
  return <button type="button" className={styles['button']} {...props} />;
}
