import { Spin } from 'antd';
import { useRef } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { FooterBar } from './footer-bar';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import { usePageTop } from './use-page-top';
import { useShellKeys } from './use-shell-keys';

/** Top bar, menu, page, footer; whoever goes by Tab may pass over the first two. */
export function Shell() {
  const search = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLElement>(null);
  const isOpening = useNavigation().state === 'loading';
  useShellKeys(search);
  usePageTop(page);
  return (
    <div className="shell">
      <button type="button" className="skip-link" onClick={() => page.current?.focus()}>
        跳到页面内容
      </button>
      <TopBar searchRef={search} />
      <SideMenu />
      <main ref={page} className="shell-page" id="page" tabIndex={-1}>
        {isOpening ? <Spin className="shell-opening" delay={200} /> : null}
        <Outlet />
      </main>
      <FooterBar />
    </div>
  );
}
