# Przypomnienia, godziny, poprawki i zdjęcia. Godziny bez nazwy instytucji: na ekranie blokady niczego nie zdradzają.

## Godziny

door-open = otwarte dziś do { $until }
door-later = teraz zamknięte, dziś od { $opens } do { $closes }
door-over = dziś już zamknięte
door-shut = dziś zamknięte
door-tomorrow = { $now }, jutro od { $opens } do { $closes }
door-day = { $now }, następnie { $weekday } od { $opens } do { $closes }
brief-today = Teraz: { $door }

## Przypomnienia

nudge-others = { $count ->
    [one] Czeka też { $count } inne zadanie: /zadania
    [few] Czekają też { $count } inne zadania: /zadania
   *[other] Czeka też { $count } innych zadań: /zadania
  }
nudge-door = Godziny: { $door }.
button-snooze-3h = Przypomnij za 3 godz.
button-snooze-morning = Jutro rano
snoozed = Zadanie <b>{ $label }</b> odłożone. Przypomnę: { $when }
toast-snoozed = Przypomnę: { $when }
mistake-snooze-too-late = Termin mija wcześniej: { $due }. Nie odkładam dalej.
tasks-offered-line = <b>{ $label }</b> · { $channel } · { $state } · odpowiedz do: { $due }
dates-corrections = Na poprawkę zwróconego zgłoszenia jest { $hours } godz.

## Poprawki: sprawdzający

return-which =
    <b>{ $label }</b>: które pytania wrócą do jurora? Numery jak na liście wyżej.
    Zaznacz i naciśnij Gotowe. Napisany od razu komentarz też zwróci zgłoszenie; bez zaznaczeń wróci całe.
return-ticked = ☑ { $number }. { $question }
button-return-done = Gotowe · { $count }
button-return-whole = Zwróć całość
mistake-return-nothing = Nic nie jest zaznaczone. Zaznacz pytania albo naciśnij „Zwróć całość”.
check-ask-comment-some = { $count ->
    [one] Co poprawić w zgłoszeniu <b>{ $label }</b> (wraca { $count } pytanie)? Stuknij numer albo napisz po swojemu. Juror przeczyta dokładnie te słowa.
    [few] Co poprawić w zgłoszeniu <b>{ $label }</b> (wracają { $count } pytania)? Stuknij numer albo napisz po swojemu. Juror przeczyta dokładnie te słowa.
   *[other] Co poprawić w zgłoszeniu <b>{ $label }</b> (wraca { $count } pytań)? Stuknij numer albo napisz po swojemu. Juror przeczyta dokładnie te słowa.
  }
check-changes = <b>Zmiany od poprzedniej wersji</b>
check-change = { $number }. { $question } – <s>{ $before }</s> → <b>{ $after }</b>
check-change-photos = { $number }. { $question } – zdjęcia: { $before } → <b>{ $after }</b>
check-no-changes = Od poprzedniej wersji żadna odpowiedź się nie zmieniła.
check-came-back = Juror nie zdążył z poprawką. To zgłoszenie w poprzedniej postaci.
correction-lapsed-checker = Poprawka { $label } nie przyszła w terminie. Zgłoszenie wróciło w poprzedniej postaci: /kontrola

## Poprawki: juror

check-returned-some = { $count ->
    [one] Zadanie <b>{ $label }</b> wraca z prośbą o poprawienie { $count } odpowiedzi.
   *[other] Zadanie <b>{ $label }</b> wraca z prośbą o poprawienie { $count } odpowiedzi.
  }
    Pozostałych nie trzeba już ruszać. Popraw do: { $due }
correction-note =
    <i>Poprawka do: { $due } · pytań: { $left }</i>
    <blockquote>{ $comment }</blockquote>
summary-head-some = <b>Poprawiane odpowiedzi</b>
summary-rest = { $count ->
    [one] Jedna pozostała odpowiedź jest bez zmian.
    [few] { $count } pozostałe odpowiedzi są bez zmian.
   *[other] { $count } pozostałych odpowiedzi jest bez zmian.
  }
correction-lapsed = Minął czas na poprawkę zadania <b>{ $label }</b>. Wróciło do sprawdzającego w poprzedniej postaci; nic nie trzeba robić.
mistake-locked = Ta odpowiedź jest już przyjęta. Teraz poprawiasz tylko pytania, o które dopytał sprawdzający.

## Zdjęcia

photos-complete = { $count ->
    [one] Mam { $count } zdjęcie, to komplet.
    [few] Mam { $count } zdjęcia, to komplet.
   *[other] Mam { $count } zdjęć, to komplet.
  }
button-drop-photo = Usuń ostatnie
toast-photo-dropped = Usunięte
