import type { TodoItem } from '@shared/contract/cases';
import { Button } from 'antd';
import { useState } from 'react';
import { DeadlineTag } from '../../case-kit/deadline-tag';
import { onePerCase } from './one-per-case';
import { TodoSubject } from './todo-subject';

type TodoListProps = {
  readonly title: string;
  readonly none: string;
  readonly isLate: boolean;
  readonly items: readonly TodoItem[];
  readonly onOpen: (item: TodoItem) => void;
};

const FIRST_SHOWN = 6;

/** One of the four lists: what is due, for whom, how many days, the button that does it. */
export function TodoList({ title, none, isLate, items, onOpen }: TodoListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = onePerCase(items);
  const shown = isWhole ? lines : lines.slice(0, FIRST_SHOWN);
  return (
    <section className="todo-list" aria-label={title}>
      <h2 className={isLate && items.length > 0 ? 'todo-list-title todo-list-late' : 'todo-list-title'}>
        {title}
        <span className="todo-list-count">{lines.length}</span>
      </h2>
      {items.length === 0 ? <p className="todo-none">{none}</p> : null}
      <ul>
        {shown.map((item) => (
          <li
            key={`${item.kind}-${item.caseId}-${item.documentId}-${item.what}-${item.dueOn}`}
            className="todo-item"
          >
            <div className="todo-item-text">
              <div className="todo-item-head">
                <span className="todo-item-what">{item.what}</span>
                <DeadlineTag daysLeft={item.daysLeft} dueOn={item.dueOn} />
              </div>
              <TodoSubject party={item.party} title={item.title} />
              {item.others.length > 0 ? (
                <div className="todo-item-party">
                  同案另有 {item.others.length} 项：{item.others.join('、')}
                </div>
              ) : null}
            </div>
            <Button
              onClick={() => onOpen(item)}
              aria-label={`${item.actionLabel}：${item.what} ${item.party}`}
            >
              {item.actionLabel}
            </Button>
          </li>
        ))}
      </ul>
      {lines.length > FIRST_SHOWN ? (
        <Button type="link" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? '收起' : `显示全部 ${lines.length} 项`}
        </Button>
      ) : null}
    </section>
  );
}
