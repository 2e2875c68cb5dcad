import { makeIdNumber } from '@shared/domain/kernel/id-number';
import { makeUscc } from '@shared/domain/kernel/uscc';
import type { ComplainantData, EmployerData, UnitData } from '@shared/domain/supervision/case-data';

/** Office, employer and complainant of the sample case. No person, number or firm in here exists. */

export const sampleUnit: UnitData = {
  unitName: '安溪县总工会',
  issuerCode: '安工',
  area: '安溪县',
  contact: '王敏',
  phone: '0570-8000012',
  address: '安溪县人民路18号工会大厦',
  email: 'quanyi@anxi-union.example',
  postcode: '323000',
  upperUnion: '云州市总工会',
  laborDepartment: '安溪县人力资源和社会保障局',
  fondsName: '安溪县总工会',
};

export const sampleEmployer: EmployerData = {
  id: 7,
  name: '安溪湾精工机械有限公司',
  uscc: makeUscc({ serial: 20260 }),
  address: '安溪县经济开发区创业大道66号',
  businessAddress: '安溪县经济开发区创业大道66号',
  legalRepresentative: '严启明',
  contactName: '范晓岚',
  contactPhone: '0570-8000366',
  industry: 'C',
  nature: 'private',
  town: '安溪街道',
  headcount: 326,
  hasUnion: 'yes',
};

export const sampleComplainant: ComplainantData = {
  isAnonymous: false,
  name: '林秀禾',
  sex: '女',
  ageBand: '30—39岁',
  idNumber: makeIdNumber({ birthOn: '1990-04-17', sequence: 246 }),
  phone: '13900006543',
  address: '安溪县溪口新村9幢302室',
  trade: '二车间精密检验',
  bankAccount: '6200000000000026017',
  isEmployee: true,
  isMember: true,
  hiredOn: '2021-03-15',
  allowsIdentity: false,
  allowsClaims: true,
  representatives: '周德荃',
  agent: '',
};
