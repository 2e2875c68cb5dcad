import type { PersonInput } from '@shared/contract/employers';
import type { Field, FieldValues } from '@shared/domain/kernel/field';

/** The form of a person. */
export const PERSON_FIELDS: readonly Field[] = [
  { name: 'name', label: '姓名', kind: 'text', isRequired: true, maxLength: 60 },
  { name: 'idNumber', label: '身份证号', kind: 'idNumber' },
  { name: 'phone', label: '电话', kind: 'phone', maxLength: 40 },
  { name: 'employerId', label: '所在单位', kind: 'employer' },
  { name: 'post', label: '职务（岗位）', kind: 'text', maxLength: 60 },
  { name: 'note', label: '备注', kind: 'longText', maxLength: 2000 },
];

export const NEW_PERSON: PersonInput = {
  name: '',
  idNumber: '',
  phone: '',
  employerId: null,
  post: '',
  note: '',
};

const text = (values: FieldValues, name: string) => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

export const toPersonInput = (values: FieldValues): PersonInput => ({
  name: text(values, 'name'),
  idNumber: text(values, 'idNumber'),
  phone: text(values, 'phone'),
  employerId: typeof values.employerId === 'number' ? values.employerId : null,
  post: text(values, 'post'),
  note: text(values, 'note'),
});

export const toPersonValues = ({
  name,
  idNumber,
  phone,
  employerId,
  post,
  note,
}: PersonInput): FieldValues => ({
  name,
  idNumber,
  phone,
  employerId,
  post,
  note,
});
