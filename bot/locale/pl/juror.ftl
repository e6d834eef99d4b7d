# Rozmowa z jurorem. Każdy tekst krótki, spokojny, bez wykrzykników; nazwa instytucji tylko po dotknięciu przycisku.

## Wejście i pomoc

stranger = To jest prywatny bot. Jeśli masz zaproszenie, otwórz link, który w nim jest.
welcome-juror =
    Dzień dobry. Twój pseudonim to <b>{ $code }</b> – tylko pod nim znają Cię organizatorzy i inni jurorzy.
    Najpierw kilka pytań o to, co chcesz i możesz sprawdzać. Każda odpowiedź zapisuje się od razu.
welcome-organiser =
    Dzień dobry. Twoja rola: <b>{ $role }</b>, oznaczenie w dzienniku: <b>{ $code }</b>.
    Polecenia pokaże /pomoc.{ $expert ->
        [yes] {" "}Głosowania Kapituły pojawią się tutaj, gdy organizator je otworzy.
       *[no] { "" }
    }
    Jeśli łączy Cię coś z którymś uczestnikiem (praca, ktoś bliski, umowa), zgłoś to przed pierwszą decyzją: /konflikt
organiser-entered = { $code } dołącza przez zaproszenie. Rola: { $role }. Role pokaże /role.
role-juror = juror
role-owner = właściciel edycji
role-planner = planista
role-checker = sprawdzający
role-expert = ekspert Kapituły
help-head = <b>{ $code }</b>
help-line = /{ $command } – { $told }
help-expert = Głosowania Kapituły pojawią się tutaj, gdy organizator je otworzy.
unknown-command = Nie znam polecenia { $command }. Listę poleceń pokaże /pomoc.
words-unknown = Nie wiem, czego dotyczy ta wiadomość. Możliwości pokaże /pomoc.
words-not-bound = Nie wiem, na które pytanie odpowiada ta wiadomość, więc jej nie zapisałem. Oto bieżące pytanie.
edit-ignored = Zmieniona wiadomość nie była odpowiedzią na pytanie, więc nic się nie zmieniło.
file-not-expected = Nie oczekuję teraz pliku. Możliwości pokaże /pomoc.
trouble-kept = Nie udało mi się obsłużyć Twojej ostatniej wiadomości. Zachowałem ją i zawiadomiłem organizatora. Możesz pisać dalej.
too-many = Za dużo poleceń naraz. Odpowiedzi zapisuję zawsze, a to polecenie powtórz za minutę.
trouble-unwritable = Nie mogę teraz niczego zapisać. To, co zapisałem wcześniej, jest bezpieczne, a to, co teraz wysyłasz, zapiszę, gdy tylko będzie można. Jeśli potrwa to dłużej niż dwie minuty, naciśnięty przycisk trzeba będzie nacisnąć jeszcze raz.
language-which = W jakim języku mam pisać?
language-pl = polski
language-en = English
language-set = Piszę po polsku.
command-zadania = Twoje zadania i terminy
command-dalej = bieżące pytanie
command-wstecz = poprzednie pytanie
command-nie-moge = oddaj zadanie
command-jezyk = polski albo angielski
command-pomoc = ta lista
command-panel = edycja w skrócie
command-postep = postęp
command-terminy = terminy edycji
command-uczestnicy = uczestnicy; plik CSV lub XLSX wyślij po prostu tutaj
command-jurorzy = jurorzy
command-zapros = zaproszenia
command-przydzial = przydział zadań
command-juror = kalibracja jurora o podanym kodzie
command-kontrola = zgłoszenia do sprawdzenia
command-zamroz = zamrożenie wyników
command-ranking = ranking
command-nagrody = nagrody i dokumenty
command-dziennik = dziennik zdarzeń
command-kopia = kopia zapasowa
command-eksport = eksport do przeliczenia rankingu
command-odrocz = kiedy znikną dane osobowe; odroczenie
command-szkolenie = wzory odpowiedzi ze szkolenia

