// Derived by scripts/derive-places.mjs from switzerland-postal-codes@5.0.1. MIT © William Belle, from the list of Die Schweizerische Post

/** One place a line: its name, then its postal codes. */
export const SWITZERLAND = `Aadorf|8355
Aarau Rohr|5032
Aarau|5000 5004
Aarberg|3270
Aarburg|4663
Aarwangen|4912
Aathal-Seegräben|8607
Aawangen|8522
Abländschen|1657
Abtwil|5646 9030
Achseten|3725
Aclens|1123
Acquarossa|6716
Adelboden|3715
Adetswil|8345
Adligenswil|6043
Adlikon b. Andelfingen|8452
Adlikon b. Regensdorf|8106
Adliswil|8134
Aedermannsdorf|4714
Aefligen|3426
Aegerten|2558
Aesch (Neftenbach)|8412
Aeschau|3536
Aeschi b. Spiez|3703
Aeschiried|3703
Aeschi|4556
Aeschlen b. Oberdiessbach|3672
Aeschlen ob Gunten|3656
Aesch|4147 6287 8904
Aetigkofen|4583
Aetingen|4587
Aettenschwil|5645
Aeugst am Albis|8914
Aeugstertal|8914
Affeltrangen|9556
Affoltern am Albis|8910
Affoltern im Emmental|3416
Agarn|3951
Agarone|6597
Agasul|8308
Agiez|1352
Agno|6982
Agra|6927
Agriswil|3216
Aigle|1860
Aire-la-Ville|1288
Airolo|6780
Alberswil|6248
Albeuve|1669
Albinen|3955
Albligen|3183
Alchenflüh|3422
Alchenstorf|3473
Aldesago|6974
Algetshausen|9249
Alikon|5643
Allaman|1165
Allens|1304
Allenwinden|6319
Allerheiligenberg|4615
Alle|2942
Allmendingen b. Bern|3112
Allschwil|4123
Almens|7416
Alosen|6315
Alp Grüm|7710
Alpnach Dorf|6055
Alpnachstad|6053
Alpthal|8849
Alt St. Johann|9656
Altbüron|6147
Altdorf|6460 8243
Altendorf|8852
Altenrhein|9423
Alten|8453
Alterswilen|8573
Alterswil|1715
Altikon|8479
Altishausen|8573
Altishofen|6246
Altnau|8595
Altstätten|9450
Altwis|6286
Alvaneu Bad|7473
Alvaneu Dorf|7492
Alvaschein|7451
Am Bach (Avers)|7447
Ambrì|6775
Amden|8873
Aminona|3963
Amlikon-Bissegg|8514
Ammerswil|5600
Ammerzwil|3257
Amriswil|8580
Amsoldingen|3633
Amsteg|6474
Andeer|7440
Andelfingen|8450
Andermatt|6490
Andhausen|8572
Andiast|7159
Andwil|8586 9204
Anglikon|5611
Anières|1247
Anwil|4469
Anzonico|6748
Anzère|1972
Appenzell Eggerstanden|9050
Appenzell Enggenhütten|9050
Appenzell Meistersrüte|9050
Appenzell Schlatt|9050
Appenzell Steinegg|9050
Appenzell|9050
Apples|1143
Aproz (Nendaz)|1994
Aquila|6719
Aranno|6994
Aran|1091
Arbaz|1974
Arbedo|6517
Arboldswil|4424
Arbon|9320
Arcegno|6618
Arch|3296
Arconciel|1732
Ardez|7546
Ardon|1957
Areuse|2015
Arezen|7104
Argnou (Ayent)|1966
Arisdorf|4422
Aristau|5628
Arlesheim|4144
Arnegg|9212
Arnex-sur-Nyon|1277
Arnex-sur-Orbe|1321
Arni|3508 8905
Arogno|6822
Arolla|1986
Arosa|7050
Arosio|6939
Arth|6415
Arveyes|1884
Arvigo|6543
Arvillard (Salins)|1991
Arzier|1273
Arzo|6864
Ascharina|7245
Ascona|6612
Asp|5025
Assens|1042
Astano|6999
Asuel|2954
Athenaz (Avusy)|1285
Attalens|1616
Attelwil|5056
Attikon|8544
Attinghausen|6468
Attiswil|4536
Aubonne|1170
Auboranges|1673
Auddes-sur-Riddes|1914
Auenstein|5105
Augio|6547
Augst|4302
Aumont|1484
Auressio|6661
Aurigeno|6677
Auslikon|8331
Ausserberg|3938
Ausserbinn|3995
Ausserferrera|7444
Auswil|4944
Autafond|1782
Autavaux|1475
Autigny|1742
Auvernier|2012
Auw|5644
Au|8376 8804 9434
Avegno|6670
Avenches|1580
Aven|1976
Avry-Centre|1754
Avry-devant-Pont|1644
Avry-sur-Matran|1754
Avully|1237
Axalp|3855
Ayer|3961
Azmoos|9478
Aïre|1219
Baar (Nendaz)|1996
Baar Sonderdienste|6349
Baar|6340 6341 6342
Bachenbülach|8184
Bachs|8164
Bad Ragaz|7310
Bad Zurzach|5330
Baden|5400 5401 5402 5404
Baldegg|6283
Baldingen|5333
Balerna|6828
Balgach|9436
Ballaigues|1338
Ballens|1144
Ballmoos|3303
Ballwil|6275
Balm b. Günsberg|4525
Balm b. Messen|3254
Balmberg|4524
Balsthal|4710
Balterswil|8362
Baltschieder|3937
Banco|6981
Bangerten b. Dieterswil|3256
Bannwil|4913
Barbengo|6917
Barberêche|1783
Bargen|3282 8233
Barmelweid|5017
Barzheim|8241
Basadingen|8254
Basel|4000 4001 4002 4003 4004 4005 4007 4008 4009 4010 4011 4012 4013 4015 4016 4017 4018 4019 4020 4023 4024 4025 4030 4032 4039 4040 4051 4052 4053 4054 4055 4056 4057 4058 4059 4070 4075 4080 4083 4084 4085 4086 4087 4088 4091
Basse-Nendaz|1996
Bassecourt|2854
Bassersdorf|8303
Bassins|1269
Bauen|6466
Baulmes|1446
Bauma|8494
Bavois|1372
Bazenheid|9602
Beatenberg|3803
Beckenried|6375
Bedano|6930
Bedigliora|6981
Bedretto|6781
Beggingen|8228
Begnins|1268
Beinwil (Freiamt)|5637
Beinwil am See|5712
Beinwil|4229
Belalp|3914
Belfaux|1782
Bellach|4512
Bellelay|2713
Bellerive|1585
Bellevue|1293
Bellikon|5454
Bellinzona|6500 6501 6503
Bellmund|2564
Bellwald|3997
Belmont-sur-Lausanne|1092
Belmont-sur-Yverdon|1432
Belpberg|3124
Belprahon|2744
Belp|3123
Benglen|8121
Benken|8463 8717
Bennau|8836
Bennwil|4431
Benzenschwil|5636
Bercher|1038
Berg (Dägerlen)|8471
Berg am Irchel|8415
Bergdietikon|8962
Berg|8572 9305
Bergün/Bravuogn|7482
Berikon|8965
Beringen|8222
Berken|3376
Berlens|1680
Berlingen|8267
Bern PostFinance|3002
Bern Swisscom|3050
Bern UBS|3041
Berneck|9442
Bernex|1233
Bernhardzell|9304
Bern|3000 3001 3003 3004 3005 3006 3007 3008 3010 3011 3012 3013 3014 3015 3018 3019 3020 3024 3027 3029 3030 3039 3040
Berolle|1149
Beromünster|6215
Berschis|8892
Bertschikon (Gossau ZH)|8614
Bertschikon|8543
Berzona|6661
Besazio|6863
Besenbüren|5627
Besencens|1609
Betschwanden|8777
Bettenhausen|3366
Bettens|1042
Betten|3991
Bettingen|4126
Bettlach|2544
Bettmeralp|3992
Bettwiesen|9553
Bettwil|5618
Beurnevésin|2935
Beuson (Nendaz)|1996
Bevaix|2022
Bever|7502
Bex|1880
Biasca Stazione|6710
Biasca|6710
Biberen|3206
Biberist|4562
Bibern|4578 8242
Biberstein|5023
Bichelsee|8363
Bichwil|9248
Bidogno|6958
Biel-Benken|4105
Biel/Bienne|2500 2501 2502 2503 2504 2505
Biel|3989
Biembach im Emmental|3419
Biessenhofen|8580
Bieudron (Nendaz)|1996
Biezwil|4585
Bigenthal|3513
Biglen|3507
Bignasco|6676
Bigorio|6954
Billens|1681
Bilten|8865
Binningen|4102
Binn|3996
Binz|8122
Bioggio|6934
Biogno-Beride|6981
Bioley-Magnoux|1407
Bioley-Orjulaz|1042
Bionnens|1670
Birgisch|3903
Birmensdorf|8903
Birmenstorf|5413
Bironico|6804
Birrhard|5244
Birrwil|5708
Birr|5242
Birsfelden|4127
Birwinken|8585
Bischofszell|9220
Bisisthal|6436
Bissone|6816
Bister|3983
Bitsch|3982
Bivio|7457
Bière|1145
Blankenburg|3771
Blatten (Lötschen)|3919
Blatten b. Naters|3914
Blauen|4223
Blausee-Mitholz|3717
Bleienbach|3368
Bleiken b. Oberdiessbach|3674
Blessens|1675
Blignou (Ayent)|1966
Blitzingen|3989
Blonay|1807
Blumenstein|3638
Bodio|6743
Bofflens|1353
Bogis-Bossey|1279
Bogno|6951
Bolken|4556
Bolligen|3065
Bollingen|8715
Bollion|1470
Bollodingen|3366
Boll|3067
Boltigen|3766
Bombinasco|6981
Bonaduz|7402
Bonau|8554
Boncourt|2926
Bondo|7606
Bonfol|2944
Boningen|4618
Boniswil|5706
Bonnefontaine|1724
Bonstetten|8906
Bonvillars|1427
Boppelsen|8113
Borex|1277
Borgnone|6658
Borgonovo|7604
Bosco Luganese|6935
Bosco/Gurin|6685
Bossonnens|1615
Boswil|5623
Bottens|1041
Bottenwil|4814
Botterens|1652
Bottighofen|8598
Bottmingen|4103
Botyre (Ayent)|1966
Boudevilliers|2043
Boudry|2017
Bougy-Villars|1172
Boulens|1063
Bouloz|1699
Bourg-St-Pierre|1946
Bourguillon|1722
Bournens|1035
Bourrignon|2803
Boussens|1034
Bouveret|1897
Boveresse|2113
Bowil|3533
Boécourt|2856
Braggio|6544
Brail|7527
Bramboden|6167
Bramois|1967
Bratsch|3957
Braunau|9502
Braunwald|8784
Breganzona|6932
Breil/Brigels|7165
Breitenbach|4226
Bremblens|1121
Bremgarten b. Bern|3047
Bremgarten|5620
Brenles|1683
Breno|6937
Brent|1817
Brenzikofen|3671
Bressaucourt|2904
Bretigny-sur-Morrens|1053
Bretonnières|1329
Bretzwil|4207
Brienz/Brinzauls|7084
Brienzwiler|3856
Brienz|3855
Brigerbad|3900
Brignon (Nendaz)|1996
Brig|3900
Brione (Verzasca)|6634
Brione sopra Minusio|6645
Brislach|4225
Brissago|6614
Bristen|6475
Brittern|4588
Brittnau|4805
Broc|1636
Broglio|6693
Bronschhofen|9552
Brontallo|6692
Brot-Dessous|2149
Brot-Plamboz|2318
Bruderholz|4101
Brugg|5200 5201
Brunegg|5505
Brunnadern|9125
Brunnenthal|3307
Brunnen|6440
Brusino Arsizio|6827
Brusio|7743
Bruson|1934
Bruzella|6837
Brè sopra Lugano|6979
Brügglen|4582
Brügg|2555
Brülisau|9058
Brünig|3860
Brünisried|1719
Brüttelen|3237
Brütten|8311
Brüttisellen|8306
Bubendorf|4416
Bubikon|8608
Buch am Irchel|8414
Buch b. Frauenfeld|8524
Buch b. Kümmertshausen|8586
Buch b. Märwil|9562
Buchackern|8586
Buchberg|8454 8455
Buchen im Prättigau|7223
Buchen|3623
Buchillon|1164
Buchrain|6033
Buchs|5033 6211 8107 9470 9471
Buch|8263
Buckten|4446
Buhwil|9215
Buix|2925
Bullet|1453
Bulle|1630 1631
Buochs|6374
Buonas|6343
Bure|2915
Burg im Leimental|4117
Burgdorf|3400 3401 3402
Burgistein|3664
Burglauenen|3816
Burg|5736
Burgäschi|4556
Bursinel|1195
Bursins|1183
Burtigny|1268
Buseno|6542
Bussigny-près-Lausanne|1030
Bussigny-sur-Oron|1608
Bussnang|9565
Busswil b. Melchnau|4917
Busswil|3292 8371
Bussy-Chardonney|1136
Bussy-sur-Moudon|1514
Bussy|1541
Buttes|2115
Buttikon|8863
Buttisholz|6018
Buttwil|5632
Buus|4463
Bächli (Hemberg)|9633
Bäch|8806
Bänk (Dägerlen)|8471
Bärau|3552
Bäretswil|8344
Bäriswil|3323
Bärschwil|4252
Bätterkinden|3315
Bättwil|4112
Bévilard|2735
Bôle|2014
Böbikon|5334
Böckten|4461
Bönigen b. Interlaken|3806
Bösingen|3178
Böttstein|5315
Bözen|5076
Büchslen|3215
Büetigen|3263
Bühl b. Aarberg|3274
Bühler|9055
Bülach|8180
Bünzen|5624
Bürchen|3935
Büren an der Aare|3294
Büren zum Hof|3313
Büren|4413 6382
Bürgenstock|6363
Bürglen|6078 6463 8575
Büriswilen|9442
Büron|6233
Büsserach|4227
Bütschwil|9606
Büttenhardt|8236
Büttikon|5619
Bützberg|4922
Cabbio|6838
Cademario|6936
Cadempino|6814
Cadenazzo|6593
Cadro|6965
Cagiallo|6955
Calfreisen|7027
Calonico|6746
Calpiogna|6760
Cama|6557
Camedo|6659
Camignolo|6803
Camischolas|7187
Camorino|6528
Campascio|7748
Campello|6760
Camperio|6718
Campo (Blenio)|6720
Campo (Vallemaggia)|6684
Campocologno|7744
Campora|6875
Campsut-Cröt|7446
Camuns|7113
Caneggio|6837
Canobbio|6952
Capolago|6825
Carabbia|6913
Carabietta|6919
Carena|6584
Carona|6914
Carouge|1227
Carrera|7122
Carrouge|1084
Cartigny|1236
Carì|6760
Casaccia|7602
Casima|6875
Caslano|6987
Cassina d'Agno|6990
Castagnola|6976
Castaneda|6540
Castasegna|7608
Castel San Pietro|6874
Castelrotto|6980
Castiel|7027
Castione|6532
Castrisch|7126
Castro|6723
Cauco|6546
Caux|1824
Cavagnago|6749
Cavardiras|7182
Cavergno|6690
Caviano|6578
Cavigliano|6654
Cazis|7408
Celerina/Schlarigna|7505
Cerentino|6683
Cerniat|1654
Cerniaz|1682
Cernier|2053
Certara|6959
Cevio|6675
Chabrey|1589
Chailly-Montreux|1816
Chalais|3966
Chamblon|1436
Chambrelien|2019
Chamby|1832
Chambésy|1292
Chamoille (Sembrancher)|1933
Chamoson|1955
Champ-du-Moulin|2149
Champagne|1424
Champex-Lac|1938
Champfèr|7512
Champlan (Grimisuat)|1971
Champoussin|1873
Champoz|2735
Champsec (Versegères)|1947
Champtauroz|1537
Champvent|1443
Champzabé|3976
Champéry|1874
Cham|6330
Chancy|1284
Chandolin-près-Savièse|1965
Chandolin|3961
Chandonne (Liddes)|1945
Chandon|1773
Chanéaz|1409
Chapelle (Broye)|1534
Chapelle (Glâne)|1608
Chapelle-sur-Moudon|1063
Chardonne|1803
Charmey (Gruyère)|1637
Charmoille|2947
Charrat|1906
Chaumont|2067
Chavannes-de-Bogis|1279
Chavannes-des-Bois|1290
Chavannes-le-Chêne|1464
Chavannes-le-Veyron|1148
Chavannes-les-Forts|1676
Chavannes-près-Renens|1022
Chavannes-sous-Orsonnens|1694
Chavannes-sur-Moudon|1512
Chavornay|1373
Cheiry|1529
Chemin|1927
Chenaux|1091
Chermignon-d'en-Bas|3971
Chermignon|3971
Chernex|1822
Chesalles-sur-Moudon|1683
Chesalles-sur-Oron|1608
Cheseaux Polyval|1039
Cheseaux-Noréaz|1400
Cheseaux-sur-Lausanne|1033
Chesières|1885
Chessel|1846
Chevenez|2906
Chevilly|1316
Chevroux|1545
Chexbres|1071
Cheyres|1468
Chez Petit (Liddes)|1945
Chez-le-Bart|2025
Chiasso|6830
Chiggiogna|6764
Chigny|1134
Chippis|3965
Chironico|6747
Choulex|1244
Choëx|1871
Chur |7003
Churwalden|7075
Chur|7000 7001 7002 7004 7006 7007
Châbles|1474
Château-d'Oex|1660
Châtel-St-Denis|1618
Châtel-sur-Montsalvens|1653
Châtelaine|1219
Châtelat|2715
Châtillens|1610
Châtillon|1473 2843
Châtonnaye|1553
Chénens|1744
Chéserex|1275
Chésopelloz|1720
Chézard-St-Martin|2054
Chêne-Bougeries|1224
Chêne-Bourg|1225
Chêne-Pâquier|1464
Cimadera|6959
Cimalmotto|6684
Cimo|6992
Cinuos-chel|7526
Clarens|1815
Clarmont|1127
Claro|6702
Clavaleyres|1595
Clugin|7442
Clèbes (Nendaz)|1993
Coeuve|2932
Coffrane|2207
Coglio|6678
Coinsins|1267
Cointrin|1216
Coldrerio|6877
Colla|6951
Collex|1239
Collombey|1868
Collonge-Bellerive|1245
Collonges|1903
Cologny|1223
Colombier|1114 2013
Comano|6949
Combremont-le-Grand|1535
Combremont-le-Petit|1536
Commugny|1291
Comologno|6663
Conches|1231
Concise|1426
Condémines (Nendaz)|1996
Confignon|1232
Constantine|1587
Conters im Prättigau|7241
Conthey|1964
Contone|6594
Contra|6646
Coppet|1296
Corban|2826
Corbeyrier|1856
Corbières|1647
Corcelles-le-Jorat|1082
Corcelles-près-Concise|1426
Corcelles-près-Payerne|1562
Corcelles-sur-Chavornay|1374
Corcelles|2035 2747
Cordast|1792
Corgémont|2606
Corin-de-la-Crête|3960
Corippo|6631
Corjolens|1754
Cormagens|1782
Corminboeuf|1720
Cormondrèche|2036
Cormoret|2612
Cormérod|1721
Cornaux|2087
Cornol|2952
Corpataux-Magnedens|1727
Correvon|1410
Corseaux|1802
Corserey|1747
Corsier-sur-Vevey|1804
Corsier|1246
Cortaillod|2016
Corteglia|6873
Corticiasca|6958
Cortébert|2607
Corzoneso|6722
Cossonay-Ville|1304
Cottens|1116 1741
Cotterd|1585
Cotterg (Le Châble)|1934
Courcelon|2823
Courchapoix|2825
Courchavon|2922
Courfaivre|2853
Courgenay|2950
Courgevaux|1796
Courlevon|1795
Cournillens|1721 1784
Courrendlin|2830
Courroux|2822
Courtaman|1791
Courtedoux|2905
Courtelary|2608
Courtemautruy|2950
Courtemaîche|2923
Courtepin|1784
Courtion|1721
Court|2738
Courtételle|2852
Cousset|1774
Couvet|2108
Cozzo|6951
Crana|6611
Crans-Montana|3963
Crans-près-Céligny|1299
Crassier|1263
Cremin|1526
Cresciano|6705
Cressier|1785 2088
Cresta (Avers)|7447
Cries (Vollèges)|1941
Crissier|1023
Cronay|1406
Croy|1322
Crusch|7554
Crémines|2746
Crésuz|1653
Crête-à-l'Oeil (Les Agettes)|1992
Cuarnens|1148
Cuarny|1404
Cudrefin|1588
Cugnasco|6516
Cugy|1053 1482
Cully|1096
Cumbel|7142
Cumpadials|7176
Cunter|7452
Curaglia|7184
Cureggia|6963
Cureglia|6944
Curio|6986
Curtilles|1521
Curtina|6959
Céligny|1298
Dachsen|8447
Dagmersellen|6252
Daillens|1306 1310 1320 1330
Daillon|1976
Daiwil|6126
Dalin|7424
Dallenwil|6383
Dalpe|6774
Damphreux|2933
Damvant|2914
Dangio-Torre|6717
Danis|7163
Dardagny|1283
Dardin|7164
Davesco-Soragno|6964
Davos Clavadel|7272
Davos Dorf|7260
Davos Frauenkirch|7276
Davos Glaris|7277
Davos Monstein|7278
Davos Platz|7270
Davos Wiesen|7494
Davos Wolfgang|7265
Degen|7145
Degersheim|9113
Deisswil b. Münchenbuchsee|3053
Deitingen|4543
Delley|1567
Delémont|2800
Denens|1135
Denezy|1410
Denges|1026
Densbüren|5026
Derendingen|4551 4552
Detligen|3036
Dettighofen (Lengwil)|8574
Dettighofen|8505
Develier|2802
Dicken|9115
Diegten|4457
Dielsdorf|8157
Diemerswil|3053
Diemtigen|3754
Diepflingen|4442
Diepoldsau|9444
Dierikon|6036
Diesbach|8777
Diessbach b. Büren|3264
Diessenhofen|8253
Diesse|2517
Dieterswil|3256
Dietfurt|9615
Dietikon|8953
Dietlikon|8305
Dietschwil|9533
Dietwil|6042
Dinhard|8474
Dino|6967
Dintikon|5606
Disentis/Mustér|7180
Dittingen|4243
Dizy|1304
Domat/Ems|7013
Dombresson|2056
Domdidier|1564
Dommartin|1041
Dompierre|1563 1682
Donatyre|1582
Donat|7433
Dongio|6715
Donneloye|1407
Donzhausen|8583
Doppleschwand|6112
Dorf|8458
Dornach|4143
Dorénaz|1905
Dotnacht|8566
Dottikon|5605
Dotzigen|3293
Dozwil|8582
Dranse (Liddes)|1945
Dreien|9612
Drône|1965
Duggingen|4202
Dugny (Leytron)|1912
Duillier|1266
Dulliken|4657
Dully|1195
Dussnang|8374
Duvin|7112
Dägerlen|8471
Dällikon|8108
Däniken|4658
Dänikon|8114
Därligen|3707
Därstetten|3763
Dättlikon|8421
Dättwil|5405
Démoret|1415
Dörflingen|8239
Döttingen|5312
Dübendorf|8600
Düdingen|3186
Dürnten|8635
Dürrenroth|3465
Dürrenäsch|5724
Ebersecken|6245
Ebersol|9122
Ebertswil|8925
Ebikon|6030 6031
Ebmatingen|8123
Ebnat-Kappel|9642
Ebnet|6163
Echallens|1040
Echandens|1026
Echarlens|1646
Echichens|1112
Eclagnens|1376
Eclépens|1300 1311 1312
Ecoteaux|1612
Ecublens|1024 1673
Ecuvillens|1730
Ederswiler|2813
Edlibach|6313
Effingen|5078
Effretikon|8307
Egerkingen|4622
Egg (Flawil)|9231
Egg b. Zürich|8132
Eggenwil|5445
Eggerberg|3939
Eggersriet|9034
Eggiwil|3537
Egg|8847
Eglisau|8193
Egliswil|5704
Egnach|9322
Egolzwil|6243
Ehrendingen|5420
Ehrikon|8489
Eichberg|9453
Eich|6205
Eigenthal|6013
Eigergletscher|3823
Eiken|5074
Einigen|3646
Einsiedeln|8840
Eischoll|3943
Eison (St.Martin)|1969
Eisten|3922
Elfingen|5077
Elgg|8353
Ellighausen|8566
Ellikon am Rhein|8464
Ellikon an der Thur|8548
Elm|8767
Elsau|8352
Embd|3926
Embrach-Embraport|8423
Embrach|8424
Emdthal|3711
Emmenbrücke|6020 6021
Emmenmatt|3543
Emmen|6032
Emmetten|6376
Endingen|5304
Engelberg|6390 6391
Engelburg|9032
Enges|2073
Enggistein|3077
Engishofen|8586
Engi|8765
Englisberg|3086
Engollon|2063
Engwang|8556
Engwilen|8564
Ennenda|8755
Ennetaach|8586
Ennetbaden|5408
Ennetbühl|9651
Ennetbürgen|6373
Ennetmoos|6372
Enney|1667
Entlebuch|6160 6162
Epagny|1663
Epalinges|1066
Epautheyres|1417
Epauvillers|2885
Ependes|1434 1731
Epesses|1098
Epiquerez|2886
Eppenberg|5012
Epsach|3272
Eptingen|4458
Erde|1976
Ergisch|3947
Eriswil|4952
Eriz|3619
Erlach|3235
Erlenbach im Simmental|3762
Erlenbach|8703
Erlen|8586
Erlinsbach|5015 5018
Ermatingen|8272
Ermensee|6294
Ermenswil|8734
Ernen|3995
Ernetschwil|8725
Erschmatt|3957
Erschwil|4228
Ersigen|3423
Erstfeld|6472
Eschenbach|6274 8733
Eschenz|8264
Eschert|2743
Eschikofen|8553
Eschlikon|8360
Escholzmatt|6182
Esmonts|1670
Essert-Pittet|1435
Essert-sous-Champvent|1443
Essertes|1078
Essertines-sur-Rolle|1186
Essertines-sur-Yverdon|1417
Essert|1724
Esslingen|8133
Estavannens|1665
Estavayer-le-Gibloux|1695
Estavayer-le-Lac|1470
Estévenens|1687
Etagnières|1037
Etoy|1163
Ettenhausen|8356
Ettingen|4107
Ettiswil|6218
Etzelkofen|3306
Etzgen|5275
Etziken|4554
Etzwilen|8259
Euseigne|1982
Euthal|8844
Evilard|2533
Evionnaz|1902
Evolène|1983
Eyholz|3930
Eysins|1262
Fahrni b. Thun|3617
Fahrwangen|5615
Fahrweid|8951
Fahy|2916
Faido|6760
Fajauna|7226
Falera|7153
Faltigberg|8639
Fanas|7215
Fankhaus (Trub)|3557
Faoug|1595
Farden|7433
Farnern|4539
Farvagny-le-Petit|1726
Farvagny|1726
Faulensee|3705
Fehraltorf|8320
Fehren|4232
Felben-Wellhausen|8552
Feldbach|8714
Feldbrunnen|4532
Feldis/Veulden|7404
Felsberg|7012
Felsenau|5316
Fenalet-sur-Bex|1880
Fenil-sur-Corsier|1809
Fenin|2063
Fenkrieden|5645
Ferden|3916
Ferenbalm|3206
Ferlens|1076
Ferpicloz|1724
Ferreyres|1313
Fescoggia|6938
Feuerthalen|8245
Feusisberg|8835
Feutersoey|3784
Fex|7514
Fey (Nendaz)|1996
Fey|1044
Fiaugères|1609
Fidaz|7019
Fideris|7235
Fieschertal|3984
Fiesch|3984
Fiez|1420
Figino|6918
Filet|3983
Filisur|7477
Filzbach|8757
Finhaut|1925
Finsterhennen|2577
Finstersee|6313
Finsterwald b. Entlebuch|6162
Fionnay|1948
Fischbach-Göslikon|5525
Fischbach|6145
Fischenthal|8497
Fischingen|8376
Fisibach|5467
Fislisbach|5442
Flaach|8416
Flamatt|3175
Flanthey|3978
Flawil|9230
Flendruz|1659
Flerden|7426
Fleurier|2114
Flims Dorf|7017
Flims Waldhaus|7018
Flond|7137
Flumenthal|4534
Flums Hochwiese|8893
Flumserberg Bergheim|8896
Flumserberg Portels|8895
Flumserberg Saxli|8894
Flumserberg Tannenbodenalp|8898
Flumserberg Tannenheim|8897
Flums|8890
Flurlingen|8247
Fläsch|7306
Flüelen|6454
Flüeli-Ranft|6073
Flühli|6173
Flüh|4112
Fontaine Dessous (Liddes)|1945
Fontaine Dessus (Liddes)|1945
Fontainemelon|2052
Fontaines-sur-Grandson|1421
Fontaines|2046
Fontanezier|1423
Fontannen b. Wolhusen|6110
Fontenais|2902
Fontenelle (Le Châble)|1934
Fontnas|9476
Font|1473
Forch|8127
Forel (Lavaux)|1072
Forel-sur-Lucens|1526
Forel|1475
Formangueires|1782
Fornet-Dessous|2717
Fornet-Dessus|2718
Fornex (Liddes)|1945
Forst b. Längenbühl|3636
Fortunau (Ayent)|1966
Founex|1297
Frasco|6636
Frasnacht|9320
Frasses|1483
Fraubrunnen|3312
Frauenfeld Kant. Verwaltung|8510
Frauenfeld Paketzentrum|8520
Frauenfeld|8500 8501 8502 8503 8509
Frauenkappelen|3202
Fregiécourt|2953
Freidorf|9306
Freienbach|8807
Freienstein|8427
Freienwil|5423
Freimettigen|3510
Frenières-sur-Bex|1880
Frenkendorf|4402
Fresens|2027
Fretereules|2149
Freudwil|8615
Fribourg|1700 1701 1702 1704 1705 1707 1708 1709
Frick|5070
Frieswil|3035
Friltschen|9504
Frinvillier|2535
Froideville|1055
Fruthwilen|8269
Frutigen|3714
Fräschels|3284
Frümsen|9467
Ftan|7551
Fuldera|7533
Fulenbach|4629
Full-Reuenthal|5324
Fully|1926
Furna|7232
Fusio|6696
Fällanden|8117
Féchy|1173
Fétigny|1532
Füllinsdorf|4414
Fürigen|6363
Fürstenaubruck|7413
Fürstenau|7414
Gabi (Simplon)|3907
Gachnang|8547
Gadenstätt|7244
Gadmen|3863
Gais|9056
Galgenen|8854
Gallenkirch|5224
Galmiz|3285
Gals|3238
Gammen|3206
Gampelen|3236
Gampel|3945
Gamsen|3900
Gams|9473
Gandria|6978
Gansingen|5272
Ganterschwil|9608
Gasel|3144
Gasenried|3924
Gattikon|8136
Gebenstorf|5412
Gebertingen|8725
Geiss|6123
Gelfingen|6284
Gelterfingen|3126
Gelterkinden|4460
Geltwil|5637
Gempenach|3215
Gempen|4145
Genestrerio|6852
Genolier|1272
Genthod|1294
Gentilino|6925
Genève|1200 1201 1202 1203 1204 1205 1206 1207 1208 1209 1211 1215 1240 1289
Gerlafingen|4563
Gerlikon|8500
Geroldswil|8954
Gerolfingen|2575
Gerra (Gambarogno)|6576
Gerra (Verzasca)|6635
Gersau|6442
Gerzensee|3115
Geschinen|3985
Gettnau|6142
Geuensee|6232
Ghirone|6720
Gibswil|8498
Giebenach|4304
Giez|1429
Giffers|1735
Gillarens|1673
Gilly|1182
Gimel|1188
Gimmelwald|3826
Gingins|1276
Giornico|6745
Gipf-Oberfrick|5073
Gisikon|6038
Giswil|6074
Giubiasco|6512
Giumaglio|6678
Givisiez|1762
Givrins|1271
Gland|1196
Glarus|8750
Glashütten|4856
Glaspass|7428
Glattbrugg|8152
Glattfelden|8192
Glattpark (Opfikon)|8152
Glattzentrum b. Wallisellen|8301
Gletterens|1544
Glion|1823
Glis|3902
Glovelier|2855
Gluringen|3998
Gnosca|6525
Gockhausen|8044
Gohl|3553
Golaten|3207
Goldach|9403
Goldau|6410
Goldingen|8638
Goldiwil (Thun)|3624
Goldswil b. Interlaken|3805
Golino|6656
Gollion|1124
Gommiswald|8737
Gondiswil|4955
Gondo|3907
Gontenbad|9108
Gontenschwil|5728
Gonten|9108
Goppenstein|3917
Goppisberg|3983
Gordevio|6672
Gordola|6596
Gorduno|6518
Gorgier|2023
Gossau|8625 9200 9201
Gossens|1407
Gossliwil|4579
Gottlieben|8274
Goumoens-la-Ville|1376
Goumoens-le-Jux|1376
Goumois|2354
Graben|3376
Grabserberg|9472
Grabs|9472
Grafenort|6388
Grafenried|3308
Grafstal|8310
Graltshausen|8572
Grancia|6916
Grancy|1117
Grand-Lancy|1212
Grandcour|1543
Grandevent|1421
Grandfontaine|2908
Grandsivaz|1775
Grandson|1422
Grandval|2745
Grandvaux|1091
Grandvillard|1666
Granges (Veveyse)|1614
Granges-Paccot|1763
Granges-de-Vesin|1484
Granges-près-Marnand|1523
Granges|3977
Grangettes-près-Romont|1686
Granois (Savièse)|1965
Grasswil|3365
Grattavache|1624
Gravesano|6929
Greich|3983
Greifensee|8606
Grellingen|4203
Grenchen|2540
Grengiols|3993
Greng|3280
Grenilles|1726
Grens|1274
Greppen|6404
Gresso|6611
Gressy|1432
Gretschins|9479
Gretzenbach|5014
Grimentz|3961
Grimisuat|1971
Grindelwald|3818
Grindel|4247
Grolley|1772
Grono|6537
Grossaffoltern|3257
Grossdietwil|6146
Grosshöchstetten|3506
Grosswangen|6022
Gross|8841
Gruben|3946
Grub|9035 9036
Grugnay (Chamoson)|1955
Grund b. Gstaad|3783
Gruyères|1663
Gryon|1882
Grächen|3925
Gränichen|5722
Gräslikon|8415
Grône|3979
Grünenmatt|3452
Grünen|3455
Grüningen|8627
Grüsch|7214
Grüt (Gossau ZH)|8624
Gstaad|3780
Gsteig b. Gstaad|3785
Gsteigwiler|3814
Guarda|7545
Gudo|6515
Guggisberg|3158
Gumefens|1643
Gundetswil|8543
Guntalingen|8468
Gunten|3654
Guntershausen b. Aadorf|8357
Guntershausen b. Berg|8572
Gunterswilen|8564
Guntmadingen|8223
Gunzgen|4617
Gunzwil|6222
Gurbrü|3208
Gurmels|3212
Gurtnellen|6482
Gurzelen|3663
Guschelmuth|1792
Gutenburg|4932
Gutenswil|8605
Guttannen|3864
Guttet-Feschel|3956
Gwatt (Thun)|3645
Gysenstein|3503
Gy|1251
Gächlingen|8214
Gächliwil|4584
Gähwil|9534
Gänsbrunnen|4716
Göschenen|6487
Götighofen|8583
Gümligen|3073
Gümmenen|3205
Gündisau|8322
Gündlischwand|3815
Günsberg|4524
Güttingen|8594
Haag (Rheintal)|9469
Habkern|3804
Habsburg|5245
Hagenbuch|8523
Hagendorn|6332
Hagenwil b. Amriswil|8580
Hagneck|2575
Haldenstein|7023
Halden|9223
Haldi b. Schattdorf|6469
Hallau|8215
Hallwil|5705
Halten|4566
Happerswil|8585
Harenwilen|8553
Hasle b. Burgdorf|3415
Haslen|8773 9054
Hasle|6166
Hasliberg Goldern|6085
Hasliberg Hohfluh|6083
Hasliberg Reuti|6086
Hasliberg Wasserwendi|6084
Hattenhausen|8564
Hauenstein|4633
Hauptikon|8926
Hauptwil|9213
Hausen am Albis|8915
Hausen|5212
Haute-Nendaz|1997
Hauterive|2068
Hauteville|1648
Hedingen|8908
Heerbrugg|9435
Hefenhausen|8564
Hefenhofen|8580
Heiden|9410
Heiligenschwendi|3625
Heiligkreuz (Mels)|8888
Heimberg|3627
Heimenhausen|3373
Heimenschwand|3615
Heimisbach|3453
Heimiswil|3412
Heinrichswil|4558
Heitenried|1714
Heldswil|9216
Helgisried-Rohrbach|3155
Hellbühl|6016
Hellikon|4316
Hellsau|3429
Hemberg|9633
Hemishofen|8261
Hemmental|8231
Hemmiken|4465
Henau|9247
Hendschiken|5604
Henggart|8444
Hennens|1681
Henniez|1525
Herbetswil|4715
Herbligen|3671
Herbriggen|3927
Herdern|8535
Hergiswil b. Willisau|6133
Hergiswil|6052
Herisau|9100 9101 9102
Herlisberg|6028
Hermance|1248
Hermatswil|8330
Hermenches|1513
Hermetschwil-Staffeln|5626
Hermiswil|3475
Hermrigen|3274
Herrenhof|8585
Herrenschwanden|3037
Herrliberg|8704
Hersberg|4423
Hersiwil|4558
Hertenstein|5415
Herznach|5027
Herzogenbuchsee|3360
Hessigkofen|4577
Hettenschwil|5317
Hettiswil b. Hindelbank|3325
Hettlingen|8442
Hildisrieden|6024
Hilfikon|5613
Hilterfingen|3652
Himmelried|4204
Hindelbank|3324
Hinteregg|8132
Hinterforst|9452
Hinterfultigen|3089
Hinterkappelen|3032
Hintermoos|6260
Hinterrhein|7438
Hinwil|8340
Hirschthal|5042
Hirzel|8816
Hittnau|8335
Hitzkirch|6285
Hochdorf|6280 6281
Hochfelden|8182
Hochwald|4146
Hofen|8242
Hoffeld|9114
Hofstatt|6154
Hofstetten b. Brienz|3858
Hofstetten|4114 8354
Hohenrain|6276
Hohentannen|9216
Hohtenn|3949
Holderbank|4718 5113
Holzhäusern|6343
Holziken|5043
Homberg b. Thun|3622
Hombrechtikon|8634
Homburg|8508
Honau|6038
Hondrich|3702
Horboden|3755
Horgen Bahnhof Oberdorf|8812
Horgenberg|8815
Horgen|8810 8813
Hornussen|5075
Horn|9326
Horrenbach|3623
Horriwil|4557
Horw|6048
Hosenruck|9515
Hospental|6493
Hottwil|5277
Hubersdorf|4535
Hugelshofen|8565
Humlikon|8457
Hundwil|9064
Hunzenschwil|5502
Hurden|8640
Huttwil|4950
Huémoz|1884
Häfelfingen|4445
Hägendorf|4614
Häggenschwil|9312
Hägglingen|5607
Hämikon|6289
Härkingen|4620 4621 4624
Hätzingen|8775
Häusernmoos im Emmental|3463
Häuslenen|8522
Häutligen|3510
Hérémence|1987
Höchstetten|3429
Höfen b. Thun|3631
Hölstein|4434
Hörhausen|8507
Höri|8181
Hünenberg See|6333
Hünenberg|6331
Hünibach|3626
Hüniken|4554
Hünikon (Neftenbach)|8412
Hüntwangen|8194
Hüswil|6152
Hütten|8825
Hüttikon|8115
Hüttlingen|8553
Hüttwilen|8536
Ibach|6438
Ichertswil|4571
Icogne|1977
Iffwil|3305
Igis|7206
Ilanz|7130
Illgau|6434
Illhart|8556
Illighausen|8574
Illnau|8308
Im Fang|1656
Immensee|6405
Indemini|6571
Inden|3953
Inkwil|3375
Innerberg|3044
Innereriz|3619
Innerferrera|7445
Innerthal|8858
Innertkirchen|3862
Insone|6951
Ins|3232
Interlaken Ost|3802
Interlaken|3800
Intragna|6655
Intschi|6476
Inwil|6034
Ipsach|2563
Iragna|6707
Iseltwald|3807
Isenfluh|3822
Isenthal|6461
Iseo|6993
Islikon|8546
Islisberg|8905
Isole di Brissago|6614
Isone|6810
Istighofen|8575
Isérables|1914
Itingen|4452
Ittenthal|5083
Ittigen|3063
Jaberg|3629
Jakobsbad|9108
Jaun|1656
Jegenstorf|3303
Jenaz|7233
Jenins|7307
Jens|2565
Jeuss|1793
Jona|8645
Jonen|8916
Jongny|1805
Jonschwil|9243
Jouxtens-Mézery|1008
Juf|7448
Jungfraujoch|3801
Juriens|1326
Jussy|1254
Kaiseraugst|4303
Kaiserstuhl|5466
Kaisten|5082
Kallern|5625
Kallnach|3283
Kalpetran|3922
Kaltacker|3413
Kaltbach|6212
Kaltbrunn|8722
Kaltenbach|8259
Kammersrohr|4535
Kandergrund|3716
Kandersteg|3718
Kappel am Albis|8926
Kappelen|3273
Kappel|4616
Kastanienbaum|6047
Kaufdorf|3126
Kefikon|8543 8546
Kehrsatz|3122
Kehrsiten|6365
Kemptthal|8310
Kernenried|3309
Kerns|6064
Kerzers|3210
Kesswil|8593
Kestenholz|4703
Kienberg|4468
Kienersrüti|3628
Kiental|3723
Kiesen|3629
Kilchberg|4496 8802
Killwangen|8956
Kippel|3917
Kirchberg|3422 9533
Kirchdorf|3116 5416
Kirchenthurnen|3128
Kirchleerau|5054
Kirchlindach|3038
Klarsreuti|8585
Kleinandelfingen|8451
Kleinbösingen|3213
Kleindietwil|4936
Kleindöttingen|5314
Kleine Scheidegg|3823
Kleingurmels|3212
Kleinlützel|4245
Kleinwangen|6277
Klingnau|5313
Kloster Fahr|8109
Klosters Dorf|7252
Klosters|7250
Kloten|8302
Klöntal|8750
Knoblisbühl|8881
Knonau|8934
Knutwil|6213
Koblenz|5322
Kollbrunn|8483
Konolfingen|3510
Koppigen|3425
Kottwil|6217
Kradolf|9214
Krattigen|3704
Krauchthal|3326
Kreuzlingen|8280
Kriechenwil|3179
Kriegstetten|4566
Kriens|6010 6011
Kriessern|9451
Krinau|9622
Krummenau|9643
Kräiligen|3315
Kulmerau|6234
Kyburg-Buchegg|4586
Kyburg|8314
Kägiswil|6056
Känerkinden|4447
Kölliken|5742
Köniz|3098
Küblis|7240
Kümmertshausen|8586
Künten|5444
Küsnacht|8700
Küssnacht am Rigi|6403
Küttigen|5024
Küttigkofen|4581
L'Abbaye|1344
L'Abergement|1355
L'Auberson|1454
L'Etivaz|1660
L'Isle|1148
La Brévine|2406
La Chaux (Cossonay)|1308
La Chaux-de-Fonds|2300 2301 2302 2303 2304 2306
La Chaux-des-Breuleux|2345
La Chaux-du-Milieu|2405
La Chx-de-F. Combe-à-l'Ours|2301
La Châtagne|2406
La Cibourg|2300 2333 2616
La Comballaz|1862
La Conversion|1093
La Corbaz|1782
La Coudre|1148
La Croix (Lutry)|1090
La Croix-de-Rozon|1257
La Cure|1265
La Côte-aux-Fées|2117
La Ferrière|2333
La Forclaz|1866 1985
La Fouly|1944
La Garde (Sembrancher)|1933
La Heutte|2604
La Joux|1697
La Lécherette|1660
La Magne|1687
La Montoz (Versegères)|1947
La Neirigue|1686
La Neuveville|2520
La Place (Ayent)|1966
La Plaine|1283
La Praz|1148
La Punt-Chamues-ch|7522
La Rippe|1278
La Roche|1634
La Russille|1356
La Rösa|7742
La Sage|1985
La Sagne (NE)|2314
La Sagne (Ste-Croix)|1450
La Sarraz|1315
La Tanne|2720
La Tine|1658
La Tour-de-Peilz|1814
La Tour-de-Trême|1635
La Tour|1984
La Tzoumaz|1918
La Vernaz (Les Agettes)|1992
La Verrerie|1624
La Vraconnaz|1454
La Vue-des-Alpes|2052
Laax|7031 7032
Lachen|8853
Laconnex|1287
Ladir|7155
Lajoux|2718
Lalden|3931
Lamboing|2516
Lamone|6814
Lampenberg|4432
Lamperswil|8556
Lana (Evolène)|1983
Landiswil|3434
Landquart|7302
Landschlacht|8597
Langenbruck|4438
Langendorf|4513
Langenthal|4900 4901 4902
Langnau am Albis|8135
Langnau b. Reiden|6262
Langnau im Emmental|3550
Langrickenbach|8585
Langwiesen|8246
Langwies|7057
Lanterswil|9503
Lantsch/Lenz|7083
Lanzenhäusern|3148
Lanzenneunforn|8506
Largario|6724
Latsch|7484
Latterbach|3758
Lauenen b. Gstaad|3782
Lauerz|6424
Laufenburg|5080
Laufen|4242
Laupen|3177 8637
Laupersdorf|4712
Lauperswil|3438
Laura|6549
Lausanne|1000 1001 1002 1003 1004 1005 1006 1007 1010 1011 1012 1014 1015 1017 1018 1019
Lausen|4415
Lauterbrunnen|3822
Lauwil|4426
Lavertezzo|6633
Lavey-Village|1892
Lavey-les-Bains|1892
Lavigny|1175
Lavin|7543
Lavorgo|6746
Lax|3994
Le Brassus|1348
Le Brouillet|2406
Le Bry|1645
Le Bémont|2360
Le Cerneux-Péquignot|2414
Le Cerneux-Veusil|2345
Le Châble|1934
Le Château-de-Ste-Croix|1450
Le Châtelard-près-Romont|1689
Le Châtelard|1925
Le Crêt-du-Locle|2322
Le Crêt-près-Semsales|1611
Le Fregnoley (Versegères)|1947
Le Fuet|2712
Le Grand-Saconnex|1218
Le Landeron|2525
Le Lieu|1345
Le Lignon|1219
Le Locle|2400
Le Mont-Pèlerin|1801
Le Mont-sur-Lausanne|1052
Le Morgnes (Lourtier)|1948
Le Mouret|1724
Le Muids|1273
Le Noirmont|2340
Le Planchamp (Lourtier)|1948
Le Pont|1342
Le Prese|7746
Le Prédame|2714
Le Prévoux|2400
Le Pâquier-Montbarry|1661
Le Pâquier|2058
Le Sentier|1347
Le Solliat|1347
Le Sépey|1863
Le Trétien|1923
Le Vaud|1261
Leggia|6556
Leibstadt|5325
Leimbach|5733 8584
Leimiswil|4935
Leissigen|3706
Lenggenwil|9525
Lengnau|2543 5426
Lengwil|8574
Lenk im Simmental|3775
Lens|1978
Lentigny|1745
Lenzburg Sonderdienste|5601
Lenzburg|5600
Lenzerheide/Lai|7078
Leontica|6716
Les Acacias|1227
Les Agettes|1992
Les Avanchets|1220
Les Avants|1833
Les Bayards|2127
Les Bioux|1346
Les Bois|2336
Les Brenets|2416
Les Breuleux|2345
Les Charbonnières|1343
Les Clées|1356
Les Collons|1988
Les Crosets|1873
Les Cullayes|1080
Les Diablerets|1865
Les Ecasseys|1697
Les Ecorcheresses|2748
Les Emibois|2338
Les Enfers|2363
Les Evouettes|1897
Les Friques|1566
Les Geneveys-sur-Coffrane|2206
Les Genevez|2714
Les Giettes|1871
Les Granges (Salvan)|1922
Les Haudères|1984
Les Hauts-Geneveys|2208
Les Marécottes|1923
Les Mayens-de-Sion|1992
Les Monts-de-Corsier|1808
Les Monts-de-Pully|1068
Les Mosses|1862
Les Moulins (Liddes)|1945
Les Moulins|1660
Les Paccots|1619
Les Places (Versegères)|1947
Les Planchettes|2325
Les Plans-sur-Bex|1880
Les Pommerats|2353
Les Pontins|2610
Les Ponts-de-Martel|2316
Les Posses-sur-Bex|1880 1882
Les Prés-d'Orvin|2534
Les Rasses|1452
Les Reussilles|2722
Les Sagnettes|2124
Les Sciernes-d'Albeuve|1669
Les Taillères|2406
Les Tavernes|1607
Les Thioleyres|1607
Les Valettes (Bovernier)|1932
Les Verrières|2126
Les Vieux-Prés|2054
Les Vérines (Chamoson)|1955
Lessoc|1669
Leuggelbach|8774
Leuggern|5316
Leuk Stadt|3953
Leukerbad|3954
Leutwil|5725
Leuzigen|3297
Levron|1942
Leysin|1854
Leytron|1912
Li Curt|7745
Libingen|9614
Lichtensteig|9620
Liddes|1945
Liebefeld|3097
Liebistorf|3213
Liedertswil|4436
Lieffrens|1688
Lieli|6277
Lienz|9464
Liesberg Dorf|4254
Liesberg|4253
Liestal|4410
Liez (St-Martin)|1969
Ligerz|2514
Lignerolle|1357
Lignières|2523
Ligornetto|6853
Limpach|3317
Lindau|8315
Linden|3673
Linescio|6682
Linn|5224
Linthal|8783
Lipperswil|8564
Lippoldswilen|8566
Littenheid|9573
Litzirüti|7058
Lobsigen|3268
Locarno|6600 6601 6604 6605
Loco|6661
Loc|3960
Lodano|6678
Lodrino|6527
Lohn-Ammannsegg|4573
Lohnstorf|3127
Lohn|7433 8235
Lommiswil|4514
Lommis|9506
Lonay|1027
Longirod|1261
Lopagno|6956
Losone|6616
Lossy|1782
Lostallo|6558
Lostorf|4654
Lottigna|6716
Lotzwil|4932
Lourtier|1948
Lovatens|1682
Lovens|1756
Loveresse|2732
Luc (Ayent)|1966
Lucelle|2807
Lucens|1522
Luchsingen|8775
Ludiano|6721
Lufingen|8426
Lugaggia|6953
Lugano|6900 6901 6902 6903 6904 6905 6906 6907
Lugnez|2933
Lugnorre|1789
Luins|1184
Lully|1132 1470
Lumbrein|7148
Lumino|6533
Lungern|6078
Lupfig|5242
Lupsingen|4419
Lurtigen|3215
Lussery-Villars|1307
Lussy-sur-Morges|1167
Lussy|1690
Lustdorf|8512
Lustmühle|9062
Luterbach|4542
Luthern Bad|6156
Luthern|6156
Lutry|1095
Lutzenberg|9426
Luven|7141
Luzein|7242
Luzern|6000 6002 6003 6004 6005 6006 6007 6009 6014 6015
Lyssach|3421
Lyss|3250
Längenbühl|3636
Lätti|3053
Läufelfingen|4448
Léchelles|1773
Löhningen|8224
Lömmenschwil|9308
Lüchingen|9450
Lüen|7027
Lüscherz|2576
Lüsslingen|4574
Lüterkofen|4571
Lüterswil|4584
Lütisburg Station|9601
Lütisburg|9604
Lütschental|3816
Lützelflüh-Goldbach|3432
Lü|7534
Macolin|2532
Madetswil|8322
Madiswil|4934
Madonna del Piano|6995
Madrano|6780
Madulain|7523
Magadino|6573
Magden|4312
Maggia|6673
Magliaso|6983
Maglio di Colla|6959
Magnedens|1727
Maienfeld|7304
Mairengo|6763
Maisprach|4464
Maladers|7026
Malans|7208 9479
Malix|7074
Malleray|2735
Maloja|7516
Malters|6102
Malvaglia|6713
Mamishaus|3152
Mammern|8265
Mandach|5318
Mannenbach-Salenstein|8268
Mannens|1775
Manno|6928
Maracon|1613
Marbach|6196 9437
Marchissy|1261
Mariastein|4115
Marin-Epagnier|2074
Marly|1723
Marmorera|7456
Marnand|1524
Maroggia|6817
Marolta|6723
Marsens|1633
Marthalen|8460
Martherenges|1063
Martigny-Croix|1921 1932
Martigny|1920
Martina|7560
Martisberg|3994
Maschwanden|8933
Masein|7425
Maseltrangen|8723
Mase|1968
Massagno Caselle|6908
Massagno|6900
Massongex|1869
Massonnens|1692
Mastrils|7303
Mathod|1438
Mathon|7433
Matran|1753
Matten (St. Stephan)|3773
Matten b. Interlaken|3800
Mattstetten|3322
Mattwil|8585
Matt|8766
Matzendorf|4713
Matzingen|9548
Mauborget|1453
Mauensee|6216
Maules|1625
Mauraz|1148
Mauren|8576
Maur|8124
Mayens-de-Chamoson|1911
Mayens-de-la-Zour (Savièse)|1965
Medeglia|6809
Medels im Rheinwald|7436
Meggen|6045
Mehlsecken|6260
Meienberg|5643
Meienried|3294
Meien|6485
Meierskappel|6344
Meikirch|3045
Meilen|8706
Meinier|1252
Meinisberg|2554
Meiringen|3860
Meisterschwanden|5616
Melano|6818
Melchnau|4917
Melchsee-Frutt|6068
Melchtal|6067
Melide|6815
Mellikon|5465
Mellingen|5507
Mels|8887
Meltingen|4233
Mendrisio|6850
Menzberg|6125
Menzengrüt|8546
Menziken|5737
Menzingen|6313
Menznau|6122
Menzonio|6692
Merenschwand|5634
Mergoscia|6647
Meride|6866
Merishausen|8232
Merligen|3658
Merlischachen|6402
Mervelier|2827
Merzligen|3274
Mesocco|6563
Messen|3254
Mettau|5274
Mettembert|2806
Mettendorf|8553
Mettlen|9517
Mettmenstetten|8932
Metzerlen|4116
Mex|1031 1890
Meyriez|3280
Meyrin|1217
Mezzovico|6805
Middes|1749
Mies|1295
Miex|1896
Miglieglia|6986
Milken|3157
Minusio|6648
Miralago|7743
Mirchel|3532
Misery|1721
Missy|1565
Misériez (Salins)|1991
Mitlödi|8756
Mittelhäusern|3147
Mittellunden|7222
Miège|3972
Miécourt|2946
Mogelsberg|9122
Moghegno|6677
Moiry|1148
Molare|6760
Moleno|6524
Molinazzo di Monteggio|6995
Molinis|7056
Mollens|1146 3974
Mollie-Margot|1073
Mollis|8753
Molondin|1415
Mols|8885
Moléson-sur-Gruyères|1663
Moneto|6659
Monible|2715
Monnaz|1125
Mont-Crosin|2610
Mont-Soleil|2610
Mont-Tramelan|2723
Mont-de-Buttes|2116
Mont-la-Ville|1148
Mont-sur-Rolle|1185
Montagne-de-Courtelary|2608
Montagne-de-Sonvilier|2615
Montagnier (Le Châble)|1934
Montagnola|6926
Montagnon (Leytron)|1912
Montagny-Chamard|1440
Montagny-la-Ville|1776
Montagny-les-Monts|1774
Montagny-près-Yverdon|1442
Montalchez|2027
Montana|3963
Montaubion-Chardonney|1041
Montavon|2857
Montbovon|1669
Montbrelloz|1475
Montcherand|1354
Monte Brè sopra Locarno|6605
Monte Carasso|6513
Monteiller-Savièse|1965
Montenol|2884
Montet (Broye)|1483
Montet (Glâne)|1674
Montezillon|2037
Monte|6875
Montfaucon|2362
Montfavergier|2362
Montherod|1174
Monthey|1870
Montignez|2924
Montlingen|9462
Montmagny|1587
Montmelon|2883
Montmollin|2037
Montpreveyres|1081
Montreux Redoute|1818
Montreux|1820
Montricher|1147
Montsevelier|2828
Montévraz|1724
Mon|7458
Moosleerau|5054
Moosseedorf|3302
Morbio Inferiore|6834
Morbio Superiore|6835
Morcles|1892
Morcote|6922
Morens|1541
Morgarten|6315
Morges|1110
Morgins|1875
Morissen|7143
Morlens|1674
Morlon|1638
Morrens|1054
Morschach|6443
Mosen|6295
Mosnang|9607
Mosogno|6611
Mossel|1675
Motto (Blenio)|6721
Moudon|1510
Moutier|2740
Movelier|2812
Mugena|6939
Muggio|6838
Muhen|5037
Mulegns|7455
Mumpf|4322
Mumpé Medel|7183
Mund|3903
Muntelier|3286
Muolen|9313
Muotathal|6436
Mur (Vully)|1787
Muralto|6600 6602
Muraz (Collombey)|1893
Muraz (Sierre)|3960
Murgenthal|4853
Murg|8877
Muri b. Bern|3074
Muriaux|2338
Murist|1489
Muri|5630
Murten|3280
Murzelen|3034
Mutrux|1428
Muttenz|4132
Mutten|7431
Muzzano|6933
Mädris-Vermol|8886
Mägenwil|5506
Männedorf|8708
Märstetten|8560
Märwil|9562
Ménières|1533
Mézery-près-Donneloye|1407
Mézières|1083 1684
Môtier (Vully)|1787
Môtiers|2112
Möhlin|4313
Mönchaltorf|8617
Mönthal|5237
Mörel|3983
Mörigen|2572
Möriken|5103
Mörschwil|9402
Mötschwil|3324
Mühlau|5642
Mühlebach (Goms)|3995
Mühleberg|3203
Mühledorf|3116 4583
Mühlehorn|8874
Mühlethal|4812
Mühlethurnen|3127
Mühlrüti|9613
Mülchi|3317
Mülenen|3711
Müllheim Dorf|8555
Müllheim-Wigoltingen|8554
Mülligen|5243
Mümliswil|4717
Münchenbuchsee|3053
Münchenstein|4142
Münchenwiler|1797
Münchringen|3303
Münchwilen|4333 9542
Münsingen|3110
Münsterlingen|8596
Münster|3985
Müntschemier|3225
Mürren|3825
Müselbach|9602
Müstair|7537
Müswangen|6289
Nassenwil|8155
Nassen|9123
Naters|3904
Nax|1973
Naz|1041
Nebikon|6244
Necker|9126
Neerach|8173
Neftenbach|8413
Neggio|6991
Neirivue|1669
Nennigkofen|4574
Nenzlingen|4224
Neschwil|8484
Nesselnbach|5524
Nesslau|9650
Netstal|8754 8759
Neu St. Johann|9652
Neuchâtel|2000 2008 2010
Neudorf|6025
Neuendorf|4623
Neuenegg|3176
Neuenhof|5432
Neuenkirch|6206
Neuhausen am Rheinfall|8212
Neuhaus|8732
Neuheim|6345
Neukirch (Egnach)|9315
Neukirch an der Thur|9217
Neunkirch|8213
Neuwilen|8566
Neuägeri|6314
Neyruz-sur-Moudon|1515
Neyruz|1740
Nidau|2560
Nidfurn|8772
Niederbipp|4704
Niederbuchsiten|4626
Niederbüren|9246
Niederdorf|4435
Niedergampel|3945
Niedergesteln|3942
Niederglatt|8172 9240
Niedergösgen|5013
Niederhasli|8155
Niederhelfenschwil|9527
Niederhünigen|3504
Niederlenz|5702
Niedermuhlern|3087
Niederneunforn|8525
Niederrickenbach|6383
Niederried b. Interlaken|3853
Niederried b. Kallnach|3283
Niederrohrdorf|5443
Niederscherli|3145
Niederstetten|9249
Niederstocken|3632
Niederteufen|9052
Niederurnen|8867
Niederuzwil|9244
Niederwald|3989
Niederwangen b. Bern|3172
Niederweningen|8166
Niederwil|4523 5524 9203
Niederönz|3362
Niederösch|3424
Nierlet-les-Bois|1772
Niouc|3960
Niva (Vallemaggia)|6683
Nivo|6746
Nods|2518
Noflen|3116
Nohl|8212
Noiraigue|2103
Noréaz|1757
Nottwil|6207
Novaggio|6986
Novalles|1431
Novazzano|6883
Noville|1845
Noës|3976
Nufenen|7437
Nuglar|4412
Nunningen|4208
Nussbaumen|5415 8537
Nusshof|4453
Nuvilly|1485
Nyon|1260
Näfels|8752
Nänikon|8606
Némiaz (Chamoson)|1955
Nürensdorf|8309
Obbürgen|6363
Oberaach|8587
Oberarth|6414
Oberbalmberg|4524
Oberbalm|3096
Oberbipp|4538
Oberbuchsiten|4625
Oberburg|3414
Oberbussnang|9565
Oberbözberg|5225
Oberbüren|9245
Oberbütschel|3088
Oberdiessbach|3672
Oberdorf|4436 4515 6370
Oberegg|9413
Oberembrach|8425
Oberems|3948
Oberengstringen|8102
Oberentfelden|5036
Oberflachs|5108
Oberfrittenbach|3551
Obergerlafingen|4564
Obergesteln|3988
Oberglatt|8154
Obergoldbach|3434
Obergösgen|4653
Oberhallau|8216
Oberhasli|8156
Oberhelfenschwil|9621
Oberhofen am Thunersee|3653
Oberhofen|5273 8574
Oberhof|5062
Oberhünigen|3504
Oberiberg|8843
Oberkirch|6208
Oberkulm|5727
Oberlunkhofen|8917
Obermumpf|4324
Obermutten|7431
Obernau|6012
Oberneunforn|8526
Oberramsern|4588
Oberrickenbach|6387
Oberried am Brienzersee|3854
Oberrieden|8942
Oberried|1724
Oberriet|9463
Oberrindal|9604
Oberrohrdorf|5452
Oberrüti|5647
Obersaxen Affeier|7133
Obersaxen Friggahüs|7136
Obersaxen Giraniga|7135
Obersaxen Meierhof|7134
Oberschan|9479
Oberschrot|1716
Oberstammheim|8477
Obersteckholz|4924
Oberstetten|9249
Oberstocken|3632
Oberterzen|8884
Oberthal|3531
Oberurnen|8868
Oberuzwil|9242
Oberwald|3999
Oberwangen b. Bern|3173
Oberwangen|8374
Oberweningen|8165
Oberwil (Dägerlen)|8471
Oberwil b. Büren|3298
Oberwil b. Zug|6317
Oberwil im Simmental|3765
Oberwil-Lieli|8966
Oberwil|4104
Oberägeri|6315
Oberönz|3363
Oberösch|3424
Obfelden|8912
Obstalden|8758
Ochlenberg|3367
Ocourt|2889
Odogno|6951 6960
Oekingen|4566
Oensingen|4702
Oerlingen|8461
Oeschenbach|4943
Oeschgen|5072
Oeschseite|3776
Oetwil am See|8618
Oetwil an der Limmat|8955
Oey|3753
Oftringen|4665
Ogens|1045
Oggio|6955
Ohmstal|6143
Oleyres|1580
Olivone|6718
Ollon|1867 3971
Olsberg|4305
Olten|4600 4603
Oltingen|4494
Onex|1213
Onnens|1425 1756
Opfershofen|8584
Opfertshofen|8236
Opfikon|8152
Oppens|1047
Oppikon|9565
Oppligen|3629
Orbe|1350
Orges|1430
Orient|1341
Origlio|6945
Ormalingen|4466
Ormône (Savièse)|1965
Orny|1317
Oron-la-Ville|1610
Oron-le-Châtel|1608
Orpund|2552
Orselina|6644
Orsières|1937
Orsonnens|1694
Ortschwaben|3042
Orvin|2534
Orzens|1413
Oschwand|3476
Osco|6763
Osogna|6703
Ospizio Bernina|7710
Ossingen|8475
Osterfingen|8218
Ostermundigen|3071 3072
Otelfingen|8112
Othmarsingen|5504
Ottenbach|8913
Ottikon (Gossau ZH)|8626
Ottikon b. Kemptthal|8307
Ottoberg|8561
Oulens-sous-Echallens|1377
Oulens-sur-Lucens|1522
Ovronnaz|1911
Pagig|7028
Pailly|1416
Palagnedra|6657
Palasuit (Liddes)|1945
Palézieux-Village|1607
Palézieux|1607
Pambio-Noranco|6915
Pampigny|1142
Panex|1867
Pany|7243
Paradiso|6900
Parpan|7076
Parsonz|7464
Paspels|7417
Passugg-Araschgen|7062
Paudex|1094
Payerne|1530
Pazzallo|6912
Peccia|6695
Pedrinate|6832
Peiden|7110
Peist|7029
Peney-le-Jorat|1059
Pensier|1783
Penthalaz|1305
Penthaz|1303
Penthéréaz|1375
Perlen|6035
Perly|1258
Perrefitte|2742
Perroy|1166
Personico|6744
Peseux|2034
Petit Vichères (Liddes)|1945
Petit-Lancy|1213
Petit-Martel|2316
Peyres-Possens|1063
Pfaffhausen|8118
Pfaffnau|6264
Pfeffikon|5735
Pfeffingen|4148
Pfungen|8422
Pfyn|8505
Pfäfers|7312
Pfäffikon|8330 8808
Piandera Paese|6959
Pianezzo|6582
Piano di Peccia|6695
Piazzogna|6579
Pierrafortscha|1723
Pieterlen|2542
Pignia|7443
Pigniu|7156
Piotta|6776
Pitasch|7111
Pizolpark (Mels)|8879
Pizy|1174
Plaffeien|1716
Plagne|2536
Plan-les-Ouates|1228
Plasselb|1737
Platta|7185
Plaun da Lej|7517
Pleigne|2807
Pleujouse|2953
Plons|8889
Pohlern|3638
Poliez-Pittet|1041
Poliez-le-Grand|1041
Pollegio|6742
Pompaples|1318
Pomy|1405
Pont (Veveyse)|1699
Pont-de-la-Morge (Sion)|1962
Pont-la-Ville|1649
Ponte Capriasca|6946
Ponte Cremenaga|6996
Ponte Tresa|6988
Pontenet|2733
Ponthaux|1772
Ponto Valentino|6724
Pontresina|7504
Porrentruy|2900
Porsel|1699
Portalban|1568
Portein|7423
Porto Ronco|6613
Port|2562
Porza|6948
Posat|1726
Poschiavo|7742
Posieux|1725
Praden|7063
Pragg-Jenaz|7231
Prahins|1408
Prangins|1197
Praratoud|1528
Prarreyer (Versegères)|1947
Prato (Leventina)|6773
Prato-Sornico|6694
Pratteln|4133
Pratval|7415
Pravidondaz (Salins)|1991
Praz (Vully)|1788
Praz-de-Fort|1943
Preda|7482
Pregassona|6963
Premier|1324
Preonzo|6523
Presinge|1243
Prez-vers-Noréaz|1746
Prez-vers-Siviriez|1677
Prilly|1008
Pringy|1663
Produit (Leytron)|1912
Progens|1624
Promasens|1673
Promontogno|7606
Prosito|6526
Provence|1428
Prugiasco|6723
Präz|7424
Préverenges|1028
Prévondavaux|1410
Prévonloup|1682
Prêles|2515
Pugerna|6823
Puidoux|1070
Pully|1009
Puplinge|1241
Purasca|6989
Pura|6984
Pusserein|7228
Putz|7224
Péry|2603
Quarten|8883
Quartino|6572
Quinten|8878
Quinto|6777
Rabius|7172
Radelfingen b. Aarberg|3271
Rafz|8197
Rain|6026
Ramersberg|6060
Ramiswil|4719
Ramlinsburg|4433
Ramosch|7556
Ramsei|3435
Ramsen|8262
Rancate|6862
Rances|1439
Randa|3928
Randogne|3975
Ranflüh|3439
Ranzo|6577
Raperswilen|8558
Rapperswil|3255 8640
Raron|3942
Rasa|6655
Ravoire|1928
Realp|6491
Realta|7408
Rebeuvelier|2832
Rebstein|9445
Rebévelier|2717
Recherswil|4565
Rechthalten|1718
Reckingen|3998
Reconvilier|2732
Regensberg|8158
Regensdorf|8105
Rehetobel|9038
Reichenbach im Kandertal|3713
Reichenburg|8864
Reiden|6260
Reidermoos|6260
Reigoldswil|4418
Reinach|4153 5734
Reisiswil|4919
Reitnau|5057
Rekingen|5332
Remaufens|1617
Remetschwil|5453
Remigen|5236
Renan|2616
Renens|1020
Rengg|6162
Rennaz|1847
Retschwil|6285
Reute|9411
Reutigen|3647
Reutlingen (Winterthur)|8404
Reverolle|1128
Rheinau|8462
Rheineck|9424
Rheinfelden|4310
Rheinklingen|8259
Rheinsulz|5084
Rhäzüns|7403
Riazzino|6595
Riaz|1632
Richenthal|6263
Richigen|3078
Richterswil|8805
Rickenbach Sulz|8545
Rickenbach b. Schwyz|6432
Rickenbach b. Wil|9532
Rickenbach|4462 4613 6221 8545
Ricken|8726
Ricketwil (Winterthur)|8352
Riddes|1908
Ried (Frutigen)|3724
Ried (Muotathal)|6436
Ried b. Kerzers|3216
Ried-Brig|3911
Ried-Mörel|3986
Rieden|5415 8739
Riederalp|3987
Riedern|8750
Riedholz|4533
Riedikon|8616
Riedstätt|3159
Riedt b. Erlen|8586
Riedtwil|3475
Riehen|4125
Riein|7128
Riemenstalden|6452
Riet (Neftenbach)|8412
Rietheim|5323
Riex|1097
Riffenmatt|3156
Rifferswil|8911
Riggisberg|3132
Rigi Kaltbad|6356
Rigi Klösterli|6410
Rigi Kulm|6410
Rigi Scheidegg|6410
Rigi Staffel|6410
Riken|4853
Rikon im Tösstal|8486
Ringgenberg|3852
Ringoldswil|3656
Riniken|5223
Riom|7463
Risch|6343
Ritzingen|3989
Riva San Vitale|6826
Rivaz|1071
Rive Haute (Liddes)|1945
Riveo|6674
Rivera|6802
Rizenbach|3206
Robasacco|6599
Roche-d'Or|2912
Rochefort|2019
Roches|2762
Roche|1852
Rocourt|2907
Rodels|7415
Rodersdorf|4118
Rodi-Fiesso|6772
Roggenburg|2814
Roggliswil|6265
Roggwil|4914 9325
Rohr b. Olten|4655
Rohrbachgraben|4938
Rohrbach|4938
Rohrmatt|6132
Rolle|1180
Romainmôtier|1323
Romairon|1423
Romanel-sur-Lausanne|1032
Romanel-sur-Morges|1122
Romanens|1626
Romanshorn|8590
Rombach|5022
Romont|1680 2538
Romoos|6113
Rona|7454
Ronco sopra Ascona|6622
Rongellen|7430
Root Längenbold|6039
Root|6037
Ropraz|1088
Rorbas|8427
Rorschacherberg|9404
Rorschach|9400 9401
Rosenlaui|3860
Rossa|6548
Rossemaison|2842
Rossenges|1513
Rossens|1554 1728
Rosshäusern|3204
Rossinière|1658
Rossrüti|9512
Rossura|6760
Rosswald|3913
Rosé|1754
Rothenbrunnen|7405
Rothenburg|6023
Rothenfluh|4467
Rothenhausen|9565
Rothenthurm|6418
Rothrist|4852
Rothwald|3901
Rotkreuz|6343
Rottenschwil|8919
Rougemont|1659
Roumaz (Savièse)|1965
Roveredo|6535 6957
Rovio|6821
Rovray|1463
Rubigen|3113
Rudolfingen|8465
Rudolfstetten|8964
Rueras|7189
Rueun|7156
Rueyres-St-Laurent|1695
Rueyres-Treyfayes|1626
Rueyres-les-Prés|1542
Rueyres|1046
Rue|1673
Rufi|8723
Rumendingen|3472
Rumisberg|4539
Rumlikon|8332
Rupperswil|5102
Ruppoldsried|3251
Ruschein|7154
Russikon|8332
Russin|1281
Russo|6662
Russy|1773
Ruswil|6017
Rutschwil (Dägerlen)|8471
Ruvigliana|6977
Rämismühle|8487
Réchy|3966
Réclère|2912
Römerswil|6027
Röschenz|4244
Röthenbach Herzogenbuchsee|3373
Röthenbach im Emmental|3538
Rüderswil|3437
Rüdlingen|8455
Rüdtligen|3422
Rüedisbach|3474
Rüeggisberg|3088
Rüegsauschachen|3415
Rüegsau|3417
Rüegsbach|3418
Rüeterswil|8735
Rüfenacht|3075
Rüfenach|5235
Rümikon|5464
Rümlang|8153
Rümligen|3128
Rümlingen|4444
Rünenberg|4497
Rüschegg Gambach|3153
Rüschegg Heubach|3154
Rüschlikon|8803
Rüthi (Rheintal)|9464
Rüti b. Büren|3295
Rüti b. Lyssach|3421
Rüti b. Riggisberg|3099
Rütihof|5406
Rüti|8630 8782
Rütli|6441
Rütschelen|4933
Rüttenen|4522
S-chanf|7525
S. Antonino|6592
S. Antonio (Val Morobbia)|6583
S. Benedetg|7174
S. Bernardino|6565
S. Carlo (Poschiavo)|7741
S. Carlo (Val Bavona)|6690
S. Nazzaro|6575
S. Pietro|6854
S. Vittore|6534
Saanenmöser|3777
Saanen|3792
Saas im Prättigau|7247
Saas-Almagell|3905
Saas-Balen|3908
Saas-Fee|3906
Saas-Grund|3910
Sachseln|6072
Saclentse|1996
Safenwil|5745
Safien Platz|7107
Safnern|2553
Sagno|6839
Sagogn|7152
Saicourt|2732
Saignelégier|2350
Saillon|1913
Sala Capriasca|6954
Saland|8493
Salavaux|1585
Salenstein|8268
Salez|9465
Salgesch|3970
Salins|1991
Salmsach|8599
Salorino|6872
Salouf|7462
Salvan|1922
Salvenach|1794
Samedan|7503
Samnaun Dorf|7563
Samnaun-Compatsch|7562
Samstagern|8833
Sangernboden|1738
Sargans|7320
Sarmenstorf|5614
Sarnen|6060
Sarn|7423
Sarreyer|1948
Sarzens|1683
Sassel|1534
Satigny|1242
Sattel|6417
Saubraz|1189
Saulcy|2873
Saules|2063 2732
Savagnier|2065
Savigny|1073
Savièse|1965
Savognin|7460
Savosa|6942
Saxeten|3813
Saxonne (Ayent)|1966
Saxon|1907
Sax|9468
Says|7202
Scareglia|6951
Schachen b. Herisau|9112
Schachen b. Reute|9414
Schachen|6105
Schaffhausen|8200 8201 8202 8203 8204 8205 8207 8208
Schafhausen im Emmental|3415
Schafisheim|5503
Schalchen|8489
Schalunen|3314
Schangnau|6197
Scharans|7412
Scharnachtal|3722
Schattdorf|6467
Schattenhalb|3860
Scheid|7419
Schelten|2827
Schenkon|6214
Scherzingen|8596
Scherz|5246
Scheunen|3305
Scheuren|2556
Schiers|7220
Schindellegi|8834
Schinznach Bad|5116
Schinznach Dorf|5107
Schlans|7168
Schlatt b. Winterthur|8418
Schlattingen|8255
Schlatt|8252
Schleinikon|8165
Schleitheim|8226
Schlierbach|6231
Schlieren|8952
Schliern b. Köniz|3098
Schlossrued|5044
Schlosswil|3082
Schluein|7151
Schmerikon|8716
Schmidigen-Mühleweg|3464
Schmidrüti|8495
Schmidshof|9565
Schmiedrued|5046
Schmitten (Albula)|7493
Schmitten|3185
Schnaus|7130
Schneisingen|5425
Schnottwil|3253
Schocherswil|8581
Schongau|6288
Schuders|7228
Schupfart|4325
Schwaderloch|5326
Schwadernau|2556
Schwanden (Sigriswil)|3657
Schwanden b. Brienz|3855
Schwanden im Emmental|3433
Schwanden|8762
Schwarzenbach (Huttwil)|4953
Schwarzenbach|6215 9536
Schwarzenberg|6103
Schwarzenburg|3150
Schwarzenegg|3616
Schwarzhäusern|4911
Schwarzsee|1716
Schweizersholz|9223
Schwellbrunn|9103
Schwenden im Diemtigtal|3757
Schwende|9057
Schwendi im Weisstannental|7325
Schwendibach|3624
Schwerzenbach|8603
Schwyz|6430 6431
Schwändi b. Schwanden|8762
Schänis|8718
Schöfflisdorf|8165
Schöftland|5040
Schönbühl Einkaufszentrum|3321
Schönenbaumgarten|8585
Schönenberg an der Thur|9215
Schönenberg|8824
Schönenbuch|4124
Schönengrund|9105
Schönenwerd|5012
Schönholzerswilen|8577
Schönried|3778
Schötz|6247
Schübelbach|8862
Schüpbach|3535
Schüpfen|3054
Schüpfheim|6170
Scudellate|6838
Scuol|7550
Sedrun|7188
Seeberg|3365
Seedorf|3267 6462
Seehof|2747
Seelisberg|6377
Seengen|5707
Seewen|4206 6423
Seewil|3256
Seewis Dorf|7212
Seewis-Pardisla|7212 7214
Seewis-Schmitten|7212 7214
Seftigen|3662
Segnas|7186
Seigneux|1525
Seiry|1470
Seleute|2888
Selkingen|3989
Selma|6545
Seltisberg|4411
Selzach|2545
Sembrancher|1933
Sementina|6514
Semione|6714
Sempach Station|6203
Sempach|6204
Semsales|1623
Senarclens|1304
Sennhof (Winterthur)|8482
Sennwald|9466
Sent|7554
Senèdes|1724
Seon|5703
Serfontana|6836
Sergey|1355
Serneus|7249
Serpiano|6867
Servion|1077
Seseglio|6832
Sessa|6997
Seuzach|8472
Sevelen|9475
Sevgein|7127
Sfazù|7742
Siat|7157
Siblingen|8225
Siebnen|8854
Siegershausen|8573
Sierre|3960
Siggenthal Station|5301
Sigigen|6019
Sigirino|6806
Siglistorf|5462
Signau|3534
Signy|1274
Signèse (Ayent)|1966
Signôra|6951
Sigriswil|3655
Sihlbrugg Station|8135
Sihlbrugg|6340
Sihlwald|8135
Silenen|6473
Sils im Domleschg|7411
Sils/Segl Baselgia|7515
Sils/Segl Maria|7514
Silvaplana-Surlej|7513
Silvaplana|7513
Simplon Dorf|3907
Simplon Hospiz|3907
Sins|5643
Sion|1950 1951
Sirnach|8370
Siselen|2577
Sisikon|6452
Sissach|4450
Sisseln|4334
Sitterdorf|8589
Siviez (Nendaz)|1997
Siviriez|1678
Soazza|6562
Sobrio|6749
Soglio|7610
Solduno|6600
Solothurn|4500 4501 4502 4503 4509
Somazzo|6872
Someo|6674
Sommentier|1688
Sommeri|8580
Sonceboz-Sombeval|2605
Sonnental|9245
Sonogno|6637
Sonterswil|8564
Sonvico|6968
Sonvilier|2615
Sool|8762
Soral|1286
Sorengo|6924
Sorens|1642
Sornard (Nendaz)|1997
Sornetan|2716
Sorvilier|2736
Sottens|1062
Soubey|2887
Souboz|2748
Soulce|2864
Soyhières|2805
Speicherschwendi|9037
Speicher|9042
Spiegel b. Bern|3095
Spiez|3700
Spiringen|6464
Splügen|7435
Spreitenbach|8957
Spruga|6663
St-Aubin-Sauges|2024
St-Aubin|1566
St-Barthélemy|1040
St-Blaise|2072
St-Brais|2364
St-Cergue|1264
St-Cierges|1410
St-George|1188
St-Germain (Savièse)|1965
St-Gingolph|1898
St-Imier|2610
St-Jean|3961
St-Livres|1176
St-Luc|3961
St-Légier-La Chiésaz|1806
St-Léonard|1958
St-Martin|1609 1969
St-Maurice|1890
St-Oyens|1187
St-Pierre-de-Clages|1955
St-Prex|1162
St-Romain (Ayent)|1966
St-Saphorin (Lavaux)|1071
St-Saphorin-sur-Morges|1113
St-Sulpice|1025 2123
St-Séverin|1975
St-Triphon|1867
St-Ursanne|2882
St. Antoni|1713
St. Antönien|7246
St. Erhard|6212
St. Gallen K AG|9026
St. Gallen Sonderdienste|9029
St. Gallenkappel|8735
St. Gallen|9000 9001 9004 9006 9007 9008 9009 9010 9011 9012 9013 9014 9015 9016 9020 9022 9023 9024 9027 9028
St. German|3942
St. Josefen|9030
St. Margarethen|9543
St. Margrethenberg|7313
St. Margrethen|9430
St. Martin (Lugnez)|7116
St. Moritz|7500
St. Niklausen|6005 6066
St. Niklaus|3924
St. Pantaleon|4421
St. Pelagiberg|9225
St. Peterzell|9127
St. Peter|7028
St. Silvester|1736
St. Stephan|3772
St. Urban|4915
St. Ursen|1717
Sta. Maria Val Müstair|7536
Sta. Maria in Calanca|6541
Staad|9422
Stabio|6855
Stachen|9320
Stadel (Winterthur)|8404
Stadel b. Niederglatt|8174
Staffelbach|5053
Stalden (Sarnen)|6063
Staldenried|3933
Stalden|3922
Stallikon|8143
Stampa|7605
Stansstad|6362
Stans|6370 6371
Starrkirch-Wil|4656
Staufen|5603
Ste-Croix|1450
Stechelberg|3824
Steckborn|8266
Steffisburg|3612 3613
Steg im Tösstal|8496
Steg|3940
Stehrenberg|9503
Stein am Rhein|8260
Steinach|9323
Steinebrunn|9314
Steinen|6422
Steinerberg|6416
Steinhausen|6312
Steinhaus|3995
Steinhof|4556
Steinhuserberg|6114
Steinmaur|8162
Stein|4332 9063 9655
Stels|7226
Sternenberg|8499
Stetten|5608 8234
Stettfurt|9507
Stettlen|3066
Stierva|7459
Stilli|5233
Stoos|6433
Strada|7558
Strengelbach|4802
Studen|2557 8845
Stugl/Stuls|7482
Stäfa|8712
Stüsslingen|4655
Suberg|3262
Subingen|4553
Suchy|1433
Suen (St-Martin)|1969
Sufers|7434
Sugiez|1786
Sugnens|1043
Suhr|5034
Sulgen|8583
Sullens|1036
Sulzbach|8614
Sulz|5085 6284
Sumiswald|3454
Summaprada|7421
Sumvitg|7175
Sundlauenen|3800
Surava|7472
Surcasti|7115
Surcuolm|7138
Surin|7148
Surpierre|1528
Surrein|7173
Sursee|6210
Sur|7456
Susch|7542
Suscévaz|1437
Susten|3952
Sutz|2572
Syens|1510
Sâles (Gruyère)|1625
Säriswil|3049
Sédeilles|1554
Sévaz|1541
Sévery|1141
Sörenberg|6174
Süderen|3618
Sünikon|8162
Tafers|1712
Tagelswangen|8317
Tamins|7015
Tannay|1295
Tann|8632
Tarasp|7553
Tartar|7422
Tartegnin|1180
Tatroz|1617
Tavanasa|7162
Tavannes|2710
Taverne|6807
Tecknau|4492
Tegerfelden|5306
Tegna|6652
Tenero|6598
Tenna|7106
Tenniken|4456
Tennwil|5617
Tentlingen|1734
Termen|3912
Termine|6998
Territet|1820
Tersnaus|7116
Tesserete|6950
Teufenthal|5723
Teufen|8428 9053
Teuffenthal b. Thun|3623
Thalheim an der Thur|8478
Thalheim|5112
Thalkirch|7109
Thalwil Fächer|8801
Thalwil|8800
Thal|9425
Thayngen|8240
Theilingen|8484
Therwil|4106
Thielle|2075
Thierachern|3634
Thierrens|1410
Thundorf|8512
Thunstetten|4922
Thun|3600 3601 3602 3603 3604 3605 3607 3608 3609
Thusis|7430
Thyon|1988
Thônex|1226
Thörigen|3367
Thörishaus|3174
Thürnen|4441
Tiefencastel|7450
Tinizong|7453
Titterten|4425
Tobel|9555
Toffen|3125
Tolochenaz|1131
Torgon|1899
Torny-le-Grand|1748
Torre|6717
Torricella|6808
Trachselwald|3456
Trachslau|8840
Tramelan|2720
Trans|7407
Trasadingen|8219
Travers|2105
Treiten|3226
Tremona|6865
Treycovagnes|1436
Treyfayes|1626
Treytorrens (Payerne)|1538
Treyvaux|1733
Trey|1552
Triboltingen|8273
Triengen|6234
Trient|1929
Trimbach|4632
Trimmis|7203
Trimstein|3083
Trin Mulin|7016
Trin|7014
Trogen|9043
Trogne (St-Martin)|1969
Troinex|1256
Troistorrents|1872
Trubschachen|3555
Trub|3556
Trun|7166
Truttikon|8467
Trélex|1270
Trübbach|9477
Trüllikon|8466
Tschappina|7428
Tscheppach|4576
Tscherlach|8881
Tschiertschen|7064
Tschierv|7532
Tschingel ob Gunten|3656
Tschlin|7559
Tschugg|3233
Tuggen|8856
Tumegl/Tomils|7418
Turbach|3781
Turbenthal|8488
Turgi|5300
Turin (Salins)|1991
Turtmann|3946
Tuttwil|9546
Twann|2513
Tägerig|5522
Tägerschen|9554
Tägertschi|3111
Tägerwilen|8274
Täsch|3929
Täuffelen|2575
Törbel|3923
Tübach|9327
Tüscherz-Alfermée|2512
Udligenswil|6044
Ueberstorf|3182
Uebeschi|3635
Ueken|5028
Uerikon|8713
Uerkheim|4813
Uerschhausen|8537
Uerzlikon|8926
Uesslingen|8524
Uetendorf|3661
Uetikon am See|8707
Uetliberg|8143
Uetliburg|8738
Uettligen|3043
Uezwil|5619
Uffikon|6253
Ufhusen|6153
Uhwiesen|8248
Uitikon Waldegg|8142
Ulisbach|9631
Ulmiz|3214
Ulrichen|3988
Umiken|5222
Undervelier|2863
Unterbach|3857
Unterbäch|3944
Unterbözberg|5224
Untereggen|9033
Unterems|3948
Unterendingen|5305
Unterengstringen|8103
Unterentfelden|5035
Unteriberg|8842
Unterkulm|5726
Unterlangenegg|3614
Unterlunkhofen|8918
Unterramsern|4588
Unterrindal|9604
Unterschächen|6465
Unterseen|3800
Untersiggenthal|5417
Unterstammheim|8476
Untersteckholz|4916
Unterterzen|8882
Untervaz|7204
Unterwasser|9657
Unterägeri|6314
Uors (Lumnezia)|7114
Urdorf|8901 8902
Urmein|7427
Urnerboden|8751
Urnäsch|9107
Ursenbach|4937
Ursins|1412
Urswil|6280
Ursy|1670
Urtenen-Schönbühl|3322
Uster|8610
Uttigen|3628
Uttwil|8592
Utzenstorf|3427
Utzigen|3068
Uvrier|1958
Uznach|8730
Uzwil|9240
Vacallo|6833
Vadura|7314
Vaglio|6947
Vairano|6575
Val-d'Illiez|1873
Valangin|2042
Valbella|7077
Valchava|7535
Valendas|7122
Valens|7317
Valeyres-sous-Montagny|1441
Valeyres-sous-Rances|1358
Valeyres-sous-Ursins|1412
Vallamand|1586
Vallon|1565
Vallorbe|1337
Vals|7132
Valzeina|7213
Vandoeuvres|1253
Varenzo|6777
Varen|3953
Vasön|7317
Vattiz|7146
Vauderens|1675
Vauffelin|2537
Vaugondry|1423
Vaulion|1325
Vaulruz|1627
Vaumarcus|2028
Vaux-sur-Morges|1126
Vaz/Obervaz|7082
Vella|7144
Vellerat|2830
Veltheim|5106
Vendlincourt|2943
Vens (Sembrancher)|1933
Venthône|3973
Verbier|1936
Vercorin|3967
Verdabbio|6538
Verdasio|6655
Vergeletto|6664
Vermes|2829
Vernamiège|1961
Vernate|6992
Vernayaz|1904
Vernier|1214
Vers-chez-Perrin|1551
Vers-l'Eglise|1864
Versam|7104
Verscio|6653
Versegères|1947
Versoix|1290
Vesin|1483
Vessy|1234
Vevey|1800 1811
Vex|1981
Veyras|3968
Veyrier|1255
Veysonnaz|1993
Veytaux|1820
Vezia|6943
Vezio|6938
Viano|7747
Vich|1267
Vichères (Liddes)|1945
Vico Morcote|6921
Vicosoprano|7603
Vicques|2824
Vielbringen b. Worb|3075
Viganello|6962
Vignogn|7147
Vilars|2063
Villa (Ayent)|1966
Villa Bedretto|6781
Villa Luganese|6966
Villaraboud|1679
Villarbeney|1652
Villard-sur-Chamby|1832
Villarepos|1583
Villargiroud|1694
Villariaz|1685
Villarimboud|1691
Villarlod|1695
Villars-Bozon|1148
Villars-Bramard|1682
Villars-Burquin|1423
Villars-Epeney|1404
Villars-Mendraz|1061
Villars-Ste-Croix|1029
Villars-Tiercelin|1058
Villars-le-Comte|1515
Villars-le-Grand|1584
Villars-le-Terroir|1040
Villars-sous-Champvent|1443
Villars-sous-Mont|1666
Villars-sous-Yens|1168
Villars-sur-Fontenais|2903
Villars-sur-Glâne|1752
Villars-sur-Ollon|1884
Villarsel-le-Gibloux|1695
Villarsel-sur-Marly|1723
Villarsiviriaux|1694
Villarvolard|1651
Villarzel|1555
Villaz-St-Pierre|1690
Villaz|1985
Villeneuve|1527 1844
Villeret|2613
Villette (Lavaux)|1096
Villette (Le Châble)|1934
Villiers|2057
Villigen|5234
Villmergen|5612
Villnachern|5213
Vilters|7324
Vinelz|3234
Vinzel|1184
Vionnaz|1895
Vira (Gambarogno)|6574
Visperterminen|3932
Visp|3930
Vissoie|3961
Vitznau|6354
Vnà|7557
Vogelsang|5412
Vogorno|6632
Volken|8459
Volketswil|8604
Vollèges|1941
Vordemwald|4803
Vorderthal|8857
Vouvry|1896
Vrin|7149
Vuadens|1628
Vuarmarens|1674
Vuarrens|1418
Vucherens|1509
Vufflens-la-Ville|1302
Vufflens-le-Château|1134
Vugelles-La Mothe|1431
Vuibroye|1610
Vuippens|1633
Vuissens|1486
Vuisternens-devant-Romont|1687
Vuisternens-en-Ogoz|1696
Vuiteboeuf|1445
Vulliens|1085
Vullierens|1115
Vulpera|7552
Vättis|7315
Vérossaz|1891
Vésenaz|1222
Vétroz|1963
Wabern Weihnachten|3085
Wabern|3084
Wagenhausen|8259
Wagen|8646
Wagerswil|8564
Wahlen b. Laufen|4246
Wahlendorf|3046
Walchwil|6318
Waldenburg|4437
Walde|5046 8727
Waldhäusern|5624
Waldkirch|9205
Waldstatt|9104
Wald|8636 9044
Walenstadtberg|8881
Walenstadt|8880
Walkringen|3512
Wallbach|4323
Wallenbuch|3206
Wallenried|1784
Wallenwil|8360
Wallisellen|8304
Walliswil b. Niederbipp|3380
Walliswil b. Wangen|3377
Walperswil|3272
Waltalingen|8468
Waltensburg/Vuorz|7158
Waltenschwil|5622
Walterswil|4942 5746
Walzenhausen|9428
Wangen an der Aare|3380
Wangen b. Dübendorf|8602
Wangen b. Olten|4612
Wangenried|3374
Wangen|8855
Wangs|7323
Wanzwil|3372
Warth|8532
Wasen im Emmental|3457
Wassen|6484
Wasserauen|9057
Wasterkingen|8195
Wattenwil|3665
Wattwil|9630
Watt|8105
Wauwil|6242
Wavre|2075
Weesen|8872
Wegenstetten|4317
Weggis|6353
Weiach|8187
Weier im Emmental|3462
Weinfelden|8570
Weingarten-Kalthäusern|9508
Weiningen|8104 8532
Weissbad|9057
Weissenburg|3764
Weissenstein b. Solothurn|4515
Weisslingen|8484
Weisstannen|7326
Weite|9476
Welschenrohr|4716
Wengen|3823
Wengi b. Büren|3251
Wengi b. Frutigen|3714
Wenslingen|4493
Werdenberg|9470
Wergenstein|7433
Wermatswil|8615
Wernetshausen|8342
Werthenstein|6106
Wettingen Sonderdienste|5431
Wettingen|5430
Wettswil|8907
Wetzikon|8512 8620 8622 8623
Wichtrach|3114
Widen|8967
Widnau|9443
Wiedlisbach|4537
Wienacht-Tobel|9405
Wiesenberg|6383
Wiesendangen|8542
Wiezikon b. Sirnach|8372
Wiggen|6192
Wiggiswil|3053
Wigoltingen|8556
Wikon|4806
Wila|8492
Wilchingen|8217
Wildberg|8489
Wildegg|5103
Wildensbuch|8465
Wilderswil|3812
Wildhaus|9658
Wilen (Gottshaus)|9225
Wilen (Sarnen)|6062
Wilen b. Neunforn|8525
Wilen b. Wil|9535
Wilen b. Wollerau|8832
Wiler (Lötschen)|3918
Wiler b. Seedorf|3266
Wiler b. Utzenstorf|3428
Wileroltigen|3207
Wiliberg|5058
Wilihof|6236
Willadingen|3425
Willerzell|8846
Willisau|6130
Willisdorf|8253
Wil|5276 8196 9500 9501
Wimmis|3752
Winden|9315
Windisch|5210
Windlach|8175
Winikon|6235
Winistorf|4558
Winkel|8185
Winterberg|8312
Wintersingen|4451
Winterthur|8400 8401 8402 8404 8405 8406 8408 8409 8410 8411
Winznau|4652
Wirzweli|6383
Wisen|4634
Wislikofen|5463
Wittenbach|9300 9301
Wittenwil|9547
Witterswil|4108
Wittinsburg|4443
Wittnau|5064
Wittwil|5053
Wohlen b. Bern|3033
Wohlenschwil|5512
Wohlen|5610
Wolfenschiessen|6386
Wolfertswil|9116
Wolfhalden|9427
Wolfhausen|8633
Wolfisberg|4704
Wolfwil|4628
Wolhusen|6110
Wollerau|8832
Worben|3252
Worblaufen|3048
Worb|3076
Wuppenau|9514
Wynau|4923
Wynigen|3472
Wyssachen|4954
Wädenswil|8820
Wäldi|8564
Wängi|9545
Wölflinswil|5063
Wöschnau|5012
Wünnewil|3184
Würenlingen|5303
Würenlos|5436
Yens|1169
Yverdon-les-Bains|1400 1401
Yvonand|1462
Yvorne|1853
Zauggenried|3309
Zeglingen|4495
Zeihen|5079
Zeiningen|4314
Zell|6144 8487
Zeneggen|3934
Zermatt|3920
Zernez|7530
Zetzwil|5732
Zezikon|9556
Ziefen|4417
Ziegelbrücke|8866
Zielebach|4564
Zignau|7167
Zihlschlacht|8588
Zillis|7432
Zimmerwald|3086
Zinal|3961
Zizers|7205
Zofingen|4800 4801
Zollbrück|3436
Zollikerberg|8125
Zollikofen|3052
Zollikon|8702
Zuben|8585
Zuchwil|4528
Zuckenriet|9526
Zufikon|5621
Zug Sonderdienste|6310
Zugerberg|6300
Zug|6300 6301 6302 6303 6304
Zullwil|4234
Zumholz|1719
Zumikon|8126
Zunzgen|4455
Zuoz|7524
Zuzgen|4315
Zuzwil|3303 9524
Zweidlen|8192
Zweilütschinen|3815
Zweisimmen|3770
Zwieselberg|3645
Zwillikon|8909
Zwingen|4222
Zwischenflüh|3756
Zäziwil|3532
Zénauva|1724
Züberwangen|9523
Zürich CS PZ|8071
Zürich IBRS local|8096
Zürich R Digest|8086
Zürich Sonderdienste|8099
Zürich|8000 8001 8002 8003 8004 8005 8006 8008 8010 8012 8022 8023 8024 8026 8027 8030 8031 8032 8033 8034 8036 8037 8038 8039 8040 8041 8042 8044 8045 8046 8047 8048 8049 8050 8051 8052 8053 8055 8057 8058 8060 8061 8063 8064 8065 8066 8068 8070 8075 8081 8087 8088 8090 8091 8092 8093 8098`;
