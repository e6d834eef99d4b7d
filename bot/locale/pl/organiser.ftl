# Biurko organizatora. Jurorzy występują tylko pod kodami. Każdą rzecz najpierw pokazujemy, potem pytamy o zgodę.

## Wspólne

desk-more = { $count ->
    [one] …i jeszcze { $count }
    [few] …i jeszcze { $count }
   *[other] …i jeszcze { $count }
  }
desk-day = { $day } { $month }
button-reject = Odrzuć
button-not-yet = Jeszcze nie
proposal-dismissed = Odrzucone. Nic się nie zmieniło.
mistake-proposal-gone = Ta propozycja jest już nieaktualna albo została wykorzystana. Wywołaj polecenie jeszcze raz.

## Zaproszenia i jurorzy

mistake-invite-how-many = Za jednym razem mogę wystawić od 1 do { $most } zaproszeń.
mistake-invite-owner-only = Planistów i sprawdzających zaprasza właściciel edycji.
mistake-invite-role = Nie znam roli „{ $said }”. Możliwe: { $known }.
juror-registering = w trakcie rejestracji
juror-active = gotowy
juror-paused = wstrzymany
juror-removed = usunięty

## Przydział

plan-head = { $count ->
    [one] <b>Propozycja przydziału</b>: { $count } zadanie z { $of } możliwych (ziarno losowania { $seed }).
    [few] <b>Propozycja przydziału</b>: { $count } zadania z { $of } możliwych (ziarno losowania { $seed }).
   *[other] <b>Propozycja przydziału</b>: { $count } zadań z { $of } możliwych (ziarno losowania { $seed }).
  }
plan-nothing-open = Każdy kontakt ma już jurora albo jest sprawdzony. Nie ma czego przydzielać.
plan-no-jurors = Nie ma jeszcze jurorów gotowych do pracy. Zaproś ich: /zapros
plan-unreachable = { $channel }: bez potrzebnych danych, więc poza planem – { $count }.
plan-unfilled = Bez jurora zostaje: { $count }
plan-reason = • { $count } × { $reason }
plan-shortage = → { $channels }: { $slots ->
    [one] { $slots } kontakt może zrobić
    [few] { $slots } kontakty może zrobić
   *[other] { $slots } kontaktów może zrobić
  } tylko { $jurors ->
    [one] { $jurors } juror
    [few] { $jurors } jurorzy
   *[other] { $jurors } jurorów
  }, razem najwyżej { $most }. Brakuje miejsc: { $missing }.
plan-quality = Jakość planu:
plan-quality-even = • obciążenie jurorów: u każdego { $share } % limitu
plan-quality-load = • obciążenie jurorów: od { $least } do { $most } % limitu
plan-quality-good = • porównanie jurorów: wszyscy połączeni, najsłabsze porównanie zachowuje { $share } % informacji
plan-quality-weak = • porównanie jurorów: wszyscy połączeni, ale najsłabsze porównanie zachowuje tylko { $share } % informacji; pomogą jurorzy wielu kanałów
plan-quality-apart = • jurorzy tworzą { $count ->
    [few] { $count } osobne zespoły
   *[other] { $count } osobnych zespołów
  } bez wspólnych uczestników: ich surowości nie da się porównać
plan-quality-barred = • pary pominięte: konflikt interesów – { $conflicts }, widziani w poprzedniej turze – { $rotations }
plan-quality-doubles = • podwójne kontrole: { $count }
plan-quality-gap = • odstęp między widocznymi kontaktami u jednego uczestnika: co najmniej { $days ->
    [one] { $days } dzień
   *[other] { $days } dni
  }
plan-quality-crowded = • za mało dni na odstępy: { $count } ({ $names })
plan-quality-small = • małe instytucje, które mogą rozpoznać obcego: { $count } ({ $names })
plan-quality-one-juror = • za mało różnych jurorów, bo brakuje kontaktów: { $count } ({ $names })
plan-quality-more = { " " }i { $count } innych
plan-loads = Obciążenie jurorów:
plan-column-juror = juror
plan-column-now = ma
plan-column-new = nowe
plan-column-most = limit
button-approve-plan = { $count ->
    [one] Zatwierdź { $count }
   *[other] Zatwierdź { $count }
  }
