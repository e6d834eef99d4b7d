# Przydział: druga runda, zmiany ręczne, fale.

plan-under-way = Układam plan: { $slots ->
    [one] { $slots } kontakt
    [few] { $slots } kontakty
   *[other] { $slots } kontaktów
  }, { $jurors ->
    [one] { $jurors } juror
    [few] { $jurors } jurorzy
   *[other] { $jurors } jurorów
  }. To może potrwać kilkanaście sekund.
plan-drafted = Plan jest gotowy.
further-head = <b>Druga runda</b>: { $count ->
    [one] { $count } zadanie
    [few] { $count } zadania
   *[other] { $count } zadań
  } z { $of } możliwych, tam gdzie nagrody są jeszcze niepewne (ziarno losowania { $seed }).
plan-nothing-further = Dodatkowe kontakty niczego już nie rozstrzygną albo są w toku.
plan-benched = { $count ->
    [one] { $count } juror pominięty ręcznie
    [few] { $count } jurorzy pominięci ręcznie
   *[other] { $count } jurorów pominiętych ręcznie
  }: { $codes }.
plan-by-hand = Wybrane ręcznie kontakty w tym planie: { $count }.
plan-contacts-left-out = Kontakty pominięte ręcznie: { $count }.
plan-fallen = W tym wraca do przydziału po rezygnacji lub terminie: { $count }.
plan-waiting = Już zatwierdzone, czekają na swoją falę: { $count }.
plan-further = Druga runda mogłaby rozstrzygnąć niepewne nagrody. Dodatkowe kontakty: { $count }.
button-further = Druga runda · { $count }
button-by-hand = Zmień ręcznie
button-plan-again = Ułóż od nowa
plan-stale = Od pokazania planu coś się zmieniło, więc nic nie wysłałem. Nie pasują już kontakty:
plan-left-taken = • ma je już kto inny – { $count }
plan-left-juror = • juror przestał być dostępny – { $count }
plan-left-full = • juror ma już komplet zadań – { $count }
plan-left-conflict = • juror zgłosił konflikt – { $count }
plan-left-entrant = • uczestnik albo kanał już nie bierze udziału – { $count }
plan-left-channel = • juror nie obsługuje już tego kanału – { $count }
plan-left-region = • juror nie jeździ już do tego województwa – { $count }
plan-left-seen = • juror był już u tego uczestnika – { $count }
plan-left-rotation = • juror ma już dość kontaktów u tego uczestnika – { $count }
plan-left-wish = • zmienione ręcznie – { $count }
mistake-chosen-juror-cannot = Wybrany ręcznie { $juror } nie może wziąć tego kontaktu. Wybierz kogoś innego albo cofnij wybór.

## Fale

waves-plan = Zadania wyjdą w falach: { $waves }. W pierwszej: { $first }, ostatnia { $last }.
waves-left = Na kolejne fale ({ $waves }) czeka: { $count }. Następna: { $next }.
button-stop-waves = Zatrzymaj kolejne fale
mistake-waves-gone = W tym planie nic już nie czeka na swoją falę.
waves-stopped = { $count ->
    [one] Zatrzymane. { $count } kontakt wraca do przydziału.
    [few] Zatrzymane. { $count } kontakty wracają do przydziału.
   *[other] Zatrzymane. { $count } kontaktów wraca do przydziału.
  }
wave-left = Fala { $wave }: { $count ->
    [0] nie wysłałem żadnej propozycji.
    [one] wysłałem { $count } propozycję.
    [few] wysłałem { $count } propozycje.
   *[other] wysłałem { $count } propozycji.
  }
wave-over = Fala nie wyszła, bo zbieranie ocen jest zakończone. Kontakty bez jurora: { $count }.
wave-again = Te kontakty są znów do przydzielenia: /przydzial
wave-rest = Czeka na kolejne fale: { $count }.

## Zmiany ręczne

hand-head = <b>Zmiany w planie</b>
    Wybierz jurora albo napisz fragment nazwy uczestnika.
hand-changes = Zmienione kontakty: { $count }. Zanim zatwierdzisz plan, przelicz go.
hand-juror = { $code } · { $count }
hand-contact = { $name } · { $channel } · { $code }
hand-juror-head = <b>{ $code }</b>, kontakty w tym planie: { $count }
hand-benched = Pominięty w planach. Po przeliczeniu jego kontakty dostanie kto inny.
hand-entrant-head = <b>{ $name }</b>, kontakty w tym planie: { $count }
hand-which = Którego uczestnika?
hand-contact-head = <b>{ $name }</b>
    { $channel } · { $code }
