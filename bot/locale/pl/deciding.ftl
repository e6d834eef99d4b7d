# Stół Kapituły, symulacja, publikacja, odwołania, sprawdzanie.

command-nominacje = kandydaci do statuetek i wyróżnień
command-glosuj = głosowania Kapituły
go-glosuj = Kapituła

## Stół Kapituły (właściciel)

topic = { $honour } – { $about }
mistake-council-too-early = Kapituła decyduje po zamrożeniu wyników. Najpierw /zamroz
mistake-council-over = Wyniki są już opublikowane, więc Kapituła nic w nich nie zmieni.
council-head = <b>Kapituła</b> · { $experts ->
    [one] { $experts } ekspert
   *[other] { $experts } ekspertów
  }
council-rules-share = Kworum: { $quorum } % uprawnionych. Większość: ponad { $majority } % głosów ważnych. Głosowanie trwa { $hours } godz.
council-rules-most = Kworum: { $quorum } % uprawnionych. Wygrywa najwięcej głosów. Głosowanie trwa { $hours } godz.
council-nothing = Ranking nie daje kandydatów do statuetek i nikt nie jest zgłoszony do wyróżnienia: /nominacje
council-waiting = • { $title }: { $count ->
    [one] { $count } kandydat
    [few] { $count } kandydatów
   *[other] { $count } kandydatów
  }, jeszcze bez głosowania
council-open = • { $title }: trwa, zagłosowało { $voted } z { $of }
council-elected = • { $title }: { $honour ->
    [distinction] <b>przyznano</b>
   *[statuette] <b>{ $names }</b>
  }
council-undecided = • { $title }: { $verdict ->
    [tie] równo głosów ({ $names }), potrzebna dogrywka
    [no-majority] nikt nie ma większości, dogrywka: { $names }
    [no-quorum] zabrakło kworum, trzeba powtórzyć
   *[rejected] nie przyznano
  }
button-ballots-open = Otwórz głosowania · { $count }
button-ballots-close = Zamknij głosowania · { $count }
button-ballots-grant = Zapisz decyzje · { $count }
button-paper-protocol = Protokół
button-paper-gala = Scenariusz gali
mistake-ballots-none = Nie ma teraz takich głosowań. Stan pokaże /glosuj
mistake-ballots-nobody = Nie ma jeszcze ekspertów. Zaproś ich: /zapros
mistake-ballots-moved = Ktoś był szybszy: te głosowania są już otwarte albo zamknięte. Stan pokaże /glosuj
opening-head = { $count ->
    [one] <b>Do otwarcia: { $count } głosowanie</b>
    [few] <b>Do otwarcia: { $count } głosowania</b>
   *[other] <b>Do otwarcia: { $count } głosowań</b>
  }
opening-line = • { $title }{ $number ->
    [1] { "" }
   *[other] { " " }(głosowanie { $number }.)
  }: { $count ->
    [one] { $count } kandydat
   *[other] { $count } kandydatów
  }, uprawnionych { $entitled }{ $away ->
    [0] { "" }
   *[other] , wyłączonych { $away }
  }
opening-meaning = Eksperci dostaną karty w czacie. Głosowanie kończy się po { $hours } godz. albo gdy zagłosują wszyscy. Kto jak głosował, nie dowie się nikt.
opening-done = { $count ->
    [one] { $count } głosowanie otwarte do { $until }.
    [few] { $count } głosowania otwarte do { $until }.
   *[other] { $count } głosowań otwartych do { $until }.
  } Jak idzie, pokaże /glosuj
closing-head = { $count ->
    [one] <b>Do zamknięcia: { $count } głosowanie</b>
    [few] <b>Do zamknięcia: { $count } głosowania</b>
   *[other] <b>Do zamknięcia: { $count } głosowań</b>
  }
