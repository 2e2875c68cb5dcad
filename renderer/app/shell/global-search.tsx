import { SearchOutlined } from '@ant-design/icons';
import type { Output } from '@shared/contract';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useDebounced } from '../../lib/use-debounced';
import { casePath, paperPath } from '../modules';

type Hit = Output<'search.global'>[number];

const KINDS: Readonly<Record<Hit['entity'], string>> = {
  case: '案件',
  employer: '单位',
  person: '人员',
  document: '文书',
  supervisor: '监督员',
};

const MOST_HITS = 12;

const pathOf = (hit: Hit): string => {
  switch (hit.entity) {
    case 'case':
      return casePath(hit.id);
    case 'employer':
      return `/employers/${hit.id}`;
    case 'person':
      return `/people/${hit.id}`;
    case 'document':
      return paperPath(hit.id);
    case 'supervisor':
      return '/settings/supervisors';
  }
};

/** Ctrl+K: people, employers, case and document numbers, by name, pinyin initials or the tail of a number. */
export function GlobalSearch({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [mark, setMark] = useState({ text: '', at: 0 });
  const text = useDebounced(typed.trim(), 120);
  const { data = [], isFetching } = useChannelQuery(
    'search.global',
    { text, limit: MOST_HITS },
    { enabled: isOpen && text !== '', keepPrevious: true },
  );
  const hits = text === '' ? [] : data;
  // A new list starts at its first line.
  const marked = mark.text === text ? Math.min(mark.at, Math.max(hits.length - 1, 0)) : 0;
  const moveTo = (at: number) => setMark({ text, at });

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    setIsOpen(false);
    setTyped('');
    inputRef.current?.blur();
    void navigate(pathOf(hit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') moveTo(Math.min(marked + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') moveTo(Math.max(marked - 1, 0));
    else if (event.key === 'Enter') open(hits[marked]);
    else if (event.key === 'Escape') {
      setTyped('');
      inputRef.current?.blur();
    } else return;
    event.preventDefault();
  };
  const isListShown = isOpen && text !== '';

  return (
    <div className="global-search">
      <SearchOutlined aria-hidden className="global-search-icon" />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label="全局搜索"
        aria-expanded={isListShown}
        aria-controls={listId}
        aria-activedescendant={isListShown && hits[marked] ? `${listId}-${marked}` : undefined}
        placeholder="搜索人员、单位、案号、文号（Ctrl+K）"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {isListShown ? (
        <div className="global-search-list" id={listId} role="listbox" aria-label="搜索结果">
          {hits.map((hit, index) => (
            <div
              key={`${hit.entity}-${hit.id}`}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === marked}
              className="global-search-hit"
              onMouseDown={(event) => {
                event.preventDefault();
                open(hit);
              }}
            >
              <span className="global-search-kind">{KINDS[hit.entity]}</span>
              <span className="global-search-title">{hit.title}</span>
              <span className="global-search-detail">{hit.detail}</span>
            </div>
          ))}
          {hits.length === 0 && !isFetching ? (
            <p className="global-search-none">
              没有找到“{text}”。可以试试姓名、拼音首字母、身份证号后四位、案号或文号。
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
