import { follow, outlineStart, roleOfLine } from '@shared/domain/papers/numbering';
import { describe, expect, it } from 'vitest';

describe('the outline of a paper', () => {
  it.each([
    ['一、基本情况', { section: 1, point: 0 }],
    ['十二、其他', { section: 12, point: 0 }],
    ['（三）加班费', { section: 4, point: 3 }],
    ['三十日内答复', { section: 4, point: 2 }],
    ['一一、不是编号', { section: 4, point: 2 }],
    ['（十十）不是编号', { section: 4, point: 2 }],
  ])('after %s', (line, expected) => {
    expect(follow({ section: 4, point: 2 }, line)).toEqual(expected);
  });

  it('begins before its first heading', () => {
    expect(follow(outlineStart, '（一）先有小标题')).toEqual({ section: 0, point: 1 });
  });

  it.each([
    ['一、基本情况', 'heading1'],
    ['（一）加班费', 'heading2'],
    ['一、请于三日内答复。', 'body'],
    [`一、${'长'.repeat(60)}`, 'body'],
    ['基本情况', 'body'],
  ])('%s is %s', (line, role) => {
    expect(roleOfLine(line)).toBe(role);
  });
});