## Rejestracja

registration-done =
    Dziękuję, <b>{ $code }</b>. { $then ->
        [training] Zapisy gotowe
       *[assignments] To wszystko na początek
    }{ $conflicts ->
        [0] { "." }
        [one] ; zapamiętałem { $conflicts } instytucję, której nie będziesz oceniać.
        [few] ; zapamiętałem { $conflicts } instytucje, których nie będziesz oceniać.
       *[other] ; zapamiętałem { $conflicts } instytucji, których nie będziesz oceniać.
    }
    { $then ->
        [training] Zanim dostaniesz pierwsze zadanie, zostało krótkie przygotowanie.
       *[assignments] Gdy pojawi się zadanie dla Ciebie, napiszę tutaj.
    }
registration-conflicts =
    Tych instytucji nie będziesz oceniać:
    { $names }
registration-no-address = Miejsca, z którego wyruszasz, nie zapisałem, bo wygląda na adres. Wystarczy miejscowość albo powiat; w razie czego napisz do organizatora: /pytanie
registration-unknown = Nie ma takich na liście uczestników: { $names }. Zanotowałem to dla organizatora.
registration-refused = Rozumiem. Bez zgody nie możesz zostać jurorem, więc niczego nie zapisuję. Gdy zmienisz zdanie, poproś organizatora o nowe zaproszenie.

## Zadania

offer =
    Nowe zadanie <b>{ $label }</b>
    { $channel } · do zrobienia do: { $due }
    Odpowiedz do: { $until }
button-show = Pokaż szczegóły
button-accept = Przyjmuję
button-cannot = Nie mogę
button-start = Zaczynam
button-go-on = Otwórz
button-keep = Jednak zostawiam
button-details = Szczegóły
button-to-question = Do pytania
button-earlier = Wcześniejsze
button-later = Dalsze
tasks-none = Nie masz teraz żadnych zadań. Gdy pojawi się nowe, napiszę.
tasks-head = { $count ->
    [one] Masz { $count } zadanie:
    [few] Masz { $count } zadania:
   *[other] Masz { $count } zadań:
  }
tasks-line = <b>{ $label }</b> · { $channel } · { $state } · do: { $due }
brief-head =
    <b>{ $label }</b> · { $channel }
    <b>{ $name }</b>, { $town }
where-powiat = powiat { $powiat }
where-voivodeship = woj. { $voivodeship }
brief-address = Adres: { $value }
brief-phone = Telefon: { $value }
brief-email = E-mail: { $value }
brief-www = Strona: { $value }
brief-social = Profil: { $value }
brief-hours = Godziny: { $value }
brief-when = Od: { $opens }, do: { $due }
brief-story =
    <b>{ $title }</b>
    { $story }
    <i>O co zapytać:</i>
    { $question }
cannot-which = Które zadanie chcesz oddać?
why = Zadanie <b>{ $label }</b>: co stoi na przeszkodzie? Oddanie zadania nie ma żadnych konsekwencji.
why-other = Napisz w kilku słowach, dlaczego oddajesz zadanie <b>{ $label }</b>.
reason-conflict = Znam tę instytucję
reason-distance = Za daleko
reason-time = Brak czasu
reason-other = Inny powód
declined-conflict =
    Zadanie <b>{ $label }</b> wróciło do organizatora. Tej instytucji już Ci nie zaproponuję. Dziękuję, że mówisz.{ $count ->
        [0] { "" }
        [one] {" "}Razem z nim wróciło drugie zadanie w tym miejscu: <b>{ $others }</b>.
       *[other] {" "}Razem z nim wróciły inne zadania w tym miejscu: <b>{ $others }</b>.
    }
declined = Zadanie <b>{ $label }</b> wróciło do organizatora. Dziękuję za szybką odpowiedź.
handed-back = Zadanie <b>{ $label }</b> wróciło do organizatora. Nic się nie stało.
toast-accepted = Przyjęte
thanks =
    Zadanie <b>{ $label }</b> wysłane. Dziękuję.
    Teraz przeczyta je osoba sprawdzająca. Jeśli o coś dopyta, napiszę tutaj.