plan-done = { $count ->
    [0] Nie wysłałem żadnej propozycji.
    [one] Wysłałem { $count } propozycję. Jurorzy: { $jurors }.
    [few] Wysłałem { $count } propozycje. Jurorzy: { $jurors }.
   *[other] Wysłałem { $count } propozycji. Jurorzy: { $jurors }.
  }
plan-collecting = Zaczyna się zbieranie ocen.
mistake-plan-too-late = Zbieranie ocen jest zakończone, więc nowych zadań nie można już rozdzielać.

## Postęp i terminy

progress-head = <b>Postęp</b>: zatwierdzone { $done } z { $planned } ({ $share } %)
progress-channel = kanał
progress-code = juror
progress-plan = plan
progress-offered = ofe
progress-running = tok
progress-waiting = odp
progress-submitted = spr
progress-approved = ok
progress-lost = Poza wynikiem: { $states }
progress-legend = <i>ofe – oferty, tok – w toku, odp – czekają na odpowiedź instytucji, spr – do sprawdzenia, ok – zatwierdzone</i>
dates-head = <b>Terminy: { $name }</b>
dates-line =
    { $mark } <b>{ $when }</b>
    { $what }
dates-collecting-from = Początek zbierania. Od tej chwili jurorzy mogą zaczynać zadania.
dates-collecting-until = Koniec zbierania. Oferty wygasną, niewysłane zadania zamkną się, zacznie się sprawdzanie.
dates-checking-until = Koniec sprawdzania. Jeśli coś będzie czekać, przypomnę o tym sprawdzającym.
dates-results-at = Wyniki. Jeśli wszystko jest sprawdzone, zamrożę ranking i przygotuję dokumenty.
dates-gala = Gala.
dates-offers = Oferta zadania czeka na jurora { $hours } godz., a na wykonanie jest { $days } dni.
dates-reminders = Przypomnienia przed terminem zadania: { $reminders }.

## Kontrola

check-none = Nic teraz nie czeka na sprawdzenie.
check-head = { $count ->
    [one] <b>Do sprawdzenia: { $count } zgłoszenie</b>
    [few] <b>Do sprawdzenia: { $count } zgłoszenia</b>
   *[other] <b>Do sprawdzenia: { $count } zgłoszeń</b>
  }
check-line = <b>{ $label }</b> · { $channel } · { $at }
check-audit =
    <b>{ $label }</b> · { $channel } · juror { $juror }
    <b>{ $name }</b>, { $where }
span-days = { $count ->
    [one] { $count } dzień
   *[other] { $count } dni
  }
span-hours = { $count } godz.
span-minutes = { $count } min
check-times = Od: { $start }, wysłane: { $end } ({ $span })
check-score = Wynik: <b>{ $score }</b>
check-no-score = Wynik: żadna odpowiedź nie daje punktów
check-failed = Kontakt się nie odbył, więc liczy się jako 0.
check-round =
    To { $round }. wersja. Uwaga do poprzedniej:
    <blockquote>{ $comment }</blockquote>
check-story =
    Scenariusz: <b>{ $title }</b>
    <i>Pytanie:</i>
    { $question }
    <blockquote expandable><b>Klucz:</b> { $key }</blockquote>
check-section =
    { "" }
    <b>{ $title }</b>
button-photos = Zdjęcia · { $count }
button-approve = Zatwierdź
button-return = Zwróć do poprawy
button-exclude = Wyklucz
button-next = Następne: { $label }
button-back-to-audit = Wróć do zgłoszenia
button-correct-audit = Popraw
check-photos-done = To wszystkie zdjęcia tego zgłoszenia.
check-ask-comment = Co poprawić w zgłoszeniu <b>{ $label }</b>? Stuknij numer albo napisz po swojemu. Juror przeczyta dokładnie te słowa.
check-ask-reason = Dlaczego zgłoszenie <b>{ $label }</b> ma się nie liczyć? Stuknij numer albo napisz po swojemu. Juror przeczyta dokładnie te słowa.
check-approved = Zgłoszenie <b>{ $label }</b> zatwierdzone.
check-returned = Zgłoszenie <b>{ $label }</b> wróciło do jurora.
check-excluded = Zgłoszenie <b>{ $label }</b> wykluczone, nie wejdzie do wyniku.
check-left = { $count ->
    [one] Czeka jeszcze { $count }.
    [few] Czekają jeszcze { $count }.
   *[other] Czeka jeszcze { $count }.
  }
