export const BUSINESS_TYPES = [
  'HOTEL',
  'RESTAURANT',
  'CANTEEN',
  'CATERING',
  'HEALTHCARE',
  'RETAIL',
  'OTHER',
] as const;

export type BusinessType = (typeof BUSINESS_TYPES)[number];

/** What German texts call them. */
export const GERMAN_BUSINESS_TYPES: Readonly<Record<BusinessType, string>> = {
  HOTEL: 'Hotel',
  RESTAURANT: 'Restaurant',
  CANTEEN: 'Kantine',
  CATERING: 'Catering',
  HEALTHCARE: 'Gesundheitswesen',
  RETAIL: 'Handel',
  OTHER: 'Sonstige',
};

/** What else files call them, lower-case. */
const SYNONYMS: Readonly<Record<BusinessType, readonly string[]>> = {
  HOTEL: ['hotels', 'hotellerie', 'hotel garni', 'pension', 'gasthof', 'hospitality'],
  RESTAURANT: [
    'restaurants',
    'gastronomie',
    'gaststätte',
    'wirtshaus',
    'café',
    'bistro',
    'restauration',
  ],
  CANTEEN: [
    'kantine',
    'betriebskantine',
    'kasino',
    'mensa',
    'betriebsgastronomie',
    'betriebsverpflegung',
    'canteens',
  ],
  CATERING: ['caterer', 'event-catering', 'eventcatering', 'partyservice', 'party-service'],
  HEALTHCARE: [
    'gesundheitswesen',
    'gesundheit',
    'krankenhaus',
    'klinik',
    'klinikum',
    'pflegeheim',
    'seniorenheim',
    'care',
    'health care',
    'hospital',
  ],
  RETAIL: [
    'handel',
    'einzelhandel',
    'lebensmitteleinzelhandel',
    'leh',
    'feinkost',
    'hofladen',
    'retailer',
  ],
  OTHER: ['sonstige', 'sonstiges', 'andere', 'anderes', 'others'],
};

/** The type that a text names by its code or a usual German or English word, or null. */
export function findBusinessType(text: string): BusinessType | null {
  const word = text.toLowerCase();
  return (
    BUSINESS_TYPES.find((type) =>
      [type, GERMAN_BUSINESS_TYPES[type], ...SYNONYMS[type]].some(
        (name) => name.toLowerCase() === word,
      ),
    ) ?? null
  );
}
