# Ludzie: zaproszenia, jurorzy, role, wyłączenia, kto jest kim.

## Arkusz zaproszeń (PDF do druku)

sheet-title = Zaproszenia { $first }–{ $last }
sheet-author = Organizator
sheet-subject = Karty do rozcięcia, ważne do { $until }
sheet-card = Zaproszenie
sheet-how = Zeskanuj kod telefonem, na którym masz Telegram, i naciśnij Start.
sheet-until = Działa raz, do { $until }.
sheet-number = Dla jednej osoby. Nr { $number }
sheet-code = Kod QR z linkiem zaproszenia nr { $number }

## Zaproszenia

invite-which =
    Kogo zapraszasz? Link otwiera czat raz, przez 7 dni.
    Kilku jurorów od razu: /zapros 16 · z notatką: /zapros juror Ola z Tarnowa
invite-head = { $count ->
    [one] Zaproszenie: { $role }. Działa raz, do { $until }. Przekaż je tej jednej osobie.
    [few] Zaproszenia: { $role }, { $count }. Każde działa raz, do { $until }. Przekaż je różnym osobom.
   *[other] Zaproszenia: { $role }, { $count }. Każde działa raz, do { $until }. Przekaż je różnym osobom.
  }
invite-note = Notatka: { $note }
invite-link = { $number }. { $link }
button-paper = Arkusz do druku
button-open-invitations = Otwarte · { $count }
paper-how-many =
    Ilu jurorów zapraszasz na papierze? Karty z kodami QR są do wycięcia, dziesięć na stronie.
    Inną liczbę albo rolę wpisz: /zapros arkusz 6 ekspert
paper-making = { $count ->
    [one] Rysuję arkusz z { $count } kartą. Przyślę go za chwilę.
   *[other] Rysuję arkusz z { $count } kartami. Przyślę go za chwilę.
  }
paper-made = { $count ->
    [one] Zaproszenie nr { $first }: { $role }. Działa raz, do { $until }. Wydrukuj i wytnij.
    [few] { $count } zaproszenia, nr { $first }–{ $last }: { $role }. Każde działa raz, do { $until }. Wydrukuj, rozetnij i skasuj plik.
   *[other] { $count } zaproszeń, nr { $first }–{ $last }: { $role }. Każde działa raz, do { $until }. Wydrukuj, rozetnij i skasuj plik.
  }
paper-note = arkusz { $number }/{ $count }
paper-file = zaproszenia-{ $first }-{ $last }
open-none = Nie ma otwartych zaproszeń.
open-head = <b>Otwarte zaproszenia: { $count }</b>
open-line = { $number } · { $role } · do { $until }{ $note }
open-card = <b>Zaproszenie nr { $number }</b> · { $role }
open-issued = Od: { $code }, { $when }
open-until = Działa do: { $when }
button-revoke = Unieważnij
button-revoke-all = Unieważnij wszystkie · { $count }
people-back = Wróć
toast-revoked = Zaproszenie nr { $number } jest nieważne
revoke-all = { $count ->
    [one] Unieważnisz { $count } otwarte zaproszenie. Link i karta z kodem przestaną działać; kto już wszedł, zostaje.
    [few] Unieważnisz { $count } otwarte zaproszenia. Linki i karty z kodem przestaną działać; kto już wszedł, zostaje.
   *[other] Unieważnisz { $count } otwartych zaproszeń. Linki i karty z kodem przestaną działać; kto już wszedł, zostaje.
  }
revoked-all = { $count ->
    [0] Nie było już czego unieważniać.
    [one] Unieważnione: { $count } zaproszenie.
    [few] Unieważnione: { $count } zaproszenia.
   *[other] Unieważnione: { $count } zaproszeń.
  }
revoked-late = Z pozostałych ({ $count }) ktoś w międzyczasie skorzystał albo były już nieważne.
mistake-invitation-closed = Zaproszenie nr { $number } nie jest już otwarte. Listę pokaże /zapros.
mistake-no-open-invitations = Nie ma otwartych zaproszeń.

## Jurorzy

