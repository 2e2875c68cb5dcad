import type { UnitSettings } from '@shared/contract/settings';
import { officialFonts, windowsFonts } from '@shared/domain/papers/fonts';
import type { RenderOptions } from './engine/render-docx';

/** How this office's papers are set. */
export function renderOptionsOf(unit: Pick<UnitSettings, 'geometry' | 'fontProfile'>): RenderOptions {
  return { geometry: unit.geometry, fonts: unit.fontProfile === 'gb' ? officialFonts : windowsFonts };
}