closing-line = • { $title }: zagłosowało { $voted } z { $of }
closing-meaning = Po zamknięciu nikt już nie odda głosu. Wynik przeczytają właściciele i eksperci.
ballot-closed = <b>{ $title }</b>: głosowanie zamknięte, zagłosowało { $voted } z { $of }.
    { $verdict ->
    [elected] { $honour ->
        [distinction] <b>Przyznano.</b>
       *[statuette] Wybór Kapituły: <b>{ $names }</b>
    }
    [tie] Równo głosów: { $names }. Potrzebna dogrywka.
    [no-majority] Nikt nie ma wymaganej większości. W dogrywce: { $names }
    [no-quorum] Zabrakło kworum, głosowanie trzeba powtórzyć.
   *[rejected] Nie przyznano.
    }
honours-head = <b>Decyzje Kapituły do zapisania: { $count }</b>
honours-line = { $number } · { $title } · { $name }
honours-done = { $count ->
    [one] { $count } decyzja zapisana.
    [few] { $count } decyzje zapisane.
   *[other] { $count } decyzji zapisanych.
  } Przygotowuję dyplomy, protokół i scenariusz gali.
mistake-honours-none = Nie ma nowych decyzji do zapisania. Stan głosowań pokaże /glosuj

## Głosowanie (ekspert)

ballots-invite = { $count ->
    [one] Kapituła głosuje: czeka { $count } karta. Zagłosuj do { $until }.
    [few] Kapituła głosuje: czekają { $count } karty. Zagłosuj do { $until }.
   *[other] Kapituła głosuje: czeka { $count } kart. Zagłosuj do { $until }.
  }
button-vote = Głosuj
papers-none = { $voted ->
    [0] Nie ma teraz głosowań, w których bierzesz udział.
   *[other] Twoje głosy są oddane. Wynik przyślę po zamknięciu głosowania.
  }
papers-head = { $count ->
    [one] <b>Czeka { $count } karta</b>
    [few] <b>Czekają { $count } karty</b>
   *[other] <b>Czeka { $count } kart</b>
  }{ $voted ->
    [0] { "" }
   *[other] { " " }(oddane: { $voted })
  }
papers-line = { $number }. { $title } – do { $until }
paper-head = <b>{ $title }</b>{ $number ->
    [1] { "" }
   *[other] { " " }· głosowanie { $number }.
  }
paper-candidate = • { $name } ({ $place }. miejsce, { $points })
paper-secret = Głosowanie jest tajne. Najpierw wybór, potem potwierdzenie.
choice-for = Za
choice-against = { $alone ->
    [true] Przeciw
   *[other] Żaden z kandydatów
  }
choice-abstain = Wstrzymuję się
paper-chosen =
    <b>{ $title }</b>
    Zaznaczone: <b>{ $choice }</b>
    Oddanego głosu nie da się zmienić.
button-cast = Oddaj głos
button-choose-again = Wybierz inaczej
paper-cast =
    <b>{ $title }</b>
    Głos oddany. Nigdzie nie zapisano, jak głosujesz.
button-next-paper = Następna karta · { $count }
paper-over = To głosowanie jest zamknięte.
mistake-ballot-closed = To głosowanie jest już zamknięte, więc głosu nie można oddać.
mistake-ballot-voted = Twój głos w tej sprawie jest już oddany.
mistake-ballot-recused = W tym głosowaniu nie bierzesz udziału.
mistake-paper-old = Ta karta jest nieaktualna. Otwórz głosowanie jeszcze raz: /glosuj

## Nominacje

nominations-head = <b>Nominacje</b>
nominations-group = <b>{ $title }</b>
nominations-line = • { $name } ({ $place }. miejsce, { $points })
nominations-unplaced = • { $name } (bez miejsca w rankingu)
nominations-reason = { "  " }{ $expert }: { $reason }
nominations-none = Nikt nie jest jeszcze zgłoszony.
button-nominate = Zgłoś do wyróżnienia
button-nominate-back = Wycofaj: { $name }
nominate-whom = Kogo zgłaszasz? Napisz część nazwy.
nominate-nobody = Nie znam takiego sklasyfikowanego uczestnika. Napisz część nazwy jeszcze raz.
nominate-which = O kogo chodzi?
nominate-many = Pasuje { $count }, oto pierwsi. Możesz napisać więcej liter.
nominate-why = <b>{ $name }</b>: za co? Wystarczy jedno lub dwa zdania, przeczyta je Kapituła.
nominate-done = Zgłoszone: <b>{ $name }</b>.
nominate-changed = Nowe uzasadnienie zapisane: <b>{ $name }</b>.
nominate-withdrawn = Wycofane: <b>{ $name }</b>.
mistake-nomination-voted = O tym zgłoszeniu Kapituła już głosuje, więc nie można go wycofać.

