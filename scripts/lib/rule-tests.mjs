/** The quick tests of the pure rules: no database, no window. A stage of their own, and what mutants run against. */
export const ruleTests = [
  'tests/unit/{kernel,supervision,resources,papers,evidence}/**/*.test.ts',
  'tests/documents/supervision/{declined,letters,papers,required,suggestions,template,values}.test.ts',
  'tests/documents/engine/{compose,word-layout}.test.ts',
];
