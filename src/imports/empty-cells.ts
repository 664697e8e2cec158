/** What people and programs write into a cell to say that there is nothing, lower-case, without spaces and full stops. */
const NOTHING: ReadonlySet<string> = new Set(
  (
    'ka kA k/a k-a ka na n/a n.a nn nv n/v #nv #n/a #nn nil none null (null) nan undefined unknown unbekannt unbek ' +
    'nichtbekannt nochunbekannt nichtvorhanden nichtangegeben keineangabe keineangaben ohneangabe ohne oa o/a ' +
    'keine keiner kein keines keinen keins nichts fehlt leer entfällt entfaellt tba tbd tbc nochoffen offen ' +
    'notavailable notapplicable notprovided notspecified noinformation empty blank missing x xxx 0 00 0,0 0,00 ' +
    'wirdnachgereicht folgt nachzutragen keinvorhanden keinevorhanden (leer) (blank) [leer] (keine) (unbekannt) ' +
    'ohneangaben knA'
  )
    .toLowerCase()
    .split(' '),
);

/** Whether a cleaned cell says no more than that it is empty. Real names are no such words, so case does not matter. */
export function saysNothing(text: string): boolean {
  if (text.length > 30) return false;
  // Dashes, question marks, dots, slashes and the like, however many: `./.`, `--`, `?`.
  if (/^[-–—−_.,:;/\\|?!*~'"`´+#\s]*$/u.test(text)) return true;
  if (/^0+(?:[.,]0+)?(?: ?€)?$/.test(text)) return true;
  return NOTHING.has(text.toLowerCase().replace(/[.\s]+/g, ''));
}

/** What Excel, LibreOffice and Google Sheets write where a formula failed, in German and English. */
const ERRORS =
  /^#(?:REF!|BEZUG!|NAME\??|WERT!|VALUE!|DIV\/0!?|N\/A|NV|NUM!|ZAHL!|NULL!|ÜBERLAUF!|SPILL!|CALC!|KALK!|FELD!|FIELD!|ERROR!|FEHLER!|GETTING_DATA|BLOCKED!|UNKNOWN!|CONNECT!)|^(?:Err|Fehler):\d{3}$|^#{3,}$/i;

/** Whether a cell holds the error of a formula, or signs of a column that was too narrow, and not what it should. */
export function isSpreadsheetError(text: string): boolean {
  return ERRORS.test(text);
}
