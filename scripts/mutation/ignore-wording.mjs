import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Sentences, labels and messages are read by people, and a test that repeats them proves nothing; codes stay mutated. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording', {
    shouldIgnore({ node }) {
      const isWording =
        (node.type === 'StringLiteral' && isChinese(node.value)) ||
        (node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => isChinese(value.raw))) ||
        (node.type === 'NewExpression' && /Error$/.test(node.callee.name ?? ''));
      return isWording ? 'wording' : undefined;
    },
  }),
];

const isChinese = (text) => /\p{Script=Han}/u.test(text);
