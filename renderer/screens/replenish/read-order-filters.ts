import { exceptionKinds } from '#core/plan/plan-result.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import type { DeskPlace } from '#renderer/stores/desk-place.ts';
import type { OrderFilters } from './order-filters.ts';

const kinds = ['buy', 'transfer', 'make'] as const;

/** What the place of the desk asks of the orders; ids that do not exist ask for nothing that exists. Does not throw. */
export function readOrderFilters(place: DeskPlace, reader: FrameReader): OrderFilters {
  const { filters } = place;
  const { frame } = reader;
  const exception = exceptionKinds.findIndex((kind) => kind === filters['exception']);
  return {
    company: indexOf(frame.companyIdEnds.length, place.company, reader.companyId),
    site: indexOf(frame.siteIdEnds.length, place.site, reader.siteId),
    supplier: indexOf(frame.supplierIdEnds.length, filters['supplier'] ?? '', reader.supplierId),
    kind: kinds.find((kind) => kind === filters['kind']) ?? null,
    isUrgentOnly: filters['urgent'] === 'yes' || filters['late'] !== undefined,
    isWithExceptionsOnly: filters['exceptions'] === 'yes',
    exception: exception < 0 ? null : exception,
    search: place.search,
    showsAll: filters['show'] === 'all',
  };
}

/** The index of an id; null where nothing is asked, -1 where the id is unknown. */
export function indexOf(count: number, id: string, idAt: (index: number) => string): number | null {
  if (id === '') return null;
  for (let index = 0; index < count; index += 1) if (idAt(index) === id) return index;
  return -1;
}
