import type { FieldError } from '@shared/contract/result';

export type FirstRun = {
  readonly unitName: string;
  readonly issuerCode: string;
  readonly area: string;
  readonly jurisdiction: string;
  readonly displayName: string;
  readonly loginName: string;
  readonly password: string;
  readonly passwordAgain: string;
};

export const EMPTY_FIRST_RUN: FirstRun = {
  unitName: '',
  issuerCode: '',
  area: '',
  jurisdiction: '',
  displayName: '',
  loginName: '',
  password: '',
  passwordAgain: '',
};

export const FIRST_RUN_LABELS: Readonly<Record<keyof FirstRun, string>> = {
  unitName: '单位全称',
  issuerCode: '机关代字',
  area: '所在地区',
  jurisdiction: '适用规则',
  displayName: '管理员姓名',
  loginName: '登录名',
  password: '密码',
  passwordAgain: '再次填写密码',
};

const missing = (field: keyof FirstRun) => {
  if (field === 'passwordAgain') return '请再次填写密码';
  return `请${field === 'jurisdiction' ? '选择' : '填写'}${FIRST_RUN_LABELS[field]}`;
};

const SHORTEST_PASSWORD = 8;

/** What is missing before the file can be made. */
export function checkFirstRun(form: FirstRun): readonly FieldError[] {
  const errors: FieldError[] = (Object.keys(FIRST_RUN_LABELS) as (keyof FirstRun)[])
    .filter((field) => form[field].trim() === '')
    .map((field) => ({ field, message: missing(field) }));
  if (form.password !== '' && form.password.length < SHORTEST_PASSWORD) {
    errors.push({ field: 'password', message: `密码至少 ${SHORTEST_PASSWORD} 位` });
  }
  if (form.passwordAgain !== '' && form.password !== form.passwordAgain) {
    errors.push({ field: 'passwordAgain', message: '两次填写的密码不一致，请重新填写' });
  }
  return errors;
}