thanks-next = Następne: <b>{ $label }</b> · { $channel } · do: { $due }
button-next-task = Następne zadanie
about-over = <b>{ $label }</b> · { $channel } · { $state }
state-offered = czeka na Twoją odpowiedź
state-accepted = przyjęte
state-running = w toku
state-waiting = czeka na odpowiedź instytucji
state-submitted = wysłane
state-returned = do poprawy
state-approved = zatwierdzone
state-excluded = wyłączone
state-declined = odrzucone
state-handed_back = oddane
state-lapsed = wygasło bez odpowiedzi
state-overdue = po terminie
state-cancelled = odwołane

## Przypomnienia i terminy

nudge = Zadanie <b>{ $label }</b> czeka. Termin: { $due }
offer-lapsed = Propozycja <b>{ $label }</b> wygasła bez odpowiedzi i wróciła do organizatora. Nic nie trzeba robić.
overdue = Minął termin zadania <b>{ $label }</b>. Wróciło do organizatora; Twoje odpowiedzi są zachowane.
closed-offer = Zbieranie ocen się zakończyło, więc propozycja <b>{ $label }</b> jest nieaktualna.
closed-running = Zbieranie ocen się zakończyło. Zadanie <b>{ $label }</b> nie zostało wysłane na czas; Twoje odpowiedzi są zachowane.
after-gap =
    Nie działałem od { $since } do { $until }. Naciśnięcia przycisków z tego czasu mogły przepaść.
after-gap-texts = Przerwa trwała ponad dobę, więc wiadomości starsze niż doba też przepadły.
after-gap-dates = { $count ->
    [one] Termin zadania minąłby w czasie, gdy nie działałem, więc go przesunąłem:
   *[other] Terminy zadań minęłyby w czasie, gdy nie działałem, więc je przesunąłem:
  }
after-gap-last = Ostatnia zapisana odpowiedź: { $question } – <b>{ $answer }</b>
after-gap-none = Nie mam jeszcze żadnej odpowiedzi.
answer-kept = tekst zapisany
moment = { $weekday } { $day } { $month }, { $time }
weekday-1 = pon.
weekday-2 = wt.
weekday-3 = śr.
weekday-4 = czw.
weekday-5 = pt.
weekday-6 = sob.
weekday-7 = niedz.
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia

## Pytanie na stole

prompt-head = { $section } · { $question } <i>(część { $number } z { $of })</i>
prompt-question = <b>{ $text }</b>
prompt-hint = <blockquote expandable>{ $hint }</blockquote>
prompt-hint-short = <i>{ $hint }</i>
prompt-read = { $text }
prompt-intro = { $text }
prompt-given = Zapisana odpowiedź: { $answer }
prompt-scale = { $least } – { $low }, { $most } – { $high }
prompt-number = Wpisz liczbę od { $least } do { $most }.
prompt-number-unit = Wpisz liczbę ({ $unit }) od { $least } do { $most }.
prompt-text = { $most ->
    [one] Napisz odpowiedź.
   *[other] Napisz odpowiedź, najwyżej { $most } znaków.
  }
