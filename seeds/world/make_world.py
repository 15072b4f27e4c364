"""Make the world gazetteer: `entities.csv` and `names.csv` beside this file, the same bytes each time.

    python seeds/world/make_world.py          writes the two files
    python seeds/world/make_world.py --check  writes nothing; tells what is wrong with them, exit 1 if anything is

Needs `kg` (this project) and Babel, of which only the Unicode CLDR data are used: labels of territories and
cities in Japanese and Russian. All else stands in the tables below, written by hand. Lists within a cell are
separated by `;`. In demonyms `Russian+` means Russian and Russians. In capitals `!` means: no metonym of the
state, and `[...]` is a note.
"""
# ruff: noqa: E501

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from babel import Locale

from kg.check import check_dossier
from kg.claims import ID_FORM
from kg.model import Dossier, Entity, Name
from kg.seeds import ENTITIES, NAMES, format_csv, read_csv
from kg.vocabulary import load_vocabulary

HERE = Path(__file__).resolve().parent
BABEL = "2.18"

# Name | ISO 3166-1 | Wikidata | other English names | demonyms | capitals | note
# Of official names: R = Republic of, K = Kingdom of, T = The (as an article of the name)
STATES = """
Afghanistan|AF|Q889|Islamic Emirate of Afghanistan;Islamic Republic of Afghanistan|Afghan+|Kabul
Albania|AL|Q222|R|Albanian+|Tirana
Algeria|DZ|Q262|People's Democratic Republic of Algeria|Algerian+|Algiers
Andorra|AD|Q228|Principality of Andorra|Andorran+|Andorra la Vella
Angola|AO|Q916|R|Angolan+|Luanda
Antigua and Barbuda|AG|Q781|Antigua & Barbuda|Antiguan+|St. John's
Argentina|AR|Q414|Argentine Republic|Argentine+;Argentinian+;Argentinean+|Buenos Aires
Armenia|AM|Q399|R|Armenian+|Yerevan
Australia|AU|Q408|Commonwealth of Australia|Australian+|Canberra
Austria|AT|Q40|R|Austrian+|Vienna
Azerbaijan|AZ|Q227|R|Azerbaijani+;Azeri+|Baku
Bahamas|BS|Q778|The Bahamas;Commonwealth of The Bahamas|Bahamian+|Nassau
Bahrain|BH|Q398|K|Bahraini+|Manama
Bangladesh|BD|Q902|People's Republic of Bangladesh|Bangladeshi+|Dhaka
Barbados|BB|Q244||Barbadian+|Bridgetown
Belarus|BY|Q184|R;Byelorussia|Belarusian+;Belarussian+|Minsk
Belgium|BE|Q31|K|Belgian+|!Brussels[capital of Belgium, seat of the European Union and NATO]
Belize|BZ|Q242||Belizean+|Belmopan
Benin|BJ|Q962|R|Beninese|Porto-Novo;!Cotonou[seat of government of Benin]
Bhutan|BT|Q917|K|Bhutanese|Thimphu
Bolivia|BO|Q750|Plurinational State of Bolivia|Bolivian+|La Paz[seat of government of Bolivia];Sucre[constitutional capital of Bolivia]
Bosnia and Herzegovina|BA|Q225|Bosnia;Bosnia-Herzegovina;Bosnia & Herzegovina;BiH|Bosnian+|Sarajevo
Botswana|BW|Q963|R|Batswana;Motswana|Gaborone
Brazil|BR|Q155|Federative Republic of Brazil|Brazilian+|Brasília
Brunei|BN|Q921|Brunei Darussalam|Bruneian+|Bandar Seri Begawan
Bulgaria|BG|Q219|R|Bulgarian+|Sofia
Burkina Faso|BF|Q965|Upper Volta|Burkinabe;Burkinabè|Ouagadougou
Burundi|BI|Q967|R|Burundian+|Gitega;!Bujumbura[largest city of Burundi, its capital until 2019]
Cambodia|KH|Q424|K;Kampuchea|Cambodian+|Phnom Penh
Cameroon|CM|Q1009|R|Cameroonian+|Yaoundé
Canada|CA|Q16||Canadian+|Ottawa
Cape Verde|CV|Q1011|Cabo Verde;Republic of Cabo Verde|Cape Verdean+|Praia
Central African Republic|CF|Q929||Central African+|Bangui
Chad|TD|Q657|R|Chadian+|N'Djamena
Chile|CL|Q298|R|Chilean+|Santiago
China|CN|Q148|PRC;P.R.C.;People's Republic of China;Mainland China;Communist China|Chinese;Sino|Beijing
Colombia|CO|Q739|R|Colombian+|Bogotá
Comoros|KM|Q970|Union of the Comoros|Comorian+;Comoran+|Moroni
Costa Rica|CR|Q800|R|Costa Rican+|San José
Croatia|HR|Q224|R|Croatian+;Croat+|Zagreb
Cuba|CU|Q241|R|Cuban+|Havana
Cyprus|CY|Q229|R|Cypriot+;Greek Cypriot+|Nicosia
Czech Republic|CZ|Q213|Czechia|Czech+|Prague
Democratic Republic of the Congo|CD|Q974|DRC;D.R.C.;DR Congo;Democratic Republic of Congo;Congo-Kinshasa;Zaire|Congolese|Kinshasa
Denmark|DK|Q35|K|Danish;Danes;Dane|Copenhagen
Djibouti|DJ|Q977|R|Djiboutian+|!Djibouti City
Dominica|DM|Q784|Commonwealth of Dominica|Dominican+|Roseau
Dominican Republic|DO|Q786||Dominican+|Santo Domingo
East Timor|TL|Q574|Timor-Leste;Timor Leste;Democratic Republic of Timor-Leste|East Timorese;Timorese|Dili
Ecuador|EC|Q736|R|Ecuadorian+;Ecuadorean+|Quito
Egypt|EG|Q79|Arab Republic of Egypt|Egyptian+|Cairo
El Salvador|SV|Q792|R|Salvadoran+;Salvadorean+|San Salvador
Equatorial Guinea|GQ|Q983|R|Equatorial Guinean+;Equatoguinean+|Malabo
Eritrea|ER|Q986|State of Eritrea|Eritrean+|Asmara
Estonia|EE|Q191|R|Estonian+|Tallinn
Eswatini|SZ|Q1050|Swaziland;Kingdom of Eswatini;Kingdom of Swaziland|Swazi+;Emaswati|Mbabane;!Lobamba[royal and legislative capital of Eswatini]
Ethiopia|ET|Q115|Federal Democratic Republic of Ethiopia|Ethiopian+|Addis Ababa
Fiji|FJ|Q712|R|Fijian+|Suva
Finland|FI|Q33|R|Finnish;Finns|Helsinki
France|FR|Q142|French Republic|French;Frenchmen|Paris
Gabon|GA|Q1000|Gabonese Republic|Gabonese|Libreville
Gambia|GM|Q1005|The Gambia;Republic of The Gambia|Gambian+|Banjul
Georgia|GE|Q230|Republic of Georgia|Georgian+|Tbilisi|the country in the Caucasus, not the US state
Germany|DE|Q183|Federal Republic of Germany;FRG|German+|Berlin
Ghana|GH|Q117|R|Ghanaian+|Accra
Greece|GR|Q41|Hellenic Republic|Greek+;Hellenic|Athens
Grenada|GD|Q769||Grenadian+|St. George's
Guatemala|GT|Q774|R|Guatemalan+|Guatemala City
Guinea|GN|Q1006|R;Guinea-Conakry|Guinean+|Conakry
Guinea-Bissau|GW|Q1007|R;Guinea Bissau|Bissau-Guinean+;Guinea-Bissauan+|Bissau
Guyana|GY|Q734|Co-operative Republic of Guyana|Guyanese|!Georgetown, Guyana
Haiti|HT|Q790|R|Haitian+|Port-au-Prince
Honduras|HN|Q783|R|Honduran+|Tegucigalpa
Hungary|HU|Q28||Hungarian+|Budapest
Iceland|IS|Q189|R|Icelandic;Icelander+|Reykjavik
India|IN|Q668|R;Bharat|Indian+|New Delhi
Indonesia|ID|Q252|R|Indonesian+|Jakarta
Iran|IR|Q794|Islamic Republic of Iran;Persia|Iranian+|Tehran
Iraq|IQ|Q796|R|Iraqi+|Baghdad
Ireland|IE|Q27|Republic of Ireland;Irish Republic;Eire|Irish|Dublin
Israel|IL|Q801|State of Israel|Israeli+|Jerusalem[seat of government of Israel, its status is disputed]
Italy|IT|Q38|Italian Republic|Italian+|Rome
Ivory Coast|CI|Q1008|Côte d'Ivoire;Republic of Côte d'Ivoire|Ivorian+;Ivoirian+|Yamoussoukro;!Abidjan[seat of government of Ivory Coast]
Jamaica|JM|Q766||Jamaican+|Kingston
Japan|JP|Q17|Nippon|Japanese|Tokyo
Jordan|JO|Q810|Hashemite Kingdom of Jordan;Hashemite Kingdom|Jordanian+|Amman
Kazakhstan|KZ|Q232|R|Kazakh+;Kazakhstani+|Astana
Kenya|KE|Q114|R|Kenyan+|Nairobi
Kiribati|KI|Q710|R|I-Kiribati|South Tarawa
Kosovo|XK|Q1246|R|Kosovar+;Kosovan+|Pristina|recognised by about half of the UN members
Kuwait|KW|Q817|State of Kuwait|Kuwaiti+|Kuwait City
Kyrgyzstan|KG|Q813|Kyrgyz Republic;Kirghizia|Kyrgyz;Kyrgyzstani+|Bishkek
Laos|LA|Q819|Lao PDR;Lao People's Democratic Republic|Laotian+;Lao|Vientiane
Latvia|LV|Q211|R|Latvian+|Riga
Lebanon|LB|Q822|Lebanese Republic|Lebanese|Beirut
Lesotho|LS|Q1013|K|Basotho;Mosotho|Maseru
Liberia|LR|Q1014|R|Liberian+|Monrovia
Libya|LY|Q1016|State of Libya|Libyan+|Tripoli
Liechtenstein|LI|Q347|Principality of Liechtenstein|Liechtensteiner+|Vaduz
Lithuania|LT|Q37|R|Lithuanian+|Vilnius
Luxembourg|LU|Q32|Grand Duchy of Luxembourg|Luxembourgish;Luxembourger+|!Luxembourg City
Madagascar|MG|Q1019|R|Malagasy|Antananarivo
Malawi|MW|Q1020|R|Malawian+|Lilongwe
Malaysia|MY|Q833||Malaysian+|Kuala Lumpur;Putrajaya[administrative capital of Malaysia]
Maldives|MV|Q826|The Maldives;Republic of Maldives;Republic of the Maldives|Maldivian+|Malé
Mali|ML|Q912|R|Malian+|Bamako
Malta|MT|Q233|R|Maltese|Valletta
Marshall Islands|MH|Q709|Republic of the Marshall Islands|Marshallese|Majuro
Mauritania|MR|Q1025|Islamic Republic of Mauritania|Mauritanian+|Nouakchott
Mauritius|MU|Q1027|R|Mauritian+|Port Louis
Mexico|MX|Q96|United Mexican States|Mexican+|Mexico City
Micronesia|FM|Q702|Federated States of Micronesia;FSM|Micronesian+|Palikir|the federated state, the region is wider
Moldova|MD|Q217|R;Moldavia|Moldovan+|Chisinau
Monaco|MC|Q235|Principality of Monaco|Monegasque+;Monégasque+||a city-state, its own capital
Mongolia|MN|Q711||Mongolian+|Ulaanbaatar
Montenegro|ME|Q236||Montenegrin+|Podgorica
Morocco|MA|Q1028|K|Moroccan+|Rabat
Mozambique|MZ|Q1029|R|Mozambican+|Maputo
Myanmar|MM|Q836|Burma;Republic of the Union of Myanmar|Burmese;Myanma|Naypyidaw
Namibia|NA|Q1030|R|Namibian+|Windhoek
Nauru|NR|Q697|R|Nauruan+|!Yaren[seat of government of Nauru]
Nepal|NP|Q837|Federal Democratic Republic of Nepal|Nepali+;Nepalese|Kathmandu
Netherlands|NL|Q55|The Netherlands;Kingdom of the Netherlands;Holland|Dutch;Dutchmen|Amsterdam[constitutional capital of the Netherlands];The Hague[seat of government of the Netherlands and of international courts]
New Zealand|NZ|Q664|Aotearoa;Aotearoa New Zealand|New Zealander+|Wellington
Nicaragua|NI|Q811|R|Nicaraguan+|Managua
Niger|NE|Q1032|R;Republic of the Niger|Nigerien+|Niamey
Nigeria|NG|Q1033|Federal Republic of Nigeria|Nigerian+|Abuja
North Korea|KP|Q423|DPRK;D.P.R.K.;Democratic People's Republic of Korea|North Korean+;Korean+|Pyongyang
North Macedonia|MK|Q221|Republic of North Macedonia;Macedonia;FYROM|Macedonian+;North Macedonian+|Skopje
Norway|NO|Q20|K|Norwegian+|Oslo
Oman|OM|Q842|Sultanate of Oman|Omani+|Muscat
Pakistan|PK|Q843|Islamic Republic of Pakistan|Pakistani+|Islamabad
Palau|PW|Q695|R|Palauan+|Ngerulmud
Palestine|PS|Q219060|State of Palestine|Palestinian+|Ramallah[seat of the Palestinian Authority, East Jerusalem is claimed as capital]|observer state at the UN, recognised by most of its members
Panama|PA|Q804|R|Panamanian+|Panama City
Papua New Guinea|PG|Q691|PNG;Independent State of Papua New Guinea|Papua New Guinean+|Port Moresby
Paraguay|PY|Q733|R|Paraguayan+|Asunción
Peru|PE|Q419|R|Peruvian+|Lima
Philippines|PH|Q928|The Philippines;Republic of the Philippines|Philippine;Filipino+;Filipina+|Manila
Poland|PL|Q36|R|Polish;Poles|Warsaw
Portugal|PT|Q45|Portuguese Republic|Portuguese|Lisbon
Qatar|QA|Q846|State of Qatar|Qatari+|Doha
Republic of the Congo|CG|Q971|Congo-Brazzaville;Republic of Congo|Congolese|Brazzaville
Romania|RO|Q218||Romanian+|Bucharest
Russia|RU|Q159|Russian Federation|Russian+|Moscow|also for its government, the Soviet Union is soviet-union
Rwanda|RW|Q1037|R|Rwandan+|Kigali
Saint Kitts and Nevis|KN|Q763|St. Kitts and Nevis;St Kitts and Nevis|Kittitian+|Basseterre
Saint Lucia|LC|Q760|St. Lucia;St Lucia|Saint Lucian+;St. Lucian+|Castries
Saint Vincent and the Grenadines|VC|Q757|St. Vincent and the Grenadines;St Vincent and the Grenadines|Vincentian+|Kingstown
Samoa|WS|Q683|Independent State of Samoa;Western Samoa|Samoan+|Apia
San Marino|SM|Q238|R|Sammarinese|!City of San Marino
São Tomé and Príncipe|ST|Q1039|Democratic Republic of São Tomé and Príncipe|São Toméan+|São Tomé
Saudi Arabia|SA|Q851|K;KSA|Saudi+;Saudi Arabian+|Riyadh
Senegal|SN|Q1041|R|Senegalese|Dakar
Serbia|RS|Q403|R|Serbian+;Serb+|Belgrade
Seychelles|SC|Q1042|R|Seychellois|!Victoria, Seychelles
Sierra Leone|SL|Q1044|R|Sierra Leonean+;Sierra Leonian+|Freetown
Singapore|SG|Q334|R|Singaporean+||a city-state, its own capital
Slovakia|SK|Q214|Slovak Republic|Slovak+;Slovakian+|Bratislava
Slovenia|SI|Q215|R|Slovenian+;Slovene+|Ljubljana
Solomon Islands|SB|Q685|The Solomon Islands;The Solomons|Solomon Islander+|Honiara
Somalia|SO|Q1045|Federal Republic of Somalia|Somali+|Mogadishu
South Africa|ZA|Q258|R;RSA|South African+|Pretoria[executive capital of South Africa]
South Korea|KR|Q884|ROK;R.O.K.;Republic of Korea|South Korean+;Korean+|Seoul
South Sudan|SS|Q958|R|South Sudanese|Juba
Spain|ES|Q29|K|Spanish;Spaniard+|Madrid
Sri Lanka|LK|Q854|Democratic Socialist Republic of Sri Lanka;Ceylon|Sri Lankan+|Colombo[largest city of Sri Lanka, seat of its president];!Sri Jayawardenepura Kotte[legislative capital of Sri Lanka]
Sudan|SD|Q1049|Republic of the Sudan|Sudanese|Khartoum
Suriname|SR|Q730|R;Surinam|Surinamese|Paramaribo
Sweden|SE|Q34|K|Swedish;Swede+|Stockholm
Switzerland|CH|Q39|Swiss Confederation|Swiss|Bern
Syria|SY|Q858|Syrian Arab Republic|Syrian+|Damascus
Taiwan|TW|Q865|Republic of China;ROC;R.O.C.;Chinese Taipei;Formosa|Taiwanese|Taipei|governed separately, claimed by China, recognised by few states
Tajikistan|TJ|Q863|R|Tajik+;Tajikistani+|Dushanbe
Tanzania|TZ|Q924|United Republic of Tanzania|Tanzanian+|Dodoma;!Dar es Salaam[largest city of Tanzania, its capital until 1996]
Thailand|TH|Q869|K;Siam|Thai+|Bangkok
Togo|TG|Q945|Togolese Republic|Togolese|Lomé
Tonga|TO|Q678|K|Tongan+|Nuku'alofa
Trinidad and Tobago|TT|Q754|R;Trinidad & Tobago|Trinidadian+;Tobagonian+|Port of Spain
Tunisia|TN|Q948|R;Tunisian Republic|Tunisian+|Tunis
Turkey|TR|Q43|Türkiye;Republic of Turkey;Republic of Türkiye|Turkish;Turk+|Ankara
Turkmenistan|TM|Q874||Turkmen;Turkmens|Ashgabat
Tuvalu|TV|Q672||Tuvaluan+|Funafuti
Uganda|UG|Q1036|R|Ugandan+|Kampala
Ukraine|UA|Q212||Ukrainian+|Kyiv
United Arab Emirates|AE|Q878|UAE;U.A.E.;The Emirates|Emirati+|Abu Dhabi
United Kingdom|GB|Q145|UK;U.K.;Britain;Great Britain;United Kingdom of Great Britain and Northern Ireland|British;Briton+;Brits|London
United States|US|Q30|US;U.S.;USA;U.S.A.;United States of America;America|American+|Washington, D.C.|also for its government
Uruguay|UY|Q77|Oriental Republic of Uruguay|Uruguayan+|Montevideo
Uzbekistan|UZ|Q265|R|Uzbek+;Uzbekistani+|Tashkent
Vanuatu|VU|Q686|R|Ni-Vanuatu|Port Vila
Vatican City|VA|Q237|Holy See;Vatican;Vatican City State|||a city-state, its own capital; the Holy See is its government and the UN observer
Venezuela|VE|Q717|Bolivarian Republic of Venezuela|Venezuelan+|Caracas
Vietnam|VN|Q881|Viet Nam;Socialist Republic of Vietnam;SRV|Vietnamese|Hanoi
Yemen|YE|Q805|Republic of Yemen|Yemeni+;Yemenite+|Sanaa
Zambia|ZM|Q953|R|Zambian+|Lusaka
Zimbabwe|ZW|Q954|R;Rhodesia|Zimbabwean+|Harare
Cook Islands|CK|||Cook Islander+|Avarua|self-governing in free association with New Zealand
Niue|NU|||Niuean+|Alofi|self-governing in free association with New Zealand
Abkhazia|||Republic of Abkhazia|Abkhaz;Abkhazian+|Sukhumi|breakaway from Georgia, recognised by few states
South Ossetia|||Republic of South Ossetia;Tskhinvali region|South Ossetian+|Tskhinvali|breakaway from Georgia, recognised by few states
Transnistria|||Pridnestrovian Moldavian Republic;Transdniestria;Trans-Dniester|Transnistrian+|Tiraspol|breakaway from Moldova, recognised by no UN member
Northern Cyprus|||Turkish Republic of Northern Cyprus;TRNC|Turkish Cypriot+||recognised by Turkey only
Somaliland|||Republic of Somaliland|Somalilander+|Hargeisa|breakaway from Somalia, recognised by few states
Sahrawi Republic|||Sahrawi Arab Democratic Republic;SADR|Sahrawi+||claims Western Sahara (western-sahara)
Donetsk People's Republic|||DNR|||breakaway from Ukraine in 2014, annexed by Russia in 2022, recognised by few states
Luhansk People's Republic|||Lugansk People's Republic;LNR|||breakaway from Ukraine in 2014, annexed by Russia in 2022, recognised by few states
Soviet Union||Q15180|USSR;U.S.S.R.;Union of Soviet Socialist Republics|Soviet+||until 1991
Yugoslavia|||Socialist Federal Republic of Yugoslavia;Federal Republic of Yugoslavia|Yugoslav+;Yugoslavian+||until 1992, of Serbia and Montenegro until 2003
Czechoslovakia||||Czechoslovak+||until 1992
East Germany|||GDR;German Democratic Republic|East German+||until 1990
West Germany||||West German+||until 1990
South Vietnam|||Republic of Vietnam|South Vietnamese||until 1975
North Vietnam|||Democratic Republic of Vietnam|North Vietnamese||until 1976
Ottoman Empire||||Ottoman+||until 1922
Russian Empire|||Tsarist Russia;Imperial Russia|||until 1917
"""

