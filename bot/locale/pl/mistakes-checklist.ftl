# Co jest nie tak w checkliście (dla organizatora) i w odpowiedzi (dla jurora).

## Checklista
mistake-not-a-share = „{ $value }” to za dużo lub za mało. Punkty to część wagi pytania: wpisz liczbę od 0 do 1.
mistake-negative-weight = waga „{ $value }” jest ujemna. Wpisz 0, jeśli pytanie ma nie liczyć się do wyniku.
mistake-not-a-short-id = „{ $value }” nie nadaje się na identyfikator. Użyj małych liter bez polskich znaków, cyfr i „_”, najwyżej { $longest } znaków.
mistake-condition-unknown = warunek odwołuje się do pytania „{ $value }”, ale takiego nie ma{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-condition-later = warunek odwołuje się do pytania „{ $value }”, które pada dopiero później. Przenieś tamto pytanie wyżej.
mistake-condition-empty = warunek nie wymienia żadnej odpowiedzi na „{ $value }”. Dopisz choć jedną.
mistake-condition-without-options = pytanie „{ $value }” (typ { $type }) nie ma odpowiedzi do wyboru, więc warunek nie może się do nich odwołać. Zapytaj o to przez yes_no albo choice.
mistake-condition-impossible = „{ $value }” nie jest odpowiedzią na „{ $question }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?). Możliwe: { $known }.
 }
mistake-evidence-impossible = zdjęcie ma być przy odpowiedzi „{ $value }”, ale takiej tu nie ma{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?). Możliwe: { $known }.
 }
mistake-evidence-on-photo = pytanie typu photo samo prosi o zdjęcia. Usuń z niego „evidence”.
mistake-gate-without-option = pytanie ma decydować, czy kontakt się odbył, ale żadna odpowiedź tego nie przekreśla. Przy jednej z odpowiedzi dopisz gate = true.
mistake-gate-not-here = pytanie typu { $type } nie może decydować, czy kontakt się odbył. Zapytaj o to przez yes_no albo choice.
mistake-gate-skippable = pytania, które decyduje, czy kontakt się odbył, nie można pomijać. Usuń required = false.
mistake-bounds-crossed = dolna granica ({ $least }) musi być mniejsza niż górna ({ $most }). Popraw jedną z nich.
mistake-weight-not-here = pytanie typu { $type } nie może mieć wagi, bo nie ma za co przyznać punktów. Wpisz weight = 0.
mistake-weight-on-photo = wymagane zdjęcie nie może mieć wagi, bo każdy dostałby te punkty. Wpisz weight = 0 albo required = false.
mistake-reserved-id = identyfikator „{ $id }” jest zajęty przez przyciski bota. Nadaj inny.
mistake-doubled-answer = odpowiedź „{ $label }” jest tu drugi raz. Zmień jej treść albo ją usuń.
mistake-alone-in-choice = pole „alone” ma sens tylko w pytaniu typu choices. Usuń je.
mistake-option-without-points = pytanie ma wagę, a ta odpowiedź nie mówi, ile jest warta. Dopisz points (od 0 do 1) albo excluded = true.
mistake-bands-missing = pytanie ma wagę, ale nie wiadomo, za co są punkty. Dopisz progi „bands” albo wpisz weight = 0.
mistake-bands-not-rising = po progu { $lower } stoi { $upper }. Ułóż progi „up_to” od najmniejszego, bez powtórzeń.
mistake-unknown-mark = stoper nie ma przycisku „{ $value }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-marks-crossed = pomiar od „{ $start }” do „{ $end }” kończy się, zanim się zacznie. Popraw kolejność w „measure”.