prompt-photo = Wyślij zdjęcie.
prompt-photos = Wyślij zdjęcie; najwyżej { $most }.
prompt-choices = Zaznacz wszystko, co pasuje, i naciśnij Gotowe.
prompt-option = { $number }. { $label }
prompt-watch = Naciskaj w chwili zdarzenia albo wpisz zmierzony czas, np. 2:30.
prompt-date = Naciśnij albo wpisz dzień, na przykład 12.10 albo 12 października.
prompt-date-between = Najwcześniej { $first }, najpóźniej { $last }.
prompt-date-from = Najwcześniej { $day }.
prompt-date-until = Najpóźniej { $day }.
prompt-time = Wpisz godzinę, na przykład 14:35.
prompt-time-now = Naciśnij w tej chwili albo wpisz godzinę, na przykład 14:35.
prompt-time-between = Od { $least } do { $most }.
reason-ask-typed = Zapisany czas: <b>{ $time }</b>. Dlaczego wpisany, a nie zmierzony?
reason-ask-changed = Zapisany czas: <b>{ $time }</b>, wcześniej { $before }. Skąd ta zmiana?
reason-how = Wybierz powód albo napisz go w kilku słowach.
reason-late = Nie było jak nacisnąć w porę
reason-slip = Pomyłka przy naciskaniu
reason-elsewhere = Czas z zegarka lub listy połączeń
prompt-stamp = ✔ { $mark }
prompt-ticked =
    { $text }
    ✔ <b>{ $answer }</b>
prompt-corrected = Poprawione: { $question } – <b>{ $answer }</b>
button-done = Gotowe
button-today = Dziś
button-yesterday = Wczoraj
button-now = Teraz
button-acknowledge = Rozumiem
button-skip = Pomiń
button-unchanged = Bez zmian
button-back = Wstecz
button-submit = Wyślij
button-correct = Popraw odpowiedź
button-summary = Wróć do podsumowania
evidence-ask = { $text }
evidence-attached = Dołączone: { $photos }
evidence-given = { $count ->
    [one] Mam { $count } zdjęcie
    [few] Mam { $count } zdjęcia
   *[other] Mam { $count } zdjęć
  } (najwyżej { $most }).
summary-head = <b>Wszystkie odpowiedzi</b>
summary-line = { $number }. { $question } – <b>{ $answer }</b>
summary-sent = <b>Wysłane odpowiedzi</b>
fold = <blockquote expandable>{ $text }</blockquote>
summary-foot = Sprawdź i wyślij. Po wysłaniu odpowiedzi już się nie zmienią.
correct-which = Którą odpowiedź poprawić? Wybierz numer.
toast-saved = Zapisane ✔
toast-changed = Poprawione ✔
routed-hidden = { $count ->
    [one] Po tej zmianie jedno pytanie przestało obowiązywać:
    [few] Po tej zmianie { $count } pytania przestały obowiązywać:
   *[other] Po tej zmianie { $count } pytań przestało obowiązywać:
  }
    { $questions }
routed-shown = { $count ->
    [one] Po tej zmianie doszło jedno pytanie:
    [few] Po tej zmianie doszły { $count } pytania:
   *[other] Po tej zmianie doszło { $count } pytań:
  }
    { $questions }
routed-more = { $count ->
    [one] i jeszcze jedno
    [few] i jeszcze { $count }
   *[other] i jeszcze { $count }
  }
nothing-open = Nie ma teraz otwartego zadania. Listę zadań pokaże /zadania.
photo-not-now = Nie ma teraz otwartego pytania, do którego mógłbym dołączyć zdjęcie. Otwórz zadanie: /zadania
recording-refused = Nagrań nie przyjmuję, bo utrwalają głos i wizerunek innych osób. Napisz odpowiedź albo wybierz ją przyciskiem.
recording-not-kept = Nagrania nie zachowałem: utrwala głos i wizerunek innych osób, więc zostaw je u siebie. Tutaj napisz odpowiedź albo wybierz ją przyciskiem.
file-refused = Takiego pliku nie przyjmę. Dowodem może być zdjęcie albo zrzut ekranu: JPEG, PNG lub WebP, najwyżej 20 MB.
kind-not-used = Takiej wiadomości nie potrafię użyć jako odpowiedzi.
answer-yes = Tak
answer-no = Nie
answer-na = Nie dotyczy
answer-none = brak odpowiedzi
answer-skipped = pominięte
answer-nothing = nic z listy
answer-photos = { $count ->
    [one] { $count } zdjęcie
    [few] { $count } zdjęcia
   *[other] { $count } zdjęć
  }