command-role = role organizatorów i ekspertów
command-kto = kto jest kim (zapisywane w dzienniku)
command-konflikt = zgłoś, że masz związek z uczestnikiem
jurors-head = <b>Jurorzy: { $count }</b> · niewykorzystane zaproszenia: { $pending }
jurors-none = Nie ma jeszcze nikogo. Zaproś jurorów: /zapros 16
jurors-nobody = Nikogo takiego nie ma.
jurors-line = <b>{ $code }</b> · { $state } · zadania { $load } z { $capacity }
jurors-silent = bez odpowiedzi: { $count }
jurors-unreachable = nie odbiera wiadomości
jurors-filtered = Pokazuję: { $filter ->
    [silent] nie odpowiedzieli na propozycję
    [unreachable] nie odbierają wiadomości
    [paused] wstrzymani
    [over] ponad limit
    [registering] w trakcie rejestracji
   *[removed] usunięci
  } ({ $count })
jurors-filter = { $filter ->
    [all] Wszyscy
    [silent] Bez odpowiedzi
    [unreachable] Nie odbierają
    [paused] Wstrzymani
    [over] Ponad limit
    [registering] W rejestracji
   *[removed] Usunięci
  } · { $count }
card-work = Oferty { $offered } · w toku { $running } · do sprawdzenia { $submitted } · zatwierdzone { $approved }
card-silent = { $count ->
    [one] Bez odpowiedzi: { $count } oferta od { $since }
    [few] Bez odpowiedzi: { $count } oferty, najstarsza od { $since }
   *[other] Bez odpowiedzi: { $count } ofert, najstarsza od { $since }
  }
card-channels = Kanały: { $channels }
card-regions = Regiony: { $regions }
card-note = Wpisane konflikty spoza listy: { $note }
card-unreachable = Nie odbiera wiadomości: bot jest zablokowany albo konto usunięte.
card-conflicts = Konflikty: { $count }
conflict-line = • { $name } ({ $source ->
    [registration] z rejestracji
    [offer] z odmowy
   *[organiser] od organizatora
  })
button-pause = Wstrzymaj
button-resume = Wznów
button-restore = Przywróć
button-limit = Limit
button-conflicts = Konflikty
button-remove = Usuń
mistake-no-such-juror = Nie ma jurora { $code }. Listę pokaże /jurorzy.
mistake-juror-state = Juror { $code } jest już: { $state }. Ktoś był szybszy albo to stary przycisk.
paused-juror = Na razie nie dostaniesz nowych zadań. Te, które masz, są aktualne. Pytania: /pytanie
resumed-juror = Znów możesz dostawać zadania. Lista: /zadania
limit-ask = Ile zadań najwyżej może mieć { $code }? Teraz: { $capacity }. Wybierz albo wpisz liczbę.
limit-juror = Organizator zmienił limit Twoich zadań: { $capacity }.
mistake-limit-range = Podaj liczbę od 1 do { $most }.

## Usunięcie jurora

remove-which = { $count ->
    [one] <b>{ $code }</b> ma { $count } zadanie w toku. Co ma się z nim stać?
    [few] <b>{ $code }</b> ma { $count } zadania w toku. Co ma się z nimi stać?
   *[other] <b>{ $code }</b> ma { $count } zadań w toku. Co ma się z nimi stać?
  }
button-let-finish = Niech dokończy
button-take-back = Wycofaj
remove-head = <b>Usuwasz jurora { $code }</b>
remove-offers = • oferty do wycofania: { $count } ({ $labels })
remove-kept = • w toku, juror dokończy: { $count } ({ $labels })
remove-taken = • w toku, do wycofania: { $count } ({ $labels })
remove-correcting = • w poprawie, wrócą do sprawdzenia bez niej: { $count } ({ $labels })
remove-stays = • zostają: do sprawdzenia { $submitted }, zatwierdzone { $approved }
remove-free = Wycofane kontakty wrócą do przydziału.
remove-nothing = Nic nie wypada z planu.
mistake-remove-moved = U jurora { $code } coś się w międzyczasie zmieniło. Zacznij jeszcze raz: /jurorzy { $code }
removed = { $count ->
    [0] Juror <b>{ $code }</b> jest usunięty.
    [one] Juror <b>{ $code }</b> jest usunięty. Do przydziału wrócił { $count } kontakt.
    [few] Juror <b>{ $code }</b> jest usunięty. Do przydziału wróciły { $count } kontakty.
   *[other] Juror <b>{ $code }</b> jest usunięty. Do przydziału wróciło { $count } kontaktów.
  }
