import type { ComponentProps } from 'react';
import styles from './FramedButton.module.css';

/** A small button with a frame. */
export function FramedButton(props: Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  return <button type="button" className={styles['button']} {...props} />;
}
