/** Districts that people write for the city itself: folded, by the folded short name of the city. */
const DISTRICTS_OF: Readonly<Record<string, string>> = {
  berlin:
    'charlottenburg, kreuzberg, neukoelln, schoeneberg, tempelhof, wedding, moabit, tiergarten, wilmersdorf, spandau, steglitz, ' +
    'zehlendorf, friedrichshain, pankow, prenzlauer berg, weissensee, lichtenberg, marzahn, hellersdorf, koepenick, treptow, ' +
    'adlershof, reinickendorf, tegel, dahlem, grunewald, wannsee, gatow, kladow, lichterfelde, lankwitz, mariendorf, britz, ' +
    'rudow, friedenau, halensee, karlshorst, mahlsdorf, kaulsdorf, frohnau, hermsdorf',
  hamburg:
    'altona, eimsbuettel, wandsbek, bergedorf, blankenese, ottensen, eppendorf, winterhude, barmbek, hafencity, ' +
    'wilhelmsburg, finkenwerder, volksdorf, rahlstedt, niendorf, fuhlsbuettel, poppenbuettel, othmarschen, uhlenhorst, ' +
    'rotherbaum, sankt pauli',
  muenchen:
    'schwabing, giesing, sendling, pasing, bogenhausen, haidhausen, nymphenburg, laim, moosach, milbertshofen, trudering, ' +
    'solln, thalkirchen, obermenzing, untermenzing, aubing, ramersdorf, perlach, neuperlach, maxvorstadt',
  koeln:
    'ehrenfeld, nippes, deutz, porz, chorweiler, rodenkirchen, lindenthal, marienburg, braunsfeld, muengersdorf, ' +
    'junkersdorf, longerich, dellbrueck, holweide',
  'frankfurt main':
    'sachsenhausen, bockenheim, niederrad, fechenheim, roedelheim, bergen enkheim, heddernheim, schwanheim',
  stuttgart:
    'cannstatt, bad cannstatt, degerloch, feuerbach, zuffenhausen, untertuerkheim, obertuerkheim, weilimdorf, plieningen, ' +
    'sillenbuch, botnang',
  duesseldorf: 'benrath, bilk, derendorf, golzheim, kaiserswerth, gerresheim, pempelfort, flingern',
  dresden: 'loschwitz, blasewitz, klotzsche, striesen, pieschen, prohlis, hellerau',
  leipzig: 'connewitz, gohlis, plagwitz, reudnitz, stoetteritz, leutzsch',
  hannover: 'doehren, bothfeld, misburg, herrenhausen, vahrenwald',
  nuernberg: 'langwasser, gostenhof, eibach, laufamholz, zerzabelshof',
  bremen: 'vegesack, schwachhausen, groepelingen, findorff, obervieland',
  essen: 'kettwig, ruettenscheid, borbeck, bredeney, altenessen',
  dortmund: 'hoerde, aplerbeck, hombruch, luetgendortmund',
  duisburg: 'ruhrort, meiderich, rheinhausen, hamborn, walsum, huckingen',
  bochum: 'wattenscheid, langendreer, querenburg, stiepel',
  bonn: 'godesberg, bad godesberg, beuel, poppelsdorf, duisdorf, endenich, plittersdorf',
  mannheim: 'neckarau, kaefertal, feudenheim, sandhofen, seckenheim',
  karlsruhe: 'durlach, knielingen, neureut, groetzingen',
  wiesbaden: 'biebrich, bierstadt, erbenheim, schierstein',
  mainz: 'gonsenheim, bretzenheim, mombach, hechtsheim',
  kassel: 'wilhelmshoehe, bad wilhelmshoehe, bettenhausen, harleshausen, niederzwehren',
  augsburg: 'goeggingen, haunstetten, lechhausen, hochzoll, pfersee',
  heidelberg: 'neuenheim, handschuhsheim, ziegelhausen, wieblingen',
  'freiburg breisgau': 'littenweiler, wiehre, zaehringen, herdern',
  kiel: 'schilksee, holtenau, friedrichsort, gaarden',
  luebeck: 'travemuende, moisling, kuecknitz',
  rostock: 'warnemuende, luetten klein, reutershagen',
  potsdam: 'babelsberg, sanssouci, golm',
  erlangen: 'tennenlohe, eltersdorf',
  wuppertal: 'elberfeld, barmen, vohwinkel, cronenberg, ronsdorf',
  wien:
    'favoriten, hietzing, doebling, ottakring, hernals, waehring, penzing, meidling, simmering, floridsdorf, ' +
    'donaustadt, leopoldstadt, josefstadt, grinzing',
  graz: 'andritz, geidorf, liebenau, puntigam',
  salzburg: 'gnigl, maxglan, liefering, leopoldskron',
  linz: 'urfahr, ebelsberg',
  innsbruck: 'igls, hoetting, pradl, wilten',
  zuerich: 'oerlikon, wiedikon, wipkingen, hoengg, schwamendingen',
  bern: 'buempliz, wankdorf, laenggasse',
  basel: 'kleinbasel, gundeldingen',
};

const CITY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(DISTRICTS_OF).flatMap(([city, districts]) =>
    districts.split(', ').map((district): [string, string] => [district, city]),
  ),
);

/** The city that a district belongs to, as in the gazetteer with its addition behind it; null if it is not known. */
export function cityOfDistrict(folded: string): string | null {
  return CITY_OF.get(folded) ?? null;
}
