import { useChannelQuery } from '@renderer/lib/channel-hooks';
import { officialFonts, windowsFonts } from '@shared/domain/papers/fonts';

/** Fonts and page geometry of this office, as chosen in the settings. */
export function usePrintSettings() {
  const { data } = useChannelQuery('settings.get', {}, { staleTime: 60_000 });
  return {
    fonts: data?.settings?.fontProfile === 'windows' ? windowsFonts : officialFonts,
    geometry: data?.settings?.geometry ?? ('office' as const),
  };
}