check-all-done = To było ostatnie. Nic więcej nie czeka.
check-approved-juror = Zadanie <b>{ $label }</b> jest sprawdzone i zatwierdzone. Dziękuję.
check-returned-juror =
    Zadanie <b>{ $label }</b> wraca z prośbą o poprawkę.
    Wszystkie odpowiedzi są zachowane. Popraw do: { $due }
check-excluded-juror = Zadanie <b>{ $label }</b> nie wejdzie do wyniku.
check-free-again = Kontakt { $label } jest wykluczony i można go zaplanować od nowa: /przydzial
toast-approved = Zatwierdzone
mistake-check-empty = Napisz choć jedno zdanie.
mistake-check-too-long = To { $length } znaków, a zmieści się { $most }. Skróć i wyślij jeszcze raz.
mistake-already-decided = { $verdict ->
    [approved] Zgłoszenie { $label } ktoś już zatwierdził.
    [returned] Zgłoszenie { $label } ktoś już zwrócił do poprawy.
   *[excluded] Zgłoszenie { $label } ktoś już wykluczył.
  } Następne: /kontrola
mistake-already-frozen = Wyniki są już zamrożone, więc nic się w nich nie zmieni.

## Zamrożenie i ranking

freeze-blocked = { $count ->
    [0] Nie można jeszcze zamrozić wyników: sprawdzanie trwa u innych organizatorów.
    [one] Nie można jeszcze zamrozić wyników: { $count } zgłoszenie czeka na sprawdzenie.
    [few] Nie można jeszcze zamrozić wyników: { $count } zgłoszenia czekają na sprawdzenie.
   *[other] Nie można jeszcze zamrozić wyników: { $count } zgłoszeń czeka na sprawdzenie.
  }
freeze-head =
    <b>Zamrożenie wyników</b>
    Zatwierdzone kontakty: { $contacts }. Sklasyfikowani uczestnicy: { $placed } z { $of }.
freeze-unfinished = { $count ->
    [0] Nie ma niedokończonych zadań.
    [one] { $count } niedokończone zadanie zostanie zamknięte i nie wejdzie do wyniku.
    [few] { $count } niedokończone zadania zostaną zamknięte i nie wejdą do wyniku.
   *[other] { $count } niedokończonych zadań zostanie zamkniętych i nie wejdzie do wyniku.
  }
freeze-unplaced = Bez miejsca w rankingu: { $count }
freeze-meaning = Po zamrożeniu ranking już się nie zmieni. Skrót danych przeczytają wszyscy organizatorzy i będzie wydrukowany w dokumentach.
button-freeze = Zamroź wyniki
freeze-done =
    Wyniki są zamrożone ({ $by }). Skrót danych:
    <code>{ $digest }</code>
mistake-freeze-too-early = Wyniki można zamrozić dopiero po zakończeniu zbierania ocen. Daty pokaże /terminy.
mistake-freeze-waiting = { $count ->
    [0] W międzyczasie doszło coś do sprawdzenia u innych organizatorów. Spróbuj później.
    [one] W międzyczasie przyszło { $count } zgłoszenie do sprawdzenia. Najpierw /kontrola.
    [few] W międzyczasie przyszły { $count } zgłoszenia do sprawdzenia. Najpierw /kontrola.
   *[other] W międzyczasie przyszło { $count } zgłoszeń do sprawdzenia. Najpierw /kontrola.
  }
mistake-freeze-moved = Od pokazania tej propozycji coś się w wynikach zmieniło. Obejrzyj je jeszcze raz: /zamroz
results-awards = Nadeszła data wyników, ranking jest zamrożony. Teraz nagrody: /nagrody
results-ready = Nadeszła data wyników. Ranking i nagrody są gotowe.
results-blocked = { $count ->
    [0] Nadeszła data wyników, ale nie wszystkie oceny są zebrane i sprawdzone. Sprawdź /panel i zamroź wyniki: /zamroz
    [one] Nadeszła data wyników, ale { $count } zgłoszenie czeka na sprawdzenie. Potem zamroź wyniki: /zamroz
    [few] Nadeszła data wyników, ale { $count } zgłoszenia czekają na sprawdzenie. Potem zamroź wyniki: /zamroz
   *[other] Nadeszła data wyników, ale { $count } zgłoszeń czeka na sprawdzenie. Potem zamroź wyniki: /zamroz
  }
