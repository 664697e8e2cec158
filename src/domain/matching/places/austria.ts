// Derived by scripts/derive-places.mjs from plz-ort@1.2018.2. MIT (https://www.npmjs.com/package/plz-ort), from the list of Österreichische Post

/** One place a line: its name, then its postal codes. */
export const AUSTRIA = `Abersee|5342
Abfaltersbach|9913
Absam|6067
Absdorf|3462
Abtenau|5441
Achau|2481
Achenkirch|6215
Ach|5122
Adlwang|4541
Admont|8911
Adnet|5421
Aflenz Kurort|8623
Afritz|9542
Aggsbach Dorf|3642
Aggsbach Markt|3641
Aich-Assach|8966
Aigen im Ennstal|8943
Aigen-Schlägl|4160
Aigen-Voglhub|5351
Aigen|3814
Ainet|9951
Aistersheim|4676
Alberndorf in der Riedmark|4211
Alberschwende|6861
Albrechtsberg an der Großen Krems|3613
Aldrans|6071
Alkoven|4072
Alland|2534
Allentsteig|3804
Allerheiligen bei Wildon|8412
Allerheiligen im Mürztal|8643
Allhaming|4000 4511
Allhartsberg|3365
Alpbach|6236
Alpl|8671
Altach|6844
Altaussee|8992
Altenberg bei Linz|4203
Altenburg|3591
Altenfelden|4121
Altenhof am Hausruck|4674
Altenmarkt bei St. Gallen|8934
Altenmarkt im Pongau|5541
Altenmarkt-Thenneberg|2571
Altenwörth|3474
Altheim|4950
Altlengbach|3033
Altlichtenwarth|2144
Altmünster|4813
Altschwendt|4721
Ameis|2141
Amlach|9908
Ampass|6070
Ampflwang|4843
Amstetten|3300 3305
Andau|7163
Andelsbuch|6866
Andorf|4770
Andrichsfurt|4754
Angath|6321
Angerberg|6320
Angern an der March|2261
Anger|8184
Anif|5081
Annaberg|3222 5524
Anras|9912
Ansfelden|4052
Antau|7042
Anthering|5102
Antiesenhofen|4980
Apetlon|7143
Arbesbach|3925
Arbing|4341
Ardagger|3321
Ardning|8904
Arnfels|8454
Arnoldstein|9601
Arnreit|4122
Arriach|9543
Artstetten|3661
Arzl im Pitztal|6471
Aschach an der Donau|4082
Aschach an der Steyr|4421
Aschau|6274
Aschbach Markt|3361
Aspach|5252
Aspang|2870
Asparn an der Zaya|2151
Asperhofen|3041
Assling|9911
Asten|4481
Attersee|4864
Attnang-Puchheim|4800
Atzbach|4904
Atzenbrugg|3452
Au an der Donau|4332
Auerbach|5224
Auersthal|2214
Aurach|6371
Aurolzmünster|4971
Au|6883 8624
Außervillgraten|9931
Axams|6094
Bachmanning|4672
Bach|6653
Bad Aussee|8990
Bad Bleiberg|9530
Bad Blumau|8283
Bad Deutsch Altenburg|2405
Bad Eisenkappel|9135
Bad Erlach|2822
Bad Fischau|2721
Bad Gams|8524
Bad Gastein|5640
Bad Gleichenberg|8344
Bad Goisern am Hallstättersee|4822
Bad Großpertholz|3972
Bad Hall|4540
Bad Hofgastein|5630
Bad Häring|6323
Bad Ischl|4820 4829
Bad Kleinkirchheim|9546
Bad Kreuzen|4362
Bad Leonfelden|4190
Bad Mitterndorf|8983
Bad Pirawarth|2222
Bad Radkersburg|8490
Bad Sauerbrunn|7202
Bad Schallerbach|4701
Bad Schönau|2853
Bad St. Leonhard im Lavanttal|9462
Bad Tatzmannsdorf|7431
Bad Traunstein|3632
Bad Vigaun|5424
Bad Vöslau|2540
Bad Waltersdorf|8271
Bad Wimsbach-Neydharting|4654
Bad Zell|4283
Baden-Leesdorf|2502 2505
Baden|2500
Baldramsdorf|9805
Bartholomäberg|6781
Baumgartenberg|4342
Baumkirchen|6121
Behamberg|4441
Berg im Drautal|9771
Bergheim|5101
Bergland|3254
Berg|2413
Berndorf bei Salzburg|5165
Berndorf|2560
Bernhardsthal|2275
Bernstein|7434
Berwang|6622
Bezau|6870
Biberbach|3356
Biberwier|6633
Bichlbach|6621
Biedermannsdorf|2362
Birgitz|6092
Birkfeld|8190
Birnbaum|9652
Bisamberg|2102
Bischoffeld|8731
Bischofshofen|5500
Bischofstetten|3232
Bizau|6874
Bleiburg|9150
Blindenmarkt|3372
Blons|6723
Bludenz|6700
Bludesch|6719
Blumau-Neurißhof|2602
Bockfließ|2213
Bodensdorf|9551
Bramberg am Wildkogel|5733
Brandenberg|6234
Brand|3873 6708
Braunau am Inn|5280 5283
Braunau|5282
Braz|6751
Bregenz-Achsiedlung|6905
Bregenz-Schendlingen|6904
Bregenz|6900 6902
Breitenaich|4075
Breitenau|2624 8614
Breitenbach am Inn|6252
Breitenbrunn am Neusiedler See|7091
Breitenfeld an der Rittschein|8313
Breitenfurt bei Wien|2384
Breitenschützing|4691
Breitenstein|2673
Breitenwaida|2014
Bretstein|8766
Brixen im Thale|6364
Brixlegg|6230
Bromberg|2833
Bruck am Ziller|6260
Bruck an der Großglocknerstraße|5671
Bruck an der Lafnitz|8251
Bruck an der Leitha|2460
Bruck an der Mur|8600
Brunn am Gebirge|2345
Brunn an der Wild|3595
Brunnenthal|4786
Brückl|9371
Buch bei Jenbach|6202
Buch in Tirol|6220
Buchkirchen|4611
Buchschachen|7413
Buch|8274
Burgau|8291
Burgkirchen|5274
Bärnbach|8571 8572
Böckstein|5645
Böheimkirchen|3071
Böhlerwerk|3333
Bürmoos|5111
Bürserberg|6707
Bürs|6706
Dalaas|6752
Damüls|6884
Dechantskirchen|8241
Dellach|9635 9772
Desselbrunn|4693
Deutsch Goritz|8483
Deutsch Griffen|9572
Deutsch Jahrndorf|2423
Deutsch Kaltenbrunn|7572
Deutsch Schützen|7474
Deutsch Wagram|2232
Deutsch-Brodersdorf|2443
Deutschfeistritz|8121
Deutschkreutz|7301
Deutschlandsberg|8530
Dienten am Hochkönig|5652
Diersbach|4776
Dietmanns|3813
Diex|9103
Dimbach|4371
Dobermannsdorf|2181
Dobersberg|3843
Dobersdorf|7564
Dobl|8143
Donnersbach|8953
Donnerskirchen|7082
Doren|6933
Dorf Veitsch|8663
Dorfgastein|5632
Dorfstetten|4392
Dorfviertel|8193
Dorf|4751
Dornbirn-Haselstauden|6857
Dornbirn-Messepark|6854
Dornbirn|6850 6853 6855
Drasenhofen|2165
Draßburg|7021
Draßmarkt|7372
Drosendorf|2095
Drösing|2265
Döbriach|9873
Dölsach|9991
Dürnkrut|2263
Dürnstein|3601
Ebbs|6341
Eben im Pongau|5531
Ebenau|5323
Ebene Reichenau|9565
Ebenfurth|2490
Ebensee|4802
Ebenthal|2251 9065
Eberau|7521
Ebergassing|2435
Eberndorf|9141
Eberschwang|4906
Ebersdorf|8273
Eberstalzell|4653
Eberstein|9372
Ebreichsdorf|2483
Echsenbach|3903
Eckartsau|2305
Edelsbach bei Feldbach|8332
Edelschrott|8583
Edlitz|2842
Edt bei Lambach|4659
Eferding|4070
Eggelsberg|5142
Eggenburg|3730
Eggendorf im Thale|2031
Eggendorf im Traunkreis|4622
Eggendorf|2492
Eggerding|4773
Eggern|3861
Eggersdorf bei Graz|8063
Egg|6863 9624
Ehrenhausen|8461
Ehrwald|6632
Eibesthal|2137
Eibiswald|8552
Eichgraben|3032
Einöde|9541
Eisenerz|8790
Eisenstadt|7000 7002
Eisentratten|9861
Eisgarn|3862
Eitweg|9421
Eitzing|4970
Elbigenalp|6652
Elixhausen|5161
Ellbögen|6083
Ellmau|6352
Elmen|6644
Elsbethen-Glasenbach|5061
Eltendorf|7562
Emmersdorf an der Donau|3644
Engelhartstetten|2292
Engelhartszell|4090
Engerwitzdorf|4209
Ennsdorf|4482
Enns|4470
Enzenkirchen|4761
Enzersdorf im Thale|2032
Enzersfeld|2202
Enzesfeld-Lindabrunn|2551
Eppenstein|8743
Erlauf|3253
Erl|6343
Ernstbrunn|2115
Ernsthofen|4432
Erpfendorf|6383
Ertl|3355
Eschenau|3153
Esternberg|4092
Etmißl|8622
Etsdorf am Kamp|3492
Ettendorf|9472
Eugendorf|5301
Euratsfeld|3324
Faak am See|9583
Faggen|6525
Faistenau|5324
Falkenstein|2162
Fehring|8350
Feichten im Kaunertal|6524
Feistritz am Wechsel|2873
Feistritz an der Drau|9710
Feistritz an der Gail|9613
Feistritz im Rosental|9181
Feld am See|9544
Feldbach|8330
Feldkirch-Gisingen|6805
Feldkirch-Nofels|6808
Feldkirch-Tisis|6807
Feldkirch-Tosters|6806
Feldkirchen an der Donau|4101
Feldkirchen bei Graz|8073
Feldkirchen bei Mattighofen|5143
Feldkirchen in Kärnten|9560
Feldkirch|6800
Felixdorf|2603
Fels am Wagram|3481
Fendels|6528
Ferlach|9170 9171
Ferndorf|9702
Fernitz|8072
Ferschnitz|3325
Feuersbrunn|3483
Fieberbrunn|6391
Filzmoos|5532
Finkenberg|6292
Finkenstein|9584
Fischamend|2401
Fischbach|8654
Fischlham|4657
Fiss|6533
Flachau|5542
Fladnitz an der Teichalm|8163
Flattach|9831
Flaurling|6403
Fließ|6521
Flirsch|6572
Floing|8183
Fohnsdorf|8753
Fontanella|6733
Forchach|6670
Forchtenstein|7212
Fornach|4892
Forstau|5552
Fraham|4078
Frankenburg am Hausruck|4873
Frankenfels|3213
Frankenmarkt|4890
Franking|5131
Franzen|3594
Frastanz|6820
Frauenkirchen|7132
Frauental an der Laßnitz|8523
Freiland|3183
Frein an der Mürz|8694
Freinberg|4785
Freistadt|4240
Fresach|9712
Fresing|8441
Friedberg|8240
Friedburg|5211
Friedersbach|3533
Friesach|9360
Fritzens|6122
Frohnleiten|8130
Frojach|8841
Frättingsdorf|2132
Fulpmes|6166
Furth bei Göttweig|3511
Fusch an der Glocknerstraße|5672
Fuschl am See|5330
Fußach|6972
Fügenberg|6264
Fügen|6263
Fürnitz|9586
Fürstenfeld|8280
Gaaden|2531
Gabersdorf|8424
Gablitz|3003
Gaflenz|3334
Gaimberg|9905
Gaishorn am See|8783
Gaißau|6974
Gallizien|9132
Gallneukirchen|4210
Gallspach|4713
Gallzein|6222
Galtür|6563
Gaming|3292
Gamlitz|8462
Gampern|4851
Gams bei Hieflau|8922
Gansbach|3122
Gargellen|6787
Gars am Kamp|3571
Garsten|4451
Gartenau-St. Leonhard|5083
Gaschurn|6793
Gasen|8616
Gaspoltshofen|4673
Gastern|3852
Gattendorf|2474
Gaweinstal|2191
Geboltskirchen|4682
Gedersdorf|3494
Geiersberg|4922
Geinberg|4943
Geistthal|8153
Gerasdorf|2201
Geras|2093
Gerersdorf bei Güssing|7542
Geretsberg|5132
Gerlos|6281
Getzersdorf|3131
Gföhl|3542
Gießhübl|2372
Gilgenberg am Weilhart|5133
Ginzling|6295
Glanegg|9555
Glaubendorf|3704
Gleinstätten|8443
Gleisdorf|8200 8201
Globasnitz|9142
Gloggnitz|2640
Glödnitz|9346
Gmunden|4810
Gmünd|3950 9853
Gnadendorf|2152
Gnadenwald|6069
Gnas|8342
Gnesau|9563
Gniebing|8335
Going am Wilden Kaiser|6353
Goldegg|5622
Goldwörth|4102
Golling an der Salzach|5440
Golling|3381
Gollrad|8635
Gols|7122
Gosau-Hintertal|4825
Gosau|4824
Gosdorf|8482
Gossendorf|8331
Graden|8593
Grades|9362
Grafendorf bei Hartberg|8232
Grafenschachen|7424
Grafenschlag|3912
Grafenstein|9131
Grafenwörth|3484
Grainbrunn|3524
Gralla|8431
Gramais|6650
Gramastetten|4201
Gramatneusiedl|2440
Gratkorn|8101
Gratwein|8112
Graz-Andritz|8045
Graz-Gösting|8051
Graz-Kroisbach|8043
Graz-Liebenau|8040 8041
Graz-Mariatrost|8044
Graz-Neuhart|8053
Graz-Puntigam|8055
Graz-Ragnitz|8047
Graz-St. Peter|8042
Graz-St. Veit|8046
Graz-Straßgang|8054 8057
Graz-Wetzelsdorf|8052
Graz|8000 8006 8007 8008 8010 8012 8015 8016 8017 8018 8019 8020 8022 8023 8024 8025 8026 8028 8035 8036 8049 8056
Greifenburg|9761
Greifenstein|3422
Grein|4360
Gresten|3264
Gries am Brenner|6156
Gries im Sellrain|6182
Grieskirchen|4710
Gries|5662
Griffen|9112
Grimmenstein|2840
Grins|6591
Grinzens|6095
Groß Gerungs|3920
Groß Schweinbarth|2221
Groß Siegharts|3812
Groß Sierning|3384 3387
Groß St. Florian|8522
Groß-Enzersdorf|2301
Großarl|5611
Großau|3824
Großebersdorf|2203
Großengersdorf|2212
Großgmain|5084
Großgöttfritz|3913
Großharras|2034
Großheinrichschlag|3611
Großhöflein|7051
Großkirchheim|9843
Großklein|8452
Großkrut|2143
Großlobming|8734
Großmeiseldorf|3711
Großmugl|2002
Großpetersdorf|7503
Großraming|4463
Großriedenthal|3471
Großrußbach|2114
Großschönau|3922
Großsteinbach|8265
Großveitsch|8664
Großwarasdorf|7304
Großweikersdorf|3701
Großwilfersdorf|8263
Grundlsee|8993
Grän|6673
Gröbming|8962
Grödig|5082
Grünau im Almtal|4645
Grünbach am Schneeberg|2733
Grünbach|4264
Grünburg|4594
Gschwandt|4816
Gummern|9722
Gumpoldskirchen|2352
Gundersheim|9634
Gunskirchen|4623
Guntersdorf|2042
Guntramsdorf|2353
Gurk|9342
Gurten|4942
Gutau|4293
Gutenbrunn|3665
Gutenstein|2770
Guttaring|9334
Gußwerk|8632
Gänserndorf|2230
Gödersdorf|9585
Göfis|6811
Göllersdorf|2013
Göming|5114
Göpfritz an der Wild|3800
Göriach|5574
Görtschach|9615
Gösing am Wagram|3482
Gösing an der Mariazellerbahn|3221
Gössendorf|8077
Göstling an der Ybbs|3345
Göttlesbrunn|2464
Götzendorf an der Leitha|2434
Götzens|6091
Götzis|6840
Günselsdorf|2525
Güssing|7540
Güttenbach|7536
Haag am Hausruck|4680
Haag|3350
Hadersdorf am Kamp|3493
Hadres|2061
Hafnerbach|3386
Hagenberg im Mühlkreis|4232
Haibach ob der Donau|4083
Haidershofen|4431
Haid|4053
Haimburg|9111
Haiming|6425
Hainburg an der Donau|2410
Hainersdorf|8264
Hainfeld|3170
Hainzenberg|6278
Haitzendorf|3485
Halbenrain|8492
Halbturn|7131
Hall in Tirol|6000 6050 6060
Hallein|5400
Hallstatt|4830
Hallwang|5300
Handenberg|5144
Hannersdorf|7473
Hardegg|2082
Hard|6971
Hargelsberg|4483
Haringsee|2286
Harmannsdorf|3713
Hart bei Graz|8075
Hart im Zillertal|6265
Hartberg|8230
Hartkirchen|4081
Haslach an der Mühl|4170
Haslau an der Donau|2406
Hatting|6402
Hatzendorf|8361
Haugsdorf|2054
Hausbrunn|2145
Hauskirchen|2184
Hausleiten|3464
Hausmannstätten|8071
Haus|8967
Hautzendorf|2127
Heidenreichstein|3860
Heilbad Dürrnberg|5422
Heilbrunn|8172
Heiligenberg|4733
Heiligenblut|9844
Heiligeneich|3455
Heiligenkreuz am Waasen|8081
Heiligenkreuz im Lafnitztal|7561
Heiligenkreuz im Wienerwald|2532
Heimschuh|8451
Heinfels|9919
Heinrichs bei Weitra|3962
Heiterwang|6611
Helfenberg|4184
Hellmonsödt|4202
Hengsberg|8411
Henndorf am Wallersee|5302
Hennersdorf|2332
Hermagor|9620
Herrnbaumgarten|2171
Herzogenburg|3130
Herzogsdorf|4175
Hieflau|8920
Himberg|2325
Himmelberg|9562
Hinterberg|8703
Hinterbrühl|2371
Hinterglemm|5754
Hinterhornbach|6646
Hintersdorf|3413
Hinterstoder|4573
Hintertux|6294
Hippach|6283
Hirm|7024
Hirnsdorf|8221
Hirschbach im Mühlkreis|4242
Hirschbach|3942
Hirschegg|6992 8584
Hirtenberg|2552
Hittisau|6952
Hitzendorf|8151
Hochfilzen|6395
Hochneukirchen|2852
Hochsölden|6452
Hochwolkersdorf|2802
Hof am Leithaberge|2451
Hof bei Salzburg|5322
Hofamt Priel|3681
Hofkirchen an der Trattnach|4716
Hofkirchen im Mühlkreis|4142
Hofkirchen im Traunkreis|4492
Hofstetten|3202
Hohe Wand-Stollhof|2724
Hohenau an der March|2273
Hohenberg|3192
Hoheneich|3945
Hohenems|6845
Hohenruppersdorf|2223
Hohentauern|8785
Hohenwarth|3472
Hohenweiler|6914
Hohenzell|4921
Hollabrunn|2020
Hollenstein an der Ybbs|3343
Hollenthon|2812
Hollersbach im Pinzgau|5731
Holzgau|6654
Holzhausen|4615
Hopfgarten in Defereggen|9961
Hopfgarten|6361
Horitschon|7312
Hornstein|7053
Horn|3580
Huben|9953
Häselgehr|6651
Höchst|6973
Höfen|6604
Höflein an der Donau|3421
Höflein|2465
Höhnhart|5251
Höllwiesen|4618
Hönigtal|8014
Hörbranz|6912
Hörsching|4063
Hötzelsdorf|3753
Hürm|3383
Hüttau|5511
Hüttenberg|9375
Hüttschlag|5612
Idolsberg|3544
Illmitz|7142
Ilztal|8211
Ilz|8262
Immendorf|2022
Imsterberg|6492
Imst|6460
Innermanzing|3052
Innervillgraten|9932
Innsbruck-Arzl|6033
Innsbruck-Igls|6080
Innsbruck|6010 6013 6018 6019 6020 6022 6023 6027 6029 6031 6034
Inzersdorf im Kremstal|4565
Inzing|6401
Irdning|8952
Irnfritz|3754
Irschen|9773
Ischgl|6561
Iselsberg-Stronach|9992
Itter|6305
Jabing|7504
Jagenbach|3923
Jagerberg|8091
Japons|3763
Jedenspeigen|2264
Jeging|5225
Jenbach|6200
Jenig|9631
Jennersdorf|8380
Jerzens|6474
Jetzelsdorf|2053
Jochberg|6373
Johnsbach|8912
Jois|7093
Judenau|3441
Judenburg - Murdorf|8751
Judenburg|8750
Judendorf-Straßengel|8111
Julbach|4162
Jungholz|6691
Kainach bei Voitsberg|8573
Kaindorf an der Sulm|8432
Kaindorf bei Hartberg|8224
Kainisch|8984
Kaisersdorf|7342
Kalsdorf bei Graz|8401 8404
Kals|9981
Kaltenbach|6272
Kaltenleutgeben|2391
Kalwang|8775
Kammern im Liesingtal|8773
Kammersdorf|2033
Kapellen|8691
Kapelln|3141
Kapfenberg|8605 8606 8607
Kapfenstein|8353
Kappel am Krappfeld|9321
Kappl|6555
Kaprun|5710
Karlstein an der Thaya|3822
Karlstetten|3121
Karlstift|3973
Karnabrunn|2113
Karres|6462
Karrösten|6463
Kartitsch|9941
Kasten bei Böheimkirchen|3072
Katsch an der Mur|8842
Katsdorf|4223
Katzelsdorf|2801
Katzenberg|4985
Kaumberg|2572
Kaunerberg|6527
Kauns|6526
Kautzen|3851
Kefermarkt|4292
Kelchsau|6362
Kematen am Innbach|4633
Kematen an der Krems|4531
Kematen in Tirol|6175
Kematen|3331
Kemeten|7531
Kemmelbach|3373
Kennelbach|6921
Kernhof|3195
Kettlasbrunn|2192
Keutschach|9074
Kienberg|3291
Kilb|3233
Kindberg-Aumühl|8652
Kindberg|8650
Kirchbach in Steiermark|8082
Kirchbach|9632
Kirchberg am Wagram|3470
Kirchberg am Walde|3932
Kirchberg am Wechsel|2880
Kirchberg an der Pielach|3204
Kirchberg an der Raab|8324
Kirchberg an der Wild|3811
Kirchberg bei Mattighofen|5232
Kirchberg in Tirol|6365
Kirchberg ob der Donau|4131
Kirchbichl|6322
Kirchdorf an der Krems|4560
Kirchdorf in Tirol|6382
Kirchham|4656
Kirchheim im Innkreis|4932
Kirchschlag bei Linz|4205
Kirchschlag in der Buckligen Welt|2860
Kirchstetten|3062
Kirnberg an der Mank|3241
Kittsee|2421
Kitzbühel|6370
Kitzeck im Sausal|8442
Klaffer am Hochficht|4163
Klagenfurt am Wörthersee|9010 9020 9023 9024 9025 9026 9027 9028
Klagenfurt-Viktring|9073
Klagenfurt-Wölfnitz|9061
Klagenfurt|9033 9034 9035
Klam|4352
Klaus an der Pyhrnbahn|4564
Klaus-Weiler|6833
Klausen-Leopoldsdorf|2533
Klein St. Paul|9373
Klein-Engersdorf|2106
Klein-Pöchlarn|3660
Kleinarl|5603
Kleinglödnitz|9345
Kleinhadersdorf|2173
Kleinneusiedl|2431
Kleinraming|4442
Kleinreifling|4464
Kleinzell im Mühlkreis|4115
Kleinzell-Salzerbad|3171
Klingenbach|7013
Klosterneuburg|3400 3402 3404
Klöch|8493
Klösterle|6754
Knappenberg|9376
Knittelfeld|8720 8722
Kobenz|8723
Kobersdorf|7332
Koblach|6842
Koglhof|8191
Kohfidisch|7512
Kolbnitz|9815
Kollerschlag|4154
Kolsassberg|6115
Kolsass|6114
Kopfing im Innkreis|4794
Koppl|5321
Korneuburg|2100
Kottes|3623
Kottingbrunn|2542
Kraig|9311
Krakaudorf|8854
Kramsach|6233
Kraubath an der Mur|8714
Krems an der Donau|3500
Krems-Hollenburg|3506
Krems-Lerchenfeld|3501
Krems-Rehberg|3503
Krems-Stein|3504
Kremsbrücke|9862
Kremsmünster|4550
Krems|3505
Krenglbach|4631
Krensdorf|7031
Kreuth|9531
Krieglach|8670
Krimml|5743
Krispl|5425
Kritzendorf|3420
Kronstorf|4484
Krottendorf-Gaisfeld|8564
Krumau am Kamp|3543
Krumbach|2851 6942
Krummnußbaum|3375
Krumpendorf|9201
Kuchl|5431
Kufstein|6330 6331 6332 6333
Kukmirn|7543
Kumberg|8062
Kundl|6250
Köflach|8580
Königsbrunn am Wagram|3465
Königsdorf|7563
Königstetten|3433
Königswiesen|4280
Kössen|6345
Köstenberg|9231
Köstendorf|5203
Kötschach-Mauthen|9640
Köttmannsdorf|9071
Küb|2671
Kühberg|3366
Kühnsdorf|9125
Kühtai|6183
Laa an der Thaya|2136
Laab im Walde|2381
Laaben|3053
Laakirchen|4663
Laas|9642
Lackenbach|7322
Lackendorf|7321
Lackenhof|3295
Ladendorf|2126
Ladis|6532
Lafnitz|8233
Laimbach am Ostrong|3663
Lainbach|8921
Lambach|4650
Lambrechten|4772
Lamprechtshausen|5112
Landeck|6500
Landl|8931
Langau|2091 3294
Langegg|3872
Langen bei Bregenz|6932
Langenegg|6941
Langenlebarn|3425
Langenlois|3550
Langenrohr|3442
Langenstein|4226
Langenwang|8665
Langenzersdorf|2103
Langkampfen|6336
Langschlag|3921
Lannach|8502
Lans|6072
Lanzenkirchen|2821
Lasberg|4291
Lassee|2291
Lassing|8903
Latschach|9582
Lauffen|4821
Launsdorf|9314
Laussa|4461
Lauterach|6923
Lavamünd|9473
Lavant|9906
Laxenburg|2361
Laßnitzhöhe|8301
Lebring|8403
Lech|6764
Ledenitzen|9581
Leiben|3652
Leibnitz|8430
Leisach|9909
Leithaprodersdorf|2445
Leitzersdorf|2003
Lembach im Mühlkreis|4132
Lendorf|9811
Lend|5651
Lengenfeld|3552
Lenzing|4860
Leoben-Lerchenfeld|8709
Leoben|8700 8704 8707
Leobersdorf|2544
Leogang|5771
Leonding|4059 4060
Leonstein|4592
Leopoldschlag|4262
Leopoldsdorf im Marchfelde|2285
Leopoldsdorf|2333
Lermoos|6631
Lessach|5575
Leutasch|6105
Leutschach|8463
Lichtenau|3522
Lichtenegg|2813
Lichtenwörth-Nadelburg|2493
Liebenau|4252
Liebenfels|9556
Lieboch|8501
Lienz|9900
Lieserbrücke|9851
Liesing|9653
Liezen|8940
Ligist|8563
Lilienfeld|3180
Limberg|3721
Lind im Drautal|9753
Lingenau|6951
Linz, Donau|4010 4013 4016 4018 4023 4024 4025 4026 4046
Linz-Ebelsberg|4033
Linz|4020 4027 4030 4032 4036 4040
Litschau|3874
Litzelsdorf|7532
Lochau|6911
Lochen am See|5221
Lockenhaus|7442
Lofer|5090
Lohnsburg|4923
Loibichl|5311
Loich|3211
Loipersbach im Burgenland|7020
Loipersdorf bei Fürstenfeld|8282
Loipersdorf-Kitzladen|7410
Loosdorf|2133 3382
Losenstein|4460
Ludesch|6713
Ludmannsdorf|9072
Ludweis|3762
Luftenberg|4225
Lungötz|5523
Lunz am See|3293
Lustenau-Rheindorf|6893
Lustenau|6890
Lutzmannsburg|7361
Längenfeld|6444
Lödersdorf|8334
Lölling|9335
Mailberg|2024
Maishofen|5751
Maissau|3712
Mallnitz|9822
Malta|9854
Mandling|8974
Mank|3240
Mannersdorf am Leithagebirge|2452
Mannersdorf an der Rabnitz|7444
Manning|4903
Marbach an der Donau|3671
Marchegg Bahnhof|2294
Marchegg Stadt|2293
Marchtrenk|4614
Margarethen am Moos|2433
Maria Alm am Steinernen Meer|5761
Maria Anzbach|3034
Maria Elend|9182
Maria Ellend|2402
Maria Enzersdorf-Südstadt|2346
Maria Enzersdorf|2344
Maria Laach am Jauerling|3643
Maria Lankowitz|8591
Maria Lanzendorf|2326
Maria Luggau|9655
Maria Neustift|4443
Maria Rain|9161
Maria Rojach|9422
Maria Saal|9063
Maria Schmolln|5241
Maria Schutz|2642
Maria Taferl|3672
Maria Wörth|9082
Mariahof|8812
Mariapfarr|5571
Mariasdorf|7433
Mariastein|6324
Mariazell|8630
Markgrafneusiedl|2282
Markt Allhau|7411
Markt Hartmannsdorf|8311
Markt Neuhodis|7464
Markt Piesting|2753
Markt St. Martin|7341
Marktl, Traisental|3182
Martinsberg|3664
Marz|7221
Mathon|6562
Matrei am Brenner|6143
Matrei in Osttirol|9971
Mattersburg|7210
Mattighofen|5230
Mattsee|5163
Matzen|2243
Matzleinsdorf|3393
Mauer-Öhling|3362
Mauerbach|3001
Mauerkirchen|5270
Maurach|6212
Mautern in Steiermark|8774
Mauterndorf|5570
Mautern|3512
Mauthausen|4310
Mayrhofen|6290
Mayrhof|4777
Meggenhofen|4714
Mehrnbach|4941
Meiningen|6812
Meiselding|9312
Melk|3390
Mellau|6881
Messern|3761
Metnitz|9363
Mettersdorf am Saßbach|8092
Mettersdorf|8506
Mettmach|4931
Michaelbeuern|5152
Michaelnbach|4712
Michelbach|3074
Micheldorf|4563 9322
Michelhausen|3451
Mieders|6142
Mieming|6414
Miesenbach|2761
Millstatt am See|9872
Mils|6068 6493
Minihof-Liebau|8384
Mining|4962
Mischendorf|7511
Mistelbach bei Wels|4613
Mistelbach|2130
Mittelberg|6993
Mitterarnsdorf|3621
Mitterbach|3224
Mitterdorf im Mürztal|8662
Mitterkirchen|4343
Mitterndorf an der Fischa|2441
Mittersill|5730
Mittertrixen|9102
Mixnitz|8131
Mogersdorf|8382
Molln|4591
Mondsee|5310
Moosbach|5271
Moosburg|9062
Moosdorf|5141
Mooskirchen|8562
Muckendorf-Wipfing|3426
Muhr|5583
Munderfing|5222
Murau|8850
Mureck|8480
Muthmannsdorf|2723
Mutters|6162
Mäder|6841
Möderbrugg|8763
Mödling|2340 2348 2349
Möllbrücke|9813
Mönchdorf|4281
Mönchhof|7123
Mönichkirchen|2872
Mönichwald|8252
Mörbisch am See|7072
Mörtschach|9842
Mötz|6423
Mühlbach am Hochkönig|5505
Mühlbach am Manhartsberg|3473
Mühlbach|5732
Mühldorf|3622 9814
Mühlen|8822
Mühlheim am Inn|4961
Müllendorf|7052
Münchendorf|2482
Münichreith|3662
Münster|6232
Münzbach|4323
Münzkirchen|4792
Mürzhofen|8644
Mürzsteg|8693
Mürzzuschlag-Hönigsberg|8682
Mürzzuschlag|8680
Naarn|4331
Nagelberg|3871
Namlos|6623
Nappersdorf|2023
Nassereith|6465
Natternbach|4723
Natters|6161
Nauders|6543
Navis|6145
Naßwald|2661
Nebelberg|4155
Neckenmarkt|7311
Neidling|3110
Nenzing|6710
Nesselwängle|6672
Nestelbach bei Graz|8302
Neubau|2125
Neuberg an der Mürz|8692
Neuberg im Burgenland|7537
Neudau|8292
Neudorf bei Staatz|2135
Neudorf|2475
Neudörfl|7201
Neufeld an der Leitha|2491
Neufelden|4120
Neuhaus am Klausenbach|8385
Neuhaus an der Donau|4114
Neuhaus|2565 9155
Neuhofen an der Krems|4501
Neuhofen an der Ybbs|3364
Neuhofen im Innkreis|4912
Neukirchen am Großvenediger|5741
Neukirchen am Walde|4724
Neukirchen an der Enknach|5145
Neukirchen an der Vöckla|4872
Neukirchen bei Lambach|4671
Neukirchen|4814
Neulengbach|3040
Neumarkt am Wallersee|5202
Neumarkt an der Ybbs|3371
Neumarkt im Hausruckkreis|4720
Neumarkt im Mühlkreis|4212
Neumarkt in Steiermark|8820
Neunkirchen|2620
Neupölla|3593
Neusiedl am See|7100
Neusiedl an der Zaya|2183
Neustadtl an der Donau|3323
Neustift im Mühlkreis|4143
Neustift im Stubaital|6167
Neutal|7343
Neuzeug|4523
Nickelsdorf|2425
Niederabsdorf|2272
Niederalm|5089
Niederfladnitz|2081
Niederhollabrunn|2004
Niederkappel|4133
Niederkreuzstetten|2124
Niederleis|2116
Niederndorferberg|6346
Niederndorf|6342
Niederneukirchen|4491
Niedernfritz|5521
Niedernondorf|3531
Niedernsill|5722
Niederrußbach|3702
Niederthalheim|4692
Niederwaldkirchen|4174
Niederwölz|8831
Nikitsch|7302
Niklasdorf|8712
Nikolsdorf|9782
Nußbach|4542
Nußdorf am Attersee|4865
Nußdorf am Haunsberg|5151
Nußdorf-Debant|9990
Nußdorf|3134
Nöchling|3691
Nötsch|9611
Nüziders|6714
Obdach|8742
Ober-Grafendorf|3200
Oberalm|5411
Oberdrauburg|9781
Obergrünburg|4593
Obergurgl|6456
Oberhaag|8455
Oberhofen am Irrsee|4894
Oberhofen im Inntal|6406
Oberkappel|4144
Oberlienz|9903
Oberloisdorf|7451
Obermeisling|3521
Obernberg am Brenner|6157
Obernberg am Inn|4982
Oberndorf an der Melk|3281
Oberndorf bei Salzburg|5110
Oberndorf in Tirol|6372
Oberneukirchen|4181
Oberperfuss|6173
Oberpullendorf|7350
Oberrohrbach|2105
Obersaifen|8226
Oberschlierbach|4554
Oberschützen|7432
Obersiebenbrunn|2283
Obersulz|2224
Obertauern|5562
Obertilliach|9942
Obertraun|4831
Obertrum am See|5162
Obervellach|9821
Oberwaltersdorf|2522
Oberwang|4882
Oberwart|7400
Oberweiden|2295
Oberweis|4664
Oberwölbling|3124
Oberwölz|8832
Oberzeiring|8762
Obritzberg|3123
Obsteig|6416
Oed|2755 3312
Oepping|4151
Oetz|6433
Offenhausen|4625
Oftering|4064
Oggau|7063
Ohlsdorf|4694
Olbendorf|7534
Ollersbach|3061
Ollersdorf im Burgenland|7533
Ollersdorf|2252
Opponitz|3342
Ort im Innkreis|4974
Orth an der Donau|2304
Oslip|7064
Ossiach|9570
Ostermiething|5121
Ottendorf an der Rittschein|8312
Ottenschlag|3631
Ottensheim|4100
Ottenthal|2163
Ottnang|4901
Pabneukirchen|4363
Paldau|8341
Palfau|8923
Palterndorf|2182
Pama|2422
Pamhagen|7152
Parndorf|7111
Partenen|6794
Pasching|4061 4066
Passail|8162
Passering|9324
Patergassen|9564
Paternion|9711
Patsch|6082
Paudorf|3508
Payerbach|2650
Peggau|8120
Peilstein im Mühlviertel|4153
Penk|9816
Pennewang|4624
Perchtoldsdorf|2380 2382
Perg|4320
Pernegg an der Mur|8132
Pernersdorf-Pfaffendorf|2052
Pernitz|2763
Perschling|3142
Persenbeug|3680
Pertisau|6213
Perwang am Grabensee|5166
Peterskirchen|4743
Petronell|2404
Pettenbach|4643
Pettnau|6408
Pettneu am Arlberg|6574
Petzenkirchen|3252
Peuerbach|4722
Pfaffenhofen|6405
Pfaffenschlag bei Waidhofen an der Thaya|3834
Pfafflar|6647
Pfaffstätten|2511
Pfaffstätt|5223
Pfarrkirchen im Mühlkreis|4141
Pfarrwerfen|5452
Pfunds|6542
Pians|6551
Piberbach|4533
Pichl bei Wels|4632
Pichl|8973
Pierbach|4282
Piesendorf|5721
Pilgersdorf|7441
Pillichsdorf|2211
Pill|6136
Pinggau|8243
Pinkafeld|7423
Pinsdorf|4812
Piringsdorf|7373
Pischeldorf|9064
Pischelsdorf am Engelbach|5233
Pischelsdorf am Kulm|8212
Pitten|2823
Plainfeld|5325
Plank am Kamp|3564
Pleißing|2083
Podersdorf am See|7141
Poggersdorf|9130
Polling im Innkreis|4951
Polling|6404
Pottenbrunn|3140
Pottendorf|2486
Pottenstein|2563
Potzneusiedl|2473
Poysbrunn|2161
Poysdorf|2170
Prambachkirchen|4731
Pramet|4874 4925
Pram|4742
Prebl|9461
Preding|8504
Predlitz|8863
Pregarten|4230
Prein an der Rax|2654
Preitenegg|9451
Prellenkirchen|2472
Pressbaum|3021
Prinzendorf an der Zaya|2185
Prinzersdorf|3385
Prottes|2242
Pruggern|8965
Prutz|6522
Prägraten|9974
Puch bei Hallein|5412
Puch bei Weiz|8182
Puchberg am Schneeberg|2734
Puchenau|4048
Puchenstuben|3214
Puchkirchen am Trattberg|4849
Pucking|4055
Pulkau|3741
Purbach am Neusiedler See|7083
Purgstall|3251
Purkersdorf|3002
Pusarnitz|9812
Pusterwald|8764
Pustritz|9104
Putzleinsdorf|4134
Pyhra|3143
Pöchlarn|3380
Pöggstall|3650
Pölfing-Brunn|8544
Pöllau bei Hartberg|8225
Pöls|8761
Pöndorf|4891
Pörtschach am Wörther See|9210
Pöttsching|7033
Pürbach|3944
Raaba|8074
Raabs an der Thaya|3820
Raab|4760
Raasdorf|2281
Rabensburg|2274
Rabenstein an der Pielach|3203
Radenthein|9545
Radfeld|6241
Radmer|8795
Radstadt|5550
Raggal|6741
Raggendorf|2215
Rainbach im Innkreis|4791
Rainbach im Mühlkreis|4261
Rainfeld|3162
Ramingstein|5591
Ramsau im Zillertal|6284
Ramsau|3172 8972
Randegg|3263
Rangersdorf|9833
Ranggen|6179
Rankweil|6830
Ranten|8853
Rappottenstein|3911
Rastenfeld|3532
Rattenberg|6240
Ratten|8673
Rattersdorf-Liebing|7443
Rauris|5661
Ravelsbach|3720
Raxendorf|3654
Rechberg|4324
Rechnitz|7471
Redleiten|4875
Redlham|4846
Regau|4844
Regelsbrunn|2403
Reichenau an der Rax|2651
Reichenau im Mühlkreis|4204
Reichenfels|9463
Reichenthal|4193
Reichersberg|4981
Reichraming|4462
Reifnitz|9081
Reingers|3863
Reintal|2276
Rein|8103
Reisach|9633
Reith bei Seefeld|6103
Reith im Alpbachtal|6235
Rekawinkel|3031
Rennweg|9863
Rettenegg|8674
Rettenschöss|6347
Retz|2070
Reutte|6600
Ried am Riederberg|3004
Ried im Innkreis|4910
Ried im Oberinntal|6531
Ried im Traunkreis|4551
Ried im Zillertal|6273
Ried in der Riedmark|4312
Riedau|4752
Riedlingsdorf|7422
Riefensberg|6943
Riegersburg|2092 8333
Riegersdorf|9587
Rietz|6421
Riezlern|6991
Rinn|6074
Ritzing|7323
Rohr im Gebirge|2663
Rohr im Kremstal|4532
Rohrau|2471
Rohrbach an der Lafnitz|8234
Rohrbach bei Mattersburg|7222
Rohrbach in Oberösterreich|4150
Rohrbach|3163
Rohrendorf bei Krems|3495
Rohrmoos-Untertal|8971
Roitham am Traunfall|4661
Roppen|6426
Rosegg|9232
Rosenau Schloß|3924
Rosenau am Hengstpaß|4581
Rosenau am Sonntagberg|3332
Rosenbach|9183
Rosenburg|3573
Rosental an der Kainach|8582
Rossatz|3602
Rotenturm an der Pinka|7501
Rothenthurn|9701
Rottenbach|4681
Rottenegg|4112
Rottenmann|8786
Roßbach|5273
Roßleithen|4575
Ruden|9113
Rudersdorf|7571
Rum|6063
Ruprechtshofen|3244
Rust, Burgenland|7073
Rust|7071
Rutzenmoos|4845
Rußbach am Paß Gschütt|5442
Röhrenbach|3592
Röschitz|3743
Rückersdorf-Harmannsdorf|2111
Saalbach|5753
Saalfelden am Steinernen Meer|5760
Sachsenburg|9751
Salla|8592
Sallingberg|3525
Salzburg-Aigen|5026
Salzburg-Europark|5018
Salzburg-Gnigl|5023
Salzburg-Liefering|5013
Salzburg-Parsch|5025
Salzburg|5010 5012 5014 5015 5016 5017 5020 5022 5024 5027 5032 5033
Sandl|4251
Sankt Martin|4056
Sankt Nikolai im Sölktal|8963
Sarleinsbach|4152
Sarmingstein|4382
Satteins|6822
Sattendorf|9520
Sattledt|4642
Sautens|6432
Saxen|4351
Schachendorf|7472
Schalchen|5231
Schardenberg|4784
Scharnitz|6108
Scharnstein|4644
Scharten|4612
Schattendorf|7022
Schattwald|6677
Scheffau am Wilden Kaiser|6351
Scheibbs|3270
Scheifling|8811
Schenkenfelden|4192
Schiedlberg|4521
Schiefling am Wörthersee|9535
Schildorn|4920
Schiltern|3553
Schladming|8970
Schlaiten|9954
Schleedorf|5205
Schleinbach|2123
Schlierbach|4553
Schlins|6824
Schlitters|6262
Schlüßlberg|4707
Schneegattern|5212
Schnepfau|6882
Schoppernau|6886
Schottwien|2641
Schrattenberg|2172
Schrattenthal|2073
Schrems|3943
Schruns|6780
Schröcken|6888
Schwadorf|2432
Schwanberg|8541
Schwand im Innkreis|5134
Schwanenstadt|4690
Schwarzach im Pongau|5620 5623
Schwarzach|6858
Schwarzau am Steinfelde|2625
Schwarzau im Gebirge|2662
Schwarzenau|3900
Schwarzenbach an der Pielach|3212
Schwarzenbach|2803
Schwarzenberg am Böhmerwald|4164
Schwarzenberg|6867
Schwaz|6130
Schwechat-Rannersdorf|2324
Schwechat|2320
Schweiggers|3931
Schwendt|6385
Schwertberg|4311
Schwoich|6334
Schäffern|8244
Schärding|4780
Schöder|8844
Schönau im Mühlkreis|4274
Schönbach|3633
Schönberg im Stubaital|6141
Schönberg|3562
Schönbühel an der Donau|3392
Schönkirchen|2241
Schönwies|6491
Schörfling|4861
Schützen am Gebirge|7081
Sebersdorf|8272
Seckau|8732
Seebenstein|2824
Seeboden|9871
Seefeld in Tirol|6100
Seefeld-Großkadolz|2062
Seeham|5164
Seekirchen|5201
Seewalchen am Attersee|4863
Seewiesen|8636
See|6553
Seibersdorf|2444
Seitenstetten|3353
Sellrain|6181
Selzthal|8900
Semmering|2680
Semriach|8102
Senftenberg|3541
Serfaus|6534
Sibratsgfäll|6953
Sieding-Stixenstein|2631
Siegendorf|7011
Sieggraben|7223
Sieghartskirchen|3443
Sierndorf|2011
Sierning|4522
Siezenheim|5072
Sigharting|4771
Sigleß|7032
Sigmundsherberg|3751
Silbertal|6782
Sillian|9920
Silz|6424
Sinabelkirchen|8261
Sipbachzell|4621
Sirnitz|9571
Sistrans|6073
Sittendorf|2393
Sittersdorf|9133
Sitzenberg-Reidling|3454
Sitzendorf an der Schmida|3714
Soboth|8554
Sollenau|2601
Sommerein|2453
Sonntag|6731
Sooß|2504
Spannberg|2244
Spielberg|8724
Spielfeld|8471
Spillern|2104
Spiss|6544
Spital am Pyhrn|4582
Spital am Semmering|8684
Spittal an der Drau|9800 9802 9803
Spitz|3620
St. Aegidi|4725
St. Aegyd am Neuwalde|3193
St. Agatha|4084
St. Andrä am Zicksee|7161
St. Andrä im Lungau|5572
St. Andrä im Sausal|8444
St. Andrä-Wördern|3423
St. Andrä|9433
St. Anna am Aigen|8354
St. Anton am Arlberg|6580
St. Anton an der Jeßnitz|3283
St. Anton im Montafon|6771
St. Christophen|3051
St. Egyden am Steinfeld|2731
St. Egyden|9536
St. Florian am Inn|4782
St. Florian|4490
St. Gallenkirch|6791
St. Gallen|8933
St. Georgen am Längsee|9313
St. Georgen am Reith|3344
St. Georgen am Steinfelde|3151
St. Georgen am Walde|4372
St. Georgen am Ybbsfelde|3304
St. Georgen an der Gusen|4222
St. Georgen an der Leys|3282
St. Georgen an der Stiefing|8413
St. Georgen bei Obernberg am Inn|4983
St. Georgen bei Salzburg|5113
St. Georgen im Attergau|4880
St. Georgen im Gailtal|9612
St. Georgen ob Judenburg|8756
St. Georgen ob Murau|8861
St. Georgen|9423
St. Gerold|6722
St. Gertraud|9413
St. Gilgen|5340
St. Jakob im Lesachtal|9651
St. Jakob im Rosental|9184
St. Jakob in Defereggen|9963
St. Jakob in Haus|6392
St. Jakob|8255
St. Jodok am Brenner|6154
St. Johann am Tauern|8765
St. Johann am Walde|5242
St. Johann am Wimberg|4172
St. Johann bei Herberstein|8222
St. Johann im Pongau|5600
St. Johann im Saggautal|8453
St. Johann im Walde|9952
St. Johann in Tirol|6380
St. Johann in der Haide|8295
St. Johann ob Hohenburg|8565
St. Josef Weststeiermark|8503
St. Kanzian am Klopeiner See|9122
St. Katharein an der Laming|8611
St. Kathrein am Hauenstein|8672
St. Kathrein am Offenegg|8171
St. Koloman|5423
St. Konrad|4817
St. Lambrecht|8813
St. Leonhard am Forst|3243
St. Leonhard am Hornerwald|3572
St. Leonhard bei Freistadt|4294
St. Leonhard im Pitztal|6481
St. Lorenzen am Wechsel|8242
St. Lorenzen bei Knittelfeld|8715
St. Lorenzen im Lesachtal|9654
St. Lorenzen im Mürztal|8642
St. Marein bei Graz|8323
St. Marein bei Knittelfeld|8733
St. Marein im Mürztal|8641
St. Margareten im Rosental|9173
St. Margarethen an der Raab|8321
St. Margarethen an der Sierning|3231
St. Margarethen im Burgenland|7062
St. Margarethen im Lavanttal|9412
St. Margarethen im Lungau|5581
St. Marienkirchen am Hausruck|4926
St. Marienkirchen an der Polsenz|4076
St. Marienkirchen bei Schärding|4774
St. Marien|4502
St. Martin am Grimming|8954
St. Martin am Tennengebirge|5522
St. Martin an der Raab|8383
St. Martin bei Lofer|5092
St. Martin im Mühlkreis|4113
St. Martin im Sulmtal|8543
St. Martin-Karlsbach|3376
St. Martin|3971 4973
St. Michael im Burgenland|7535
St. Michael im Lungau|5582
St. Michael in Obersteiermark|8770
St. Michael ob Bleiburg|9143
St. Michael|9411
St. Nikola an der Donau|4381
St. Nikolai im Sausal|8505
St. Nikolai ob Draßling|8422
St. Oswald bei Freistadt|4271
St. Oswald bei Plankenwarth|8113
St. Oswald ob Eibiswald|8553
St. Oswald|3684
St. Pankraz|4572
St. Pantaleon|4303 5120
St. Paul im Lavanttal|9470
St. Peter am Hart|4963
St. Peter am Kammersberg|8843
St. Peter am Ottersbach|8093
St. Peter am Wimberg|4171
St. Peter im Sulmtal|8542
St. Peter in der Au|3352
St. Peter ob Judenburg|8755
St. Peter-Freienstein|8792
St. Primus|9123
St. Pölten-Harland|3104
St. Pölten-Radlberg|3105
St. Pölten-Spratzern|3106
St. Pölten-Traisenpark|3107
St. Pölten-Wagram|3108
St. Pölten|3100 3103 3109 3111
St. Radegund bei Graz|8061
St. Roman|4793
St. Ruprecht an der Raab|8181
St. Salvator|9361
St. Sigmund|6184
St. Stefan an der Gail|9623
St. Stefan im Rosental|8083
St. Stefan ob Leoben|8713
St. Stefan ob Stainz|8511
St. Stefan|9431
St. Thomas|4364 4732
St. Ulrich am Pillersee|6393
St. Ulrich im Mühlkreis|4116
St. Urban|9554
St. Valentin|4300
St. Veit am Vogau|8423
St. Veit an der Glan|9300 9302
St. Veit an der Gölsen|3161
St. Veit im Mühlkreis|4173
St. Veit im Pongau|5621
St. Veit in Defereggen|9962
St. Willibald|4762
St. Wolfgang im Salzkammergut|5360
Staatz-Kautendorf|2134
Stadl an der Mur|8862
Stadl-Paura|4651
Stadtschlaining|7461
Stainach|8950
Stainz|8510
Stallhofen|8152
Stall|9832
Stams|6422
Stans|6135
Stanz im Mürztal|8653
Stanzach|6642
Statzendorf|3125
Steeg|4823 6655
Stegersbach|7551
Stein an der Enns|8961
Steinabrückl|2751
Steinach am Brenner|6150
Steinakirchen am Forst|3261
Steinbach am Attersee|4853
Steinbach am Ziehberg|4562
Steinbach an der Steyr|4596
Steinberg-Dörfl|7453
Steinbrunn|7035
Steindorf am Ossiacher See|9552
Steinerkirchen an der Traun|4652
Steinfeld|9754
Steinhaus am Semmering|8685
Steinhaus|4641
Stetteldorf am Wagram|3463
Steyr-Gleink|4407
Steyr-Münichholz|4405
Steyregg|4221
Steyrermühl|4662
Steyrling|4571
Steyr|4400 4403 4410
Stillfried|2262
Stinatz|7552
Stixneusiedl|2463
Stockenboi|9714
Stockerau|2000
Stockern|3744
Stolzalpe|8852
Stoob|7344
Straden|8345
Strallegg|8192
Straning|3722
Strass im Zillertal|6261
Strassen|9918 9922
Strasshof an der Nordbahn|2231
Strau|9162
Straß im Attergau|4881
Straß im Straßertale|3491
Straß in Steiermark|8472
Straßburg|9341
Straßham|4077
Straßwalchen|5204
Strem|7522
Strengberg|3314
Strengen|6571
Strobl|5350
Stroheim|4074
Stronsdorf|2153
Stubenberg am See|8223
Stuben|6762
Studenzen|8322
Stuhlfelden|5724
Stummerberg|6276
Stumm|6275
Stössing|3073
Stübing|8114
Suben|4975
Sulz im Wienerwald|2392
Sulz-Röthis|6832
Sulzberg|6934
Säusenstein|3374
Söchau|8362
Söding|8561
Sölden|6450
Söll|6306
Tadten|7162
Tainach|9121
Taiskirchen im Innkreis|4753
Tamsweg|5580
Tannheim|6675
Tarrenz|6464
Tattendorf|2523
Tauchen-Schaueregg|7421
Taufkirchen an der Pram|4775
Taufkirchen an der Trattnach|4715
Tauplitz|8982
Taxenbach|5660
Techelsberg am Wörther See|9212
Teesdorf|2524
Telfes im Stubai|6165
Telfs-St. Georgen|6412
Telfs|6410
Tenneck|5451
Terfens|6123
Ternberg|4452
Ternitz|2630
Teufenbach|8833
Texing|3242
Thalgau|5303
Thalheim bei Wels|4609
Thalheim|8754
Thaur|6065
Thaya|3842
Thening|4062
Theras|3742
Theresienfeld|2604
Thernberg|2832
Thiersee|6335
Thomasroith|4905
Thomatal|5592
Thurn|9904
Thörl-Maglern|9602
Thörl|8621
Thüringen|6712
Thüringerberg|6721
Tieschen|8355
Tillmitsch Links der Laßnitz|8434
Timelkam|4850
Timmersdorf|8772
Tobadill|6552
Tobaj|7544
Tobelbad|8144
Traberg|4183
Tragwein|4284
Tragöß-Oberort|8612
Traisen|3160
Traiskirchen|2513 2514
Traismauer|3133
Trattenbach|2881 4453
Traunkirchen|4801
Traun|4050
Trausdorf an der Wulka|7061
Trautenfels|8951
Trautmannsdorf an der Leitha|2454
Trautmannsdorf in Oststeiermark|8343
Trebesing|9852
Treffen|9521
Treglwang|8782
Treibach-Althofen|9330
Treubach|5272
Tribuswinkel|2512
Trieben|8784
Trins|6152
Tristach|9907
Trofaiach|8793
Trumau|2521
Tschagguns|6774
Tulbing|3434
Tulfes|6075
Tulln an der Donau|3430
Tullnerbach-Lawies|3013
Tumeltsham|4911
Turnau|8625
Turrach|8864
Tux|6293
Tweng|5563
Twimberg|9441
Tösens|6541
Türnitz|3184
Uderns|6271
Ulmerfeld-Hausmening|3363
Ulrichsberg|4161
Ulrichskirchen|2122
Umhausen|6441
Ungenach|4841
Unken|5091
Unterach|4866
Unterbergen|9163
Untergaisbach|4231
Unterkohlstätten|7435
Unterlamm|8352
Unternberg|5585
Unterperfuss|6178
Unterpremstätten|8141
Unterpullendorf|7452
Unterpurkla|8484
Unterrabnitz|7371
Unterretzbach|2074
Unterrohr|8294
Untersiebenbrunn|2284
Unterstinkenbrunn|2154
Untertauern|5561
Untertilliach|9943
Untertullnerbach|3011
Unterwaltersdorf|2442
Unterweitersdorf|4213
Unterweißenbach|4273
Unzmarkt|8800
Uttendorf|5261 5723
Utzenaich|4972
Vandans|6773
Vasoldsberg|8076
Velden am Wörther See|9220
Velm-Götzendorf|2245
Vent|6458
Vichtenstein|4091
Viehdorf|3322
Viehhofen|5752
Viktorsberg|6836
Villach-Drobollach am Faaker See|9580
Villach-Landskron|9523
Villach-St. Magdalen|9524
Villach-Warmbad Villach|9504
Villach|9000 9500 9501 9502 9503 9507 9508 9510
Vils|6682
Virgen|9972
Vitis|3902
Voitsberg|8570
Volders|6111
Vomp|6134
Vorau|8250
Vorchdorf|4655
Vorderberg|9614
Vorderhornbach|6645
Vordernberg|8794
Vorderstoder|4574
Vorderweißenbach|4191
Vöcklabruck|4839 4840 4847
Vöcklamarkt|4870
Völkermarkt|9100
Völs|6176 6177
Vösendorf|2331 2334
Wagna|8435
Wagrain|5602
Waidhofen an der Thaya|3830
Waidhofen an der Ybbs|3340
Waidring|6384
Waisenegg|8194
Waizenkirchen|4730
Walchsee|6344
Wald am Schoberpaß|8781
Wald im Pinzgau|5742
Waldbach|8253
Waldegg|2754
Waldenstein|3961
Waldhausen im Strudengau|4391
Waldhausen|3914
Walding|4111
Waldkirchen an der Thaya|3844
Waldneukirchen|4595
Waldstein|8122
Waldzell|4924
Wald|3144
Walkenstein|3752
Wallern an der Trattnach|4702
Wallern im Burgenland|7151
Wallsee|3313
Wals bei Salzburg|5000
Wals|5071
Wampersdorf|2485
Wang|3262
Wartberg an der Krems|4552
Wartberg im Mürztal|8661
Wartberg ob der Aist|4224
Warth|2831 6767
Wattenberg|6113
Wattens|6112
Waxenberg|4182
Weerberg|6133
Weer|6116
Wegscheid|8634
Weibern|4675
Weiden am See|7121
Weiden bei Rechnitz|7463
Weigelsdorf, Fischa|2484
Weikendorf|2253
Weikertschlag an der Thaya|3823
Weilbach|4984
Weiler|6837
Weinburg am Saßbach|8481
Weinburg|3205
Weingraben|7374
Weissenbach an der Triesting|2564
Weistrach|3351
Weitensfeld|9344
Weiten|3653
Weitersfeld an der Mur|8473
Weitersfelden|4272
Weitersfeld|2084
Weitra|3970
Weiz|8160
Weißbach bei Lofer|5093
Weißbriach|9622
Weißenbach am Lech|6671
Weißenbach an der Enns|8932
Weißenbach bei Liezen|8941
Weißenbach|4854
Weißenkirchen in der Wachau|3610
Weißensee|9762
Weißenstein|9721
Weißkirchen in Steiermark|8741
Weißkirchen|4616
Weißpriach|5573
Wels|4600 4601 4603 4605 4606 4610 4619
Wendling|4741
Weng im Innkreis|4952
Weng|8913
Wenigzell|8254
Wenns|6473
Weppersdorf|7331
Werfenweng|5453
Werfen|5450
Wernberg|9241
Werndorf|8402
Wernersdorf|8555
Wernstein am Inn|4783
Wesenufer|4085
Westendorf|6363
Wettmannstätten|8521
Weyer|3335
Weyregg am Attersee|4852
Wien-Flughafen|1300
Wiener Neudorf|2351 2355 2356
Wiener Neustadt|2700 2702 2703 2705 2706 2707
Wienerbruck|3223
Wien|1000 1004 1006 1010 1015 1016 1018 1020 1022 1023 1024 1025 1026 1029 1030 1032 1033 1035 1037 1038 1039 1040 1042 1043 1045 1047 1050 1052 1053 1060 1062 1064 1065 1070 1072 1075 1080 1082 1090 1092 1094 1095 1097 1100 1102 1103 1104 1105 1106 1107 1108 1109 1110 1113 1114 1115 1120 1122 1124 1125 1127 1128 1130 1132 1133 1134 1136 1140 1142 1143 1146 1147 1148 1150 1152 1153 1155 1156 1160 1163 1165 1166 1170 1172 1174 1180 1182 1183 1190 1192 1193 1194 1195 1196 1200 1203 1205 1208 1210 1212 1213 1215 1217 1218 1219 1220 1222 1223 1224 1225 1228 1229 1230 1233 1235 1236 1238 1239 1251 1252 1254 1255 1310 1321 1402 1423 1600 1601 1810
Wieselburg|3250
Wiesen|7203
Wiesing|6210
Wiesmath|2811
Wies|8551
Wieting|9374
Wildalpen|8924
Wildbad Einöd|9323
Wildenau|4933
Wildendürnbach|2164
Wildermieming|6413
Wildon|8410
Wildschönau-Auffach|6313
Wildschönau-Niederau|6314
Wildschönau-Oberau|6311
Wilfersdorf|2193
Wilfleinsdorf|2462
Wilhelmsburg|3150
Wilhering|4073
Willendorf|2732
Wimpassing im Schwarzatale|2632
Winden am See|7092
Windhaag bei Freistadt|4263
Windhaag bei Perg|4322
Windigsteig|3841
Windischgarsten|4580
Winklern|9841
Winzendorf|2722
Wolfau|7412
Wolfern|4493
Wolfpassing|2128
Wolfsbach|3354
Wolfsberg im Schwarzautal|8421
Wolfsberg, Kärnten|9402
Wolfsberg|9400
Wolfsegg am Hausruck|4902
Wolfsgraben|3012
Wolfsthal|2412
Wolfurt-Bahnhof|6960
Wolfurt|6922
Wolkersdorf im Weinviertel|2120
Wulkaprodersdorf|7041
Wullersdorf|2041
Wulzeshofen|2064
Wundschuh|8142
Wängle|6610
Wöllersdorf|2752
Wörgl|6300
Wörschach|8942
Wörth an der Lafnitz|8293
Würmla|3042
Würnitz|2112
Ybbs an der Donau|3370
Ybbsitz|3341
Yspertal|3683
Zagersdorf|7012
Zams|6511
Zauchen|9509
Zederhaus|5584
Zeillern|3311
Zeiselmauer|3424
Zell am Moos|4893
Zell am Pettenfirst|4842
Zell am See-Schüttdorf|5702
Zell am See|5700
Zell am Ziller|6280
Zell an der Pram|4755
Zell-Pfarre|9172
Zellberg|6277
Zellerndorf|2051
Zeltweg|8740
Zemendorf|7023
Ziersdorf|3710
Zillingtal|7034
Zipf|4871
Zirl|6170
Zissersdorf|2094
Zistersdorf|2225
Zlan|9713
Zurndorf|2424
Zweinitz|9343
Zwentendorf an der Donau|3435
Zwettl an der Rodl|4180
Zwettl|3910
Zwingendorf|2063
Zwischenwasser|6835
Zwölfaxing|2322
Zöbern|2871
Zöbing|3561
Zürs|6763
Öblarn|8960
Ötztal Bahnhof|6430
Übelbach|8124
Übersaxen|6834
Übersbach|8363`;