# Name | ISO 3166-1 | side | other English names | demonyms | capital | note
TERRITORIES = """
Hong Kong|HK|china|Hong Kong SAR;HKSAR;Hong Kong Special Administrative Region|Hong Konger+;Hongkonger+||special administrative region of China
Macau|MO|china|Macao;Macau SAR;Macao SAR|Macanese||special administrative region of China
Greenland|GL|denmark||Greenlandic;Greenlander+|Nuuk|autonomous territory of Denmark
Faroe Islands|FO|denmark|Faroes;The Faroes|Faroese|Tórshavn|autonomous territory of Denmark
Puerto Rico|PR|united-states||Puerto Rican+|San Juan|territory of the United States
Guam|GU|united-states||Guamanian+||territory of the United States
American Samoa|AS|united-states||American Samoan+||territory of the United States
Northern Mariana Islands|MP|united-states|Northern Marianas|||territory of the United States
US Virgin Islands|VI|united-states|U.S. Virgin Islands|||territory of the United States
Bermuda|BM|united-kingdom||Bermudian+||territory of the United Kingdom
British Virgin Islands|VG|united-kingdom||||territory of the United Kingdom
Cayman Islands|KY|united-kingdom|The Caymans|Caymanian+||territory of the United Kingdom
Gibraltar|GI|united-kingdom||Gibraltarian+||territory of the United Kingdom, claimed by Spain
Isle of Man|IM|united-kingdom||Manx||dependency of the British Crown
Diego Garcia|DG|||||largest island of the Chagos Archipelago
New Caledonia|NC|france||New Caledonian+|Nouméa|territory of France
French Polynesia|PF|france||French Polynesian+|Papeete|territory of France
French Guiana|GF|france||French Guianese|Cayenne|department of France
Guadeloupe|GP|france||Guadeloupean+||department of France
Martinique|MQ|france||Martinican+||department of France
Réunion|RE|france||Réunionese||department of France
Mayotte|YT|france||Mahoran+||department of France, claimed by Comoros
Aruba|AW|netherlands||Aruban+||country of the Kingdom of the Netherlands
Curaçao|CW|netherlands||Curaçaoan+||country of the Kingdom of the Netherlands
Svalbard||norway|Spitsbergen||Longyearbyen|archipelago under the treaty of 1920
Canary Islands|IC|spain|The Canaries|Canarian+||
Western Sahara|EH|||||claimed by Morocco and by the Sahrawi Republic
Antarctica|AQ|||Antarctic||
England||united-kingdom||||
Scotland||united-kingdom||Scottish;Scots||
Wales||united-kingdom||Welsh||
Northern Ireland||united-kingdom||Northern Irish||
"""

