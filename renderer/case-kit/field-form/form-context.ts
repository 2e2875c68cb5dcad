import type { DocumentRow } from '@shared/contract/documents';
import { createContext, useContext } from 'react';

/** What the pickers of a form need to know of the page they stand on. */
export type FormSurroundings = {
  /** Papers of the case, for document pickers. */
  readonly documents: readonly DocumentRow[];
};

const NOTHING: FormSurroundings = { documents: [] };

export const FormContext = createContext<FormSurroundings>(NOTHING);
export const useFormSurroundings = (): FormSurroundings => useContext(FormContext);
