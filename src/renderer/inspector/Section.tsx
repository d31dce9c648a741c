import type { ReactNode } from 'react';
import styles from './Section.module.css';

/** A part of the inspector under a heading; `aside` stands at the heading's right end. */
export function Section({
  title,
  aside,
  form = false,
  children,
}: {
  title: string;
  aside?: ReactNode;
  /** True for the settings, which keys lead to. */
  form?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={styles['section']} {...(form && { 'data-settings': true })}>
      <h3 className={styles['heading']}>
        {title}
        {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
