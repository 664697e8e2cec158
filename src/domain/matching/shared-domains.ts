/**
 * Domains that many companies have in common: sharing one says nothing. The setting `matching.sharedDomains` adds to them,
 * and so does what the installation's own leads show.
 */
export const SHARED_DOMAINS: ReadonlySet<string> = new Set(
  [
    // mailboxes
    'gmail.com googlemail.com gmx.de gmx.net gmx.com gmx.at gmx.ch gmx.info gmx.eu web.de email.de mail.de t-online.de',
    'magenta.de freenet.de arcor.de aol.com aol.de yahoo.com yahoo.de yahoo.at ymail.com rocketmail.com outlook.com',
    'outlook.de outlook.at hotmail.com hotmail.de hotmail.at hotmail.ch hotmail.fr live.com live.de live.at msn.com',
    'icloud.com me.com mac.com posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com tutanota.de tuta.io',
    'online.de vodafone.de vodafonemail.de kabelmail.de unitybox.de unity-mail.de o2online.de o2mail.de ewetel.net',
    'ewe.net netcologne.de versanet.de 1und1.de onlinehome.de kabelbw.de alice-dsl.net alice.de tiscali.de compuserve.de',
    'lycos.de genion.de osnanet.de wtnet.de htp-tel.de mnet-online.de mnet-mail.de a1.net aon.at chello.at utanet.at',
    'inode.at tele2.at liwest.at drei.at bluewin.ch sunrise.ch hispeed.ch swissonline.ch quickline.ch kpnmail.nl ziggo.nl',
    'orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it wp.pl o2.pl onet.pl seznam.cz mail.ru yandex.ru',
    'yandex.com qq.com 163.com mail.com email.com zoho.com fastmail.com',
    // social networks and messengers
    'facebook.com fb.com fb.me instagram.com linkedin.com xing.com xing.de twitter.com x.com youtube.com tiktok.com',
    'pinterest.com pinterest.de threads.net whatsapp.com wa.me t.me telegram.me linktr.ee',
    // search, maps, builders, and hosts whose customers share one domain
    'google.com google.de google.at google.ch goo.gl g.page maps.app.goo.gl bing.com apple.com wordpress.com wix.com',
    'squarespace.com jimdo.com webnode.com webnode.de strato.de ionos.de ionos.com 1und1-websites.de bit.ly tinyurl.com',
    // portals, directories, delivery
    'booking.com hrs.de hrs.com expedia.de expedia.com hotel.de hotels.com trivago.de trivago.com agoda.com airbnb.de',
    'airbnb.com holidaycheck.de tripadvisor.com tripadvisor.de tripadvisor.at yelp.de yelp.com opentable.de opentable.com',
    'thefork.de thefork.com quandoo.de resmio.com lieferando.de lieferando.at just-eat.ch wolt.com ubereats.com',
    'speisekarte.de speisekarte.menu restaurantguru.com golocal.de meinestadt.de gelbeseiten.de dasoertliche.de',
    'dastelefonbuch.de 11880.com 11880-hotels.com herold.at local.ch search.ch cylex.de cylex-branchenbuch.de branchenbuch.de',
    'northdata.de wlw.de hotelier.de varta-guide.de michelin.com guide.michelin.com bayerisch-schwaben.de',
    'landreise.de bauernhofurlaub.de traum-ferienwohnungen.de fewo-direkt.de kita.de pflegelotse.de klinikradar.de',
    // chains and operators
    'accor.com accorhotels.com ibis.com marriott.com hilton.com hyatt.com ihg.com bestwestern.de bestwestern.com motel-one.com',
    'motel-one.de radissonhotels.com steigenberger.com hrewards.com deutschehospitality.com maritim.de maritim.com dorint.com',
    'lindner.de nh-hotels.com nh-hotels.de leonardo-hotels.com leonardo-hotels.de hotelbb.de hotelbb.com premierinn.com',
    'jugendherberge.de djh.de mcdonalds.de burgerking.de kfc.de subway.com starbucks.de nordsee.com vapiano.de losteria.net',
    'peterpane.de blockhouse.de hans-im-glueck.de dominos.de helios-gesundheit.de helios-kliniken.de asklepios.com sana.de',
    'ameos.eu ameos.de vitos.de rhoen-klinikum-ag.com alexianer.de agaplesion.de malteser.de malteser.org johanniter.de',
    'caritas.de diakonie.de drk.de awo.org awo.de asb.de lebenshilfe.de kolping.de korian.de alloheim.de vitanas.de',
    'domicil-seniorenresidenzen.de compass-group.de aramark.de sodexo.com sodexo.de apetito.de eurest.de dussmann.de wisag.de',
    'pro-seniore.de pro-seniore.com kursana.de augustinum.de azurit-gruppe.de cura-ag.com procurand.de emvia.de orpea.de',
    'casa-reha.de curanum.de victors.de mediclin.de median-kliniken.de paracelsus-kliniken.de schoen-klinik.de vamed.com',
    'johannesbad.de ib.de dussmann.com serways.de tank.rast.de autobahn-raststaetten.de backwerk.de kamps.de lecrobag.de',
    'h-hotels.com achat-hotels.com mercure.com novotel.com movenpick.com moevenpick.com romantikhotels.com ringhotels.de',
    'meininger-hotels.com aohostels.com prizeotel.com 25hours-hotels.com gchhotelgroup.com jufa.eu austria-trend.at',
    'vienna.house fourside.de arcona.de ameron-hotels.com fleming-hotels.com intercityhotel.com ghotel.de',
    'klueh.de bundeswehr.org bahn.de deutschebahn.com',
  ]
    .join(' ')
    .split(' '),
);
