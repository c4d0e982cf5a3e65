/** What item-locations are brought together by, from the narrowest to all of them (rule DEM-100). */
export const hierarchyLevels = ['item', 'family', 'site', 'region', 'company', 'total'] as const;

export type HierarchyLevel = (typeof hierarchyLevels)[number];
