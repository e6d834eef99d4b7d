# A juror's time zone: the command /strefa, and the mark that says whose time it is.

command-strefa = your time zone
zone-which =
    By which clock shall I tell dates? Now: { $place }, { $now }.
    Tap a city or write its name. For another zone write it like this: America/Toronto.
zone-set = I tell dates and keep quiet at night by this clock: { $place }. It is { $now } there now. To change it: /strefa
mistake-zone-not-read = I do not know the zone “{ $value }”. Write a city of the list, for example London, or the name of a zone: America/Toronto. /strefa shows the list.
moment-elsewhere = { $moment } ({ $place })
door-there = { $door } (Polish time)
door-now = closed now
door-open-now = open now, until { $until }
prompt-time-there = Give the time by the clock in Poland.
own-data-zone = Time zone: { $place }

## Cities

city-europe-warsaw = Warsaw
city-europe-london = London
city-europe-dublin = Dublin
city-europe-lisbon = Lisbon
city-europe-kyiv = Kyiv
city-europe-vilnius = Vilnius
city-europe-helsinki = Helsinki
city-europe-athens = Athens
city-america-new-york = New York
city-america-chicago = Chicago
city-america-los-angeles = Los Angeles
city-australia-sydney = Sydney