## Protokół i scenariusz gali (dokumenty, bez znaczników czatu)

document-file-statuette = statuetka
document-file-distinction = wyroznienie
document-file-protocol = protokol-kapituly
document-file-gala = scenariusz-gali
documents-protocol = Protokół Kapituły jest powyżej. Podpisy składa się na wydruku.
documents-gala = Scenariusz gali na ekran jest powyżej.
documents-honours = { $count ->
    [0] Kapituła nie przyznała jeszcze niczego, co się drukuje.
    [one] { $count } dyplom z decyzji Kapituły jest powyżej.
    [few] { $count } dyplomy z decyzji Kapituły są powyżej.
   *[other] { $count } dyplomów z decyzji Kapituły jest powyżej.
  }
protocol-kicker = Protokół Kapituły
protocol-subtitle = { $organiser } · { $where } r.
protocol-rules = Skład i zasady głosowania
protocol-experts = { $count ->
    [0] W Kapitule nie ma jeszcze ekspertów.
   *[other] Kapituła ({ $count }): { $codes }. Eksperci występują pod kodami, nazwiska wpisują własnoręcznie przy podpisach.
}
protocol-quorum = Głosowanie jest ważne, gdy weźmie w nim udział co najmniej { $quorum } % uprawnionych. Kto ma związek z którymkolwiek kandydatem, jest z głosowania wyłączony i nie liczy się do kworum.
protocol-majority = Wybrany jest kandydat, który ma najwięcej głosów, więcej niż oddano przeciw, i ponad { $majority } % głosów ważnych. Głosy wstrzymujące się liczą się do kworum, ale nie są ważnymi głosami.
protocol-most = Wybrany jest kandydat, który ma najwięcej głosów i więcej, niż oddano przeciw. Głosy wstrzymujące się liczą się do kworum.
protocol-ties-again = Przy równej liczbie głosów odbywa się dogrywka między tymi, którzy mają ich tyle samo.
protocol-ties-shared = Kandydaci z równą liczbą głosów otrzymują wyróżnienie wspólnie.
protocol-secret = Głosowania są tajne: zapisuje się, kto głosował, i ile jest głosów, a nigdy jak kto głosował.
protocol-decision = { $number }. { $title }
protocol-turnout = Głosowanie { $number }., otwarte { $day } r. Uprawnionych: { $entitled }, głosowało: { $voted }. { $count ->
    [0] Nikt nie był wyłączony.
   *[other] Wyłączeni: { $recused }.
}
protocol-column-candidate = Kandydat
protocol-column-votes = Głosy
protocol-column-number = Numer
protocol-column-award = Wyróżnienie
protocol-column-entrant = Uczestnik
protocol-against = Przeciw (żaden z kandydatów)
protocol-abstained = Wstrzymujące się
protocol-outcome = { $verdict ->
    [elected] Kapituła wybrała: { $names }.
    [tie] Równa liczba głosów: { $names }. Zarządzono dogrywkę.
    [no-majority] Nikt nie uzyskał wymaganej większości. Do następnego głosowania przeszli: { $names }.
    [no-quorum] Zabrakło kworum, głosowanie jest nieważne.
   *[rejected] Nie przyznano.
}
protocol-no-decisions = Nie odbyło się jeszcze żadne zamknięte głosowanie.
protocol-granted = Przyznano
protocol-signatures = Podpisy
protocol-signature = { $code }
protocol-name = imię i nazwisko
protocol-ink = podpis
protocol-seal = Dziennik (ostatni wpis): { $seal }
gala-kicker = Scenariusz gali
gala-when = { $day } r., godz. { $time }
gala-embargo = Poufne do: { $when }
gala-nominated = { $honour } – nominowani
gala-closing = Dziękujemy za wspólny wieczór
gala-slide = { $number } / { $of }

## Publikacja

