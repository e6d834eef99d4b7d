# Panel i wszystko, do czego prowadzi: liczby, listy kontaktów, alarmy, pytania jurorów, przypomnienia, poranny skrót.

## Panel

command-przypomnij = przypomnienia dla jurorów, którzy zwlekają
panel-head =
    <b>{ $name } { $year }</b>
    Etap: { $phase }
phase-preparation = przygotowanie
phase-collecting = zbieranie ocen
phase-checking = sprawdzanie
phase-frozen = wyniki zamrożone
phase-published = wyniki ogłoszone
phase-archived = edycja w archiwum
panel-until-start = Początek zbierania: { $when } ({ $left })
panel-until-close = Koniec zbierania: { $when } ({ $left })
panel-until-checked = Sprawdzanie do: { $when } ({ $left })
panel-until-results = Wyniki: { $when } ({ $left })
panel-days = { $days ->
    [0] dziś
    [one] za { $days } dzień
    [few] za { $days } dni
   *[other] za { $days } dni
  }
panel-past = już minęło
panel-people = Uczestnicy: { $entrants } · jurorzy: { $jurors }{ $registering ->
    [0] { "" }
   *[other] {" "}(rejestruje się: { $registering })
  }
panel-done = Zatwierdzone kontakty: { $done } z { $planned } ({ $share } %)
panel-now = <b>Teraz czeka na Ciebie</b>
panel-calm = Nic teraz na Ciebie nie czeka.
needs-alarms = { $count ->
    [one] • { $count } alarm
    [few] • { $count } alarmy
   *[other] • { $count } alarmów
  }
needs-answers = { $count ->
    [one] • { $count } pytanie jurora bez odpowiedzi
    [few] • { $count } pytania jurorów bez odpowiedzi
   *[other] • { $count } pytań jurorów bez odpowiedzi
  }
needs-entrants = • Nie ma jeszcze uczestników. Wyślij tu plik CSV albo XLSX.
needs-jurors = • Nie ma jeszcze jurorów. Zaproś ich.
needs-plan = { $count ->
    [one] • { $count } kontakt bez jurora
    [few] • { $count } kontakty bez jurora
   *[other] • { $count } kontaktów bez jurora
  }
needs-nudge = { $count ->
    [one] • { $count } juror zwleka z odpowiedzią albo z terminem
    [few] • { $count } jurorów zwleka z odpowiedzią albo z terminem
   *[other] • { $count } jurorów zwleka z odpowiedzią albo z terminem
  }
needs-check = { $count ->
    [one] • { $count } zgłoszenie do sprawdzenia
    [few] • { $count } zgłoszenia do sprawdzenia
   *[other] • { $count } zgłoszeń do sprawdzenia
  }
needs-freeze = • Wszystko sprawdzone. Wyniki można zamrozić.
needs-appeals = { $count ->
    [one] • { $count } odwołanie do rozpatrzenia
    [few] • { $count } odwołania do rozpatrzenia
   *[other] • { $count } odwołań do rozpatrzenia
  }
needs-awards = • Wyniki są zamrożone. Nagrody według zasad czekają na przyznanie.
needs-ballots = { $count ->
    [one] • Kapituła głosuje: { $count } otwarte głosowanie
    [few] • Kapituła głosuje: { $count } otwarte głosowania
   *[other] • Kapituła głosuje: { $count } otwartych głosowań
  }
needs-publish = • Nagrody są przyznane, żadne głosowanie nie trwa. Wyniki można ogłosić.
needs-button-alarms = Alarmy · { $count }
needs-button-answers = Pytania jurorów · { $count }
needs-button-entrants = Uczestnicy
needs-button-jurors = Zaproś jurorów
needs-button-plan = Przydziel kontakty · { $count }
needs-button-nudge = Przypomnij jurorom · { $count }
needs-button-check = Sprawdź zgłoszenia · { $count }
needs-button-freeze = Zamroź wyniki
needs-button-appeals = Rozpatrz odwołania · { $count }
needs-button-awards = Przyznaj nagrody
needs-button-ballots = Kapituła · { $count }
needs-button-publish = Ogłoś wyniki
button-refresh = Odśwież
button-panel = Panel
button-page-before = Wcześniejsze
button-page-after = Dalsze

# Liczby: każda jest przyciskiem.
stage-free = Bez jurora · { $count }
stage-promised = Zaplanowane · { $count }
stage-offered = Oferty · { $count }
stage-running = W toku · { $count }
stage-waiting = Czekają · { $count }
stage-submitted = Do kontroli · { $count }
stage-approved = W wyniku · { $count }

