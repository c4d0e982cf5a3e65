import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { DatasetStatus } from '#core/contract/schemas.ts';
import type { Manifest } from '#core/model/package/manifest.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow, TableName } from '#core/model/package/package-tables.ts';
import type { ErpMirror } from './erp-mirror.ts';

/** Which ERP record an id of the dataset stands for. */
export interface ErpLink {
  /** The ERP's model, such as `product.product`. */
  readonly model: string;
  readonly erpId: number;
  /** The dataset's own id: an item_id, site_id, supplier_id, company_id or order_id. */
  readonly entityId: string;
  /** Facts that write-back needs and the dataset has no column for, such as the purchase unit. */
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export interface DatasetProvenance {
  readonly source: 'package' | 'erp';
  readonly sourceName: string;
  /** ISO 8601 UTC. */
  readonly asOf: string;
}

/** What takes a while to derive from a frame and is kept beside it. */
export type DerivedPart = 'forecast' | 'receipts';

/** The demand history of one item-location as it was written, and what the data excludes of it. */
export interface PlaceHistory {
  readonly planDay: CalendarDay;
  readonly lines: readonly PackageRow<'demand_history'>[];
  readonly exclusions: readonly PackageRow<'demand_exclusions'>[];
}

/** The rebuildable half of the store: the dataset as it was imported or pulled, and what was derived from it. */
export interface CacheStore {
  /** Counts, origin and version of the dataset; version 0 while there is none. */
  status(): DatasetStatus;
  /**
   * Replaces the whole dataset in one transaction and returns the new version. `confirm` is called when every row was
   * read; what it throws leaves the old dataset.
   */
  replaceAll(source: PackageSource, provenance: DatasetProvenance, confirm?: () => Promise<void>): Promise<number>;
  /**
   * Replaces only the named tables (those the ERP owns) and the ERP links, keeps the others and what the mirror has staged,
   * in one transaction, and returns the new version. A manifest is needed because the plan day moves with the pull.
   */
  replaceTables(
    tables: readonly TableName[],
    source: PackageSource,
    manifest: Manifest,
    provenance: DatasetProvenance,
    links: Iterable<ErpLink>,
  ): Promise<number>;
  /** The ERP's records as they came, from which a pull makes rows. */
  readonly mirror: ErpMirror;
  /** Everything back, row by row. Its rows throw `data.stale` where another dataset came while they were read. */
  source(): PackageSource;
  /** The demand history of an item-location, without reading that of others (STO-13). */
  historyOf(itemId: string, siteId: string): PlaceHistory;
  links(model: string): ReadonlyMap<string, ErpLink>;
  /** The frame of the current version, from the cache or built and kept. Errors: `data.missing` without a dataset. */
  frame(): Promise<ArrayBuffer>;
  /** What was derived from the dataset of a version and kept, or undefined. */
  kept(version: number, part: DerivedPart): ArrayBuffer | undefined;
  /** Keeps what was derived from the current version; what belongs to other versions is dropped. A full disk is no error. */
  keep(version: number, part: DerivedPart, bytes: ArrayBuffer): void;
  close(): void;
}
