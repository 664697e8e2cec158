import type { Locale } from './locales.js';

/**
 * Why a verb met a state it cannot work on, for programs: a frontend branches on the reason, never
 * on the message. The GraphQL enum and docs are made from this table.
 */
export const CONFLICT_REASONS = {
  STALE_VERSION: {
    en: 'It was changed since the expected version: read it again.',
    de: 'Es wurde inzwischen geändert: Bitte laden Sie es neu.',
  },
  TOO_MANY_FEEDS: {
    en: 'The user has as many calendars as there may be: revoke one first.',
    de: 'Es gibt schon so viele Kalender, wie es geben darf: Bitte widerrufen Sie zuerst einen.',
  },
  KEY_REUSED: {
    en: 'The idempotency key was used with another input: send the same input, or a new key.',
    de: 'Der Idempotenzschlüssel wurde schon für eine andere Eingabe benutzt.',
  },
  JUST_MADE: {
    en: 'The same request was made a moment ago, and its answer held a secret, which is returned once only.',
    de: 'Dieselbe Anfrage wurde eben erst ausgeführt, und ihre Antwort wird nur einmal gegeben.',
  },
  COMPANY_PROTECTED: {
    en: 'The company is under protection already.',
    de: 'Die Firma steht schon unter Schutz.',
  },
  EXISTING_CUSTOMER: {
    en: 'The company is a customer already.',
    de: 'Die Firma ist schon Kunde.',
  },
  NOT_IN_POOL: {
    en: 'The lead is not in the pool, or another agent was faster.',
    de: 'Der Lead liegt nicht im Pool, oder jemand anderes war schneller.',
  },
  COOL_DOWN: {
    en: 'The agent gave the company up, or lost it, and has to wait until they can have it again.',
    de: 'Die Firma wurde abgegeben oder verloren; bis sie wieder übernommen werden kann, gilt eine Wartezeit.',
  },
  CLAIM_LIMIT: {
    en: 'The agent has claimed as many leads today as the settings allow.',
    de: 'Heute wurden schon so viele Leads übernommen, wie es die Einstellungen erlauben.',
  },
  CHECK_LIMIT: {
    en: 'The actor has checked as many companies today as the settings allow.',
    de: 'Heute wurden schon so viele Firmen geprüft, wie es die Einstellungen erlauben.',
  },
  LEAD_LIMIT: {
    en: 'The agent has as many leads under protection as the settings allow.',
    de: 'Es stehen schon so viele Leads unter Schutz, wie es die Einstellungen erlauben.',
  },
  LEAD_ACTIVE: {
    en: 'The lead is ACTIVE, but the verb needs one that has ended.',
    de: 'Der Lead ist aktiv; das geht nur mit einem beendeten.',
  },
  LEAD_NOT_ACTIVE: {
    en: 'The lead has ended, but the verb needs an ACTIVE one.',
    de: 'Der Lead ist beendet; das geht nur mit einem aktiven.',
  },
  LEAD_UNOWNED: {
    en: 'The lead has no owner at the moment.',
    de: 'Der Lead hat zurzeit keinen Inhaber.',
  },
  LEAD_PSEUDONYMIZED: {
    en: 'The personal data of the lead was replaced.',
    de: 'Die personenbezogenen Daten des Leads wurden ersetzt.',
  },
  PROTECTION_ENDED: {
    en: 'The protection of the lead is over.',
    de: 'Der Schutz des Leads ist abgelaufen.',
  },
  ENDS_PROTECTION: {
    en: 'The protection would end by it at once: a manager has to confirm that.',
    de: 'Der Schutz würde dadurch sofort enden: Das muss ein Manager bestätigen.',
  },
  OWNERSHIP_ENDED: {
    en: 'It belongs to an earlier ownership of the lead.',
    de: 'Es gehört zu einer früheren Inhaberschaft des Leads.',
  },
  CONTACT_NEEDED: {
    en: 'The stage of the lead needs this contact.',
    de: 'Die Stufe des Leads verlangt diesen Kontakt.',
  },
  HOLD_ENDED: {
    en: 'The hold has ended already.',
    de: 'Das Anhalten ist schon beendet.',
  },
  HOLD_CONFIRMED: {
    en: 'The hold does not end by itself: there is nothing to confirm.',
    de: 'Das Anhalten endet nicht von selbst: Es gibt nichts zu bestätigen.',
  },
  HOLD_NOT_BEGUN: {
    en: 'The hold has not begun: it can be declared void.',
    de: 'Das Anhalten hat noch nicht begonnen: Es kann für ungültig erklärt werden.',
  },
  VOID: {
    en: 'It was declared void.',
    de: 'Es wurde für ungültig erklärt.',
  },
  REQUEST_OPEN: {
    en: 'An extension request of the lead is still open.',
    de: 'Ein Verlängerungsantrag des Leads ist noch offen.',
  },
  MERGED: {
    en: 'The lead was merged with another one, or the merge was undone already.',
    de: 'Der Lead wurde mit einem anderen zusammengeführt, oder das wurde schon rückgängig gemacht.',
  },
  MERGE_SETTLED: {
    en: 'Too much has happened since the merge for it to be undone.',
    de: 'Seit dem Zusammenführen ist zu viel geschehen, um es rückgängig zu machen.',
  },
  OVERRIDE_DECIDED: {
    en: 'The override was decided already, or there is nothing to decide.',
    de: 'Darüber wurde schon entschieden, oder es gibt nichts zu entscheiden.',
  },
  OVERRIDE_OF_CHANGE: {
    en: 'The override was for a change of a lead, not for a new protection: the change is corrected by hand.',
    de: 'Das betraf die Änderung eines Leads und keinen neuen Schutz: Sie wird von Hand berichtigt.',
  },
  REQUEST_DECIDED: {
    en: 'The extension request was decided already.',
    de: 'Über den Verlängerungsantrag wurde schon entschieden.',
  },
  ACKNOWLEDGED: {
    en: 'The reminder was acknowledged.',
    de: 'Die Erinnerung wurde schon bestätigt.',
  },
  FOLLOW_UP_SET: {
    en: 'A follow-up of the lead is set for the same instant.',
    de: 'Für denselben Zeitpunkt gibt es schon eine Wiedervorlage des Leads.',
  },
  SAMPLE_STATUS: {
    en: 'The status of the sample does not allow it.',
    de: 'Der Stand der Muster lässt es nicht zu.',
  },
  PUBLIC_URL_UNSET: {
    en: 'The installation does not know its public address, so it cannot mail a link.',
    de: 'Die Installation kennt ihre öffentliche Adresse nicht und kann keinen Link verschicken.',
  },
  EMAIL_TAKEN: {
    en: 'Another user has the e-mail address.',
    de: 'Die E-Mail-Adresse ist schon vergeben.',
  },
  EMAIL_OF_ACCOUNT: {
    en: 'The e-mail address belongs to an account.',
    de: 'Die E-Mail-Adresse gehört zu einem Konto.',
  },
  LAST_ADMIN: {
    en: 'It is the only active admin.',
    de: 'Es ist der einzige aktive Administrator.',
  },
  AWAY_ALREADY: {
    en: 'The agent has an absence at that time already.',
    de: 'Für diese Zeit gibt es schon eine Abwesenheit.',
  },
  NOT_PENDING: {
    en: 'The scheduled change was made, cancelled or failed before.',
    de: 'Die geplante Änderung wurde schon ausgeführt, abgebrochen oder ist gescheitert.',
  },
  ABSENCE_ENDED: {
    en: 'The absence has ended.',
    de: 'Die Abwesenheit ist beendet.',
  },
  DEPUTY: {
    en: 'The collaborator is the deputy of the owner: cancelling the absence ends it.',
    de: 'Der Mitarbeitende vertritt den Inhaber: Das endet mit der Abwesenheit.',
  },
  NO_LEADS: {
    en: 'None of the leads can be handed over.',
    de: 'Keiner der Leads kann übergeben werden.',
  },
  LEADS_LEFT: {
    en: 'The user would leave leads under protection behind.',
    de: 'Es blieben Leads unter Schutz zurück.',
  },
  USER_UNFIT: {
    en: 'The user is not active, or has a role that the verb does not allow.',
    de: 'Der Benutzer ist nicht aktiv, oder seine Rolle erlaubt es nicht.',
  },
  TOKEN_REVOKED: {
    en: 'The API token was revoked already.',
    de: 'Das API-Token wurde schon widerrufen.',
  },
  MAIL_SENDING: {
    en: 'The mail is being sent right now: try again in two minutes.',
    de: 'Die E-Mail wird gerade gesendet: Bitte versuchen Sie es in zwei Minuten noch einmal.',
  },
  MAIL_SETTLED: {
    en: 'The mail was sent or discarded.',
    de: 'Die E-Mail wurde schon gesendet oder verworfen.',
  },
  WEBHOOK_ACTIVE: {
    en: 'The webhook is ACTIVE already.',
    de: 'Der Webhook ist schon aktiv.',
  },
  WEBHOOK_NOT_ACTIVE: {
    en: 'The webhook is not ACTIVE.',
    de: 'Der Webhook ist nicht aktiv.',
  },
  DELIVERY_NOT_DEAD: {
    en: 'The webhook delivery is no dead letter.',
    de: 'Die Zustellung ist nicht gescheitert.',
  },
  UNSIGNED: {
    en: 'The receipt is not signed yet: try again in a moment.',
    de: 'Der Beleg ist noch nicht signiert: Bitte versuchen Sie es gleich noch einmal.',
  },
  EVENTS_NOT_KEPT: {
    en: 'The events that come next for the webhook are no longer kept.',
    de: 'Die nächsten Ereignisse für den Webhook werden nicht mehr aufbewahrt.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type ConflictReason = keyof typeof CONFLICT_REASONS;
