import type { Locale } from '../locales.js';
import type { Committed, ReceiptKind } from './receipt.js';
import type { CheckName, Verification } from './verify-document.js';

interface ReceiptTexts {
  readonly title: string;
  readonly kinds: Readonly<Record<ReceiptKind, string>>;
  readonly committed: Readonly<Record<Committed, string>>;
  readonly fields: {
    readonly at: string;
    readonly atLocal: string;
    readonly byDatabaseClock: string;
    readonly position: string;
    readonly policy: string;
    readonly first: string;
    readonly key: string;
    readonly checkpoint: string;
    readonly id: string;
    readonly facts: string;
    readonly stamp: string;
    readonly leaf: string;
  };
  /** @param rule the version of the matching rules @param position in the event log */
  readonly firstMeans: (rule: number, position: number, resembled: boolean) => string;
  readonly verdicts: Readonly<Record<Verification['verdict'], string>>;
  readonly checks: Readonly<Record<CheckName, string>>;
  readonly states: Readonly<Record<'OK' | 'FAILED' | 'ABSENT', string>>;
  /** What no receipt proves, for every reader. */
  readonly notProved: readonly string[];
  readonly notProvedTitle: string;
  readonly withoutStamp: string;
  readonly compareFingerprint: string;
}

/** The words of receipts, for the printed page, the command line and the offline page. */
export const RECEIPT_TEXTS: Readonly<Record<Locale, ReceiptTexts>> = {
  de: {
    title: 'Beleg',
    kinds: {
      LEAD_REGISTERED: 'Registrierung eines Leads',
      REGISTRATION_REFUSED: 'Abgelehnte Registrierung',
      LEAD_CLAIMED: 'Übernahme aus dem Pool',
      LEAD_REASSIGNED: 'Zuweisung an einen anderen Vertreter',
      LEAD_REOPENED: 'Wiederaufnahme eines beendeten Leads',
      LEAD_RELEASED: 'Rückgabe an den Pool',
      LEAD_CONVERTED: 'Der Lead wurde Kunde',
      LEAD_LOST: 'Der Lead ist verloren',
      HOLD_STARTED: 'Beginn einer Pause der Frist',
      HOLD_CONFIRMED: 'Bestätigung einer Pause der Frist',
      HOLD_ENDED: 'Ende einer Pause der Frist',
      HOLD_VOIDED: 'Widerruf einer Pause der Frist',
      EXTENSION_DECIDED: 'Entscheidung über eine Verlängerung',
      LEAD_PROGRESS_WARNING_ISSUED: 'Fortschrittswarnung erstellt',
      WARNING_DELIVERED: 'Fortschrittswarnung zugestellt',
      WARNING_UNDELIVERABLE: 'Fortschrittswarnung nicht zustellbar',
      LEAD_PROTECTION_REMINDER: 'Erinnerung an das Ende der Grundfrist',
      LEAD_PROTECTION_EXPIRED: 'Ende des Schutzes',
    },
    committed: {
      companyName: 'Firma',
      city: 'Ort',
      postalCode: 'Postleitzahl',
      country: 'Land',
      ownerName: 'Vertreter',
      actorName: 'Ausgelöst von',
    },
    fields: {
      at: 'Zeitpunkt (UTC)',
      atLocal: 'Ortszeit',
      byDatabaseClock: 'nach der Uhr der Datenbank',
      position: 'Position im Ereignisprotokoll',
      policy: 'Schutzregeln (Version, SHA-256)',
      first: 'Was „zuerst“ heißt',
      key: 'Fingerabdruck des Schlüssels',
      checkpoint: 'Prüfpunkt',
      id: 'Nummer des Belegs',
      facts: 'Angaben des Ereignisses',
      stamp: 'Zeitstempel (RFC 3161)',
      leaf: 'Hash des Belegs (Blatt, SHA-256)',
    },
    firstMeans: (rule, position, resembled) =>
      `An Position ${position} des Ereignisprotokolls traf nach den Vergleichsregeln der Version ${rule} kein geschützter Lead zu.${
        resembled
          ? ' Ein geschützter Lead war ähnlich; es wurde ein Grund angegeben, warum es eine andere Firma ist.'
          : ''
      }`,
    verdicts: {
      SEALED: 'Echt und versiegelt',
      PROVISIONAL: 'Echt, aber vorläufig: noch ohne Nachweis des Belegprotokolls',
      CONSISTENT: 'Das Belegprotokoll wurde nur fortgeschrieben',
      FAILED: 'NICHT GÜLTIG',
    },
    checks: {
      FORM: 'Form: jedes Zeichen entspricht dem Format',
      SIGNATURE: 'Unterschrift des Belegs',
      COMMITMENTS: 'Offengelegte Angaben gehören zum Beleg',
      CHECKPOINT: 'Unterschrift des Prüfpunkts',
      INCLUSION: 'Der Beleg steht im Belegprotokoll',
      CONSISTENCY: 'Der spätere Prüfpunkt setzt den früheren fort',
      TIMESTAMP: 'Zeitstempel einer unabhängigen Stelle',
      KEPT_CHECKPOINT: 'Übereinstimmung mit einem aufbewahrten Prüfpunkt',
      KEYS: 'Schlüssel sind als vertraut angegeben',
    },
    states: { OK: 'geprüft', FAILED: 'FEHLER', ABSENT: 'nicht geprüft' },
    notProvedTitle: 'Was damit nicht bewiesen ist',
    notProved: [
      'ob die Angaben über die Firma stimmen: sie sind so belegt, wie sie eingegeben wurden',
      'ob außerhalb dieses Systems ein älterer Anspruch besteht',
      'wem der Schlüssel gehört: vergleichen Sie den Fingerabdruck mit dem, den der Betreiber nennt',
      'ob der Schutz heute noch besteht: spätere Ereignisse haben eigene Belege',
    ],
    withoutStamp:
      'die Uhrzeit gegenüber dem Betreiber: ohne Zeitstempel einer unabhängigen Stelle steht nur seine eigene Uhr dafür ein',
    compareFingerprint:
      'Vergleichen Sie den Fingerabdruck mit dem auf einem anderen Weg erhaltenen, etwa auf einem gedruckten Beleg.',
  },
  en: {
    title: 'Receipt',
    kinds: {
      LEAD_REGISTERED: 'Registration of a lead',
      REGISTRATION_REFUSED: 'Refused registration',
      LEAD_CLAIMED: 'Claim from the pool',
      LEAD_REASSIGNED: 'Assignment to another agent',
      LEAD_REOPENED: 'Reopening of an ended lead',
      LEAD_RELEASED: 'Release to the pool',
      LEAD_CONVERTED: 'The lead became a customer',
      LEAD_LOST: 'The lead is lost',
      HOLD_STARTED: 'Start of a hold',
      HOLD_CONFIRMED: 'Confirmation of a hold',
      HOLD_ENDED: 'End of a hold',
      HOLD_VOIDED: 'Hold declared void',
      EXTENSION_DECIDED: 'Decision on an extension',
      LEAD_PROGRESS_WARNING_ISSUED: 'Progress warning issued',
      WARNING_DELIVERED: 'Progress warning delivered',
      WARNING_UNDELIVERABLE: 'Progress warning undeliverable',
      LEAD_PROTECTION_REMINDER: 'Reminder of the end of the base period',
      LEAD_PROTECTION_EXPIRED: 'End of protection',
    },
    committed: {
      companyName: 'Company',
      city: 'City',
      postalCode: 'Postal code',
      country: 'Country',
      ownerName: 'Agent',
      actorName: 'Caused by',
    },
    fields: {
      at: 'Instant (UTC)',
      atLocal: 'Local time',
      byDatabaseClock: 'by the clock of the database',
      position: 'Position in the event log',
      policy: 'Protection policy (version, SHA-256)',
      first: 'What “first” means',
      key: 'Fingerprint of the key',
      checkpoint: 'Checkpoint',
      id: 'Number of the receipt',
      facts: 'Details of the event',
      stamp: 'Timestamp (RFC 3161)',
      leaf: 'Hash of the receipt (leaf, SHA-256)',
    },
    firstMeans: (rule, position, resembled) =>
      `At position ${position} of the event log no protected lead matched under version ${rule} of the matching rules.${
        resembled
          ? ' A protected lead resembled it, and a reason was given why it is another company.'
          : ''
      }`,
    verdicts: {
      SEALED: 'Genuine and sealed',
      PROVISIONAL: 'Genuine, but provisional: without a proof of the receipt log so far',
      CONSISTENT: 'The receipt log was only continued',
      FAILED: 'NOT VALID',
    },
    checks: {
      FORM: 'Form: each character follows the format',
      SIGNATURE: 'Signature of the receipt',
      COMMITMENTS: 'Disclosed values belong to the receipt',
      CHECKPOINT: 'Signature of the checkpoint',
      INCLUSION: 'The receipt is in the receipt log',
      CONSISTENCY: 'The later checkpoint continues the earlier one',
      TIMESTAMP: 'Timestamp of an independent authority',
      KEPT_CHECKPOINT: 'Agreement with a checkpoint that was kept',
      KEYS: 'Keys are named as trusted',
    },
    states: { OK: 'verified', FAILED: 'FAILED', ABSENT: 'not verified' },
    notProvedTitle: 'What this does not prove',
    notProved: [
      'whether the values about the company are true: they are certified as they were entered',
      'whether an older claim exists outside of this system',
      'whose the key is: compare the fingerprint with the one that the operator names',
      'whether the protection still lasts: later events have receipts of their own',
    ],
    withoutStamp:
      'the time against the operator: without a timestamp of an independent authority only the operator’s own clock vouches for it',
    compareFingerprint:
      'Compare the fingerprint with one that reached you in another way, such as on a printed receipt.',
  },
};

/** What a verification does not prove, as sentences. */
export function notProvedBy({ stamp }: Pick<Verification, 'stamp'>, locale: Locale): string[] {
  const { notProved, withoutStamp } = RECEIPT_TEXTS[locale];
  return stamp === null ? [...notProved, withoutStamp] : [...notProved];
}
