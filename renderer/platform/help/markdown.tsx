import { Fragment, type ReactNode } from 'react';
import { placed } from '../../lib/placed';
import { type Block, readMarkdown } from './read-markdown';

/** The manual's own Markdown: headings, lists, tables, notes, bold, keys. Text only becomes text, never HTML. */
export function Markdown({ text }: { readonly text: string }) {
  return placed(readMarkdown(text)).map(({ item: block, place }) => (
    <Fragment key={place}>{draw(block)}</Fragment>
  ));
}

function draw(block: Block): ReactNode {
  switch (block.type) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h1' : block.level === 2 ? 'h2' : 'h3';
      return <Heading>{spans(block.text)}</Heading>;
    }
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item) => (
            <li key={item}>{spans(item)}</li>
          ))}
        </List>
      );
    }
    case 'note':
      return <blockquote>{spans(block.text)}</blockquote>;
    case 'table':
      return (
        <table className="plain-table">
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  {spans(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, index) => (
                  <td key={block.head[index]}>{spans(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'paragraph':
      return <p>{spans(block.text)}</p>;
  }
}

/** **bold** and `keys`. */
function spans(text: string): ReactNode {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, index) => {
    const key = `${index}-${part}`;
    if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <kbd key={key}>{part.slice(1, -1)}</kbd>;
    return part;
  });
}