# Menu panelu.
menu-people = Ludzie
menu-work = Zbieranie ocen
menu-results = Wyniki
menu-keeping = Zaplecze
menu-head = <b>{ $menu }</b>
menu-line = /{ $word } – { $told }
go-uczestnicy = Uczestnicy · { $count }
go-jurorzy = Jurorzy · { $count }
go-zapros = Zaproszenia
go-przydzial = Przydział · { $count }
go-postep = Postęp
go-kontrola = Kontrola · { $count }
go-terminy = Terminy
go-przypomnij = Przypomnij
go-ranking = Ranking
go-zamroz = Zamrożenie
go-nagrody = Nagrody
go-kopia = Kopia
go-odrocz = Dane osobowe
go-dziennik = Dziennik
go-eksport = Eksport
go-role = Role
go-kto = Kto jest kim
go-konflikt = Mój konflikt
go-ogloszenie = Ogłoszenie
go-nominacje = Nominacje

## Listy kontaktów

contacts-free = <b>Bez jurora: { $count }</b>
contacts-offered = <b>Oferty bez odpowiedzi: { $count }</b>
contacts-running = <b>W toku: { $count }</b>
contacts-waiting = <b>Czekają na odpowiedź instytucji: { $count }</b>
contacts-submitted = <b>Do sprawdzenia: { $count }</b>
contacts-approved = <b>Zatwierdzone: { $count }</b>
contacts-line = <b>{ $label }</b> · { $code } · { $channel }
contacts-where = { $name }, { $when }
contacts-when-offered = odpowiedź do: { $when }
contacts-when-running = termin: { $when }
contacts-when-waiting = termin: { $when }
contacts-when-submitted = wysłane: { $when }
contacts-when-approved = zatwierdzone: { $when }
contacts-free-line = • { $name }: { $channels }

## Alarmy

alarms-head = { $count ->
    [0] Nie ma żadnych alarmów.
    [one] <b>{ $count } alarm</b>
    [few] <b>{ $count } alarmy</b>
   *[other] <b>{ $count } alarmów</b>
  }
alarms-since = <i>od: { $when }</i>
alarms-arrived = { $count ->
    [one] { $count } nowy alarm:
    [few] { $count } nowe alarmy:
   *[other] { $count } nowych alarmów:
  }
alarm-unreachable = { $code } zablokował bota i nie odbiera wiadomości.
alarm-recognised = { $code }, zadanie { $label }: juror mógł zostać rozpoznany. Warto zaplanować ten kontakt z kimś innym.
alarm-risk = { $lost ->
    [yes] { $name } przy obecnych jurorach nie zbierze minimum
   *[no] { $name } może nie zebrać minimum
  } ({ $lacks ->
    [contacts] kontakty
    [channels] kanały
   *[jurors] różni jurorzy
  }): pewne i w toku { $has }, { $lost ->
    [yes] możliwe { $could }, potrzeba { $needs }.
   *[no] potrzeba { $needs }. Przydziel brakujące kontakty.
  }
alarm-disk = Na dysku z danymi zostało { $free } MB. Zrób miejsce, zanim bot przestanie zapisywać odpowiedzi.
alarm-backup = { $how ->
    [failed] Ostatnia kopia się nie udała. Starsze kopie są nienaruszone.
    [none] Nie ma jeszcze żadnej kopii zapasowej.
   *[old] Ostatnia kopia zapasowa ma { $days ->
        [one] { $days } dzień
       *[other] { $days } dni
      }.
  }
alarm-clock = Zegar komputera przestawił się o { $minutes } min { $way ->
    [forward] do przodu
   *[back] do tyłu
  }. Terminy i przypomnienia idą według niego, więc sprawdź ustawienia czasu.
alarm-second-poller = Ktoś inny odbiera wiadomości tym samym tokenem. Jeśli to nie druga kopia bota, zmień token u @BotFather.
alarm-go-przydzial = Przydziel
alarm-go-kopia = Zrób kopię
alarm-go-kontrola = Kontrola
button-close-alarm = Załatwione{ $name ->
    [none] { "" }
   *[other] {": "}{ $name }
  }
toast-alarm-closed = Zamknięte
mistake-alarm-over = Tego alarmu już nie ma.

## Pytania jurorów

questions-head = { $count ->
    [0] Nie ma pytań bez odpowiedzi.
    [one] <b>{ $count } pytanie bez odpowiedzi</b>
    [few] <b>{ $count } pytania bez odpowiedzi</b>
   *[other] <b>{ $count } pytań bez odpowiedzi</b>
  }
