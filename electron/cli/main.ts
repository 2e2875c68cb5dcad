import { createInterface } from 'node:readline/promises';
import { Refusal } from '@shared/contract/result';
import { checkAuditLog, EXIT } from './verify-audit';

/** `npm run verify-audit -- <data folder>`; login and password by CASEWORK_LOGIN and CASEWORK_PASSWORD, or asked for. */
async function main(): Promise<number> {
  const [dataFolder] = process.argv.slice(2);
  if (dataFolder === undefined) {
    say('用法：npm run verify-audit -- <数据文件夹>');
    return EXIT.notOpened;
  }
  const loginName = process.env.CASEWORK_LOGIN ?? (await ask('登录名：'));
  const password = process.env.CASEWORK_PASSWORD ?? (await ask('密码：'));
  try {
    const { lines, exitCode } = await checkAuditLog({ dataFolder, loginName, password });
    for (const line of lines) say(line);
    return exitCode;
  } catch (error) {
    say(error instanceof Refusal ? error.message : '数据文件无法打开，可能已损坏。');
    return EXIT.notOpened;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await prompt.question(question);
  } finally {
    prompt.close();
  }
}

process.exitCode = await main();
