/** Given names by which owners sign: `Hotel Traube Tobias Brenner`. Folded; none that is mostly the name of a house. */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [
    'albert albrecht alexander alexandra alfred alois andrea andreas angelika anja anna annette anton antonio arnold august',
    'barbara beate benjamin bernd bernhard bettina birgit bruno carl carmen carsten christa christian christiane christine',
    'christof christoph claudia claus clemens cornelia daniel daniela david detlef dieter dietmar dietrich dirk dominik',
    'doris eberhard eduard elisabeth elke emil erich erika ernst erwin eva fabian felix ferdinand florian francesco frank',
    'franz friedrich fritz gabriele georg gerd gerhard gerlinde gertrud gisela giovanni giuseppe guenter guenther gustav',
    'hanna hannelore hannes hans harald hartmut heidi heike heiko heiner heinrich heinz helga helmut herbert hermann hilde',
    'holger horst hubert hugo ingrid irene iris jakob jan jens joachim joerg johann johanna johannes jonas josef joseph',
    'juergen julia julius karin karl karsten katharina kathrin katja klaus konrad kurt lars laura leonhard lisa lorenz',
    'ludwig luigi luise lukas lutz manfred manuela marcel marco marcus margarete margit maria marianne mario marion markus',
    'martin martina mathias matthias max maximilian mehmet michael michaela mohamed monika mustafa nadine nico nicole',
    'nikolaus norbert oliver olaf oskar otto patrick paul paula peter petra philipp rainer ralf regina reiner reinhard',
    'reinhold renate richard robert roland rolf roswitha rudi rudolf ruth sabine salvatore sandra sebastian siegfried',
    'sigrid silke silvia simon simone sonja stefan stefanie steffen stephan susanne sven sylvia tanja theodor theresia',
    'thomas thorsten tilman tim timo tobias torsten udo ulrich ulrike ursula ute uwe valentin vera veronika viktor vincenzo',
    'volker walter waltraud werner wilfried wilhelm willi willy winfried wolfgang xaver',
  ]
    .join(' ')
    .split(' '),
);

/** Whether the words are an owner's given name or initial, with or without the surname. */
export function isOwnerName([first = '', ...rest]: readonly string[]): boolean {
  return (first.length === 1 || GIVEN_NAMES.has(first)) && rest.length <= 1;
}
