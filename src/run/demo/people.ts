/** The people of the demo company. */
export const PEOPLE = [
  { email: 'admin@example.com', name: 'Renate Albrecht', role: 'ADMIN', locale: 'de' },
  { email: 'martin@example.com', name: 'Martin Vogt', role: 'MANAGER', locale: 'de' },
  { email: 'anna@example.com', name: 'Anna Lindner', role: 'REP', locale: 'de' },
  { email: 'bernd@example.com', name: 'Bernd Kowalski', role: 'REP', locale: 'de' },
  { email: 'chloe@example.com', name: 'Chloé Martin', role: 'REP', locale: 'en' },
  { email: 'deniz@example.com', name: 'Deniz Yılmaz', role: 'REP', locale: 'de' },
  { email: 'audit@example.com', name: 'Ute Prüfer', role: 'AUDITOR', locale: 'de' },
  { email: 'wall@example.com', name: 'Wallboard', role: 'WALLBOARD', locale: 'de' },
] as const;

export const AGENTS = PEOPLE.filter(({ role }) => role === 'REP');