ranking-head = <b>Ranking: { $name }</b>
ranking-preliminary =
    <b>Ranking wstępny: { $name }</b>
    Tak wyglądałby teraz; do zamrożenia wszystko może się zmienić.
ranking-group = <b>{ $group }</b>
ranking-unplaced = Niesklasyfikowani: { $count }
ranking-unplaced-line = • { $reason }: { $names }
ranking-empty = Nie ma jeszcze uczestników.
# Pod rankingiem (bot/organiser/certainty.py): co decyduje, co zmieniłby drugi wynik, czego nie wiadomo.
certainty-decides-official = <b>O miejscach i licencjach decydują punkty oficjalne.</b>
certainty-decides-calibrated = <b>O miejscach i licencjach decyduje wynik skalibrowany</b>: ile dałby przeciętny juror.
certainty-calibrated-changes = Skalibrowany wynik zmieniłby: { $what }.
certainty-calibrated-same = Skalibrowany wynik nie zmieniłby ani pierwszych miejsc, ani licencji.
certainty-official-changes = Punkty oficjalne zmieniłyby: { $what }.
certainty-official-same = Punkty oficjalne nie zmieniłyby ani pierwszych miejsc, ani licencji.
certainty-firsts = { $count ->
    [one] { $count } pierwsze miejsce
    [few] { $count } pierwsze miejsca
   *[other] { $count } pierwszych miejsc
}
certainty-licences = { $count ->
    [one] { $count } licencję
    [few] { $count } licencje
   *[other] { $count } licencji
}
certainty-corrections = Komu trafili się inni jurorzy niż zwykle:
certainty-correction = • { $name }: { $said }
certainty-stricter = jurorzy surowsi o { $points } pkt niż przeciętnie
certainty-milder = jurorzy łagodniejsi o { $points } pkt niż przeciętnie
certainty-shared = { $count ->
    [one] Miejsce wspólne w wyniku skalibrowanym ma { $count } uczestnik: nie wiadomo, kto lepszy.
    [few] Miejsca wspólne w wyniku skalibrowanym mają { $count } uczestnicy: nie wiadomo, kto lepszy.
   *[other] Miejsca wspólne w wyniku skalibrowanym ma { $count } uczestników: nie wiadomo, kto lepszy.
}
certainty-grey = Licencje pewne: { $clear }, w szarej strefie: { $grey } ({ $names }).
certainty-no-grey = Licencje pewne: { $clear }, w szarej strefie nie ma nikogo.
certainty-further = { $count ->
    [one] Druga runda u { $count } uczestnika, którego wynik jest na granicy licencji albo statuetki
   *[other] Druga runda u { $count } uczestników, których wyniki są na granicy licencji albo statuetki
} (razem kontaktów: { $contacts }), zmniejszyłaby ryzyko złej decyzji średnio z { $now } do { $after }.
certainty-level = Próg { $threshold } pkt to tyle u przeciętnego jurora tego składu. Cały skład mógł być nawet o { $points } pkt za surowy albo za łagodny (90 %), czego z jego własnych ocen nie widać: licencji jest { $licences }, a sprawiedliwych mogłoby być od { $mild } do { $strict }. Miejsc to nie zmienia.
ranking-digest = Skrót danych: <code>{ $digest }</code>
toast-making = Przygotowuję plik, zaraz przyślę.

## Nagrody i dokumenty

mistake-awards-too-early = Nagrody wynikają z zamrożonych wyników. Najpierw /zamroz
mistake-awards-moved = Te nagrody są już przyznane albo wyniki się zmieniły. Obejrzyj je jeszcze raz: /nagrody
awards-proposed =
    <b>Nagrody według regulaminu</b>
    Próg: { $threshold }
awards-granted = <b>Przyznane nagrody</b>
awards-licences = <b>{ $title }</b>: { $count }
awards-nominees = <b>{ $title }</b> – kandydaci do decyzji ekspertów: { $count }
awards-line = { $number } · { $name } · { $score }
button-grant = { $count ->
    [0] Przygotuj dokumenty
   *[other] Przyznaj { $count }
  }
