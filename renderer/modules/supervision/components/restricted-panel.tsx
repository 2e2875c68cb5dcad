import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

/** A visibly separate frame: what stands in it never leaves the office. */
export function RestrictedPanel({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="sup-restricted" aria-label={title}>
      <header className="sup-restricted-head">
        <LockOutlined aria-hidden />
        <h2>{title}</h2>
        <span>限制访问：不会出现在对外文书中，每次查看都有记录</span>
      </header>
      {children}
    </section>
  );
}
