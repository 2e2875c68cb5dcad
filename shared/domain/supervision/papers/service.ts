import type { PaperDefinition } from './paper';
import { addresseeOf, typed } from './values';

/** 送达回证. */
export const proofOfService: PaperDefinition = {
  kind: 'proofOfService',
  placeholders: (input) => {
    const chosen = typed(input, 'method');
    const boxes = input.catalogue.options['service-methods'].items
      .filter((method) => method.isEnabled)
      .map((method) => `${method.code === chosen ? '☑' : '□'}${method.label}`);
    return { texts: { method_boxes: boxes.join(' ') } };
  },
  initial: (input) => {
    const employer = input.case?.employer ?? input.employer;
    const receiver = addresseeOf(input.basedOn) || employer?.name || '';
    return {
      receiverName: receiver,
      servedAddress: employer !== null && receiver === employer.name ? employer.address : '',
      copies: 1,
    };
  },
};
