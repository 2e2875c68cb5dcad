/**
 * A form as data: the same descriptors draw the form, validate it in the page and validate it again in the pipeline
 * (see field-schema.ts), and name the field in every Chinese message.
 */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'time'
  | 'count'
  /** Integer 分 in data, 元 on screen. */
  | 'money'
  | 'select'
  | 'multiSelect'
  | 'flag'
  | 'uscc'
  | 'idNumber'
  | 'phone'
  /** id of an employer, a supervisor, a leader, a document of the case. */
  | 'employer'
  | 'supervisor'
  | 'leader'
  | 'document'
  /** Codes of the violation catalogue. */
  | 'violations'
  /** Rows of sub-fields: `of` gives the columns. */
  | 'rows';

export type Option = { readonly value: string; readonly label: string };

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly isRequired?: boolean;
  readonly options?: readonly Option[];
  /** Name of an option list in resources/catalogues: the service fills `options` from it. */
  readonly catalogue?: string;
  /** Only where the law is asked. */
  readonly help?: string;
  readonly placeholder?: string;
  /** A text that usually names a piece of evidence of the case: the service fills `options`, and anything may be typed. */
  readonly proposes?: 'evidence';
  readonly group?: string;
  /** Longest text in characters; 200 for text, 5000 for longText unless given. */
  readonly maxLength?: number;
  readonly of?: readonly Field[];
  /** Of a column: names what its row is about. It is read, not typed, and no row is added or removed. */
  readonly isFixed?: boolean;
  /** Shown and required only when another field holds one of the values. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] };
};

/** What a filled form holds. Absent and empty text are the same: null. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly Readonly<Record<string, string | number | boolean | null>>[];
export type FieldValues = Readonly<Record<string, FieldValue>>;
