/** The statements of a script; triggers keep their inner semicolons, comments are left out. */
export function statementsOf(script: string): string[] {
  const text = script.replace(/--[^\n]*$/gm, '');
  const statements: string[] = [];
  let current = '';
  for (const piece of text.split(/(;)/)) {
    current += piece;
    if (piece === ';' && isComplete(current)) {
      if (current.trim() !== ';') statements.push(current.trim());
      current = '';
    }
  }
  if (current.trim() !== '') throw new Error(`an unfinished statement: ${current.trim().slice(0, 60)}`);
  return statements;
}

const isComplete = (statement: string): boolean =>
  !/^\s*create trigger/i.test(statement) || /\bend\s*;\s*$/i.test(statement);