# Name | state | Japanese | Russian | other English names. Blank labels come from CLDR where it knows the city
CITIES = """
Istanbul|turkey|||Constantinople
Izmir|turkey|イズミル|Измир|
Adana|turkey|アダナ|Адана|
Incirlik|turkey|インジルリク|Инджирлик|
Geneva|switzerland|ジュネーヴ|Женева|
Zurich|switzerland|||Zürich
Davos|switzerland|ダボス|Давос|
Basel|switzerland|バーゼル|Базель|
Vladivostok|russia|||
Saint Petersburg|russia|サンクトペテルブルク|Санкт-Петербург|St. Petersburg;St Petersburg;Leningrad;Petrograd
Novosibirsk|russia|||
Yekaterinburg|russia|||Ekaterinburg
Kazan|russia|カザン|Казань|
Nizhny Novgorod|russia|ニジニ・ノヴゴロド|Нижний Новгород|
Rostov-on-Don|russia|ロストフ・ナ・ドヌ|Ростов-на-Дону|Rostov
Khabarovsk|russia|ハバロフスク|Хабаровск|
Yuzhno-Sakhalinsk|russia|ユジノサハリンスク|Южно-Сахалинск|
Petropavlovsk-Kamchatsky|russia|ペトロパブロフスク・カムチャツキー|Петропавловск-Камчатский|
Kaliningrad|russia|||Königsberg
Murmansk|russia|ムルマンスク|Мурманск|
Arkhangelsk|russia|アルハンゲリスク|Архангельск|
Sochi|russia|ソチ|Сочи|
Volgograd|russia|||Stalingrad
Irkutsk|russia|||
Krasnoyarsk|russia|||
Belgorod|russia|ベルゴロド|Белгород|
Grozny|russia|グロズヌイ|Грозный|
Sevastopol||セヴァストポリ|Севастополь|
Simferopol||||
Odesa|ukraine|オデーサ|Одесса|Odessa
Kharkiv|ukraine|ハルキウ|Харьков|Kharkov
Lviv|ukraine|リヴィウ|Львов|Lvov
Dnipro|ukraine|ドニプロ|Днепр|Dnipropetrovsk;Dnepropetrovsk
Mariupol|ukraine|マリウポリ|Мариуполь|
Donetsk|ukraine|ドネツク|Донецк|
Luhansk|ukraine|ルハンシク|Луганск|Lugansk
Kherson|ukraine|ヘルソン|Херсон|
Zaporizhzhia|ukraine|ザポリージャ|Запорожье|Zaporozhye;Zaporizhia
Bakhmut|ukraine|バフムト|Бахмут|
Chernobyl|ukraine|チョルノービリ|Чернобыль|Chornobyl
Osaka|japan|大阪|Осака|
Kyoto|japan|京都|Киото|
Yokohama|japan|横浜|Иокогама|
Nagoya|japan|名古屋|Нагоя|
Sapporo|japan|札幌|Саппоро|
Fukuoka|japan|福岡|Фукуока|
Kobe|japan|神戸|Кобе|
Hiroshima|japan|広島|Хиросима|
Nagasaki|japan|長崎|Нагасаки|
Fukushima|japan|福島|Фукусима|
Naha|japan|那覇|Наха|
Nemuro|japan|根室|Немуро|
Busan|south-korea|釜山|Пусан|Pusan
Incheon|south-korea|仁川|Инчхон|
Panmunjom||板門店|Пханмунджом|Panmunjeom
Kaesong|north-korea|開城|Кэсон|
Rason|north-korea|羅先|Расон|Rajin-Sonbong
Yongbyon|north-korea|寧辺|Йонбён|Nyongbyon
Shanghai|china|||
Guangzhou|china|広州|Гуанчжоу|
Shenzhen|china|深圳|Шэньчжэнь|
Tianjin|china|天津|Тяньцзинь|
Chongqing|china|重慶|Чунцин|
Chengdu|china|成都|Чэнду|
Wuhan|china|武漢|Ухань|
Nanjing|china|南京|Нанкин|Nanking
Dalian|china|大連|Далянь|
Harbin|china|ハルビン|Харбин|
Qingdao|china|青島|Циндао|
Urumqi|china|||Ürümqi
Lhasa|china|ラサ|Лхаса|
Kaohsiung|taiwan|高雄|Гаосюн|
Danang|vietnam|ダナン|Дананг|Da Nang
Ho Chi Minh City|vietnam|ホーチミン|Хошимин|Saigon
Haiphong|vietnam|ハイフォン|Хайфон|Hai Phong
Yangon|myanmar|ヤンゴン|Янгон|Rangoon
Mandalay|myanmar|マンダレー|Мандалай|
Surabaya|indonesia|スラバヤ|Сурабая|
Bandung|indonesia|バンドン|Бандунг|
Davao|philippines|ダバオ|Давао|Davao City
Subic Bay|philippines|スービック湾|Субик-Бей|
Penang|malaysia|ペナン|Пинанг|
Mumbai|india|ムンバイ|Мумбаи|Bombay
Kolkata|india|コルカタ|Калькутта|Calcutta
Chennai|india|チェンナイ|Ченнаи|Madras
Bengaluru|india|ベンガルール|Бангалор|Bangalore
Hyderabad|india|ハイデラバード|Хайдарабад|
Ahmedabad|india|アーメダバード|Ахмадабад|Ahmadabad
Srinagar|india|シュリーナガル|Сринагар|
Karachi|pakistan|||
Lahore|pakistan|ラホール|Лахор|
Peshawar|pakistan|ペシャワール|Пешавар|
Rawalpindi|pakistan|ラーワルピンディー|Равалпинди|
Gwadar|pakistan|グワーダル|Гвадар|
Chittagong|bangladesh|チッタゴン|Читтагонг|Chattogram
Hambantota|sri-lanka|ハンバントタ|Хамбантота|
Kandahar|afghanistan|カンダハール|Кандагар|Qandahar
Herat|afghanistan|ヘラート|Герат|
Mazar-i-Sharif|afghanistan|マザーリシャリーフ|Мазари-Шариф|Mazar-e-Sharif
Almaty|kazakhstan|||Alma-Ata
Baikonur|kazakhstan|バイコヌール|Байконур|Baykonur
Samarkand|uzbekistan|||
Osh|kyrgyzstan|オシ|Ош|
Batumi|georgia|バトゥミ|Батуми|
Isfahan|iran|イスファハーン|Исфахан|Esfahan
Mashhad|iran|マシュハド|Мешхед|
Tabriz|iran|タブリーズ|Тебриз|
Natanz|iran|ナタンズ|Нетенз|
Fordow|iran|フォルドゥ|Фордо|Fordo
Bushehr|iran|ブーシェフル|Бушер|
Bandar Abbas|iran|バンダレ・アッバース|Бендер-Аббас|
Chabahar|iran|チャーバハール|Чабахар|
Mosul|iraq|モースル|Мосул|
Basra|iraq|バスラ|Басра|
Erbil|iraq|アルビール|Эрбиль|Irbil;Arbil
Kirkuk|iraq|キルクーク|Киркук|
Fallujah|iraq|ファルージャ|Эль-Фаллуджа|Falluja
Aleppo|syria|アレッポ|Алеппо|
Homs|syria|ホムス|Хомс|
Idlib|syria|イドリブ|Идлиб|
Raqqa|syria|ラッカ|Ракка|Ar-Raqqah
Latakia|syria|ラタキア|Латакия|
Tartus|syria|タルトゥース|Тартус|Tartous
Tel Aviv|israel|テルアビブ|Тель-Авив|
Haifa|israel|ハイファ|Хайфа|
Gaza City|palestine|ガザ市|город Газа|
Rafah|palestine|ラファ|Рафах|
Khan Younis|palestine|ハーン・ユーニス|Хан-Юнис|Khan Yunis
Hebron|palestine|||
Jenin|palestine|ジェニーン|Дженин|
Dubai|united-arab-emirates|||
Jeddah|saudi-arabia|ジッダ|Джидда|Jidda
Mecca|saudi-arabia|メッカ|Мекка|Makkah
Dhahran|saudi-arabia|ダーラン|Дахран|
Neom|saudi-arabia|ネオム|Неом|NEOM
Aden|yemen|||
Hodeidah|yemen|ホデイダ|Ходейда|Hudaydah;Al Hudaydah
Alexandria|egypt|アレクサンドリア|Александрия|
Sharm el-Sheikh|egypt|シャルム・エル・シェイク|Шарм-эш-Шейх|Sharm el Sheikh
Port Said|egypt|ポートサイド|Порт-Саид|
Benghazi|libya|ベンガジ|Бенгази|
Misrata|libya|ミスラタ|Мисурата|
Casablanca|morocco|||
Marrakesh|morocco|マラケシュ|Марракеш|Marrakech
Port Sudan|sudan|ポートスーダン|Порт-Судан|
El Fasher|sudan|ファーシル|Эль-Фашир|Al-Fashir
Mekelle|ethiopia|メケレ|Мэкэле|Mek'ele
Mombasa|kenya|モンバサ|Момбаса|
Lagos|nigeria|||
Kano|nigeria|カノ|Кано|
Goma|democratic-republic-of-the-congo|ゴマ|Гома|
Lubumbashi|democratic-republic-of-the-congo|||
Timbuktu|mali|トンブクトゥ|Тимбукту|
Agadez|niger|アガデズ|Агадес|
Johannesburg|south-africa|||
Cape Town|south-africa|ケープタウン|Кейптаун|
Durban|south-africa|ダーバン|Дурбан|
Munich|germany|ミュンヘン|Мюнхен|München
Frankfurt|germany|フランクフルト|Франкфурт-на-Майне|Frankfurt am Main
Hamburg|germany|ハンブルク|Гамбург|
Bonn|germany|ボン|Бонн|
Cologne|germany|ケルン|Кёльн|
Ramstein|germany|ラムシュタイン|Рамштайн|
Marseille|france|マルセイユ|Марсель|Marseilles
Lyon|france|リヨン|Лион|
Strasbourg|france|ストラスブール|Страсбург|
Calais|france|カレー|Кале|
Milan|italy|ミラノ|Милан|
Naples|italy|ナポリ|Неаполь|
Trieste|italy|トリエステ|Триест|
Venice|italy|ヴェネツィア|Венеция|
Lampedusa|italy|ランペドゥーザ|Лампедуза|
Barcelona|spain|バルセロナ|Барселона|
Seville|spain|セビリア|Севилья|
Porto|portugal|ポルト|Порту|
Rotterdam|netherlands|ロッテルダム|Роттердам|
Maastricht|netherlands|マーストリヒト|Маастрихт|
Antwerp|belgium|アントウェルペン|Антверпен|
Manchester|united-kingdom|マンチェスター|Манчестер|
Edinburgh|united-kingdom|エディンバラ|Эдинбург|
Glasgow|united-kingdom|グラスゴー|Глазго|
Belfast|united-kingdom|ベルファスト|Белфаст|
Salisbury|united-kingdom|ソールズベリー|Солсбери|
Krakow|poland|クラクフ|Краков|Kraków;Cracow
Gdansk|poland|グダニスク|Гданьск|Gdańsk
Thessaloniki|greece|テッサロニキ|Салоники|Salonika
Salzburg|austria|ザルツブルク|Зальцбург|
Gothenburg|sweden|ヨーテボリ|Гётеборг|
Kirkenes|norway|キルケネス|Киркенес|
Tartu|estonia|タルトゥ|Тарту|
Narva|estonia|ナルヴァ|Нарва|
Srebrenica|bosnia-and-herzegovina|スレブレニツァ|Сребреница|
Banja Luka|bosnia-and-herzegovina|バニャ・ルカ|Баня-Лука|
Stepanakert|azerbaijan|ステパナケルト|Степанакерт|Khankendi
New York City|united-states|ニューヨーク市|Нью-Йорк|New York
Los Angeles|united-states|||
San Francisco|united-states|サンフランシスコ|Сан-Франциско|
Chicago|united-states|||
Boston|united-states|ボストン|Бостон|
Houston|united-states|ヒューストン|Хьюстон|
Miami|united-states|マイアミ|Майами|
Seattle|united-states|シアトル|Сиэтл|
Philadelphia|united-states|フィラデルフィア|Филадельфия|
Atlanta|united-states|アトランタ|Атланта|
Detroit|united-states|||
Anchorage|united-states|||
Honolulu|united-states|||
Pearl Harbor|united-states|真珠湾|Пёрл-Харбор|
Camp David|united-states|キャンプ・デービッド|Кэмп-Дэвид|
Guantanamo Bay||グアンタナモ湾|Гуантанамо|Guantanamo;Guantánamo Bay
Toronto|canada|||
Montreal|canada|モントリオール|Монреаль|Montréal
Vancouver|canada|||
Halifax|canada|||
Tijuana|mexico|||
Ciudad Juárez|mexico|シウダー・フアレス|Сьюдад-Хуарес|
Monterrey|mexico|||
Guadalajara|mexico|グアダラハラ|Гвадалахара|
Cancún|mexico|||
São Paulo|brazil|||
Rio de Janeiro|brazil|リオデジャネイロ|Рио-де-Жанейро|
Manaus|brazil|||
Belém|brazil|||
Guayaquil|ecuador|||
Medellín|colombia|メデジン|Медельин|
Cali|colombia|カリ|Кали|
Maracaibo|venezuela|マラカイボ|Маракайбо|
Sydney|australia|||
Melbourne|australia|||
Brisbane|australia|||
Perth|australia|||
Darwin|australia|||
Adelaide|australia|||
Auckland|new-zealand|||
Christchurch|new-zealand|クライストチャーチ|Крайстчерч|
"""

# Labels of capitals that CLDR's exemplar cities lack: Name | Japanese | Russian | other English names
CAPITALS = """
Tirana|ティラナ|Тирана|
Andorra la Vella|アンドラ・ラ・ベリャ|Андорра-ла-Велья|
St. John's|セントジョンズ|Сент-Джонс|Saint John's
Canberra|キャンベラ|Канберра|
Ottawa|オタワ|Оттава|
Port Louis|ポートルイス|Порт-Луи|
Manama|マナーマ|Манама|
Bridgetown|ブリッジタウン|Бриджтаун|
Belmopan|ベルモパン|Бельмопан|
Porto-Novo|||
Cotonou|コトヌー|Котону|
Sucre|スクレ|Сукре|
Brasília|ブラジリア|Бразилиа|
Bandar Seri Begawan|バンダルスリブガワン|Бандар-Сери-Бегаван|
Gitega|ギテガ|Гитега|
Yaoundé|ヤウンデ|Яунде|
Praia|プライア|Прая|
N'Djamena|ンジャメナ|Нджамена|
Beijing|北京|Пекин|Peking
Bogotá|||
Moroni|モロニ|Морони|
San José|サンホセ|Сан-Хосе|
Djibouti City|ジブチ市|Джибути|
Roseau|ロゾー|Розо|
Quito|キト|Кито|
San Salvador|サンサルバドル|Сан-Сальвадор|
Asmara|アスマラ|Асмэра|
Mbabane|||
Lobamba|ロバンバ|Лобамба|
Suva|スバ|Сува|
St. George's|セントジョージズ|Сент-Джорджес|
Guatemala City|グアテマラシティ|Гватемала|
Georgetown, Guyana|ジョージタウン|Джорджтаун|
Reykjavik|||Reykjavík
New Delhi|ニューデリー|Нью-Дели|Delhi
Jerusalem|||
Yamoussoukro|ヤムスクロ|Ямусукро|
Kingston|キングストン|Кингстон|
Astana|アスタナ|Астана|Nur-Sultan
South Tarawa|南タラワ|Южная Тарава|
Pristina|プリシュティナ|Приштина|Prishtina
Kuwait City|クウェートシティ|Эль-Кувейт|
Luxembourg City|ルクセンブルク市|Люксембург|
Lilongwe|リロングウェ|Лилонгве|
Putrajaya|プトラジャヤ|Путраджая|
Malé|マレ|Мале|
Valletta|バレッタ|Валлетта|
Palikir|パリキール|Паликир|
Chisinau|||Chișinău;Kishinev
Rabat|ラバト|Рабат|
Naypyidaw|ネピドー|Нейпьидо|Nay Pyi Taw;Naypyitaw
Yaren|ヤレン|Ярен|
Kathmandu|カトマンズ|Катманду|Katmandu
The Hague|ハーグ|Гаага|
Wellington|ウェリントン|Веллингтон|
Abuja|アブジャ|Абуджа|
Islamabad|イスラマバード|Исламабад|
Ngerulmud||Нгерулмуд|
Ramallah|ラマッラー|Рамалла|
Panama City|パナマシティ|Панама|
Doha|ドーハ|Доха|
Basseterre|バセテール|Бастер|
Castries|カストリーズ|Кастри|
Kingstown|キングスタウン|Кингстаун|
City of San Marino|サンマリノ市|Сан-Марино|
São Tomé|サントメ|Сан-Томе|
Victoria, Seychelles|ビクトリア|Виктория|
Honiara|ホニアラ|Хониара|
Pretoria|プレトリア|Претория|
Sri Jayawardenepura Kotte|スリジャヤワルダナプラコッテ|Шри-Джаяварденепура-Котте|Kotte
Bern|ベルン|Берн|Berne
Dodoma|ドドマ|Додома|
Nuku'alofa|ヌクアロファ|Нукуалофа|
Ankara|アンカラ|Анкара|
Kyiv|キーウ|Киев|Kiev
Abu Dhabi|アブダビ|Абу-Даби|
Washington, D.C.|ワシントン|Вашингтон|Washington;Washington DC;Washington D.C.
Port Vila|ポートビラ|Порт-Вила|
Hanoi|ハノイ|Ханой|
Sanaa|サナア|Сана|Sana'a
Avarua|アバルア|Аваруа|
Alofi|アロフィ|Алофи|
Sukhumi|スフミ|Сухум|Sokhumi
Tskhinvali|ツヒンヴァリ|Цхинвал|
Tiraspol|ティラスポリ|Тирасполь|
Hargeisa|ハルゲイサ|Харгейса|
Nuuk|ヌーク|Нуук|Godthåb
Tórshavn|トースハウン|Торсхавн|
San Juan|サンフアン|Сан-Хуан|
Nouméa|||
Papeete|パペーテ|Папеэте|
Mexico City|||Ciudad de México
Tripoli|||
Tehran|||Teheran
Ulaanbaatar|||Ulan Bator
Havana|||
Riyadh|||
Dhaka|||Dacca
Kabul|||
Phnom Penh|||
Pyongyang|||
"""