hand-nobody = bez jurora
hand-days = Między { $first } a { $last }.
hand-state-free = Juror wybrany automatycznie.
hand-state-benched = Juror pominięty. Po przeliczeniu dostanie to kto inny.
hand-state-left-out = Pominięty ręcznie: nikt tego nie dostanie.
hand-state-pinned = { $code } przypięty: zostanie przy tym kontakcie.
hand-state-swapped = { $code } wybrany ręcznie.
hand-swap = Mogą wziąć także: { $count }. Dotknij, by zamienić.{ $rest ->
        [0] { "" }
       *[other] {" "}Widać najmniej zajętych.
    }
hand-nobody-else = Nikt inny nie może wziąć tego kontaktu.
hand-able = { $code } · { $load } z { $most }
hand-home = Wyjeżdża z: { $home }
button-home = Skąd jeździ
home-ask = Skąd { $code } wyjeżdża na wizyty? Wpisz miejscowość albo powiat, na przykład „Legionowo” albo „powiat legionowski, mazowieckie”. Bez adresu. Kreska „–” usuwa wpis.
home-kept = Zapisane. { $code }: następny plan policzy drogę na wizyty.
home-gone = Usunięte. { $code }: droga na wizyty nie będzie liczona.
mistake-home-not-read = Wpisz samą miejscowość albo powiat, bez adresu i kodu, najwyżej { $most } znaków.
own-data-home = Skąd wyjeżdżasz na wizyty: { $home }
button-pin = Przypnij
button-unpin = Cofnij wybór
button-skip-contact = Pomiń kontakt
button-bench = Pomiń jurora w planach
button-unbench = Uwzględnij znów jurora
button-anew = Przelicz i pokaż plan
button-hand-back = Zmień co innego
button-hand-lift = Cofnij wszystkie zmiany
toast-swapped = Zamienione: { $code }
toast-hand-lifted = Zmiany ręczne cofnięte
mistake-hand-nothing = W tym planie nie ma uczestnika ani jurora „{ $said }”.
mistake-hand-not-juror = { $code } nie bierze teraz udziału w przydziale.
mistake-hand-not-channel = { $code } nie obsługuje tego kanału.
mistake-hand-not-region = { $code } nie jeździ do tego województwa.
mistake-hand-not-conflict = { $code } ma tu konflikt interesów.
mistake-hand-not-seen = { $code } był już u tego uczestnika.
mistake-hand-not-full = { $code } ma już komplet zadań.
mistake-hand-not-rotation = { $code } ma już dość kontaktów u tego uczestnika.

## Terminy

dates-movable = Termin, który jeszcze nie minął, można przesunąć:
button-date-collecting-from = Początek zbierania
button-date-collecting-until = Koniec zbierania
button-date-checking-until = Koniec sprawdzania
button-date-results-at = Wyniki
button-date-gala = Gala
button-days = { $sign }{ $days } { $days ->
    [one] dzień
   *[other] dni
  }
date-ask = <b>{ $what }</b>: { $when }
    O ile przesunąć? Możesz też wpisać nowy dzień i godzinę, na przykład: 23.11 20:00 albo w piątek 12:00.
date-move = <b>{ $what }</b>
    Było: { $frm }
    Będzie: { $to }
date-running = { $count ->
    [one] { $count } trwające zlecenie dostanie nowy termin.
    [few] { $count } trwające zlecenia dostaną nowy termin.
   *[other] { $count } trwających zleceń dostanie nowy termin.
  }
date-sooner = W tym wcześniejszy niż dotąd: { $count }.
date-offered = { $count ->
    [one] { $count } zlecenie bez odpowiedzi jurora też dostanie nowe daty.
    [few] { $count } zlecenia bez odpowiedzi jurora też dostaną nowe daty.
   *[other] { $count } zleceń bez odpowiedzi jurora też dostanie nowe daty.
  }
date-waves = Kontakty, których fala przypadałaby po końcu zbierania i nie wyjdzie: { $count }.
date-jurors = { $count ->
    [one] Napiszę o tym do { $count } jurora.
   *[other] Napiszę o tym do { $count } jurorów.
  }
date-nobody = Żadne zlecenie nie zmieni terminu.
button-move-date = Przesuń
date-moved = Przesunięte. { $what }: { $when }.
date-moved-by = { $by } zmienia termin. { $what }: { $when }.
dates-juror = { $count ->
    [one] Organizator zmienił termin jednego zadania:
   *[other] Organizator zmienił terminy zadań:
  }
dates-juror-line = • { $label } – do { $due }
mistake-date-passed = Ten termin już minął albo przestał mieć znaczenie, więc nie można go przesunąć.
mistake-date-in-past = Nowy termin byłby w przeszłości. Podaj późniejszy.
mistake-date-same = Ten termin już tak jest ustawiony.
mistake-dates-crossed = { $later ->
    [collecting_until] Koniec zbierania
    [checking_until] Koniec sprawdzania
    [results_at] Termin wyników
   *[gala] Termin gali
  } musi być później niż { $earlier ->
    [collecting_from] początek zbierania
    [collecting_until] koniec zbierania
    [checking_until] koniec sprawdzania
   *[results_at] termin wyników
  }. Najpierw przesuń tamten termin.
