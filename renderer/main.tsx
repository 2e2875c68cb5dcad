import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { SessionGate } from './app/session-gate';
import 'antd/dist/antd.css';
import './app/styles/base.css';
import './app/styles/shell.css';
import './app/styles/demo.css';
import './app/styles/top-bar.css';
import './app/styles/door.css';
import './app/styles/form.css';
import './app/styles/case.css';
import './app/styles/pages.css';
import './app/styles/calendar.css';
import './app/styles/settings.css';
import './app/styles/backup.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Providers>
      <SessionGate />
    </Providers>
  </StrictMode>,
);