# Labels of states where CLDR's are long, or another is the usual one: ISO | Japanese | Russian | other Japanese | other Russian
STATE_LABELS = """
US||США|アメリカ;米国|Соединённые Штаты;Соединённые Штаты Америки
GB|||英国|Соединённое Королевство;Британия
CN|||中華人民共和国|КНР;Китайская Народная Республика
RU|||ロシア連邦|Российская Федерация;РФ
JP|||日本国|
KR||Южная Корея|大韓民国|Республика Корея
KP||Северная Корея|朝鮮民主主義人民共和国|КНДР
CD|コンゴ民主共和国|Демократическая Республика Конго||ДР Конго;ДРК
CG|コンゴ共和国|Республика Конго||
MM|ミャンマー|Мьянма|ビルマ|Бирма
HK|香港|Гонконг||
MO|マカオ|Макао|澳門|
AE||Объединённые Арабские Эмираты|UAE|ОАЭ
BY||||Белоруссия
PS|パレスチナ|Палестина||
ZA|||南アフリカ共和国|ЮАР
KG|||キルギスタン|Кыргызстан
VA|||バチカン|Святой Престол
GE|||グルジア|
DE||||ФРГ
FR|||仏国|
KZ||||
MD||||Молдавия
TM||||Туркмения
CI||||Берег Слоновой Кости
PG||Папуа – Новая Гвинея||
TW|||中華民国|
EH||||
VC|セントビンセント・グレナディーン|||
SZ||||Свазиленд
"""
NAMED_LABELS = """
abkhazia|アブハジア|Абхазия
south-ossetia|南オセチア|Южная Осетия
transnistria|トランスニストリア|Приднестровье
northern-cyprus|北キプロス|Северный Кипр
somaliland|ソマリランド|Сомалиленд
sahrawi-republic|サハラ・アラブ民主共和国|Сахарская Арабская Демократическая Республика
donetsk-peoples-republic|ドネツク人民共和国|Донецкая Народная Республика
luhansk-peoples-republic|ルガンスク人民共和国|Луганская Народная Республика
soviet-union|ソビエト連邦|Советский Союз
yugoslavia|ユーゴスラビア|Югославия
czechoslovakia|チェコスロバキア|Чехословакия
east-germany|東ドイツ|ГДР
west-germany|西ドイツ|Западная Германия
south-vietnam|南ベトナム|Южный Вьетнам
north-vietnam|北ベトナム|Северный Вьетнам
ottoman-empire|オスマン帝国|Османская империя
russian-empire|ロシア帝国|Российская империя
svalbard|スヴァールバル諸島|Шпицберген
england|イングランド|Англия
scotland|スコットランド|Шотландия
wales|ウェールズ|Уэльс
northern-ireland|北アイルランド|Северная Ирландия
"""

# entity | metonyms in English | Japanese | Russian: seats of government besides the capitals
METONYMS = """
russia|Kremlin|クレムリン|Кремль
united-states|White House;Oval Office|ホワイトハウス|Белый дом
united-kingdom|Downing Street;10 Downing Street;Whitehall|ダウニング街|Даунинг-стрит
france|Élysée;Élysée Palace|エリゼ宮|Елисейский дворец
china|Zhongnanhai|中南海|Чжуннаньхай
japan|Kantei;Nagatacho|首相官邸;永田町|
south-korea|Blue House;Cheong Wa Dae|青瓦台|Голубой дом
india|Delhi;South Block;Raisina Hill|デリー|Дели
italy|Palazzo Chigi;Quirinal|キージ宮殿|
spain|Moncloa;Moncloa Palace||
brazil|Planalto;Planalto Palace||
argentina|Casa Rosada||
chile|La Moneda||
venezuela|Miraflores Palace||
philippines|Malacañang;Malacañang Palace|マラカニアン宮殿|
nigeria|Aso Rock||
ukraine|Bankova||Банковая
kazakhstan|Ak Orda||Акорда
south-africa|Union Buildings||
turkey|Bestepe;Beştepe||
us-department-of-defense|Pentagon|ペンタゴン|Пентагон
us-department-of-state|Foggy Bottom||
us-congress|Capitol Hill||Капитолийский холм
cia|Langley||
foreign-ministry-of-france|Quai d'Orsay|ケ・ドルセー|Кэ д'Орсе
foreign-ministry-of-italy|Farnesina||
foreign-ministry-of-russia|Smolenskaya Square;Smolenka||Смоленская площадь
fsb|Lubyanka|ルビャンカ|Лубянка
european-union|Brussels|ブリュッセル|Брюссель
"""