answer-time-typed = { $time }, wpisane
answer-time-changed = { $time }, wcześniej { $before }
answer-why = { $answer } (powód: { $why })
time-minutes = { $minutes } min { $seconds } s
time-seconds = { $seconds } s

## Dla organizatorów o jurorach

jurors-ready = { $count ->
    [one] Nowy juror jest gotowy do pracy: { $codes }
    [few] { $count } nowi jurorzy są gotowi do pracy: { $codes }
   *[other] { $count } nowych jurorów jest gotowych do pracy: { $codes }
  }
    Przydział: /przydzial
audit-arrived = Przyszło zgłoszenie { $label }. Sprawdzisz je przez /kontrola.
came-back-head = { $count ->
    [one] Do puli wróciło { $count } zadanie:
    [few] Do puli wróciły { $count } zadania:
   *[other] Do puli wróciło { $count } zadań:
  }
came-back-line = • { $label } · { $code } · { $reason }
came-back-foot = Nowy przydział: /przydzial
reason-lapsed = brak odpowiedzi na propozycję
reason-overdue = po terminie
collecting-closed =
    Zbieranie ocen zakończone.
    Niewysłane zadania: { $unfinished }. { $waiting ->
        [0] Wszystko, co przyszło, jest sprawdzone.
       *[other] Do sprawdzenia: { $waiting }.
    }
checking-late = Minął termin sprawdzania, a czekają jeszcze zgłoszenia: { $waiting }. Otwórz /kontrola.
alarm-set-aside = Wiadomości { $update } nie udało się obsłużyć. Odłożyłem ją na bok; reszta działa dalej.
alarm-unwritable = Nie mogę zapisać niczego na dysku. Wolne miejsce: { $free } MB. Zwolnij miejsce albo sprawdź dysk; bota nie trzeba uruchamiać ponownie. Telegram przechowuje dla mnie teksty przez dobę, a naciśnięcia przycisków przez 150 sekund.
alarm-locked = Bazę danych trzyma inny program, więc nie mogę niczego zapisać. Zamknij go, na przykład przeglądarkę bazy; bota nie trzeba uruchamiać ponownie. Telegram przechowuje dla mnie teksty przez dobę, a naciśnięcia przycisków przez 150 sekund.
alarm-writable = Od { $since } do { $until } nie mogłem niczego zapisać. Już mogę i zapisuję to, co czekało.

## Odmowy

mistake-dead-button = Ten przycisk już nie działa. Bieżące pytanie: /dalej
mistake-dead-button-panel = Ten przycisk już nie działa. Wszystko, co teraz trzeba zrobić, pokaże /panel
mistake-dead-button-expert = Ten przycisk już nie działa. Twoje głosowania: /glosuj, nominacje: /nominacje
mistake-bad-invitation = To zaproszenie nie działa. Poproś organizatora o nowe.
mistake-not-open = Zadanie { $label } jest już zamknięte ({ $state }).
mistake-already-accepted = Zadanie { $label } jest już przyjęte.
mistake-too-early = Zadanie { $label } otworzy się { $opens }.
mistake-file-too-big = Plik jest za duży. Najwięcej mogę przyjąć { $most } MB.
mistake-file-gone = Telegram nie chce oddać tego pliku. Wyślij go jeszcze raz.
mistake-photo-heic = To zdjęcie jest w formacie HEIC. Wyślij je jako zdjęcie, a nie jako plik.
mistake-photo-too-large = To zdjęcie ma zbyt wiele pikseli. Wyślij je jako zdjęcie, a nie jako plik.
mistake-photo-too-heavy = Tego obrazu nie da się bezpiecznie odczytać. Zrób zdjęcie jeszcze raz.
mistake-not-a-photo = To nie jest zdjęcie, które umiem odczytać (JPEG, PNG albo WebP).
mistake-photo-broken = Ten plik ze zdjęciem jest uszkodzony. Wyślij zdjęcie jeszcze raz.