command-publikuj = publikacja wyników
go-publikuj = Publikacja
publication-head = <b>Publikacja: { $name }</b>
publication-what = Sklasyfikowani: { $placed }, licencje: { $licences }, statuetki: { $statuettes }, wyróżnienia: { $distinctions }.
publication-no-awards = Nagrody nie są jeszcze przyznane: /nagrody
publication-unrecorded = Są decyzje Kapituły, których jeszcze nie zapisano: /glosuj
publication-at-once = Dokumenty dla uczestników przyślę zaraz po publikacji.
publication-embargo = Dokumenty dla uczestników przyślę po gali: { $when }.
publication-final = Po publikacji Kapituła i nagrody już się nie zmienią.
publication-second = Potrzebne jest jeszcze potwierdzenie drugiego organizatora.
button-publication = Publikuj
publication-asked = { $count ->
    [one] Zapisane. Poproszona jest { $count } osoba, wystarczy jej potwierdzenie.
    [few] Zapisane. Poproszone są { $count } osoby, wystarczy potwierdzenie jednej z nich.
   *[other] Zapisane. Poproszonych jest { $count } osób, wystarczy potwierdzenie jednej z nich.
  }
publication-ask =
    <b>{ $name }</b>: { $by } chce opublikować wyniki (nagrody: { $count }).
    Potrzebne jest Twoje potwierdzenie. Ranking pokaże /ranking, nagrody /nagrody.
publication-done = Wyniki są opublikowane. Potwierdzili: { $by }.
publication-settled = <b>{ $name }</b>: wyniki są już opublikowane, Twoje potwierdzenie nie jest potrzebne.
mistake-publication-over = Wyniki są już opublikowane.
mistake-publication-too-early = Publikuje się zamrożone wyniki. Najpierw /zamroz
mistake-publication-interest = Masz zgłoszony związek z uczestnikiem, więc publikację przeprowadza ktoś inny.
mistake-publication-voting = { $count ->
    [one] Trwa jeszcze { $count } głosowanie Kapituły. Stan pokaże /glosuj
    [few] Trwają jeszcze { $count } głosowania Kapituły. Stan pokaże /glosuj
   *[other] Trwa jeszcze { $count } głosowań Kapituły. Stan pokaże /glosuj
  }
mistake-publication-appeals = { $count ->
    [one] Czeka jeszcze { $count } odwołanie: /odwolania
    [few] Czekają jeszcze { $count } odwołania: /odwolania
   *[other] Czeka jeszcze { $count } odwołań: /odwolania
  }
mistake-publication-moved = Od pokazania tej propozycji coś się zmieniło. Obejrzyj ją jeszcze raz: /publikuj
mistake-publication-nobody = Potrzebna jest druga osoba: organizator bez związku z żadnym uczestnikiem. Zaproś kogoś albo ustaw w edycji confirmations = 1.
documents-release = Embargo minęło. Powyżej wszystko dla uczestników: folder na każdego, w nim raport i dyplomy.
document-file-release = dla-uczestnikow

## Symulacja

command-symulacja = co zmieniłyby inne wagi, próg, minima
go-symulacja = Symulacja
simulation-how =
    <b>Symulacja</b>: co zmieniłyby inne ustawienia. Niczego nie zapisuje.
    Wybierz albo napisz, na przykład <code>/symulacja waga telefon=30 próg=70 kontakty=4</code>
simulation-head = <b>Symulacja</b>: { $changes }
simulation-threshold = Próg
simulation-contacts = Kontakty
simulation-change-weight = { $channel } waży { $value }
simulation-change-threshold = próg licencji { $value } %
simulation-change-contacts = minimum kontaktów: { $value }
simulation-change-channels = minimum kanałów: { $value }
simulation-change-jurors = minimum jurorów: { $value }
simulation-nothing = Nic by się nie zmieniło.
simulation-licences-fewer = { $count ->
    [one] { $count } licencja mniej ({ $before } → { $after }).
    [few] { $count } licencje mniej ({ $before } → { $after }).
   *[other] { $count } licencji mniej ({ $before } → { $after }).
  }
