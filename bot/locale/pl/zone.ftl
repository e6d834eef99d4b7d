# Strefa czasowa jurora: polecenie /strefa i znak, czyj to czas.

command-strefa = Twoja strefa czasowa
zone-which =
    Według jakiego zegara mam podawać terminy? Teraz: { $place }, { $now }.
    Stuknij miasto albo napisz jego nazwę. Inną strefę wpisz tak: America/Toronto.
zone-set = Terminy i ciszę nocną liczę według zegara: { $place }. Jest tam teraz { $now }. Zmiana: /strefa
mistake-zone-not-read = Nie znam strefy „{ $value }”. Napisz miasto z listy, na przykład Londyn, albo nazwę strefy: America/Toronto. Listę pokaże /strefa.
moment-elsewhere = { $moment } ({ $place })
door-there = { $door } (czas w Polsce)
door-now = teraz zamknięte
door-open-now = teraz otwarte, do { $until }
prompt-time-there = Podaj godzinę według czasu w Polsce.
own-data-zone = Strefa czasowa: { $place }

## Miasta

city-europe-warsaw = Warszawa
city-europe-london = Londyn
city-europe-dublin = Dublin
city-europe-lisbon = Lizbona
city-europe-kyiv = Kijów
city-europe-vilnius = Wilno
city-europe-helsinki = Helsinki
city-europe-athens = Ateny
city-america-new-york = Nowy Jork
city-america-chicago = Chicago
city-america-los-angeles = Los Angeles
city-australia-sydney = Sydney