# id | name | other English names | Japanese | Russian | side | note
ORGANIZATIONS = """
united-nations|United Nations|UN;U.N.;United Nations Organization;UNO|国際連合|Организация Объединённых Наций
un-security-council|UN Security Council|Security Council;UNSC;United Nations Security Council;U.N. Security Council|国連安全保障理事会|Совет Безопасности ООН
un-general-assembly|UN General Assembly|General Assembly;UNGA;United Nations General Assembly;U.N. General Assembly|国連総会|Генеральная Ассамблея ООН
un-secretariat|UN Secretariat|United Nations Secretariat|国連事務局|Секретариат ООН
un-human-rights-council|UN Human Rights Council|UNHRC;Human Rights Council;United Nations Human Rights Council|国連人権理事会|Совет ООН по правам человека
ohchr|OHCHR|UN Human Rights Office;Office of the High Commissioner for Human Rights|国連人権高等弁務官事務所|УВКПЧ
unhcr|UNHCR|UN refugee agency;UN High Commissioner for Refugees|国連難民高等弁務官事務所|УВКБ ООН
unicef|UNICEF|United Nations Children's Fund|ユニセフ|ЮНИСЕФ
unesco|UNESCO||ユネスコ|ЮНЕСКО
undp|UNDP|United Nations Development Programme;UN Development Programme|国連開発計画|ПРООН
unctad|UNCTAD|UN Trade and Development|国連貿易開発会議|ЮНКТАД
unep|UNEP|UN Environment Programme;United Nations Environment Programme|国連環境計画|ЮНЕП
unfccc|UNFCCC||国連気候変動枠組条約|РКИК ООН
ipcc|IPCC|Intergovernmental Panel on Climate Change|気候変動に関する政府間パネル|МГЭИК
unrwa|UNRWA||国連パレスチナ難民救済事業機関|БАПОР
unifil|UNIFIL|United Nations Interim Force in Lebanon|国連レバノン暫定駐留軍|ВСООНЛ
ocha|OCHA|UN OCHA;UNOCHA|国連人道問題調整事務所|УКГВ ООН
world-food-programme|World Food Programme|WFP;World Food Program|世界食糧計画|Всемирная продовольственная программа
fao|FAO|Food and Agriculture Organization|国連食糧農業機関|ФАО
world-health-organization|World Health Organization|WHO;World Health Organisation|世界保健機関|Всемирная организация здравоохранения
international-labour-organization|International Labour Organization|ILO;International Labor Organization|国際労働機関|Международная организация труда
international-maritime-organization|International Maritime Organization|IMO|国際海事機関|Международная морская организация
icao|ICAO|International Civil Aviation Organization|国際民間航空機関|ИКАО
iom|IOM|International Organization for Migration|国際移住機関|МОМ
iaea|IAEA|International Atomic Energy Agency|国際原子力機関|МАГАТЭ
opcw|OPCW|Organisation for the Prohibition of Chemical Weapons;Organization for the Prohibition of Chemical Weapons|化学兵器禁止機関|ОЗХО
ctbto|CTBTO||包括的核実験禁止条約機関|ОДВЗЯИ
international-criminal-court|International Criminal Court|ICC|国際刑事裁判所|Международный уголовный суд
international-court-of-justice|International Court of Justice|ICJ;World Court|国際司法裁判所|Международный суд ООН
permanent-court-of-arbitration|Permanent Court of Arbitration|PCA|常設仲裁裁判所|Постоянная палата третейского суда
icty|ICTY|International Criminal Tribunal for the former Yugoslavia|旧ユーゴスラビア国際戦犯法廷|МТБЮ
international-monetary-fund|International Monetary Fund|IMF|国際通貨基金|Международный валютный фонд
world-bank|World Bank|World Bank Group;IBRD|世界銀行|Всемирный банк
world-trade-organization|World Trade Organization|WTO;World Trade Organisation|世界貿易機関|Всемирная торговая организация
oecd|OECD|Organisation for Economic Co-operation and Development;Organization for Economic Cooperation and Development|経済協力開発機構|ОЭСР
iea|IEA|International Energy Agency|国際エネルギー機関|МЭА
bis|Bank for International Settlements|BIS|国際決済銀行|Банк международных расчётов
fatf|FATF|Financial Action Task Force|金融活動作業部会|ФАТФ
swift|SWIFT||国際銀行間通信協会|СВИФТ
asian-development-bank|Asian Development Bank|ADB|アジア開発銀行|Азиатский банк развития
aiib|AIIB|Asian Infrastructure Investment Bank|アジアインフラ投資銀行|АБИИ
african-development-bank|African Development Bank|AfDB|アフリカ開発銀行|Африканский банк развития
ebrd|EBRD|European Bank for Reconstruction and Development|欧州復興開発銀行|ЕБРР
new-development-bank|New Development Bank|BRICS bank|新開発銀行|Новый банк развития
interpol|Interpol|INTERPOL|国際刑事警察機構|Интерпол
europol|Europol||欧州刑事警察機構|Европол
european-union|European Union|EU;E.U.|欧州連合|Европейский союз
european-commission|European Commission|EU Commission|欧州委員会|Европейская комиссия|european-union
european-council|European Council||欧州理事会|Европейский совет|european-union
council-of-the-european-union|Council of the European Union|Council of the EU;EU Council|欧州連合理事会|Совет Европейского союза|european-union
european-parliament|European Parliament|EU Parliament|欧州議会|Европейский парламент|european-union
eeas|EEAS|European External Action Service|欧州対外行動庁|Европейская служба внешних связей|european-union
european-central-bank|European Central Bank|ECB|欧州中央銀行|Европейский центральный банк|european-union
european-court-of-justice|European Court of Justice|ECJ;CJEU;Court of Justice of the European Union|欧州司法裁判所|Суд Европейского союза|european-union
eurogroup|Eurogroup||ユーログループ|Еврогруппа|european-union
eurozone|Eurozone|Euro area|ユーロ圏|Еврозона|european-union
european-economic-community|European Economic Community|EEC;European Community|欧州経済共同体|Европейское экономическое сообщество
european-court-of-human-rights|European Court of Human Rights|ECHR;ECtHR|欧州人権裁判所|Европейский суд по правам человека
council-of-europe|Council of Europe||欧州評議会|Совет Европы
osce|OSCE|Organization for Security and Co-operation in Europe;Organization for Security and Cooperation in Europe|欧州安全保障協力機構|ОБСЕ
european-political-community|European Political Community||欧州政治共同体|Европейское политическое сообщество
efta|EFTA|European Free Trade Association|欧州自由貿易連合|ЕАСТ
visegrad-group|Visegrad Group|Visegrád Group;Visegrad Four|ヴィシェグラード・グループ|Вишеградская группа
weimar-triangle|Weimar Triangle||ワイマール三角連合|Веймарский треугольник
nordic-council|Nordic Council||北欧理事会|Северный совет
arctic-council|Arctic Council||北極評議会|Арктический совет
nato|NATO|North Atlantic Treaty Organization;North Atlantic Treaty Organisation;North Atlantic Alliance;Atlantic Alliance|北大西洋条約機構|НАТО
warsaw-pact|Warsaw Pact|Warsaw Treaty Organization|ワルシャワ条約機構|Организация Варшавского договора
comecon|Comecon|COMECON|経済相互援助会議|СЭВ
five-eyes|Five Eyes||ファイブ・アイズ|Пять глаз
aukus|AUKUS||AUKUS|АУКУС
quad|Quad|Quadrilateral Security Dialogue|日米豪印戦略対話|Четырёхсторонний диалог по безопасности
anzus|ANZUS||太平洋安全保障条約|АНЗЮС
g7|G7|G-7;Group of Seven|主要7か国|Большая семёрка
g8|G8|G-8;Group of Eight|主要8か国|Большая восьмёрка
g20|G20|G-20;Group of Twenty;Group of 20|主要20か国・地域|Большая двадцатка
group-of-77|Group of 77|G77;G-77|77か国グループ|Группа 77
non-aligned-movement|Non-Aligned Movement|Nonaligned Movement|非同盟運動|Движение неприсоединения
brics|BRICS||BRICS|БРИКС
opec|OPEC|Organization of the Petroleum Exporting Countries|石油輸出国機構|ОПЕК
opec-plus|OPEC+||OPECプラス|ОПЕК+
gecf|Gas Exporting Countries Forum|GECF|ガス輸出国フォーラム|Форум стран — экспортёров газа
african-union|African Union|AU|アフリカ連合|Африканский союз
ecowas|ECOWAS|Economic Community of West African States|西アフリカ諸国経済共同体|ЭКОВАС
sadc|SADC|Southern African Development Community|南部アフリカ開発共同体|САДК
east-african-community|East African Community|EAC|東アフリカ共同体|Восточноафриканское сообщество
igad|IGAD|Intergovernmental Authority on Development|政府間開発機構|ИГАД
alliance-of-sahel-states|Alliance of Sahel States|AES|サヘル諸国同盟|Альянс государств Сахеля
arab-league|Arab League|League of Arab States|アラブ連盟|Лига арабских государств
gulf-cooperation-council|Gulf Cooperation Council|GCC|湾岸協力会議|Совет сотрудничества арабских государств Персидского залива
organisation-of-islamic-cooperation|Organisation of Islamic Cooperation|OIC;Organization of Islamic Cooperation|イスラム協力機構|Организация исламского сотрудничества
asean|ASEAN|Association of Southeast Asian Nations|東南アジア諸国連合|АСЕАН
asean-regional-forum|ASEAN Regional Forum|ARF|ASEAN地域フォーラム|Региональный форум АСЕАН
east-asia-summit|East Asia Summit|EAS|東アジアサミット|Восточноазиатский саммит
apec|APEC|Asia-Pacific Economic Cooperation|アジア太平洋経済協力|АТЭС
saarc|SAARC|South Asian Association for Regional Cooperation|南アジア地域協力連合|СААРК
bimstec|BIMSTEC||ベンガル湾多分野技術経済協力イニシアチブ|БИМСТЕК
pacific-islands-forum|Pacific Islands Forum|PIF|太平洋諸島フォーラム|Форум тихоокеанских островов
shanghai-cooperation-organisation|Shanghai Cooperation Organisation|SCO;Shanghai Cooperation Organization|上海協力機構|Шанхайская организация сотрудничества
csto|CSTO|Collective Security Treaty Organization;Collective Security Treaty Organisation|集団安全保障条約機構|ОДКБ
commonwealth-of-independent-states|Commonwealth of Independent States|CIS|独立国家共同体|Содружество Независимых Государств
eurasian-economic-union|Eurasian Economic Union|EAEU;EEU|ユーラシア経済連合|Евразийский экономический союз
union-state|Union State of Russia and Belarus|Union State|ロシア・ベラルーシ連合国家|Союзное государство
organization-of-turkic-states|Organization of Turkic States|OTS;Turkic Council|テュルク諸国機構|Организация тюркских государств
commonwealth-of-nations|Commonwealth of Nations||イギリス連邦|Содружество наций
francophonie|Organisation internationale de la Francophonie|La Francophonie;OIF|フランコフォニー国際機関|Международная организация франкофонии
organization-of-american-states|Organization of American States|OAS|米州機構|Организация американских государств
mercosur|Mercosur|Mercosul;MERCOSUR|メルコスール|МЕРКОСУР
celac|CELAC|Community of Latin American and Caribbean States|ラテンアメリカ・カリブ諸国共同体|СЕЛАК
caricom|CARICOM|Caribbean Community|カリブ共同体|КАРИКОМ
unasur|UNASUR|Union of South American Nations|南米諸国連合|УНАСУР
alba|Bolivarian Alliance for the Americas|Bolivarian Alliance;ALBA-TCP|米州ボリバル同盟|Боливарианский альянс
minsk-group|OSCE Minsk Group|Minsk Group|ミンスク・グループ|Минская группа ОБСЕ
normandy-format|Normandy Format|Normandy Four|ノルマンディー・フォーマット|Нормандский формат
middle-east-quartet|Middle East Quartet||中東カルテット|Ближневосточный квартет
red-cross|Red Cross|ICRC;International Committee of the Red Cross|赤十字国際委員会|Международный комитет Красного Креста
red-crescent|International Federation of Red Cross and Red Crescent Societies|IFRC;Red Crescent|国際赤十字・赤新月社連盟|Международная федерация обществ Красного Креста и Красного Полумесяца
doctors-without-borders|Doctors Without Borders|MSF;Médecins Sans Frontières|国境なき医師団|Врачи без границ
amnesty-international|Amnesty International||アムネスティ・インターナショナル|Международная амнистия
human-rights-watch|Human Rights Watch|HRW|ヒューマン・ライツ・ウォッチ|Хьюман Райтс Вотч
transparency-international|Transparency International||トランスペアレンシー・インターナショナル|Трансперенси Интернешнл
greenpeace|Greenpeace||グリーンピース|Гринпис
international-crisis-group|International Crisis Group||国際危機グループ|Международная кризисная группа
sipri|SIPRI|Stockholm International Peace Research Institute|ストックホルム国際平和研究所|СИПРИ
world-economic-forum|World Economic Forum|WEF|世界経済フォーラム|Всемирный экономический форум
international-olympic-committee|International Olympic Committee|IOC|国際オリンピック委員会|Международный олимпийский комитет
fifa|FIFA||国際サッカー連盟|ФИФА
valdai-club|Valdai Discussion Club|Valdai Club;Valdai|ヴァルダイ・クラブ|Международный дискуссионный клуб «Валдай»
eastern-economic-forum|Eastern Economic Forum|EEF|東方経済フォーラム|Восточный экономический форум
hamas|Hamas|HAMAS|ハマス|ХАМАС|palestine|armed group and party
fatah|Fatah||ファタハ|ФАТХ|palestine
plo|Palestine Liberation Organization|PLO;P.L.O.;Palestine Liberation Organisation|パレスチナ解放機構|Организация освобождения Палестины|palestine
palestinian-authority|Palestinian Authority|Palestinian National Authority|パレスチナ自治政府|Палестинская национальная администрация|palestine
palestinian-islamic-jihad|Palestinian Islamic Jihad|PIJ;Islamic Jihad|イスラム聖戦|Палестинский исламский джихад|palestine|armed group
hezbollah|Hezbollah|Hizbollah;Hizbullah;Hizballah|ヒズボラ|Хезболла|lebanon|armed group and party
houthis|Houthis|Houthi;Ansar Allah;Houthi movement|フーシ派|Хуситы|yemen|armed group
taliban|Taliban|Taleban|ターリバーン|Талибан|afghanistan|governs Afghanistan since 2021
haqqani-network|Haqqani network|Haqqani Network|ハッカーニ・ネットワーク|Сеть Хаккани||armed group
pakistani-taliban|Pakistani Taliban|TTP;Tehrik-i-Taliban Pakistan;Tehreek-e-Taliban Pakistan|パキスタン・ターリバーン運動|Техрик-е Талибан Пакистан|pakistan|armed group
al-qaeda|Al Qaeda|Al-Qaeda;Al-Qaida;Al Qaida;al-Qa'ida|アルカーイダ|Аль-Каида||armed group
daesh|Daesh|ISIS;ISIL;Islamic State;Islamic State of Iraq and Syria;Islamic State of Iraq and the Levant;Da'esh|イスラム国|Исламское государство||armed group
islamic-state-khorasan|Islamic State Khorasan Province|ISKP;ISIS-K;IS-K|イスラム国ホラサン州|Вилаят Хорасан||armed group
hayat-tahrir-al-sham|Hayat Tahrir al-Sham|HTS;Hay'at Tahrir al-Sham;Nusra Front;Al-Nusra Front;Jabhat al-Nusra|シャーム解放機構|Хайят Тахрир аш-Шам||armed group
syrian-democratic-forces|Syrian Democratic Forces|SDF|シリア民主軍|Сирийские демократические силы||armed group
free-syrian-army|Free Syrian Army|FSA|自由シリア軍|Свободная сирийская армия||armed group
ypg|YPG|People's Protection Units|クルド人民防衛隊|Отряды народной самообороны||armed group
pkk|PKK|Kurdistan Workers' Party;Kurdistan Workers Party|クルディスタン労働者党|Рабочая партия Курдистана||armed group
kurdistan-regional-government|Kurdistan Regional Government|KRG|クルディスタン地域政府|Региональное правительство Курдистана|iraq
muslim-brotherhood|Muslim Brotherhood||ムスリム同胞団|Братья-мусульмане
boko-haram|Boko Haram||ボコ・ハラム|Боко харам||armed group
al-shabaab|Al-Shabaab|Al Shabaab;al-Shabab;Al Shabab|アル・シャバーブ|Аш-Шабаб||armed group
rapid-support-forces|Rapid Support Forces|RSF|即応支援部隊|Силы быстрой поддержки|sudan|armed group
m23|M23|March 23 Movement|3月23日運動|Движение 23 марта||armed group
polisario-front|Polisario Front|Polisario|ポリサリオ戦線|Фронт ПОЛИСАРИО||armed movement for Western Sahara
tplf|TPLF|Tigray People's Liberation Front|ティグライ人民解放戦線|Народный фронт освобождения Тыграй||armed movement
lashkar-e-taiba|Lashkar-e-Taiba|Lashkar-e-Tayyiba|ラシュカレ・タイバ|Лашкар-е-Тайба||armed group
jaish-e-mohammed|Jaish-e-Mohammed||ジャイシュ・エ・ムハンマド|Джаиш-е-Мухаммад||armed group
ltte|Tamil Tigers|LTTE;Liberation Tigers of Tamil Eelam|タミル・イーラム解放のトラ|Тигры освобождения Тамил-Илама||armed group, until 2009
farc|FARC|Revolutionary Armed Forces of Colombia|コロンビア革命軍|ФАРК|colombia|armed group
eln|ELN|National Liberation Army|民族解放軍|Армия национального освобождения|colombia|armed group
ira|Irish Republican Army|IRA|アイルランド共和軍|Ирландская республиканская армия||armed group
wagner-group|Wagner Group|PMC Wagner|ワグネル|Группа Вагнера|russia|armed company
irgc|Islamic Revolutionary Guard Corps|IRGC;Revolutionary Guards;Revolutionary Guard;Iranian Revolutionary Guard|イスラム革命防衛隊|Корпус стражей исламской революции|iran
quds-force|Quds Force|Qods Force|ゴドス軍|Силы Кудс|iran
us-congress|US Congress|U.S. Congress;United States Congress|アメリカ合衆国議会|Конгресс США|united-states
us-senate|US Senate|U.S. Senate;United States Senate|アメリカ合衆国上院|Сенат США|united-states
us-house-of-representatives|US House of Representatives|U.S. House of Representatives|アメリカ合衆国下院|Палата представителей США|united-states
us-department-of-state|US Department of State|State Department;U.S. State Department;US State Department;U.S. Department of State|アメリカ合衆国国務省|Государственный департамент США|united-states
us-department-of-defense|US Department of Defense|U.S. Department of Defense;Department of Defense;Defense Department|アメリカ国防総省|Министерство обороны США|united-states
us-treasury|US Department of the Treasury|US Treasury;U.S. Treasury;Treasury Department|アメリカ合衆国財務省|Министерство финансов США|united-states
federal-reserve|Federal Reserve|US Federal Reserve;U.S. Federal Reserve|連邦準備制度|Федеральная резервная система|united-states
us-national-security-council|US National Security Council|U.S. National Security Council|アメリカ国家安全保障会議|Совет национальной безопасности США|united-states
us-military|US military|U.S. military;US armed forces;U.S. armed forces;US forces;U.S. forces|アメリカ軍|Вооружённые силы США|united-states
cia|CIA|Central Intelligence Agency|中央情報局|ЦРУ|united-states
fbi|FBI|Federal Bureau of Investigation|連邦捜査局|ФБР|united-states
state-duma|State Duma|Duma|国家院|Государственная дума|russia
federation-council|Federation Council||連邦院|Совет Федерации|russia
united-russia|United Russia|United Russia party|統一ロシア|Единая Россия|russia
foreign-ministry-of-russia|Foreign Ministry of Russia|Russian Foreign Ministry;Russian Ministry of Foreign Affairs|ロシア外務省|Министерство иностранных дел России|russia
defence-ministry-of-russia|Ministry of Defence of Russia|Russian Defense Ministry;Russian Defence Ministry;Russian Ministry of Defense;Russian Ministry of Defence|ロシア国防省|Министерство обороны России|russia
russian-navy|Russian Navy||ロシア海軍|Военно-морской флот России|russia
baltic-fleet|Baltic Fleet||バルト艦隊|Балтийский флот|russia
black-sea-fleet|Black Sea Fleet||黒海艦隊|Черноморский флот|russia
fsb|FSB|Federal Security Service|ロシア連邦保安庁|ФСБ|russia
gru|GRU||ロシア連邦軍参謀本部情報総局|ГРУ|russia
kgb|KGB||ソ連国家保安委員会|КГБ|soviet-union
gazprom|Gazprom||ガスプロム|Газпром|russia
rosatom|Rosatom||ロスアトム|Росатом|russia
chinese-communist-party|Chinese Communist Party|CCP;CPC;Communist Party of China|中国共産党|Коммунистическая партия Китая|china
politburo-of-china|Politburo of the Chinese Communist Party|Chinese Politburo|中国共産党中央政治局|Политбюро ЦК КПК|china
national-peoples-congress|National People's Congress|NPC|全国人民代表大会|Всекитайское собрание народных представителей|china
pla|People's Liberation Army|PLA|中国人民解放軍|Народно-освободительная армия Китая|china
foreign-ministry-of-china|Foreign Ministry of China|Chinese Foreign Ministry;Chinese Ministry of Foreign Affairs|中国外交部|Министерство иностранных дел Китая|china
kuomintang|Kuomintang|KMT|中国国民党|Гоминьдан|taiwan
democratic-progressive-party|Democratic Progressive Party|DPP|民主進歩党|Демократическая прогрессивная партия|taiwan
japanese-diet|National Diet of Japan|National Diet;Japanese Diet|国会|Парламент Японии|japan
liberal-democratic-party-of-japan|Liberal Democratic Party of Japan||自由民主党|Либерально-демократическая партия Японии|japan
self-defense-forces|Japan Self-Defense Forces|JSDF;Self-Defense Forces;Self-Defence Forces|自衛隊|Силы самообороны Японии|japan
national-assembly-of-south-korea|National Assembly of South Korea|South Korean National Assembly|大韓民国国会|Национальное собрание Республики Корея|south-korea
workers-party-of-korea|Workers' Party of Korea|WPK;Korean Workers' Party|朝鮮労働党|Трудовая партия Кореи|north-korea
foreign-ministry-of-france|Foreign Ministry of France|French Foreign Ministry|フランス外務省|Министерство иностранных дел Франции|france
foreign-ministry-of-italy|Foreign Ministry of Italy|Italian Foreign Ministry|イタリア外務省|Министерство иностранных дел Италии|italy
bundestag|Bundestag|German parliament|ドイツ連邦議会|Бундестаг|germany
foreign-office-of-germany|Federal Foreign Office of Germany|German Foreign Ministry;German Foreign Office;Auswärtiges Amt|ドイツ外務省|Министерство иностранных дел Германии|germany
foreign-office-of-the-united-kingdom|Foreign Office|FCDO;British Foreign Office;Foreign, Commonwealth and Development Office|イギリス外務省|Министерство иностранных дел Великобритании|united-kingdom
house-of-commons|British House of Commons|UK House of Commons|イギリス庶民院|Палата общин Великобритании|united-kingdom
mi6|MI6|Secret Intelligence Service|秘密情報部|МИ-6|united-kingdom
verkhovna-rada|Verkhovna Rada|Ukrainian parliament|ヴェルホーヴナ・ラーダ|Верховная рада|ukraine
armed-forces-of-ukraine|Armed Forces of Ukraine|Ukrainian Armed Forces|ウクライナ軍|Вооружённые силы Украины|ukraine
knesset|Knesset||クネセト|Кнессет|israel
israel-defense-forces|Israel Defense Forces|IDF;Israeli army;Israeli military;Israeli Defense Forces|イスラエル国防軍|Армия обороны Израиля|israel
mossad|Mossad||モサド|Моссад|israel
likud|Likud||リクード|Ликуд|israel
majlis|Majlis|Iranian parliament|イスラーム議会|Исламский консультативный совет|iran
akp|AKP|Justice and Development Party|公正発展党|Партия справедливости и развития|turkey
lok-sabha|Lok Sabha||ローク・サバー|Лок сабха|india
bjp|BJP|Bharatiya Janata Party|インド人民党|Бхаратия джаната парти|india
isi|ISI|Inter-Services Intelligence|軍統合情報局|Межведомственная разведка Пакистана|pakistan
tatmadaw|Tatmadaw||ミャンマー軍|Вооружённые силы Мьянмы|myanmar
"""

