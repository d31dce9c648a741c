import type { ComponentProps } from 'react';
import { classNames } from './classNames';
import styles from './ToolButton.module.css';

interface ToolButtonProps extends ComponentProps<'button'> {
  /** True for a square button that holds an icon alone; it needs an `aria-label`. */
  icon?: boolean;
}

/** A button without a frame, for bars and overlays. */
export function ToolButton({ icon = false, className, ...rest }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['button'], icon && styles['icon'], className)}
      {...rest}
    />
  );
}
