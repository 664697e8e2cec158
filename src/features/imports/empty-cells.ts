/**
 * Texts that people and programs write into an empty cell, lower-case, without spaces and full stops: no names of
 * people or towns.
 */
const NOTHING: ReadonlySet<string> = new Set(
  (
    'ka k/a k-a ka na n/a n.a nn nv n/v #nv #n/a #nn nil none (null) nan undefined unknown unbekannt unbek nbek ' +
    'nichtbekannt nochunbekannt nichtvorhanden nichtangegeben keineangabe keineangaben ohneangabe oa o/a ' +
    'keine keiner kein keines keinen keins nichts fehlt entfällt entfaellt tba tbd tbc ' +
    'notavailable notapplicable notprovided notspecified noinformation empty blank missing x xxx 0 00 0,0 0,00 ' +
    'wirdnachgereicht folgt nachzutragen keinvorhanden keinevorhanden (leer) (blank) [leer] (keine) (unbekannt) ' +
    'ohneangaben'
  )
    .toLowerCase()
    .split(' '),
);

/** Whether a cleaned cell says no more than that it is empty. */
export function saysNothing(text: string): boolean {
  if (text.length > 30) return false;
  // Dashes, question marks, dots, slashes and the like, however many: `./.`, `--`, `?`.
  if (/^[-–—−_.,:;/\\|?!*~'"`´+#\s]*$/u.test(text)) return true;
  if (/^0+(?:[.,]0+)?(?: ?€)?$/.test(text)) return true;
  // Databases write it in one case; Null is a name, as Leer and Ohne are towns.
  if (text === 'NULL' || text === 'null') return true;
  return NOTHING.has(text.toLowerCase().replace(/[.\s]+/g, ''));
}

/** Texts of Excel, LibreOffice and Google Sheets for a failed formula, in German and English. */
const ERRORS =
  /^#(?:REF!|BEZUG!|NAME\??|WERT!|VALUE!|DIV\/0!?|N\/A|NV|NUM!|ZAHL!|NULL!|ÜBERLAUF!|SPILL!|CALC!|KALK!|FELD!|FIELD!|ERROR!|FEHLER!|GETTING_DATA|BLOCKED!|UNKNOWN!|CONNECT!)|^(?:Err|Fehler):\d{3}$|^#{3,}$/i;

/** Whether a cell holds the error of a formula, or signs of a column that was too narrow, and not what it should. */
export function isSpreadsheetError(text: string): boolean {
  return ERRORS.test(text);
}
