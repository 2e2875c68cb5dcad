import { caseStateLabel } from '@shared/domain/supervision/case-state';
import type { CaseModule } from '../../platform/cases/case-module';
import { withViolation } from './supervision.list.repository';

/** What the frame's case list asks of this module. */
export const supervisionCases: CaseModule = {
  key: 'supervision',
  label: '一函两书',
  stateLabel: caseStateLabel,
  conditions: (filter) => (filter.violation === '' ? [] : [withViolation(filter.violation)]),
};