mistake-date-not-read = Nie rozumiem, na kiedy. Wpisz na przykład: 23.11 20:00, jutro 12:00 albo w piątek.
mistake-dates-changed = Od pokazania terminów coś się zmieniło, więc nic nie przesunąłem. Zobacz, jak jest teraz: /terminy

## Ogłoszenia

command-ogloszenie = wiadomość do wielu osób naraz
announce-ask = Napisz treść ogłoszenia. Zanim wyjdzie, pokażę je i powiem, ile osób je dostanie.
announce-whom = <b>Do kogo?</b>
    „{ $text }”
button-audience-jurors = Wszyscy jurorzy · { $count }
button-audience-working = Jurorzy z zadaniami · { $count }
button-audience-organisers = Organizatorzy · { $count }
button-audience-experts = Eksperci · { $count }
audience-jurors = wszyscy jurorzy
audience-working = jurorzy z zadaniami
audience-organisers = organizatorzy
audience-experts = eksperci
announce-preview = { $count ->
    [one] Dostanie to { $count } osoba
    [few] Dostaną to { $count } osoby
   *[other] Dostanie to { $count } osób
  } ({ $audience }). Początek widać na ekranie blokady, więc nie podawaj nazw instytucji.
announcement = <b>Wiadomość od organizatora</b>
    { $text }
button-announce = Wyślij · { $count }
announce-progress = Ogłoszenie: wysłane { $sent } z { $of }.
announce-lost = Nie da się doręczyć: { $count }.
announce-stopped = Zatrzymane, nie wyjdzie: { $count }.
button-announce-stop = Zatrzymaj wysyłanie
toast-announce-stopped = Zatrzymane: { $count }
mistake-announce-nobody = W tej grupie nie ma teraz nikogo, do kogo można napisać.
mistake-announce-length = Ogłoszenie może mieć od 1 do { $most } znaków, a to ma { $length }.

## Contact moved to another juror by hand

button-moves = Przekaż zadanie
button-move = Przekaż
move-head = <b>{ $whose }</b>, zadania, które można przekazać komu innemu. Wybierz jedno.
move-none = <b>{ $whose }</b>: nie ma zadań, które można przekazać.
move-line = <b>{ $task }</b> · { $name } · { $channel } · { $code } · { $state ->
    [offered] propozycja
    [accepted] przyjęte
    [waiting] czeka na odpowiedź
   *[running] w toku
  }
move-waits =
    Kto napisał do instytucji, ten dostanie jej odpowiedź. Dlatego zadań, które na nią czekają, nie można przekazać. Możesz:
    • poczekać: gdy minie czas, zapiszę brak odpowiedzi, a juror dokończy zadanie;
    • odzyskać kontakt: juror oddaje zadanie (/nie_moge) albo usuwasz jurora na jego karcie. Kontakt wraca do /przydzial i kto inny pisze od nowa.
move-who = Kto ma to dostać? Najpierw ci, którzy mają najmniej pracy.
move-ask = Przekazujesz <b>{ $task }</b>: { $code } → { $to }.
move-offered = { $code } jeszcze nie odpowiada na propozycję. Przeczyta, że zadanie jest odwołane.
move-accepted = { $code } ma już to zadanie przyjęte. Przeczyta, że jest odwołane.
move-running = { $code } jest w trakcie: kontakt z instytucją mógł się już zacząć. Zapisane odpowiedzi nie wejdą do wyniku, a { $code } przeczyta, że zadanie jest odwołane.
move-done = Przekazane. { $to } dostaje propozycję <b>{ $offer }</b>, a { $code } czyta, że <b>{ $task }</b> jest odwołane.
mistake-move-moved = Od pokazania zadanie { $task } zmieniło stan, więc nic nie zrobiłem. Otwórz je jeszcze raz.
mistake-move-not-now = Zadania { $task } nie można już przekazać: zgłoszenie jest wysłane albo zadanie się skończyło.
mistake-move-awaits-reply = Zadania { $task } nie można przekazać: { $state }. Odpowiedź przyjdzie tam, skąd wyszła wiadomość, i zobaczy ją tylko { $code }. Gdy minie czas, zapiszę brak odpowiedzi, a { $code } dokończy zadanie. Jeśli nie może, niech je odda (/nie_moge) albo usuń jurora na jego karcie: kontakt wróci do /przydzial i kto inny napisze od nowa.
