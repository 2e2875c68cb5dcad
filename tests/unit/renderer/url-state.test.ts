import { readState, writeState } from '@renderer/lib/url-state';
import { describe, expect, it } from 'vitest';

const DEFAULTS = { text: '', sort: 'due', offset: '0' };
const write = (search: string, part: Partial<typeof DEFAULTS>) =>
  writeState(new URLSearchParams(search), part, DEFAULTS).toString();

describe('state of a list in its address', () => {
  it('is the default where the address says nothing', () => {
    expect(readState('', DEFAULTS)).toEqual(DEFAULTS);
    expect(readState('text=%E5%8A%A0%E7%8F%AD&strange=1', DEFAULTS)).toEqual({ ...DEFAULTS, text: '加班' });
  });

  it('leaves out what is as by default and keeps what is not its own', () => {
    expect(write('tab=papers&offset=50', { offset: '0', sort: 'opened' })).toBe('tab=papers&sort=opened');
    expect(write('text=a', { text: undefined })).toBe('');
  });

  it('says an empty value that differs from the default', () => {
    expect(write('', { sort: '' })).toBe('sort=');
    expect(readState('sort=', DEFAULTS).sort).toBe('');
  });

  it('comes back as it was written, whatever was typed', () => {
    const text = '张三 & “加班=费” #1 %';
    expect(readState(write('', { text }), DEFAULTS).text).toBe(text);
  });
});