# id | name | other English names | demonyms | Japanese | Russian | note
PLACES = """
africa|Africa||African+|アフリカ|Африка
asia|Asia||Asian+|アジア|Азия
europe|Europe||European+|ヨーロッパ|Европа
eurasia|Eurasia||Eurasian+|ユーラシア|Евразия
north-america|North America||North American+|北アメリカ|Северная Америка
south-america|South America||South American+|南アメリカ|Южная Америка
latin-america|Latin America||Latin American+|ラテンアメリカ|Латинская Америка
central-america|Central America||Central American+|中央アメリカ|Центральная Америка
caribbean|Caribbean||Caribbean|カリブ海地域|Карибский регион
oceania|Oceania|||オセアニア|Океания
pacific-islands|Pacific Islands|Pacific Island countries|Pacific Islander+|太平洋諸島|Острова Тихого океана
polynesia|Polynesia||Polynesian+|ポリネシア|Полинезия
melanesia|Melanesia||Melanesian+|メラネシア|Меланезия
western-europe|Western Europe|West Europe|Western European+;West European+|西ヨーロッパ|Западная Европа
eastern-europe|Eastern Europe|East Europe|Eastern European+;East European+|東ヨーロッパ|Восточная Европа
central-europe|Central Europe||Central European+|中央ヨーロッパ|Центральная Европа
northern-europe|Northern Europe||Northern European+|北ヨーロッパ|Северная Европа
southern-europe|Southern Europe||Southern European+|南ヨーロッパ|Южная Европа
scandinavia|Scandinavia||Scandinavian+|スカンディナヴィア|Скандинавия
nordic-countries|Nordic countries|Nordic states||北欧諸国|Страны Северной Европы
baltic-states|Baltic states|Baltics;Baltic countries||バルト三国|Страны Балтии
balkans|Balkans|Balkan Peninsula;Western Balkans|Balkan|バルカン半島|Балканы
caucasus|Caucasus||Caucasus|コーカサス|Кавказ
south-caucasus|South Caucasus|Transcaucasia||南コーカサス|Закавказье
north-caucasus|North Caucasus||North Caucasian+|北コーカサス|Северный Кавказ
iberia|Iberian Peninsula||Iberian+|イベリア半島|Пиренейский полуостров
benelux|Benelux|||ベネルクス|Бенилюкс
middle-east|Middle East|Mideast|Middle Eastern;Middle Easterner+|中東|Ближний Восток
mena|Middle East and North Africa|MENA||中東・北アフリカ|Ближний Восток и Северная Африка
near-east|Near East|||近東|
levant|Levant||Levantine|レバント|Левант
gulf-states|Gulf states|Gulf countries;Gulf monarchies||湾岸諸国|Страны Персидского залива
arabian-peninsula|Arabian Peninsula|Arabia||アラビア半島|Аравийский полуостров
maghreb|Maghreb||Maghrebi+|マグリブ|Магриб
north-africa|North Africa|Northern Africa|North African+|北アフリカ|Северная Африка
west-africa|West Africa|Western Africa|West African+|西アフリカ|Западная Африка
east-africa|East Africa|Eastern Africa|East African+|東アフリカ|Восточная Африка
central-africa|Central Africa|||中部アフリカ|Центральная Африка
southern-africa|Southern Africa||Southern African+|南部アフリカ|Южная Африка
sub-saharan-africa|Sub-Saharan Africa||Sub-Saharan|サブサハラアフリカ|Африка южнее Сахары
sahel|Sahel||Sahelian|サヘル|Сахель
sahara|Sahara|Sahara Desert|Saharan|サハラ砂漠|Сахара
horn-of-africa|Horn of Africa|||アフリカの角|Африканский Рог
great-lakes-region|African Great Lakes|||アフリカ大湖沼|Великие Африканские озёра
central-asia|Central Asia||Central Asian+|中央アジア|Центральная Азия
south-asia|South Asia|Southern Asia|South Asian+|南アジア|Южная Азия
southeast-asia|Southeast Asia|South-East Asia;South East Asia|Southeast Asian+;South-East Asian|東南アジア|Юго-Восточная Азия
east-asia|East Asia|Eastern Asia|East Asian+|東アジア|Восточная Азия
northeast-asia|Northeast Asia|North-East Asia|Northeast Asian+|北東アジア|Северо-Восточная Азия
asia-pacific|Asia-Pacific|Asia Pacific;Asia-Pacific region||アジア太平洋|Азиатско-Тихоокеанский регион
indo-pacific|Indo-Pacific|Indo-Pacific region||インド太平洋|Индо-Тихоокеанский регион
indochina|Indochina||Indochinese|インドシナ|Индокитай
korean-peninsula|Korean Peninsula|Korean peninsula||朝鮮半島|Корейский полуостров
indian-subcontinent|Indian subcontinent|||インド亜大陸|Индийский субконтинент
siberia|Siberia||Siberian+|シベリア|Сибирь
russian-far-east|Russian Far East|||ロシア極東|Дальний Восток России
arctic|Arctic|Arctic region||北極|Арктика
global-south|Global South|||グローバル・サウス|Глобальный Юг
silk-road|Silk Road|||シルクロード|Шёлковый путь
indian-ocean|Indian Ocean|||インド洋|Индийский океан
pacific-ocean|Pacific Ocean|Pacific||太平洋|Тихий океан
western-pacific|Western Pacific|||西太平洋|Западная часть Тихого океана
atlantic-ocean|Atlantic Ocean|Atlantic||大西洋|Атлантический океан
north-atlantic|North Atlantic|||北大西洋|Северная Атлантика
arctic-ocean|Arctic Ocean|||北極海|Северный Ледовитый океан
southern-ocean|Southern Ocean|||南極海|Южный океан
mediterranean-sea|Mediterranean Sea|Mediterranean|Mediterranean|地中海|Средиземное море
eastern-mediterranean|Eastern Mediterranean|||東地中海|Восточное Средиземноморье
black-sea|Black Sea|||黒海|Чёрное море
sea-of-azov|Sea of Azov|Azov Sea||アゾフ海|Азовское море
baltic|Baltic|Baltic Sea;Baltic region||バルト海|Балтийское море
north-sea|North Sea|||北海|Северное море
norwegian-sea|Norwegian Sea|||ノルウェー海|Норвежское море
barents-sea|Barents Sea|||バレンツ海|Баренцево море
bering-sea|Bering Sea|||ベーリング海|Берингово море
sea-of-okhotsk|Sea of Okhotsk|Okhotsk Sea||オホーツク海|Охотское море
sea-of-japan|Sea of Japan|||日本海|Японское море
yellow-sea|Yellow Sea|||黄海|Жёлтое море
east-china-sea|East China Sea|||東シナ海|Восточно-Китайское море
south-china-sea|South China Sea|||南シナ海|Южно-Китайское море
philippine-sea|Philippine Sea|||フィリピン海|Филиппинское море
bay-of-bengal|Bay of Bengal|||ベンガル湾|Бенгальский залив
arabian-sea|Arabian Sea|||アラビア海|Аравийское море
persian-gulf|Persian Gulf|||ペルシャ湾|Персидский залив
gulf-of-oman|Gulf of Oman|||オマーン湾|Оманский залив
gulf-of-aden|Gulf of Aden|||アデン湾|Аденский залив
gulf-of-guinea|Gulf of Guinea|||ギニア湾|Гвинейский залив
red-sea|Red Sea|||紅海|Красное море
aegean-sea|Aegean Sea|Aegean||エーゲ海|Эгейское море
adriatic-sea|Adriatic Sea|Adriatic||アドリア海|Адриатическое море
caspian-sea|Caspian Sea|Caspian||カスピ海|Каспийское море
aral-sea|Aral Sea|||アラル海|Аральское море
caribbean-sea|Caribbean Sea|||カリブ海|Карибское море
gulf-of-mexico|Gulf of Mexico|||メキシコ湾|Мексиканский залив
english-channel|English Channel|||イギリス海峡|Ла-Манш
taiwan-strait|Taiwan Strait|Taiwan Straits;Strait of Taiwan||台湾海峡|Тайваньский пролив
strait-of-hormuz|Strait of Hormuz|Hormuz Strait;Straits of Hormuz;Hormuz||ホルムズ海峡|Ормузский пролив
strait-of-malacca|Strait of Malacca|Malacca Strait;Straits of Malacca||マラッカ海峡|Малаккский пролив
bab-el-mandeb|Bab el-Mandeb|Bab al-Mandab;Bab el-Mandeb Strait;Bab al-Mandeb||バブ・エル・マンデブ海峡|Баб-эль-Мандебский пролив
turkish-straits|Turkish Straits|||トルコ海峡|Черноморские проливы
bosporus|Bosporus|Bosphorus||ボスポラス海峡|Босфор
dardanelles|Dardanelles|||ダーダネルス海峡|Дарданеллы
strait-of-gibraltar|Strait of Gibraltar|||ジブラルタル海峡|Гибралтарский пролив
kerch-strait|Kerch Strait|Strait of Kerch||ケルチ海峡|Керченский пролив
bering-strait|Bering Strait|||ベーリング海峡|Берингов пролив
tsushima-strait|Tsushima Strait|Korea Strait||対馬海峡|Корейский пролив
soya-strait|La Pérouse Strait|Soya Strait||宗谷海峡|Пролив Лаперуза
tsugaru-strait|Tsugaru Strait|||津軽海峡|Сангарский пролив
luzon-strait|Luzon Strait|||ルソン海峡|Лусонский пролив
suez-canal|Suez Canal|||スエズ運河|Суэцкий канал
panama-canal|Panama Canal|||パナマ運河|Панамский канал
giuk-gap|GIUK gap|||GIUKギャップ|Фареро-Исландский рубеж
suwalki-gap|Suwalki Gap|Suwałki Gap;Suwalki Corridor||スヴァウキ回廊|Сувалкский коридор
northwest-passage|Northwest Passage|||北西航路|Северо-Западный проход
volga|Volga|Volga River||ヴォルガ川|Волга
danube|Danube|Danube River||ドナウ川|Дунай
rhine|Rhine|||ライン川|Рейн
nile|Nile|Nile River||ナイル川|Нил
euphrates|Euphrates|||ユーフラテス川|Евфрат
tigris|Tigris|||ティグリス川|Тигр
mekong|Mekong|Mekong River||メコン川|Меконг
indus|Indus River|||インダス川|Инд
brahmaputra|Brahmaputra|||ブラマプトラ川|Брахмапутра
yangtze|Yangtze|Yangtze River||長江|Янцзы
amur-river|Amur River|||アムール川|Амур
yalu-river|Yalu River|||鴨緑江|Ялуцзян
himalayas|Himalayas||Himalayan|ヒマラヤ山脈|Гималаи
alps|Alps||Alpine|アルプス山脈|Альпы
urals|Urals|Ural Mountains||ウラル山脈|Урал
andes|Andes||Andean|アンデス山脈|Анды
amazon-rainforest|Amazon rainforest|Amazonia|Amazonian|アマゾン熱帯雨林|Амазония
west-bank|West Bank|||ヨルダン川西岸地区|Западный берег реки Иордан
gaza-strip|Gaza Strip|Gaza|Gazan+|ガザ地区|Сектор Газа
east-jerusalem|East Jerusalem|||東エルサレム|Восточный Иерусалим
golan-heights|Golan Heights|Golan||ゴラン高原|Голанские высоты|held by Israel, claimed by Syria
sinai|Sinai Peninsula|Sinai||シナイ半島|Синайский полуостров
kurdistan|Kurdistan||Kurdish;Kurd+|クルディスタン|Курдистан
iraqi-kurdistan|Iraqi Kurdistan|Kurdistan Region||クルディスタン地域|Иракский Курдистан
rojava|Rojava|||ロジャヴァ|Рожава
darfur|Darfur||Darfuri+|ダルフール|Дарфур
tigray|Tigray||Tigrayan+|ティグライ州|Тыграй
ogaden|Ogaden|||オガデン|Огаден
puntland|Puntland|||プントランド|Пунтленд
cabo-delgado|Cabo Delgado|||カーボ・デルガード州|Кабу-Делгаду
biafra|Biafra||Biafran+|ビアフラ|Биафра
katanga|Katanga|||カタンガ|Катанга
kivu|Kivu|North Kivu;South Kivu||キヴ|Киву
crimea|Crimea|Crimean Peninsula|Crimean+|クリミア|Крым|held by Russia since 2014, claimed by Ukraine
donbas|Donbas|Donbass||ドンバス|Донбасс
donetsk-region|Donetsk Oblast|Donetsk region||ドネツク州|Донецкая область
luhansk-region|Luhansk Oblast|Luhansk region;Lugansk Oblast||ルハンシク州|Луганская область
chechnya|Chechnya|Chechen Republic|Chechen+|チェチェン|Чечня
dagestan|Dagestan||Dagestani+|ダゲスタン|Дагестан
tatarstan|Tatarstan||Tatar+|タタールスタン|Татарстан
nagorno-karabakh|Nagorno-Karabakh|Karabakh;Nagorno Karabakh||ナゴルノ・カラバフ|Нагорный Карабах
nakhchivan|Nakhchivan|Nakhichevan||ナヒチェヴァン|Нахичевань
zangezur-corridor|Zangezur corridor|Zangezur||ザンゲズール回廊|Зангезурский коридор
adjara|Adjara|Ajaria||アジャリア|Аджария
gagauzia|Gagauzia||Gagauz|ガガウズ|Гагаузия
republika-srpska|Republika Srpska|||スルプスカ共和国|Республика Сербская
vojvodina|Vojvodina|||ヴォイヴォディナ|Воеводина
catalonia|Catalonia||Catalan+|カタルーニャ|Каталония
basque-country|Basque Country||Basque+|バスク|Страна Басков
corsica|Corsica||Corsican+|コルシカ|Корсика
sicily|Sicily||Sicilian+|シチリア|Сицилия
bavaria|Bavaria||Bavarian+|バイエルン|Бавария
flanders|Flanders||Flemish|フランデレン|Фландрия
wallonia|Wallonia||Walloon+|ワロン|Валлония
gotland|Gotland|||ゴットランド島|Готланд
aland|Åland|Åland Islands||オーランド諸島|Аландские острова
kola-peninsula|Kola Peninsula|||コラ半島|Кольский полуостров
kamchatka|Kamchatka Peninsula|Kamchatka||カムチャツカ半島|Камчатка
sakhalin|Sakhalin|Sakhalin Island||サハリン|Сахалин
kuril-chain|Kuril Islands|Kurils;Kuriles;Kurile Islands||千島列島|Курильские острова|the whole chain, the disputed islands are kurils
kurils|disputed islands off Hokkaido|Southern Kurils|||
shikotan|Shikotan|||色丹島|Шикотан
habomai|Habomai|Habomai islands||歯舞群島|Хабомаи
kunashir|Kunashir|Kunashiri||国後島|Кунашир
iturup|Iturup|Etorofu||択捉島|Итуруп
hokkaido|Hokkaido|||北海道|Хоккайдо
honshu|Honshu|||本州|Хонсю
kyushu|Kyushu|||九州|Кюсю
okinawa|Okinawa||Okinawan+|沖縄|Окинава
ryukyu-islands|Ryukyu Islands|Ryukyus||琉球諸島|Острова Рюкю
senkaku|Senkaku Islands|Senkakus||尖閣諸島|Острова Сенкаку|held by Japan, claimed by China and Taiwan
dokdo|Liancourt Rocks|||リアンクール岩礁|Скалы Лианкур|held by South Korea, claimed by Japan
spratly-islands|Spratly Islands|Spratlys||南沙諸島|Острова Спратли|claimed by several states
paracel-islands|Paracel Islands|Paracels||西沙諸島|Парасельские острова|held by China, claimed by Vietnam and Taiwan
scarborough-shoal|Scarborough Shoal|||スカボロー礁|Риф Скарборо|claimed by China, the Philippines and Taiwan
second-thomas-shoal|Second Thomas Shoal|||セカンド・トーマス礁|Риф Томас-Второй|claimed by several states
kinmen|Kinmen|Quemoy||金門|Цзиньмэнь
matsu-islands|Matsu Islands|||馬祖列島|Мацзу
korean-dmz|Korean Demilitarized Zone|Demilitarized Zone;DMZ||軍事境界線|Корейская демилитаризованная зона
manchuria|Manchuria||Manchurian+|満洲|Маньчжурия
inner-mongolia|Inner Mongolia||Inner Mongolian+|内モンゴル|Внутренняя Монголия
tibet|Tibet|Tibet Autonomous Region|Tibetan+|チベット|Тибет
xinjiang|Xinjiang|East Turkestan;Xinjiang Uyghur Autonomous Region|Uyghur+;Uighur+|新疆|Синьцзян
hainan|Hainan|||海南島|Хайнань
guangdong|Guangdong|||広東省|Гуандун
fujian|Fujian|||福建省|Фуцзянь
yunnan|Yunnan|||雲南省|Юньнань
kashmir|Kashmir|Jammu and Kashmir|Kashmiri+|カシミール|Кашмир|divided between India, Pakistan and China, claimed by each in part
ladakh|Ladakh||Ladakhi+|ラダック|Ладакх
aksai-chin|Aksai Chin|||アクサイチン|Аксайчин|held by China, claimed by India
arunachal-pradesh|Arunachal Pradesh|||アルナーチャル・プラデーシュ州|Аруначал-Прадеш|held by India, claimed by China
doklam|Doklam|||ドクラム|Доклам|claimed by China and Bhutan
galwan-valley|Galwan Valley|Galwan||ガルワン渓谷|Долина Галван
punjab|Punjab||Punjabi+|パンジャーブ|Пенджаб
bengal|Bengal||Bengali+|ベンガル|Бенгалия
balochistan|Balochistan|Baluchistan|Baloch;Baluch|バローチスターン|Белуджистан
waziristan|Waziristan|North Waziristan;South Waziristan||ワジリスタン|Вазиристан
khyber-pakhtunkhwa|Khyber Pakhtunkhwa|||カイバル・パクトゥンクワ州|Хайбер-Пахтунхва
durand-line|Durand Line|||デュアランド・ライン|Линия Дюранда
fergana-valley|Fergana Valley|Ferghana Valley||フェルガナ盆地|Ферганская долина
karakalpakstan|Karakalpakstan|||カラカルパクスタン|Каракалпакстан
rakhine|Rakhine State|Rakhine|Rohingya+|ラカイン州|Ракхайн
aceh|Aceh||Acehnese|アチェ|Ачех
west-papua|West Papua|Irian Jaya|West Papuan+|西パプア|Западное Папуа
borneo|Borneo|||ボルネオ|Борнео
mindanao|Mindanao|||ミンダナオ|Минданао
bougainville|Bougainville|||ブーゲンビル|Бугенвиль
chagos-islands|Chagos Islands|Chagos Archipelago;Chagos|Chagossian+|チャゴス諸島|Архипелаг Чагос
falkland-islands|Falkland Islands|Falklands|Falkland Islander+|フォークランド諸島|Фолклендские острова|held by the United Kingdom, claimed by Argentina
essequibo|Essequibo|Guayana Esequiba||エセキボ|Эссекибо|held by Guyana, claimed by Venezuela
patagonia|Patagonia|||パタゴニア|Патагония
quebec|Quebec|Québec|Quebecer+|ケベック|Квебек
alaska|Alaska||Alaskan+|アラスカ|Аляска
hawaii|Hawaii||Hawaiian+|ハワイ|Гавайи
california|California||Californian+|カリフォルニア|Калифорния
texas|Texas||Texan+|テキサス|Техас
florida|Florida||Floridian+|フロリダ|Флорида
"""

