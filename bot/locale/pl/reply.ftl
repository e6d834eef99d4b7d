# Zadania w dwóch aktach: wysłane, potem odpowiedź instytucji albo jej brak.

moment-day = { $weekday } { $day } { $month }
moment-date = { $day } { $year }
moment-through = { $day } włącznie

## Pytanie
reply-how-days = Wyślij wiadomość i od razu naciśnij „{ $sent }”. Wysłana po 12:00 albo w dzień wolny liczy się od następnego dnia roboczego.
reply-how-hours = Wyślij wiadomość i od razu naciśnij „{ $sent }”. Czas biegnie w dni robocze od { $opens }:00 do { $closes }:00.
reply-sent = Wysłane: { $sent }
reply-until = Na odpowiedź czekamy do: { $until }
reply-counts-from = Liczy się od: { $day }
reply-how-came = Gdy odpowiedź przyjdzie, naciśnij przycisk. Możesz też wpisać, kiedy przyszła, na przykład: wczoraj 14:35. Do tego czasu zajmij się innymi zadaniami: /zadania
reply-how-corrected = Jeśli odpowiedź przyszła kiedy indziej, wpisz kiedy, na przykład: 12.10 9:05.
button-unsent = Jednak nie wysłane
button-not-came = Jednak nie przyszła
answer-reply-days = { $count ->
    [0] tego samego dnia roboczego
    [one] po { $count } dniu roboczym
   *[other] po { $count } dniach roboczych
  }
answer-reply-hours = po { $hours } h { $minutes } min godzin pracy
answer-reply-minutes = po { $minutes } min godzin pracy
answer-reply-late = po terminie, { $after }
answer-reply-none = bez odpowiedzi w terminie
answer-reply-waiting = czeka na odpowiedź
answer-reply-typed = { $answer } (czas wpisany)

## Czekanie
reply-state = czeka na odpowiedź instytucji do: { $until }
reply-beyond-end = Zbieranie ocen kończy się wcześniej: { $end }. Jeśli do tego czasu odpowiedź nie przyjdzie, ten kontakt nie będzie się liczyć.
reply-asked =
    Zadanie <b>{ $label }</b>: czy przyszła już odpowiedź?
    Jeśli tak, naciśnij przycisk albo wpisz, kiedy przyszła, na przykład: wczoraj 14:35.
button-no-reply-yet = Jeszcze nie
reply-not-yet = Zadanie <b>{ $label }</b> czeka dalej. Zapytam znowu: { $when }
reply-not-yet-last = Zadanie <b>{ $label }</b> czeka dalej, do: { $until }
reply-closed =
    Zadanie <b>{ $label }</b>: minął czas na odpowiedź, więc zapisałem jej brak.
    { $left ->
        [0] Nie ma więcej pytań, zostało tylko wysłać.
        [one] Zostało jedno pytanie:
        [few] Zostały { $left } pytania:
       *[other] Zostało { $left } pytań:
    }
reply-closed-question = • { $text }
reply-closed-hidden = { $count ->
    [one] Jedno pytanie o odpowiedź już nie obowiązuje.
    [few] { $count } pytania o odpowiedź już nie obowiązują.
   *[other] { $count } pytań o odpowiedź już nie obowiązuje.
  }
reply-closed-foot = Jeśli odpowiedź jednak przyszła, możesz to zapisać, dopóki nie wyślesz zadania. Termin wysłania: { $due }
button-finish = Dokończ
button-came-after-all = Odpowiedź przyszła

## Odmowy
mistake-band-beyond-cap = próg { $up_to } leży za granicą { $most }, po której liczy się brak odpowiedzi. Zmniejsz „up_to” albo zwiększ „cap”.
mistake-ask-after-cap = w „ask_after” podaj dni robocze po kolei, od 1 do { $cap }. Popraw { $value }.
mistake-reply-not-sent = Najpierw wyślij wiadomość i naciśnij „{ $sent }”.
mistake-reply-still-awaited = Na odpowiedź czekamy do { $until }. Gdy do tego czasu nie przyjdzie, sam to zapiszę.
mistake-reply-too-late-to-unsend = Wysłanie można cofnąć tylko przez godzinę. Jeśli wiadomość nie wyszła, oddaj zadanie: /nie_moge
mistake-moment-not-read = Nie rozumiem, kiedy. Wpisz na przykład: wczoraj 14:35 albo 12.10 9:05.
mistake-moment-in-future = { $came } jeszcze nie było. Wpisz, kiedy odpowiedź przyszła, na przykład: dziś 9:05.
mistake-moment-before-sending = Odpowiedź nie mogła przyjść przed wysłaniem ({ $sent }). Wpisz późniejszą chwilę.