awards-done = { $count ->
    [0] Nikt nie spełnia warunków nagrody. Przygotowuję ranking i raporty i przyślę je tutaj.
    [one] { $count } nagroda zapisana. Przygotowuję dokumenty i przyślę je tutaj.
    [few] { $count } nagrody zapisane. Przygotowuję dokumenty i przyślę je tutaj.
   *[other] { $count } nagród zapisanych. Przygotowuję dokumenty i przyślę je tutaj.
  }
documents-withheld = Dokumenty są gotowe. Obejmują wszystkich, także podmiot, przy którym masz konflikt interesów, więc dostają je tylko osoby bez konfliktu. Ranking bez niego: /ranking
documents-standings = Ranking do wydruku i do arkusza jest powyżej.
documents-diplomas = { $count ->
    [one] { $count } dyplom jest powyżej. Raporty uczestników przyślę za chwilę.
    [few] { $count } dyplomy są powyżej. Raporty uczestników przyślę za chwilę.
   *[other] { $count } dyplomów jest powyżej. Raporty uczestników przyślę za chwilę.
  }
documents-failed = Nie udało się przygotować dokumentów: { $reason }
document-file-ranking = ranking
document-file-preliminary = ranking-wstepny
document-file-licence = licencja
document-file-nominee = nominacja
document-file-report = raport
document-preliminary = { $title } – wersja wstępna
document-preliminary-partial = { $title } – wersja wstępna, niepełna (konflikt interesów)
mistake-ranking-file-whole = Ranking jest zamrożony, a plik z pieczęcią zawsze obejmuje wszystkich, także podmiot, przy którym masz konflikt interesów. Poproś o plik osobę bez konfliktu; resztę wyników widzisz w /ranking.

## Dziennik, kopia, eksport

journal-empty = Dziennik jest jeszcze pusty.
journal-none = W dzienniku nie ma czynności, która zaczyna się od „{ $like }”.
journal-head = <b>Dziennik</b>: ostatnie wpisy ({ $count } z { $seq })
journal-line = { $seq }. { $at } · { $actor } · { $action } · { $subject }
journal-seal = Pieczęć ostatniego wpisu: <code>{ $seal }</code>
backup-making = Robię kopię. Dam znać, gdy ją sprawdzę.
backup-made =
    Kopia gotowa i sprawdzona przez odtworzenie: <b>{ $name }</b>, { $size } kB.
    Odpowiedzi: { $answers }, zgłoszenia: { $audits }. Skrót: <code>{ $digest }</code>
backup-failed = Kopia się nie udała: { $reason } Starsze kopie są nienaruszone.
nightly-backup = Kopia z nocy zrobiona i sprawdzona.
nightly-head = Dziennik: wpis { $seq }, pieczęć <code>{ $seal }</code> (zachowaj: pozwala wykazać, że nikt nie zmienił dziennika).
export-making = Przygotowuję eksport. Przyślę go tutaj.
export-made = { $files ->
    [one] Eksport: { $files } plik. Opis w docs/eksport.md.
    [few] Eksport: { $files } pliki. Opis w docs/eksport.md.
   *[other] Eksport: { $files } plików. Opis w docs/eksport.md.
  }
export-failed = Eksport się nie udał: { $reason }

## Po przerwie

gap-owner =
    Nie działałem od { $since } do { $until }.{ $lost ->
        [yes] {" "}Wiadomości starsze niż doba przepadły w Telegramie.
       *[no] {""}
    }{ $moved ->
        [0] {""}
        [one] {" "}W tym czasie minąłby { $moved } termin (zadania, odpowiedzi albo końca zbierania). Przesunąłem go o tyle, ile jeszcze zostało, najwyżej o dobę.
        [few] {" "}W tym czasie minęłyby { $moved } terminy (zadań, odpowiedzi albo końca zbierania). Przesunąłem je o tyle, ile jeszcze zostało, najwyżej o dobę.
       *[other] {" "}W tym czasie minęłoby { $moved } terminów (zadań, odpowiedzi albo końca zbierania). Przesunąłem je o tyle, ile jeszcze zostało, najwyżej o dobę.
    }