removed-juror = { $keep ->
    [yes] Nie dostaniesz już nowych zadań. Te, które masz w toku, możesz dokończyć: /zadania
   *[no] Twój udział się zakończył{ $count ->
        [0] .
       *[other] , a otwarte zadania zostały odwołane.
      }
  } Dziękuję. Dane: /moje_dane, /zapomnij

## Konflikty jurora

conflicts-head = <b>Konflikty jurora { $code }</b>
conflicts-none = Nie ma żadnych.
button-add-conflict = Dodaj
button-lift = Zdejmij: { $name }
conflict-ask = Z którym uczestnikiem jest związany juror <b>{ $code }</b>? Napisz część nazwy albo miejscowość.
find-none = Nie znalazłem uczestnika, którego nazwa albo miejscowość zawiera „{ $part }”. Napisz inaczej.
find-which = { $count ->
    [one] Pasuje jeden uczestnik:
    [few] Pasują { $count } uczestnicy:
   *[other] Pasuje { $count } uczestników{ $shown ->
        [8] , pokazuję 8. Napisz więcej, żeby zawęzić:
       *[other] :
      }
  }
conflict-head = Juror <b>{ $code }</b> nie będzie oceniać uczestnika <b>{ $name }</b>.
conflict-takes = { $count ->
    [one] Zadanie { $labels } zostanie odwołane i wróci do przydziału.
   *[other] Zadania { $labels } zostaną odwołane i wrócą do przydziału.
  }
conflict-submitted = Zgłoszenie { $labels } czeka na sprawdzenie: o nim zdecyduje sprawdzający.
button-declare = Zapisz konflikt
mistake-conflict-known = Ten konflikt jest już zapisany: { $code }, { $name }.
mistake-conflict-moved = U jurora { $code } coś się w międzyczasie zmieniło. Zacznij jeszcze raz: /jurorzy { $code }
mistake-conflict-none = Takiego konfliktu już nie ma: { $code }, { $name }.
conflict-declared = { $count ->
    [0] Zapisane: { $code } nie oceni uczestnika { $name }.
    [one] Zapisane: { $code } nie oceni uczestnika { $name }. { $count } zadanie wróciło do przydziału.
    [few] Zapisane: { $code } nie oceni uczestnika { $name }. { $count } zadania wróciły do przydziału.
   *[other] Zapisane: { $code } nie oceni uczestnika { $name }. { $count } zadań wróciło do przydziału.
  }
withdrawn-juror = { $count ->
    [one] Zadanie { $labels } zostało odwołane. To nie wpływa na Twoją ocenę.
   *[other] Zadania { $labels } zostały odwołane. To nie wpływa na Twoją ocenę.
  }
lift-head = Zdejmujesz konflikt: juror <b>{ $code }</b> znów będzie mógł oceniać uczestnika <b>{ $name }</b>. { $source ->
    [registration] Zgłosił go sam juror przy rejestracji: najpierw go zapytaj.
    [offer] Zgłosił go sam juror, odmawiając zadania: najpierw go zapytaj.
   *[organiser] Zapisał go organizator.
  }
button-lift-yes = Zdejmij
conflict-lifted = Konflikt zdjęty: { $code }, { $name }.

## Role

roles-head = <b>Organizatorzy i eksperci: { $count }</b>
roles-line = <b>{ $code }</b> · { $roles }
roles-how = Nowe osoby zaprasza się przez /zapros.
button-give-role = Nadaj: { $role }
button-take-role = Odbierz: { $role }
button-give = Nadaj
button-take = Odbierz
role-ask = { $give ->
    [yes] <b>{ $code }</b> dostanie rolę: { $role }.
   *[no] <b>{ $code }</b> straci rolę: { $role }. Przyciski tej roli przestaną u tej osoby działać.
  }