# What a party calls a place: entity | used_by | names
CONTESTED = """
kurils|japan|Northern Territories|北方領土|
kurils|russia|South Kurils;South Kuril Islands;Southern Kuril Islands||Южные Курилы;Южно-Курильские острова
senkaku|china|Diaoyu Islands;Diaoyu|釣魚島|Дяоюйдао
senkaku|taiwan|Diaoyutai;Diaoyutai Islands|釣魚台|Дяоюйтай
dokdo|south-korea|Dokdo|独島|Токто
dokdo|japan|Takeshima|竹島|Такэсима
sea-of-japan|south-korea|East Sea||
spratly-islands|china|Nansha Islands||
spratly-islands|vietnam|Truong Sa||
paracel-islands|china|Xisha Islands||
paracel-islands|vietnam|Hoang Sa||
scarborough-shoal|china|Huangyan Island||
scarborough-shoal|philippines|Panatag Shoal;Bajo de Masinloc||
second-thomas-shoal|china|Ren'ai Reef||
second-thomas-shoal|philippines|Ayungin Shoal||
south-china-sea|philippines|West Philippine Sea||
south-china-sea|vietnam|East Vietnam Sea||
persian-gulf|saudi-arabia|Arabian Gulf||
gulf-of-mexico|united-states|Gulf of America||
falkland-islands|argentina|Malvinas;Islas Malvinas;Malvinas Islands|マルビナス諸島|Мальвинские острова
nagorno-karabakh|armenia|Artsakh;Republic of Artsakh|アルツァフ|Арцах
arunachal-pradesh|china|Zangnan;South Tibet||
west-bank|israel|Judea and Samaria|ユダヤ・サマリア|Иудея и Самария
"""

# Groups that sources speak of as actors: id | type | name | other English names | demonyms | Japanese | Russian
GROUPS = """
western-countries|Actor|Western countries|the West;Western powers|Western;Westerner+|西側諸国|Западные страны
"""

# Demonyms that belong to more than one entity, on purpose: the context has to tell
SHARED_DEMONYMS = {
    "Congolese": ("democratic-republic-of-the-congo", "republic-of-the-congo"),
    "Dominican": ("dominica", "dominican-republic"),
    "Dominicans": ("dominica", "dominican-republic"),
    "Korean": ("north-korea", "south-korea"),
    "Koreans": ("north-korea", "south-korea"),
}

# Without accents these are common words or other places
NOT_FOLDED = {"Malé", "San José"}
WIKIDATA = """
nato Q7184
vladivostok Q959
osaka Q35765
crimea Q7835
siberia Q5428
arctic-ocean Q788
black-sea Q166
indian-ocean Q1239
east-asia Q27231
central-asia Q27275
asia Q48
eurasia Q5401
europe Q46
western-europe Q27496
middle-east Q7204
"""
# Entities whose type the project writes differently
TYPES = {"gazprom": "Company", "rosatom": "Company"}
DATED = {(id_, "Nur-Sultan"): "2019-03/2022-09" for id_ in ("astana", "kazakhstan")}