simulation-licences-more = { $count ->
    [one] { $count } licencja więcej ({ $before } → { $after }).
    [few] { $count } licencje więcej ({ $before } → { $after }).
   *[other] { $count } licencji więcej ({ $before } → { $after }).
  }
simulation-licences-same = Tyle samo licencji ({ $before }), ale inne.
simulation-gained = Licencję zyskaliby: { $names }
simulation-lost = Licencję straciliby: { $names }
simulation-placed = Do rankingu weszliby: { $names }
simulation-unplaced = Z rankingu wypadliby: { $names }
simulation-firsts = { $count ->
    [one] Zmiana pierwszego miejsca w { $count } grupie:
   *[other] Zmiana pierwszego miejsca w { $count } grupach:
  }
simulation-first = • { $group }: { $before } → { $after }
simulation-moved = { $count ->
    [one] Inne miejsce miałby { $count } uczestnik.
    [few] Inne miejsca mieliby { $count } uczestnicy.
   *[other] Inne miejsca miałoby { $count } uczestników.
  }
simulation-only = To tylko symulacja: ustawienia są w pliku edycji.
simulation-frozen = To tylko symulacja: zamrożone wyniki się nie zmieniają.
mistake-simulation-words = Nie rozumiem „{ $said }”. Napisz na przykład: /symulacja waga telefon=30 próg=70
mistake-simulation-range = Wartość przy „{ $word }” jest poza zakresem: próg ma od 0 do 100, minima to liczby całkowite od 1.
mistake-simulation-unknown = Nie znam ustawienia „{ $word }”{ $near }. Znam: { $known }.
mistake-simulation-weightless = Choć jeden kanał musi coś ważyć.

## Sprawdzanie, dziennik, kopia

command-sprawdz = dziennik, kopia i kody dyplomów
go-sprawdz = Sprawdź
health-checking = Sprawdzam dziennik i najnowszą kopię. Zaraz napiszę.
health-head = <b>Sprawdzenie</b>
health-journal = ✓ Dziennik nienaruszony: { $count ->
    [one] { $count } wpis
    [few] { $count } wpisy
   *[other] { $count } wpisów
  }, pieczęć <code>{ $seal }</code>
health-audits = ✓ Zgłoszenia zgadzają się z dziennikiem.
health-audits-altered = { $count ->
    [one] ✗ { $count } zgłoszenie nie zgadza się z dziennikiem.
    [few] ✗ { $count } zgłoszenia nie zgadzają się z dziennikiem.
   *[other] ✗ { $count } zgłoszeń nie zgadza się z dziennikiem.
  }
health-no-backup = ✗ Nie ma jeszcze żadnej kopii: /kopia
health-backup = ✓ Kopia { $name } ({ $size } kB) odtwarza się w całości. Wpisy dziennika od tamtej pory: { $behind }.
health-backup-broken = ✗ Kopii { $name } nie da się odtworzyć. Zrób nową: /kopia
proof-how = Żeby sprawdzić dyplom, przyślij tu zdjęcie jego kodu QR albo plik PDF, albo napisz <code>/sprawdz</code> i tekst kodu.
proof-line = • { $fact }
button-older = Starsze →
button-newest = ← Najnowsze
backup-first = To będzie pierwsza kopia.
backup-last = Poprzednia: { $name }, odtworzona na próbę { $when }. Katalog: <code>{ $folder }</code>
backup-last-broken = Poprzednia: { $name }, próba odtworzenia nie udała się { $when }. Katalog: <code>{ $folder }</code>

## Odwołania

command-odwolania = odwołania uczestników
go-odwolania = Odwołania
appeals-head = { $count ->
    [0] <b>Odwołania</b>: nie ma żadnego
   *[other] <b>Odwołania: { $count }</b>
  }
appeals-until = Przyjmowane do: { $when }
appeals-past = Czas na odwołania minął: { $when }
appeals-line = { $number }. { $name } · { $text } – { $verdict ->
    [waiting] czeka
    [upheld] uwzględnione
   *[dismissed] oddalone
  }
