import type { ReactNode, RefObject } from 'react';
import styles from './Section.module.css';

/** A part of the inspector under a heading; `aside` stands at the heading's right end. */
export function Section({
  title,
  aside,
  form = false,
  box,
  children,
}: {
  title: string;
  aside?: ReactNode;
  /** True for the settings, which keys lead to. */
  form?: boolean;
  /** Takes in the part's element. */
  box?: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  return (
    <section ref={box} className={styles['section']} {...(form && { 'data-settings': true })}>
      <h3 className={styles['heading']}>
        {title}
        {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