def rows(table: str, width: int) -> Iterator[list[str]]:
    """The rows of a table, each filled up to a width."""
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > width:
            raise ValueError(f"{len(cells)} cells, not {width}: {line}")
        yield cells + [""] * (width - len(cells))


def listed(cell: str) -> list[str]:
    """The parts of a cell."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def slug(name: str) -> str:
    """The id that a name gives: `São Tomé` → `sao-tome`."""
    words = re.findall(r"[a-z0-9]+", folded(name).casefold().replace("'", "").replace(".", ""))
    return "-".join(words)


def folded(name: str) -> str:
    """A name without accents."""
    plain = name.replace("ł", "l").replace("Ł", "L")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


class Labels:
    """Japanese and Russian labels of territories and cities, as CLDR has them."""

    def __init__(self) -> None:
        if not version("babel").startswith(BABEL):
            raise SystemExit(f"Babel {BABEL} is needed for the same bytes; {version('babel')} is installed")
        self.locales = {lang: Locale(lang) for lang in ("ja", "ru")}
        self.cities = {
            lang: {
                slug(zone.rpartition("/")[2].replace("_", " ")): data["city"]
                for zone, data in sorted(locale.time_zones.items())
                if "city" in data and not zone.startswith(("Etc/", "Antarctica/"))
            }
            for lang, locale in self.locales.items()
        }

    def territory(self, code: str, lang: str) -> str:
        """The label of an ISO code, abbreviations written out."""
        label = self.locales[lang].territories.get(code, "")
        return re.sub(r"о-в(а?)\b", r"остров\1", label)

    def city(self, name: str, lang: str) -> str:
        """The label of a city that is the example of a time zone."""
        return self.cities[lang].get(slug(name), "")


class World:
    """The gazetteer while it is made."""

    def __init__(self) -> None:
        self.labels = Labels()
        self.entities: dict[str, Entity] = {}
        self.names: dict[tuple[str, str, str, str, str], Name] = {}
        self.wikidata = dict(line.split() for line in WIKIDATA.strip().splitlines())
        self.capitals = {cells[0]: cells[1:] for cells in rows(CAPITALS, 4)}

    def entity(self, id_: str, type_: str, name: str, side: str = "", note: str = "", wikidata: str = "") -> str:
        """Add an entity; its id must be new."""
        if id_ in self.entities:
            raise ValueError(f"{id_} stands twice")
        types = (TYPES.get(id_, type_),)
        self.entities[id_] = Entity(id_, types, name, side, wikidata or self.wikidata.get(id_, ""), note)
        self.add(id_, "en", "alias", [name])
        return id_

    def add(self, id_: str, lang: str, kind: str, names: list[str], used_by: str = "") -> None:
        """Add names of an entity; English ones also without accents and with a typographic apostrophe."""
        for name in names:
            forms = [name]
            if lang == "en":
                forms += [folded(name)] if name not in NOT_FOLDED else []
                forms += [form.replace("'", "’") for form in forms if "'" in form]
            for form in dict.fromkeys(forms):
                held = form == self.entities[id_].name or any(
                    (id_, lang, form, other, by) in self.names
                    for other, by in (("alias", ""), ("", ""), (kind, used_by))
                )
                if not held:
                    when = DATED.get((id_, form), "")
                    self.names[id_, lang, form, kind, used_by] = Name(id_, form, lang, kind, used_by, when)

    def label(self, id_: str, lang: str, label: str, others: str = "") -> None:
        """Add the proper label in a language, and others beside it."""
        self.add(id_, lang, "", [label] if label else [])
        self.add(id_, lang, "alias", listed(others))

    def demonyms(self, id_: str, cell: str) -> None:
        """Add demonyms: `Russian+` is Russian and Russians."""
        for part in listed(cell):
            self.add(id_, "en", "demonym", [part[:-1], part[:-1] + "s"] if part.endswith("+") else [part])

    def city(self, name: str, side: str, note: str, ja: str, ru: str, aliases: str) -> str:
        """Add a city."""
        id_ = slug(name.partition(",")[0])
        id_ = self.entity(id_ + "-city" if id_ in self.entities else id_, "Place", name, side, note)
        self.label(id_, "ja", ja or self.labels.city(name, "ja"))
        self.label(id_, "ru", ru or self.labels.city(name, "ru"))
        self.add(id_, "en", "alias", listed(aliases))
        return id_

    def capital(self, cell: str, state: str, metonym: bool = True) -> None:
        """Add a capital, and its names as metonyms of the state."""
        name, _, note = cell.removeprefix("!").partition("[")
        note = note.removesuffix("]") or f"capital of {self.entities[state].name}"
        ja, ru, aliases = self.capitals.pop(name, ["", "", ""])
        side = "" if name == "Jerusalem" else self.entities[state].side or state
        id_ = self.city(name, side, note, ja, ru, aliases)
        if metonym and not cell.startswith("!"):
            taken = {key[2] for key in self.names if key[0] == state}
            for key in [key for key in self.names if key[0] == id_]:
                if key[2] not in taken:
                    self.add(state, key[1], "metonym", [key[2]])
            self.add(state, "en", "metonym", [name])

    def territory_labels(self, id_: str, code: str) -> None:
        """Add the labels of a state or territory."""
        written = {cells[0]: cells[1:] for cells in rows(STATE_LABELS, 5)} | {
            cells[0]: [*cells[1:], "", ""] for cells in rows(NAMED_LABELS, 3)
        }
        ja, ru, more_ja, more_ru = written.get(code) or written.get(id_) or ["", "", "", ""]
        self.label(id_, "ja", ja or self.labels.territory(code, "ja"), more_ja)
        self.label(id_, "ru", ru or self.labels.territory(code, "ru"), more_ru)

    def make(self) -> None:
        """Everything, in the order of the tables."""
        capitals = [*self.states(), *self.territories()]
        self.things()
        for seat, place, metonym in capitals:
            self.capital(seat, place, metonym)
        for name, side, ja, ru, aliases in rows(CITIES, 5):
            self.city(name, side, "", ja, ru, aliases)
        self.parties()
        if self.capitals:
            raise ValueError(f"labels of no capital: {', '.join(self.capitals)}")

    def states(self) -> list[tuple[str, str, bool]]:
        """Add the states; their capitals, to be added when all ids of states are known."""
        capitals = []
        for name, code, item, aliases, demonyms, seats, note in rows(STATES, 7):
            code_note = f"ISO {code}" if code else ""
            id_ = self.entity(slug(name), "State", name, "", ", ".join(filter(None, (code_note, note))), item)
            prefix = {"R": f"Republic of {name}", "K": f"Kingdom of {name}"}
            self.add(id_, "en", "alias", [prefix.get(alias, alias) for alias in listed(aliases)])
            self.demonyms(id_, demonyms)
            self.territory_labels(id_, code)
            capitals += [(seat, id_, True) for seat in split_seats(seats)]
        return capitals

    def territories(self) -> list[tuple[str, str, bool]]:
        """Add the territories; their capitals, which are no metonyms."""
        capitals = []
        for name, code, side, aliases, demonyms, seats, note in rows(TERRITORIES, 7):
            code_note = f"ISO {code}" if code else ""
            id_ = self.entity(slug(name), "Place", name, side, ", ".join(filter(None, (code_note, note))))
            self.add(id_, "en", "alias", listed(aliases))
            self.demonyms(id_, demonyms)
            self.territory_labels(id_, code)
            capitals += [(seat, id_, False) for seat in split_seats(seats)]
        return capitals

    def things(self) -> None:
        """Add organizations, groups and places."""
        table = [
            *(
                (id_, "Organization", name, side, note, aliases, "", ja, ru)
                for id_, name, aliases, ja, ru, side, note in rows(ORGANIZATIONS, 7)
            ),
            *(
                (id_, type_, name, "", "", aliases, demonyms, ja, ru)
                for id_, type_, name, aliases, demonyms, ja, ru in rows(GROUPS, 7)
            ),
            *(
                (id_, "Place", name, "", note, aliases, demonyms, ja, ru)
                for id_, name, aliases, demonyms, ja, ru, note in rows(PLACES, 7)
            ),
        ]
        for id_, type_, name, side, note, aliases, demonyms, ja, ru in table:
            self.entity(id_, type_, name, side, note)
            self.add(id_, "en", "alias", listed(aliases))
            self.demonyms(id_, demonyms)
            self.label(id_, "ja", ja)
            self.label(id_, "ru", ru)

    def parties(self) -> None:
        """Add metonyms of governments, and what parties call a place."""
        for id_, *cells in rows(METONYMS, 4):
            for lang, cell in zip(("en", "ja", "ru"), cells, strict=True):
                self.add(id_, lang, "metonym", listed(cell))
        for id_, party, *cells in rows(CONTESTED, 5):
            for lang, cell in zip(("en", "ja", "ru"), cells, strict=True):
                self.add(id_, lang, "contested", listed(cell), party)

    def files(self) -> dict[str, str]:
        """The text of the two files."""
        order = {id_: number for number, id_ in enumerate(self.entities)}
        langs = {"en": 0, "ja": 1, "ru": 2}
        names = sorted(self.names.values(), key=lambda name: (order[name.entity], langs[name.lang]))
        return {
            "entities.csv": format_csv(self.entities.values(), ENTITIES, ENTITIES.columns),
            "names.csv": format_csv(names, NAMES, NAMES.columns),
        }


def split_seats(cell: str) -> list[str]:
    """The capitals of a cell."""
    return [part for part in re.split(r";(?![^\[]*\])", cell) if part]


def faults(texts: dict[str, str]) -> Iterator[str]:
    """What is wrong with the files as they lie in the folder."""
    for file, text in texts.items():
        if (HERE / file).read_bytes() != text.encode():
            yield f"{file} is not what make_world.py makes"
    entities, issues = read_csv(HERE / "entities.csv", ENTITIES, "world/entities.csv")
    names, more = read_csv(HERE / "names.csv", NAMES, "world/names.csv")
    vocabulary = load_vocabulary(HERE.parent.parent / "ontology")
    issues += more + check_dossier(Dossier(entities=entities, names=names), vocabulary)
    yield from map(str, issues)
    yield from (f"id {entity.id}" for entity in entities if not ID_FORM.fullmatch(entity.id))
    yield from shared(entities, names)
    yield from beside_project(entities, names)


def shared(entities: tuple[Entity, ...], names: tuple[Name, ...]) -> Iterator[str]:
    """Names that two entities have, but for a state and its own capital, and the demonyms listed."""
    capitals = {
        frozenset((entity.id, entity.side))
        for entity in entities
        if entity.side and re.search(r"\b(capital|seat of government|largest city)\b", entity.note)
    } | {frozenset(("jerusalem", "israel"))}
    holders: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        holders[entity.name.casefold()].add(entity.id)
        kinds[entity.name.casefold()].add("name")
    for name in names:
        holders[name.name.casefold()].add(name.entity)
        kinds[name.name.casefold()].add(name.kind)
    allowed = {name.casefold(): set(ids) for name, ids in SHARED_DEMONYMS.items()}
    for form, ids in sorted(holders.items()):
        if len(ids) == 1 or ids == allowed.get(form):
            continue
        if ids not in capitals and (form, tuple(sorted(ids))) not in SHARED_PLACES:
            yield f"'{form}' is {' and '.join(sorted(ids))}, as {', '.join(sorted(map(str, kinds[form])))}"


# Other names shared on purpose
SHARED_PLACES = {
    ("brussels", ("brussels", "european-union")),
    ("ブリュッセル", ("brussels", "european-union")),
    ("брюссель", ("brussels", "european-union")),
}


def beside_project(entities: tuple[Entity, ...], names: tuple[Name, ...]) -> Iterator[str]:
    """Where the project's own tables use an id for something else, or another id for the same name."""
    seeds = HERE.parent
    own, _ = read_csv(seeds / "entities.csv", ENTITIES, "entities.csv")
    own_names, _ = read_csv(seeds / "names.csv", NAMES, "names.csv")
    by_id = {entity.id: entity for entity in own}
    of_name: dict[str, set[str]] = defaultdict(set)
    for entity in own:
        of_name[entity.name.casefold()].add(entity.id)
    for name in own_names:
        if name.kind in ("", "alias", "contested"):
            of_name[name.name.casefold()].add(name.entity)
    for entity in entities:
        same = by_id.get(entity.id)
        if same and (same.name, same.types) != (entity.name, entity.types):
            yield f"{entity.id} is {same.name} ({same.types}) in the project, {entity.name} ({entity.types}) here"
        if same and same.wikidata and same.wikidata != entity.wikidata:
            yield f"{entity.id} is {same.wikidata} in the project, {entity.wikidata or 'blank'} here"
        holders = of_name.get(entity.name.casefold())
        if holders and entity.id not in holders:
            yield f"'{entity.name}' is {' and '.join(sorted(holders))} in the project, {entity.id} here"
    for name in names:
        holders = of_name.get(name.name.casefold())
        if name.kind in ("", "alias", "contested") and holders and name.entity not in holders:
            yield f"'{name.name}' is {' and '.join(sorted(holders))} in the project, {name.entity} here"


def main(arguments: list[str]) -> int:
    """Write the files, or check them."""
    world = World()
    world.make()
    texts = world.files()
    if arguments != ["--check"]:
        for file, text in texts.items():
            (HERE / file).write_bytes(text.encode())
        return 0
    found = list(faults(texts))
    sys.stdout.write("".join(f"{line}\n" for line in found) or "no issues\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
