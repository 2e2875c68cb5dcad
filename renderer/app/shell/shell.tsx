import { Spin } from 'antd';
import { useRef } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { FooterBar } from './footer-bar';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import { useShellKeys } from './use-shell-keys';

/** Top bar, menu, page, footer. */
export function Shell() {
  const search = useRef<HTMLInputElement>(null);
  const isOpening = useNavigation().state === 'loading';
  useShellKeys(search);
  return (
    <div className="shell">
      <TopBar searchRef={search} />
      <SideMenu />
      <main className="shell-page" id="page" tabIndex={-1}>
        {isOpening ? <Spin className="shell-opening" delay={200} /> : null}
        <Outlet />
      </main>
      <FooterBar />
    </div>
  );
}
