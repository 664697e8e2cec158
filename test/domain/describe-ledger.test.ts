import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeLedger } from '../../src/domain/describe-ledger.js';
import { explain } from '../../src/domain/explain.js';
import { DEFAULT_POLICY } from '../../src/domain/policy.js';
import { anyFacts, anyPolicy, HORIZON } from './arbitraries.js';
import { factsWith, hold, wall } from './instants.js';
import { warned } from './projected.js';

const facts = factsWith({
  holds: [hold('2026-06-10T08:00', '2026-06-12T09:30')],
  warnings: [warned],
});
const { ledger } = explain(facts, DEFAULT_POLICY, wall('2026-07-26T00:00'));

describe('a ledger as text', () => {
  it('can be re-added by hand in English', () => {
    expect(describeLedger(ledger, 'en')).toEqual([
      'Policy version 1: 6 months, 60/7/10 days, EARLIEST, WARNING, EXACT, Europe/Berlin',
      'The window begins at 01/06/2026, 12:00:00 CEST: the assignment',
      'hold 10/06/2026, 08:00:00 CEST – 12/06/2026, 09:30:00 CEST: counts',
      'Clock stands still 10/06/2026, 08:00:00 CEST – 12/06/2026, 09:30:00 CEST',
      'Approved extensions: 0 months',
      'Warning sent 24/07/2026, 12:00:00 CEST, for the window from 01/06/2026, 12:00:00 CEST: counts, for this window',
      'Warning due = 01/06/2026, 12:00:00 CEST + 53 days = 24/07/2026, 12:00:00 CEST + hold 10/06/2026, 08:00:00 CEST – 12/06/2026, 09:30:00 CEST (2 d 1 h 30 min) = 26/07/2026, 13:30:00 CEST',
      'Progress deadline = 01/06/2026, 12:00:00 CEST + 60 days = 31/07/2026, 12:00:00 CEST + hold 10/06/2026, 08:00:00 CEST – 12/06/2026, 09:30:00 CEST (2 d 1 h 30 min) = 02/08/2026, 13:30:00 CEST',
      'Base period ends = 01/06/2026, 12:00:00 CEST + 6 months = 01/12/2026, 12:00:00 CET + hold 10/06/2026, 08:00:00 CEST – 12/06/2026, 09:30:00 CEST (2 d 1 h 30 min) = 03/12/2026, 13:30:00 CET',
      'Grace days = 24/07/2026, 12:00:00 CEST + 10 days = 03/08/2026, 12:00:00 CEST = 03/08/2026, 12:00:00 CEST',
      'Grace ends = the later of (Progress deadline 02/08/2026, 13:30:00 CEST, Grace days 03/08/2026, 12:00:00 CEST) = 03/08/2026, 12:00:00 CEST',
      'Protection ends = the earlier of (Base period ends 03/12/2026, 13:30:00 CET, Grace ends 03/08/2026, 12:00:00 CEST) = 03/08/2026, 12:00:00 CEST',
      'Reminder of the base period = 03/12/2026, 13:30:00 CET − 10 days = 23/11/2026, 13:30:00 CET',
    ]);
  });

  it('names dates and quantities in German', () => {
    expect(describeLedger(ledger, 'de')).toContain(
      'Schutz endet = das Frühere von (Grundlaufzeit endet 03.12.2026, 13:30:00 MEZ, Nachfrist endet 03.08.2026, 12:00:00 MESZ) = 03.08.2026, 12:00:00 MESZ',
    );
  });

  it('says what is left of a paused period', () => {
    const paused = factsWith({ holds: [hold('2026-07-30T12:00', null)] });
    const lines = describeLedger(explain(paused, DEFAULT_POLICY, HORIZON).ledger, 'en');
    expect(lines).toContain(
      'Progress deadline = 01/06/2026, 12:00:00 CEST + 60 days = 31/07/2026, 12:00:00 CEST + hold 30/07/2026, 12:00:00 CEST – open = paused, remaining 1 d',
    );
  });

  it('names the days off that an end was moved over', () => {
    const policy = { ...DEFAULT_POLICY, shiftToWorkingDay: true, holidayRegion: 'AT' };
    const easter = factsWith({ assignedAt: wall('2027-01-28T12:00'), holds: [], warnings: [] });
    const lines = (locale: 'de' | 'en') =>
      describeLedger(explain(easter, policy, wall('2027-02-01T00:00')).ledger, locale);
    expect(lines('en')).toContain(
      'Progress deadline = 28/01/2027, 12:00:00 CET + 60 days = 29/03/2027, 12:00:00 CEST + to the end of the next working day, not being one: 29/03/2027 Ostermontag; (1 d 12 h) = 31/03/2027, 00:00:00 CEST',
    );
    expect(lines('de')).toContain(
      'Fortschrittsfrist = 28.01.2027, 12:00:00 MEZ + 60 Tage = 29.03.2027, 12:00:00 MESZ + bis zum Ende des nächsten Arbeitstags, keiner ist: 29.03.2027 Ostermontag; (1 d 12 h) = 31.03.2027, 00:00:00 MESZ',
    );
  });

  it('has a line for every entry of any ledger', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (someFacts, policy) => {
        const explained = explain(someFacts, policy, HORIZON);
        for (const locale of ['de', 'en'] as const) {
          const lines = describeLedger(explained.ledger, locale);
          expect(lines).toHaveLength(explained.ledger.length);
          expect(lines.join('\n')).not.toMatch(/undefined|null|NaN/);
        }
      }),
    );
  });
});
