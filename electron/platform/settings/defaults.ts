import type { UnitSettings } from '@shared/contract/settings';

/** Settings of a new file; numbering comes from the catalogue until it is changed. */
export function defaultSettings(unit: {
  unitName: string;
  issuerCode: string;
  area: string;
  jurisdiction: string;
}): UnitSettings {
  return {
    unitName: unit.unitName,
    printingOffice: '',
    issuerCode: unit.issuerCode,
    area: unit.area,
    jurisdiction: unit.jurisdiction,
    contact: '',
    phone: '',
    address: '',
    email: '',
    postcode: '',
    upperUnion: '',
    laborDepartment: `${unit.area}人力资源和社会保障局`,
    fondsName: unit.unitName,
    geometry: 'office',
    fontProfile: 'gb',
    numbering: {},
    retentionYears: '30年',
    exportFolder: '',
  };
}
