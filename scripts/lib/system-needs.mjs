/**
 * What a Linux system must bring along, each with the Debian package that brings it. A second package name
 * is the one newer releases use for the same thing.
 */
const library = (name, ...packages) => ({ kind: 'library', name, packages });
const tool = (name, ...packages) => ({ kind: 'tool', name, packages });
const language = (name, ...packages) => ({ kind: 'language', name, packages });
const font = (name, ...packages) => ({ kind: 'font', name, packages });

/** @typedef {{ kind: 'library' | 'tool' | 'font' | 'language', name: string, packages: string[] }} Need */

/** @satisfies {Record<string, Need[]>} */
export const systemNeeds = {
  /** To open a window at all, and to write Chinese in it. */
  window: [
    library('libgtk-3.so.0', 'libgtk-3-0', 'libgtk-3-0t64'),
    library('libnss3.so', 'libnss3'),
    library('libgbm.so.1', 'libgbm1'),
    library('libdrm.so.2', 'libdrm2'),
    library('libasound.so.2', 'libasound2', 'libasound2t64'),
    library('libcups.so.2', 'libcups2', 'libcups2t64'),
    library('libatspi.so.0', 'libatspi2.0-0', 'libatspi2.0-0t64'),
    library('libxkbcommon.so.0', 'libxkbcommon0'),
    tool('fc-list', 'fontconfig'),
    language('zh-cn', 'fonts-noto-cjk'),
  ],
  /** To open it where nobody looks. */
  display: [tool('Xvfb', 'xvfb')],
  /** To make a runtime out of the npm registry. */
  fallback: [tool('unzip', 'unzip'), tool('python3', 'python3'), tool('make', 'make'), tool('g++', 'g++')],
  /** To open, convert and look at the papers in the tests. */
  documents: [
    tool('soffice', 'libreoffice-writer'),
    library('libreoffice/program/libswlo.so', 'libreoffice-writer'),
    library('libreoffice/program/libsclo.so', 'libreoffice-calc'),
    tool('pdftoppm', 'poppler-utils'),
    font('Noto Sans CJK SC', 'fonts-noto-cjk'),
    font('AR PL UMing CN', 'fonts-arphic-uming'),
    font('AR PL UKai CN', 'fonts-arphic-ukai'),
    font('AR PL SungtiL GB', 'fonts-arphic-gbsn00lp'),
    font('WenQuanYi Zen Hei', 'fonts-wqy-zenhei'),
  ],
};
