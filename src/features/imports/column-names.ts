import type { Locale } from '../../domain/locales.js';
export type ImportField =
  | 'companyName'
  | 'companyName2'
  | 'postalCode'
  | 'city'
  | 'postalCodeAndCity'
  | 'address'
  | 'country'
  | 'businessType'
  | 'contactName'
  | 'salutation'
  | 'title'
  | 'firstName'
  | 'lastName'
  | 'role'
  | 'email'
  | 'phone'
  | 'mobile'
  | 'website'
  | 'source'
  | 'registeredAt'
  | 'estimatedVolume'
  | 'currency'
  | 'vatId'
  | 'representative'
  | 'tags'
  | 'notes'
  | 'overrideReason';

export interface ColumnNames {
  readonly de: readonly string[];
  readonly en: readonly string[];
  /** Names that mean it only where no column of the file has a usual name for it. */
  readonly alsoDe?: readonly string[];
  readonly alsoEn?: readonly string[];
  /** Whether several columns of a file may hold it; what they say is put together. */
  readonly repeats?: true;
}

const list = (text: string) => text.split('|');

/**
 * Accepted header names, the usual one first. Case, punctuation, spaces, umlaut spelling and what stands in brackets
 * do not matter. Beside the usual ones these are the headings of common programs (Outlook, HubSpot, Salesforce, Dynamics,
 * Pipedrive, Zoho, SAP, DATEV, CAS, weclapp, Odoo, bexio, cobra) in German, Austrian, Swiss and English.
 */