role-may-owner = Właściciel może wszystko: ustawienia, kto jest kim, zamrożenie, publikacja, role.
role-may-planner = Planista prowadzi uczestników, jurorów, przydział i terminy.
role-may-checker = Sprawdzający czyta zgłoszenia, zatwierdza je, zwraca i wyklucza.
role-may-expert = Ekspert Kapituły nominuje i głosuje.
role-done = { $give ->
    [yes] { $code } ma rolę: { $role }.
   *[no] { $code } nie ma już roli: { $role }.
  }
role-changed = { $give ->
    [yes] Masz teraz rolę: { $role }. Polecenia pokaże /pomoc.
   *[no] Nie masz już roli: { $role }.
  }
mistake-last-owner = To jedyny właściciel edycji. Najpierw nadaj tę rolę komuś innemu.
mistake-role-configured = Ta rola osoby { $code } jest zapisana w config.toml i wróciłaby po starcie. Najpierw usuń ją tam i uruchom bota od nowa.
mistake-roles-moved = Role osoby { $code } są już inne. Zacznij jeszcze raz: /role { $code }
mistake-no-such-person = Nie ma tu osoby { $code }.

## Kto jest kim

button-who = Kto to
who-head = <b>Kto jest kim: { $count }</b>
who-line = <b>{ $code }</b> · { $name } · <a href="tg://user?id={ $account }">konto { $account }</a>
who-note = zaproszenie „{ $note }”
who-nameless = bez notatki
who-foot = { $minutes ->
    [one] To otwarcie jest w dzienniku. Wiadomość zniknie za { $minutes } minutę.
    [few] To otwarcie jest w dzienniku. Wiadomość zniknie za { $minutes } minuty.
   *[other] To otwarcie jest w dzienniku. Wiadomość zniknie za { $minutes } minut.
  }

## Związki z uczestnikami

interest-head = <b>Twoje związki z uczestnikami: { $count }</b>
interest-line = • { $name }
interest-how = Pracujesz u uczestnika, ktoś bliski tam pracuje albo łączy Was umowa? Napisz część nazwy. Nie zobaczysz wtedy ani zgłoszeń, ani wyniku tego uczestnika, i nie zdecydujesz o nim.
interest-ask = Zgłaszasz związek z uczestnikiem <b>{ $name }</b>. Od tej chwili nic o nim nie zobaczysz; cofnąć to może tylko inna osoba w roli właściciela. Wybierz powód:
interest-reason = { $reason ->
    [work] Praca
    [family] Ktoś bliski
    [business] Umowa
   *[other] Inny powód
  }
interest-declared = Zapisane. Uczestnika { $name } już tu nie zobaczysz. Dziękuję.
interest-owner = { $code } zgłasza związek z jednym z uczestników. Szczegóły: /role { $code }
interest-alone = Uwaga: nie zostanie nikt, kto mógłby sprawdzać zgłoszenia tego uczestnika.
recuse-ask = Z którym uczestnikiem jest związana osoba <b>{ $code }</b>? Napisz część nazwy albo miejscowość.
recuse-head = <b>{ $code }</b> nie zobaczy nic o uczestniku <b>{ $name }</b> i nie zdecyduje o nim.
button-recuse = Wyłącz z…
button-recuse-yes = Wyłącz
recused = Zapisane: { $code } nie widzi już uczestnika { $name }.
recused-person = Właściciel wyłączył Cię ze spraw jednego z uczestników. Listę pokaże /konflikt.
recusals-head = Związki z uczestnikami: { $count }
recusal-line = • { $name } ({ $reason ->
    [work] praca
    [family] ktoś bliski
    [business] umowa
    [owner] decyzja właściciela
   *[other] inny powód
  })
recuse-lift-head = <b>{ $code }</b> znów będzie widzieć uczestnika <b>{ $name }</b> i o nim decydować.
recusal-lifted = Zdjęte: { $code } znów widzi uczestnika { $name }.
mistake-recusal-known = Tej osoby ({ $code }) ten uczestnik już nie dotyczy.
mistake-recusal-none = Takiego wyłączenia u osoby { $code } już nie ma.
mistake-recusal-own = O sobie mówi się przez /konflikt, a zdejmuje to inny właściciel.
own-data-interests = Związki z uczestnikami: { $names }