questions-line = <b>{ $code }</b>{ $about ->
    [none] { "" }
   *[other] {" "}· { $about }
  } · { $when }
questions-text = <blockquote>{ $text }</blockquote>
button-answer-to = Odpowiedz: { $code }

## Przypomnienia

nudge-nobody = Nikt teraz nie zwleka, więc nie ma komu przypominać.
nudge-head = <b>Przypomnienia</b>
nudge-offers = • bez odpowiedzi na ofertę: { $jurors } ({ $tasks ->
    [one] { $tasks } oferta
    [few] { $tasks } oferty
   *[other] { $tasks } ofert
  })
nudge-late = • blisko terminu: { $jurors } ({ $tasks ->
    [one] { $tasks } zadanie
    [few] { $tasks } zadania
   *[other] { $tasks } zadań
  })
nudge-training = • bez ukończonego szkolenia: { $jurors }
nudge-registering = • bez ukończonych zapisów: { $jurors }
nudge-deaf = Nie dostaną, bo nie odbierają wiadomości: { $codes }.
nudge-told = Dostali już dzisiaj: { $codes }.
nudge-count = { $count ->
    [0] Tak wybrane przypomnienie nie trafi do nikogo.
    [one] Przypomnienie dostanie { $count } juror, w jednej wiadomości.
   *[other] Przypomnienie dostanie { $count } jurorów, każdy w jednej wiadomości.
  }
nudge-tick = { $mark } { $group }
nudge-group-offers = Oferty
nudge-group-late = Blisko terminu
nudge-group-training = Szkolenie
nudge-group-registering = Zapisy
button-nudge-send = Wyślij · { $count }
nudge-sent = { $count ->
    [0] W międzyczasie nikt już nie zwleka, więc nic nie wysłałem.
    [one] Wysłałem przypomnienie: { $count } juror.
   *[other] Wysłałem przypomnienie: { $count } jurorów.
  }
nudged-head = Organizator przypomina:
nudged-offers = { $count ->
    [one] • { $count } propozycja czeka na Twoją odpowiedź
    [few] • { $count } propozycje czekają na Twoją odpowiedź
   *[other] • { $count } propozycji czeka na Twoją odpowiedź
  }
nudged-late = { $count ->
    [one] • { $count } zadanie ma bliski termin
    [few] • { $count } zadania mają bliski termin
   *[other] • { $count } zadań ma bliski termin
  }
nudged-training = • zostało szkolenie: /zadania
nudged-registering = • zostało dokończyć zapisy: /dalej
button-nudged-tasks = Zobacz zadania

## Obrazy

picture-regions = Postęp według województw
picture-jurors = Postęp według jurorów
picture-course = Postęp na tle czasu
picture-planned = plan: { $count }
picture-today = wysłane { $sent } · zatwierdzone { $approved }
picture-sent = wysłane
picture-pace = równe tempo

progress-region = województwo
progress-week = tydzień
progress-sent = wysłane
progress-no-jurors = Nie ma jeszcze jurorów.
progress-pace = Minęło { $time } % czasu zbierania, wysłane { $sent } % kontaktów.
progress-view-channels = Kanały
progress-view-regions = Województwa
progress-view-jurors = Jurorzy
progress-view-time = W czasie
button-picture = Obraz
button-ground-dark = Na ciemnym tle
button-ground-light = Na jasnym tle
toast-drawing = Rysuję, zaraz przyślę.
picture-caption = Zatwierdzone kontakty: { $done } z { $planned } ({ $share } %)
picture-standings = { $group }: { $shown } z { $count }
picture-nothing = Nie ma jeszcze czego narysować: nikt nie ma miejsca w rankingu.

## Skrót dnia

daily-head = <b>Skrót dnia</b> · { $phase }
daily-news = <b>Od wczoraj</b>
daily-submitted = { $count ->
    [one] • { $count } nowe zgłoszenie
    [few] • { $count } nowe zgłoszenia
   *[other] • { $count } nowych zgłoszeń
  }
daily-approved = { $count ->
    [one] • { $count } zatwierdzony kontakt
    [few] • { $count } zatwierdzone kontakty
   *[other] • { $count } zatwierdzonych kontaktów
  }
daily-back = { $count ->
    [one] • { $count } zadanie wróciło bez kontaktu
    [few] • { $count } zadania wróciły bez kontaktu
   *[other] • { $count } zadań wróciło bez kontaktu
  }