export const COLUMN_NAMES = {
  companyName: {
    de: list('Firma|Firmenname|Unternehmen|Unternehmensname|Betrieb|Kunde|Kundenname'),
    en: list('Company|Company name|Organisation|Organization|Account|Account name|Customer'),
    alsoDe: list(
      'Firmenname 1|Firma 1|Firmenbezeichnung|Betriebsname|Name der Firma|Name des Unternehmens|Name des Betriebs|Firma/Name|Firma Name|Name/Firma|Name 1|Organisation Name|Einrichtung|Objekt|Objektname|Hotelname|Hotel|Haus|Lokal|Geschäftspartner|Account-Name|Interessent|Lead|Leadname|Bezeichnung|Kurzname|Suchname|Matchcode',
    ),
    alsoEn: list(
      'Organization name|Customer name|Business|Business name|Name of company|Client|Client name|Hotel name|Venue|Property|Lead name|Associated company',
    ),
  },
  companyName2: {
    de: list('Firmenname 2|Firma 2'),
    en: list('Company name 2|Company 2'),
    alsoDe: list('Name 2|Firmenzusatz|Namenszusatz|Zusatz|Firmenname Zusatz'),
    alsoEn: list('Name addition'),
  },
  postalCode: {
    de: list('PLZ|Postleitzahl'),
    en: list('Postal code|Postcode|Post code|ZIP|ZIP code'),
    alsoDe: list(
      'PLZ Firma|PLZ geschäftlich|Postleitzahl geschäftlich|Adresse PLZ|Adresse 1 Postleitzahl|Adresse 1 PLZ|Postleitzahl des Firmensitzes|Rechnungs-PLZ|Lieferadresse PLZ|Plz.|Postl.|Postfach PLZ|Organisation PLZ|Organisation Postleitzahl|PLZ der Firma',
    ),
    alsoEn: list(
      'ZIP/Postal code|Business postal code|Work postal code|Billing postal code|Billing ZIP|Billing ZIP/Postal code|Billing code|Shipping postal code|Shipping ZIP/Postal code|Mailing postal code|Mailing ZIP|Mailing ZIP/Postal code|Address 1 ZIP/Postal code|Address 1 postal code|Address ZIP|Organization postal code',
    ),
  },
  city: {
    de: list('Ort|Stadt|Standort|Firmensitz'),
    en: list('City|Town|Place'),
    alsoDe: list(
      'Wohnort|Ortschaft|Gemeinde|Ortsname|Stadt/Ort|Ort/Stadt|Sitz|Ort geschäftlich|Ort Firma|Adresse Ort|Adresse Stadt|Adresse 1 Ort|Adresse 1 Stadt|Rechnungsort|Lieferort|Betriebsort|Organisation Ort|Organisation Stadt|Ort der Firma',
    ),
    alsoEn: list(
      'Locality|City/Town|Business city|Work city|Company city|Billing city|Shipping city|Mailing city|Address 1 city|Address city|Organization city|Location',
    ),
  },
  postalCodeAndCity: {
    de: list('PLZ/Ort|PLZ Ort'),
    en: list('ZIP/City|ZIP and city'),
    alsoDe: list(
      'PLZ und Ort|PLZ, Ort|PLZ & Ort|PLZ + Ort|PLZ-Ort|Plz Stadt|PLZ/Stadt|Postleitzahl/Ort|Postleitzahl und Ort|Ort/PLZ|Ort PLZ|Ort mit PLZ|LKZ PLZ Ort|Land PLZ Ort|Anschrift Ort',
    ),
    alsoEn: list('Postcode city|City and ZIP|Postal code and city|City/ZIP'),
  },
  address: {
    de: list('Adresse|Anschrift'),
    en: list('Address|Full address'),
    alsoDe: list(
      'Firmenadresse|Firmenanschrift|Postanschrift|Postadresse|Geschäftsadresse|Adresse komplett|Vollständige Adresse|Gesamte Adresse|Komplette Adresse|Rechnungsadresse|Lieferadresse|Hausanschrift|Organisation Adresse|Adresse Firma|Adresse der Firma|Straße, PLZ, Ort|Straße PLZ Ort|Straße/PLZ/Ort',
    ),
    alsoEn: list(
      'Business address|Company address|Postal address|Mailing address|Billing address|Organization address|Street address full',
    ),
  },
  country: {
    de: list('Land|Länderkürzel|Ländercode|Staat'),
    en: list('Country|Country code'),
    alsoDe: list(
      'Länderkennzeichen|LKZ|Nation|Landkürzel|Land/Region|Land geschäftlich|Land/Region geschäftlich|Adresse Land|Adresse 1 Land|Adresse 1 Land/Region|Rechnungsland|Landcode',
    ),
    alsoEn: list(
      'Country/Region|Business country|Business country/region|Billing country|Shipping country|Mailing country|Address 1 country|Address 1 country/region|Address country|Organization country',
    ),
  },
  businessType: {
    de: list('Branche|Betriebsart|Betriebstyp|Geschäftsart|Kundenart'),
    en: list('Business type|Type of business|Industry|Sector|Segment'),
    alsoDe: list(
      'Kundentyp|Kundengruppe|Firmentyp|Art des Betriebs|Betriebsform|Sparte|Kategorie|Typ|Wirtschaftszweig|Gewerbe|Objektart|Segment|Unternehmensart|Branchenbezeichnung',
    ),
    alsoEn: list(
      'Customer type|Company type|Account type|Category|Vertical|Trade|Line of business',
    ),
  },
  contactName: {
    de: list('Ansprechpartner|Ansprechpartnerin|Ansprechperson|Kontakt|Kontaktperson|Kontaktname'),
    en: list('Contact person|Contact|Contact name'),
    alsoDe: list(
      'Ansprechpartner/in|AP|ASP|Ansprechpartner 1|Ansprechpartner Name|Name Ansprechpartner|Name des Ansprechpartners|Partner|Inhaber/in|Geschäftsführer|Geschäftsführer/in|Gesprächspartner|Vor- und Nachname|Vor- und Zuname|Vorname Nachname|Vollständiger Name|Primärer Kontakt|Hauptkontakt|Hauptansprechpartner|Person Name|Entscheider|z. Hd.|zHd|zu Händen|Kontaktperson 1|Inhaber|Name AP|Name Kontaktperson|Kontakt Name|Ansprechpartner 1 Name',
    ),
    alsoEn: list(
      'Full name|Primary contact|Main contact|Person name|Key contact|Decision maker|Attention|Attn|Owner name|Associated contact',
    ),
  },
  salutation: {
    de: list('Anrede|Anredeform'),
    en: list('Salutation|Prefix'),
    alsoDe: list('Anrede Ansprechpartner'),
    alsoEn: list('Form of address'),
  },
  title: {
    de: list('Akad. Titel|Akademischer Titel'),
    en: list('Title|Academic title'),
    alsoDe: list('Titel'),
  },
  firstName: {
    de: list('Vorname|Rufname'),
    en: list('First name|Firstname'),
    alsoDe: list('Vorname Ansprechpartner|Vorname AP|Vorname Kontakt|Vornamen'),
    alsoEn: list('Given name|Forename|Contact first name'),
  },
  lastName: {
    de: list('Nachname|Familienname'),
    en: list('Last name|Lastname'),
    alsoDe: list('Zuname|Nachname Ansprechpartner|Nachname AP|Nachname Kontakt|Name Nachname'),
    alsoEn: list('Surname|Family name|Contact last name'),
  },
  role: {
    de: list('Funktion|Position'),
    en: list('Role|Job title'),
    alsoDe: list(
      'Rolle|Stellung|Abteilung|Aufgabe|Tätigkeit|Stelle|Berufsbezeichnung|Funktion Ansprechpartner|Position im Unternehmen|Jobtitel',
    ),
    alsoEn: list('Function|Department|Job position|Contact role|Job function'),
    repeats: true,
  },
  email: {
    de: list('E-Mail|Mail|E-Mail-Adresse|Mailadresse'),
    en: list('Email|Email address|Mail address'),
    alsoDe: list(
      'E-Mail 1|E-Mail 2|E-Mail geschäftlich|E-Mail Firma|E-Mail Zentrale|E-Mail Ansprechpartner|E-Mail-Adresse 1|E-Mail-Adresse 2|E-Mail privat|E-Post|Person E-Mail|E-Mail Arbeit|E-Mail direkt|Weitere E-Mail|Zweite E-Mail|Organisation E-Mail|Mail-Adresse AP|Elektronische Post|E-Mail AP|E-Mail Kontakt|E-Mail Büro|E-Mail Rezeption|E-Mail 3|Email Adresse',
    ),
    alsoEn: list(
      'Email 1|Email 2|Work email|Business email|Contact email|Primary email|Secondary email|Person email|Company email|Email address 2|Person email work|Other email',
    ),
    repeats: true,
  },
  phone: {
    de: list('Telefon|Tel.|Telefonnummer|Tel.-Nr.|Rufnummer'),
    en: list('Phone|Phone number|Telephone|Telephone number'),
    alsoDe: list(
      'Fon|Telefon 1|Telefon 2|Telefon geschäftlich|Telefon geschäftlich 2|Tel. geschäftlich|Tel. gesch.|Tel. dienstlich|Telefon dienstlich|Telefon Firma|Telefon Zentrale|Telefon (Firma)|Zentrale|Durchwahl|Direktwahl|Direktdurchwahl|Telefon direkt|Telefon Ansprechpartner|Festnetz|Telefon Festnetz|Haupttelefon|Haupttelefonnummer|Telefon Hauptnummer|Tel. 1|Tel. 2|Telefon Büro|Telefon privat|Telefon Arbeit|Person Telefon|Organisation Telefon|Telefon/Mobil|Telefonnr.|Ruf|Telephon|Telefon P|Telefon G|Fernsprecher|Weitere Telefonnummer|Telefon AP|Telefon Kontakt|Telefon Rezeption|Telefon 3|Tel. Zentrale|Tel. direkt',
    ),
    alsoEn: list(
      'Phone 1|Phone 2|Business phone|Business phone 2|Work phone|Company phone|Company main phone|Main phone|Office phone|Office|Direct line|Direct phone|Landline|Contact phone|Primary phone|Other phone|Person phone|Phone work|Tel|Switchboard|Direct|Phone 3|Work phone number|Business telephone number',
    ),
    repeats: true,
  },
  mobile: {
    de: list('Mobil|Mobiltelefon'),
    en: list('Mobile|Mobile phone'),
    alsoDe: list(
      'Mobilnummer|Mobil-Nr.|Handy|Handynummer|Handy-Nr.|Natel|Mobil geschäftlich|Mobil dienstlich|Mobilfunk|Mobil Ansprechpartner|Mobil AP|Mobil 1|Mobil 2|Funktelefon|WhatsApp',
    ),
    alsoEn: list('Mobile number|Mobile phone number|Cell|Cell phone|Cellphone|Person mobile'),
    repeats: true,
  },
  website: {
    de: list('Webseite|Internetseite|Internetadresse|Webadresse|Internet'),
    en: list('Website|Web site|Web|Homepage|URL|Domain'),
    alsoDe: list(
      'Web-Adresse|Internet-Adresse|Firmenwebseite|Firmen-Homepage|WWW|Webpräsenz|Internetauftritt|Website-URL',
    ),
    alsoEn: list(
      'Company domain name|Web page|Company website|Website URL|Web address|Organization website',
    ),
  },
  source: {
    de: list('Quelle|Herkunft|Leadquelle'),
    en: list('Source|Lead source|Origin'),
    alsoDe: list(
      'Lead-Herkunft|Lead-Quelle|Adressquelle|Herkunft der Adresse|Akquiseweg|Kampagne|Messe|Wie aufmerksam geworden|Kontaktquelle|Ursprung',
    ),
    alsoEn: list('Campaign|Original source|Original traffic source|How did you hear'),
  },
  registeredAt: {
    de: list(
      'Registriert am|Registrierungsdatum|Registriert|Gemeldet am|Erfasst am|Angelegt am|Datum',
    ),
    en: list('Registered at|Registered on|Registered|Registration date|Created at|Created on|Date'),
    alsoDe: list(
      'Angelegt|Angelegt am/um|Erstellt am|Erstellt|Erstelldatum|Erstellungsdatum|Anlagedatum|Anlage am|Erfassungsdatum|Meldedatum|Lead vom|Eingangsdatum|Aufgenommen am|Neuanlage|Hinzugefügt am|Date|Erstkontakt|First contact',
    ),
    alsoEn: list(
      'Created|Create date|Created date|Creation date|Date created|Added on|Date added|Lead created|Created time|Organization created',
    ),
  },
  estimatedVolume: {
    de: list(
      'Erwarteter Umsatz|Umsatz|Umsatzerwartung|Umsatzpotenzial|Geschätzter Umsatz|Erwartetes Volumen|Volumen',
    ),
    en: list(
      'Expected volume|Estimated volume|Volume|Expected revenue|Estimated revenue|Revenue|Turnover',
    ),
    alsoDe: list(
      'Umsatz p.a.|Umsatz pro Jahr|Jahresumsatz|Umsatzpotential|Umsatzschätzung|Umsatz geschätzt|Umsatz geplant|Umsatz erwartet|Geplanter Umsatz|Potenzial|Potential|Potenzial p.a.|Jahrespotenzial|Jahresvolumen|Auftragsvolumen|Auftragswert|Geschäftsvolumen|Einkaufsvolumen|Wareneinsatz|Dealwert|Geschätzter Wert|Geschätzte Einnahmen|Jahresumsatz erwartet',
    ),
    alsoEn: list(
      'Annual revenue|Yearly revenue|Annual turnover|Expected turnover|Potential|Revenue potential|Deal value|Deal amount|Opportunity amount|Estimated value|Est. revenue|Annual volume|Value|Amount',
    ),
  },
  currency: {
    de: list('Währung'),
    en: list('Currency|Currency code'),
    alsoDe: list('Währungskürzel|Whg.|Währungscode'),
    alsoEn: list('Currency ISO code'),
  },
  vatId: {
    de: list('USt-IdNr.|USt-ID|UStID|Umsatzsteuer-ID|Umsatzsteuer-Identifikationsnummer|UID'),
    en: list('VAT id|VAT number|VAT no.|VAT'),
    alsoDe: list(
      'USt-Id-Nr.|USt.-Identnummer|USt-Ident-Nr.|Umsatzsteuer-IdNr.|Umsatzsteuernummer|UID-Nr.|UID-Nummer|ATU-Nummer|MWST-Nr.|MWST-Nummer|MwSt-Nr.|USt-Nr.',
    ),
    alsoEn: list('VAT registration number|VAT reg. no.|Tax id|VAT ID no.'),
  },
  representative: {
    de: list('Vertreter|Außendienst'),
    en: list('Sales rep|Sales representative'),
    alsoDe: list(
      'Außendienstmitarbeiter|ADM|AD-Mitarbeiter|Verkäufer|Verkäufer/in|Vertriebsmitarbeiter|Vertriebler|Betreuer|Kundenbetreuer|Kundenbetreuer/in|Zuständig|Zuständiger|Sachbearbeiter|Gebietsleiter|Bezirksleiter|Verantwortlich|Verantwortlicher|Bearbeiter|Handelsvertreter|Zuständiger Vertriebsmitarbeiter|Zuständiger Mitarbeiter|Kontakt-Inhaber|Datensatzbesitzer|Unternehmensinhaber|Kundenverantwortlicher',
    ),
    alsoEn: list(
      'Representative|Rep|Account owner|Account manager|Assigned to|Sales person|Salesperson|Contact owner|Company owner|Lead owner|Record owner|Responsible|Deal owner|Organization owner',
    ),
  },
  tags: {
    de: list('Schlagworte|Schlagwörter|Tags'),
    en: list('Tags|Labels'),
    alsoDe: list('Stichwörter|Stichworte|Merkmale|Kennzeichen|Label'),
    alsoEn: list('Tag|Keywords'),
    repeats: true,
  },
  notes: {
    de: list('Notizen|Notiz|Bemerkung|Bemerkungen|Kommentar|Anmerkung|Anmerkungen'),
    en: list('Notes|Note|Comment|Comments|Remark|Remarks'),
    alsoDe: list(
      'Kommentare|Hinweis|Hinweise|Info|Infos|Zusatzinfo|Beschreibung|Gesprächsnotiz|Sonstige Informationen|Freitext|Text|Memo|Bemerkung 1|Bemerkung 2|Notiz 1|Notiz 2|Zusatzinformation|Historie|Besonderheiten',
    ),
    alsoEn: list('Description|Additional information|Information|Memos'),
    repeats: true,
  },
  overrideReason: {
    de: list('Abgrenzung'),
    en: list('Override reason'),
  },
} as const satisfies Record<ImportField, ColumnNames>;

/** What an export tells beside that: for a reader, and no import takes it. */
export const EXPORT_ONLY_COLUMNS = {
  stage: { de: 'Stufe', en: 'Stage' },
  status: { de: 'Status', en: 'Status' },
  owner: { de: 'Inhaber', en: 'Owner' },
  territory: { de: 'Gebiet', en: 'Territory' },
  protection: { de: 'Schutz', en: 'Protection' },
  progressDue: { de: 'Fortschritt fällig', en: 'Progress due' },
  expires: { de: 'Läuft ab', en: 'Expires' },
  leadId: { de: 'Lead-Id', en: 'Lead id' },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