## Rozmowa
mistake-closed = To zadanie jest już wysłane, więc odpowiedzi się nie zmienią. Jeśli coś jest nie tak, napisz do organizatora.
mistake-photo-known = To zdjęcie już mam.
mistake-already-saved = Już zapisane ✔
mistake-stale-button = Ten przycisk jest z wcześniejszej chwili. Nic się nie zmieniło; oto bieżące pytanie.
mistake-not-asked = To pytanie teraz nie obowiązuje, więc odpowiedzi nie zapisałem.
mistake-no-such-answer = Takiej odpowiedzi tu nie ma. Wybierz jedną z podanych.
mistake-at-first-question = To pierwsze pytanie, wcześniejszego nie ma.
mistake-answer-required = Tego pytania nie można pominąć.
mistake-not-finished = Zostało jeszcze pytanie bez odpowiedzi: { $question }
mistake-choose-something = Nic nie jest zaznaczone. Zaznacz przynajmniej jedną odpowiedź, choćby ostatnią z listy.
mistake-mark-too-early = Teraz czas na przycisk „{ $mark }”.
mistake-duration-too-long = To za długo: najwyżej { $minutes } min. Zmierz jeszcze raz albo wpisz czas, na przykład 2:30.
mistake-photo-expected = Teraz potrzebuję zdjęcia.
mistake-photo-not-asked = Nie proszę teraz o zdjęcie, więc go nie zapisałem.
mistake-photo-after-answer = Najpierw odpowiedz na pytanie; o zdjęcie poproszę zaraz potem.
mistake-photos-full = Mam już komplet zdjęć ({ $most }), tego nie zapisałem.
mistake-photos-too-few = Potrzebuję co najmniej { $least ->
    [one] jednego zdjęcia
   *[other] { $least } zdjęć
 }; { $given ->
    [0] nie mam jeszcze żadnego
   *[other] mam na razie { $given }
 }.
mistake-no-such-photo = Tego zdjęcia już tu nie ma.
mistake-evidence-required = Bez zdjęcia nie pójdziemy dalej. Jeśli odpowiedź była pomyłką, wróć do niej: /wstecz.

## Odpowiedź wpisana
mistake-reply-empty = Ta wiadomość jest pusta. Napisz odpowiedź albo naciśnij przycisk.
mistake-reply-yes-no = Odpowiedz „tak” albo „nie”.
mistake-reply-option = Nie widzę takiej odpowiedzi. Naciśnij przycisk albo wpisz numer od 1 do { $count }: { $options }.
mistake-reply-which-option = To pasuje do kilku odpowiedzi: { $options }. Napisz dokładniej albo naciśnij przycisk.
mistake-reply-alone = Odpowiedzi „{ $option }” nie można łączyć z innymi.
mistake-reply-step = Wybierz ocenę od { $least } do { $most }.
mistake-reply-number = Podaj liczbę od { $least } do { $most }.
mistake-reply-whole-number = Podaj liczbę całkowitą, bez przecinka.
mistake-reply-out-of-range = Ta liczba jest spoza zakresu. Podaj liczbę od { $least } do { $most }.
mistake-reply-duration = Podaj czas, na przykład 1:30, 90 s albo 2 min.
mistake-reply-reason = Wybierz powód przyciskiem albo napisz go w kilku słowach. Inny czas wpisz z jednostką, na przykład 90 s.
mistake-reply-date = Podaj dzień, na przykład 12.10, 12 października albo wczoraj.
mistake-date-in-future = { $day } jeszcze nie nadszedł. Podaj dzień, który już był, albo dzisiejszy.
mistake-date-out-of-range = { $day } nie pasuje do tego pytania. Podaj dzień{ $first ->
    [none] { "" }
   *[other] { " " }od { $first }
 }{ $last ->
    [none] { "" }
   *[other] { " " }do { $last }
 }.
mistake-reply-time = Podaj godzinę, na przykład 14:35.
mistake-time-out-of-range = Ta godzina jest spoza zakresu. Podaj godzinę od { $least } do { $most }.
mistake-reply-acknowledge = Gdy przeczytasz, naciśnij przycisk albo napisz „{ $label ->
    [none] rozumiem
   *[other] { $label }
 }”.
mistake-reply-photo = Wyślij zdjęcie, a nie tekst.
mistake-reply-too-short = Napisz trochę więcej: co najmniej { $least ->
    [one] { $least } znak
    [few] { $least } znaki
   *[other] { $least } znaków
 } (teraz { $length }).
mistake-reply-too-long = Tekst ma { $length ->
    [one] { $length } znak
    [few] { $length } znaki
   *[other] { $length } znaków
 }, a zmieści się { $most }. Skróć go i wyślij jeszcze raz.
