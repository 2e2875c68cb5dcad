import { createCalendar, type HolidayCalendar } from '@shared/domain/kernel/calendar';
import year2025 from '../../../resources/calendars/2025.json' with { type: 'json' };
import year2026 from '../../../resources/calendars/2026.json' with { type: 'json' };
import year2027 from '../../../resources/calendars/2027.json' with { type: 'json' };

export const shippedCalendars = [year2025, year2026, year2027] as readonly HolidayCalendar[];
export const shipped = createCalendar(shippedCalendars);
