/** How the demand of a family moves: over the year, and from week to week. */
export type DemandShape = 'steady' | 'spring' | 'winter' | 'spare';

export interface DemoFamily {
  readonly name: string;
  readonly prefix: string;
  /** Words an item's name is made of: one noun and one size. */
  readonly nouns: readonly string[];
  readonly sizes: readonly string[];
  readonly unit: 'pcs' | 'm' | 'l' | 'box';
  /** Median cost in the dataset's currency, and how far single items lie around it (log scale). */
  readonly cost: number;
  readonly costSpread: number;
  /** Median units a week over all sites. */
  readonly weeklyUnits: number;
  readonly shape: DemandShape;
  readonly pack: readonly number[];
  readonly shelfLifeDays: number | null;
}

/** What a technical wholesaler sells. */
export const demoFamilies: readonly DemoFamily[] = [
  {
    name: 'Bearings',
    prefix: 'BRG',
    nouns: ['Deep groove ball bearing', 'Tapered roller bearing', 'Needle bearing', 'Pillow block unit', 'Thrust bearing'],
    sizes: ['6004-2RS', '6205-ZZ', '6308 C3', '30206', 'HK 2016', 'UCP 207', '51105', '22212 E'],
    unit: 'pcs',
    cost: 9,
    costSpread: 0.9,
    weeklyUnits: 22,
    shape: 'steady',
    pack: [1, 5, 10],
    shelfLifeDays: null,
  },
  {
    name: 'Fasteners',
    prefix: 'FAS',
    nouns: ['Hex bolt 8.8', 'Cap screw 12.9', 'Lock nut', 'Spring washer', 'Threaded rod A2', 'Dowel pin'],
    sizes: ['M6x20', 'M8x30', 'M10x40', 'M12x60', 'M16x80', 'M20x100'],
    unit: 'pcs',
    cost: 0.22,
    costSpread: 0.8,
    weeklyUnits: 900,
    shape: 'steady',
    pack: [50, 100, 200],
    shelfLifeDays: null,
  },
  {
    name: 'Seals',
    prefix: 'SEA',
    nouns: ['O-ring NBR', 'Shaft seal', 'Rod seal PU', 'Gasket sheet', 'V-ring'],
    sizes: ['20x2', '35x52x7', '40x3', '50x65x8', '80x100x10'],
    unit: 'pcs',
    cost: 1.4,
    costSpread: 0.9,
    weeklyUnits: 70,
    shape: 'steady',
    pack: [10, 25],
    shelfLifeDays: null,
  },
  {
    name: 'Belts and chains',
    prefix: 'BLT',
    nouns: ['V-belt', 'Timing belt', 'Roller chain', 'Sprocket', 'Ribbed belt'],
    sizes: ['SPA 1250', 'HTD 8M-800', '08B-1 5 m', 'Z20 1/2"', 'PJ 1016'],
    unit: 'pcs',
    cost: 14,
    costSpread: 0.7,
    weeklyUnits: 12,
    shape: 'spare',
    pack: [1],
    shelfLifeDays: null,
  },
  {
    name: 'Lubricants',
    prefix: 'LUB',
    nouns: ['Gear oil', 'Hydraulic oil', 'Bearing grease', 'Chain spray', 'Cutting fluid'],
    sizes: ['CLP 220 20 l', 'HLP 46 20 l', 'LGMT 2 1 kg', '400 ml', '5 l'],
    unit: 'pcs',
    cost: 24,
    costSpread: 0.6,
    weeklyUnits: 26,
    shape: 'winter',
    pack: [1, 6, 12],
    shelfLifeDays: 730,
  },
  {
    name: 'Adhesives',
    prefix: 'ADH',
    nouns: ['Thread locker', 'Two-part epoxy', 'Silicone sealant', 'Instant adhesive'],
    sizes: ['medium 50 ml', '25 ml', '310 ml black', '20 g'],
    unit: 'pcs',
    cost: 7,
    costSpread: 0.5,
    weeklyUnits: 34,
    shape: 'steady',
    pack: [6, 12],
    shelfLifeDays: 365,
  },
  {
    name: 'Pneumatics',
    prefix: 'PNE',
    nouns: ['Compact cylinder', 'Push-in fitting', 'Solenoid valve', 'Service unit', 'PU hose'],
    sizes: ['32-50', 'G1/4 8 mm', '5/2 24 V', 'G3/8', '8x5.5'],
    unit: 'pcs',
    cost: 18,
    costSpread: 1,
    weeklyUnits: 16,
    shape: 'steady',
    pack: [1, 10],
    shelfLifeDays: null,
  },
  {
    name: 'Irrigation and garden',
    prefix: 'GRD',
    nouns: ['Hose coupling', 'Garden pump', 'Sprinkler head', 'Drip hose', 'Water filter'],
    sizes: ['GK 25', '1100 W', '1/2"', '16 mm 50 m', '10"'],
    unit: 'pcs',
    cost: 16,
    costSpread: 0.8,
    weeklyUnits: 30,
    shape: 'spring',
    pack: [1, 5],
    shelfLifeDays: null,
  },
  {
    name: 'Heating spares',
    prefix: 'HTG',
    nouns: ['Burner nozzle', 'Ignition electrode', 'Circulation pump', 'Thermostat head', 'Flame sensor'],
    sizes: ['0.50 gph', 'Set', '25-60', 'M30x1.5', 'QRB 1'],
    unit: 'pcs',
    cost: 31,
    costSpread: 0.9,
    weeklyUnits: 14,
    shape: 'winter',
    pack: [1],
    shelfLifeDays: null,
  },
  {
    name: 'Electric drives',
    prefix: 'DRV',
    nouns: ['Three-phase motor', 'Frequency converter', 'Worm gearbox', 'Encoder', 'Brake coil'],
    sizes: ['0.75 kW', '2.2 kW', 'i=30', '1024 ppr', '24 V'],
    unit: 'pcs',
    cost: 165,
    costSpread: 0.7,
    weeklyUnits: 3,
    shape: 'spare',
    pack: [1],
    shelfLifeDays: null,
  },
  {
    name: 'Safety and work wear',
    prefix: 'SAF',
    nouns: ['Cut-resistant gloves', 'Safety shoes S3', 'Safety glasses', 'Ear plugs', 'Winter jacket'],
    sizes: ['size 9', 'size 43', 'clear', '200 pairs', 'size L'],
    unit: 'pcs',
    cost: 11,
    costSpread: 0.8,
    weeklyUnits: 40,
    shape: 'winter',
    pack: [1, 10],
    shelfLifeDays: null,
  },
  {
    name: 'Hydraulics',
    prefix: 'HYD',
    nouns: ['Hydraulic hose 2SN', 'Gear pump', 'Check valve', 'Return filter', 'Quick coupling'],
    sizes: ['DN10 10 m', '8 cc', 'G1/2', '10 micron', 'ISO A 1/2'],
    unit: 'pcs',
    cost: 38,
    costSpread: 0.8,
    weeklyUnits: 7,
    shape: 'spare',
    pack: [1, 2],
    shelfLifeDays: null,
  },
];
