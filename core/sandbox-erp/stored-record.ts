/** What a field of a record holds; false where nothing is set, as in the ERP's replies. */
export type Value = string | number | boolean | null | readonly number[];
/** A record as the database holds it: bare ids, no one2many. */
export type StoredRecord = Record<string, Value>;