button-appeal = Wpisz odwołanie
button-judge = Rozpatrz { $number }
button-refreeze = Zamroź ponownie
appeal-whom = Czyje to odwołanie? Napisz część nazwy uczestnika.
appeal-which = O kogo chodzi? Jeśli nie ma go na liście, napisz więcej liter.
appeal-nobody = Nie ma takiego uczestnika z zatwierdzonym kontaktem. Napisz część nazwy jeszcze raz.
appeal-contact = Którego kontaktu dotyczy?
appeal-question = <b>{ $label }</b>: którego pytania dotyczy?
appeal-item = { $number }. { $text }
appeal-claim = „{ $text }” – napisz, co twierdzi uczestnik. Przeczyta to sprawdzający.
appeal-entered = Odwołanie { $number } zapisane. Rozpatrzy je ktoś, kto nie sprawdzał tego kontaktu.
appeal-waits = Odwołanie { $number } ({ $label }) czeka na rozpatrzenie: /odwolania
appeal-waits-nobody = Odwołania { $number } ({ $label }) nie ma kto rozpatrzyć: ten kontakt sprawdziła jedyna osoba, która może to zrobić. Zaproś drugą: /zapros sprawdzający
appeal-shown =
    <b>Odwołanie { $number }</b> · { $name } · { $label }
    { $text }
    Odpowiedź jurora: <b>{ $answer }</b>
    Uczestnik twierdzi:
    <blockquote>{ $claim }</blockquote>
button-should-be = Powinno być: { $answer }
button-uncount = Nie licz tego pytania
button-dismiss = Oddal
appeal-done = { $verdict ->
    [upheld] Odwołanie { $number } uwzględnione. Wejdzie do wyniku przy ponownym zamrożeniu.
   *[dismissed] Odwołanie { $number } oddalone.
  }
appeal-upheld = Odwołanie { $number } jest uwzględnione. Gdy wszystkie są rozpatrzone, zamroź wyniki ponownie: /odwolania
mistake-appeal-known = To pytanie ma już odwołanie { $number }: /odwolania
mistake-appeal-judged = Odwołanie { $number } ktoś już rozpatrzył: /odwolania
mistake-appeal-own = Ten kontakt jest Twoją decyzją, więc odwołanie rozpatrzy inny sprawdzający.
mistake-appeals-closed = Odwołań teraz się nie przyjmuje. Termin pokaże /odwolania
mistake-refreeze-late = Nagrody są już przyznane albo Kapituła głosuje, więc zamrożone wyniki się nie zmienią.
mistake-refreeze-nothing = Od ostatniego zamrożenia nie uwzględniono żadnego odwołania.
refreeze-head = { $count ->
    [one] <b>Ponowne zamrożenie</b>: { $count } uwzględnione odwołanie
    [few] <b>Ponowne zamrożenie</b>: { $count } uwzględnione odwołania
   *[other] <b>Ponowne zamrożenie</b>: { $count } uwzględnionych odwołań
  }
refreeze-changes = W punktach oficjalnych: inne miejsca – { $moved }, nowe licencje – { $gained }, utracone – { $lost }, inne pierwsze miejsca w grupach – { $firsts }.
refreeze-meaning = Poprzednie zamrożenie zostaje w aktach i w dzienniku. Wszyscy organizatorzy przeczytają nowy skrót.
refreeze-done = { $count ->
    [one] Wyniki są zamrożone ponownie ({ $by }, { $count } odwołanie). Nowy skrót danych:
    [few] Wyniki są zamrożone ponownie ({ $by }, { $count } odwołania). Nowy skrót danych:
   *[other] Wyniki są zamrożone ponownie ({ $by }, { $count } odwołań). Nowy skrót danych:
  }
    <code>{ $digest }</code>
feedback-appeals = Odwołania
feedback-appeal = Kanał „{ $channel }”: { $outcome ->
    [corrected] odwołanie uwzględniono, odpowiedź poprawiono.
    [left-out] odwołanie uwzględniono, pytania nie liczono.
   *[dismissed] odwołanie oddalono.
}

## Informacja prasowa i katalog dobrych praktyk

button-paper-press = Informacja prasowa
button-paper-catalogue = Katalog dobrych praktyk
documents-press = Informacja prasowa jest powyżej.
documents-catalogue = Katalog dobrych praktyk jest powyżej.
