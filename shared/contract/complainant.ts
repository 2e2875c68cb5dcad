import { z } from 'zod';
import { judgeIdNumber } from '../domain/kernel/id-number';
import { judgePhone } from '../domain/kernel/phone';
import { nullableDate, text } from './common';

export const complainant = z.object({
  isAnonymous: z.boolean(),
  name: z.string(),
  sex: z.string(),
  ageBand: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  address: z.string(),
  trade: z.string(),
  bankAccount: z.string(),
  isEmployee: z.boolean(),
  isMember: z.boolean(),
  hiredOn: nullableDate,
  allowsIdentity: z.boolean(),
  allowsClaims: z.boolean(),
  representatives: z.string(),
  agent: z.string(),
});
export type Complainant = z.infer<typeof complainant>;

/** A complainant who has said nothing yet. */
export const EMPTY_COMPLAINANT: Complainant = {
  isAnonymous: false,
  name: '',
  sex: '',
  ageBand: '',
  idNumber: '',
  phone: '',
  address: '',
  trade: '',
  bankAccount: '',
  isEmployee: true,
  isMember: false,
  hiredOn: null,
  allowsIdentity: false,
  allowsClaims: false,
  representatives: '',
  agent: '',
};

/** As typed: what the form judges is judged here again. */
export const complainantInput = complainant.extend({
  name: text('姓名', 30),
  sex: text('性别', 10),
  ageBand: text('年龄段', 20),
  idNumber: text('居民身份证号', 40).refine((typed) => typed === '' || judgeIdNumber(typed) === '', {
    error: (issue) => judgeIdNumber(String(issue.input)),
  }),
  phone: text('联系电话', 40).refine((typed) => typed === '' || judgePhone(typed) === '', {
    error: (issue) => judgePhone(String(issue.input)),
  }),
  address: text('住址', 100),
  trade: text('工种、部门', 60),
  bankAccount: text('银行账号', 40),
  representatives: text('推选的代表', 200, true),
  agent: text('委托代理人', 100),
});
