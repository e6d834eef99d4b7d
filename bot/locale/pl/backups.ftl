# Kopie, ich odtwarzanie i dziennik.
cli-backup-sealed = Kopię otworzy tylko klucz prywatny, którego tu nie ma. Klucze tozsamosc.key i podpis.key zachowaj osobno.
cli-backup-plain = Kopia nie jest zaszyfrowana. Klucz do szyfrowania zrobi: incognito backup --new-key PLIK. Klucze tozsamosc.key i podpis.key zachowaj osobno.
cli-backup-key =
    Klucz prywatny: { $file }. Przenieś go na inne urządzenie i usuń stąd: tylko nim otworzysz kopie.
    Klucz publiczny wpisz w config.toml, w [backup]:
    recipient = "{ $recipient }"
cli-restore-done = Odtworzone: { $answers } odpowiedzi, { $audits } zgłoszeń, dziennik do wpisu { $seq } ({ $at }). Najwyższy numer aktualizacji z Telegrama: { $update }.
cli-restore-aside = Poprzednia baza leży w { $folder }.
cli-restore-lacks = W kopii brakuje wpisów dziennika { $first }–{ $last }: opublikowano pieczęć wpisu { $last }. Po starcie bot powie o tym organizatorom.
cli-restore-whole = Opublikowane pieczęcie nie mówią o niczym późniejszym.
cli-restore-next = Uruchom bota: powie organizatorom, że odtworzono kopię, i zapyta jurorów z otwartą rozmową o to, co było później.
cli-journal-well = Dziennik jest cały: { $entries ->
    [one] { $entries } wpis
    [few] { $entries } wpisy
   *[other] { $entries } wpisów
  }. Pieczęć ostatniego: { $seal }
cli-journal-anchors = Zgadza się z opublikowanymi pieczęciami ({ $count }).
cli-journal-no-anchors = Bez opublikowanych pieczęci nie widać, czy dziennik obcięto albo napisano od nowa. Podaj ich plik: --anchors PLIK.
journal-fault-altered = Dziennik zmieniono: wpis { $seq } nie zgadza się ze swoją pieczęcią. Wpisy do { $sound } są w porządku.
journal-fault-missing = Z dziennika usunięto wpis { $seq }. Wpisy do { $sound } są w porządku.
journal-fault-cut = Dziennik obcięto: kończy się na wpisie { $sound }, a opublikowano pieczęcie późniejszych.
journal-fault-rewritten = Dziennik napisano od nowa: wpis { $seq } ma inną pieczęć niż opublikowana. Zmiana jest po wpisie { $sound }.
mistake-backup-not-found = nie mogę odczytać pliku kopii { $file } ({ system-reason }).
mistake-backup-needs-key = ta kopia jest zaszyfrowana. Podaj plik z kluczem prywatnym: --identity PLIK.
mistake-anchors-unreadable = pliku z pieczęciami { $file } nie da się odczytać. Każdy wiersz to numer wpisu i co najmniej 16 znaków pieczęci.
mistake-key-file-exists = plik { $file } już istnieje. Wskaż inny, żeby nie stracić klucza.
restored-organiser = Baza została odtworzona z kopii. Są w niej zdarzenia do { $at } (wpis { $seq } dziennika). { $lacks ->
    [0] Opublikowane pieczęcie nie mówią o niczym późniejszym.
    [one] Brakuje co najmniej jednego późniejszego wpisu.
    [few] Brakuje co najmniej { $lacks } późniejszych wpisów.
   *[other] Brakuje co najmniej { $lacks } późniejszych wpisów.
  } Jurorzy z otwartą rozmową dostali ostatnie zapisane pytanie. Sprawdź przydziały i zgłoszenia z tego czasu.
after-restore = Baza bota została odtworzona z kopii. Mam to, co przyszło do { $day } { $since }; późniejsze odpowiedzi podaj, proszę, jeszcze raz.

## Co jak długo zostaje

retention-warning =
    Dnia { $day } usunę dane osobowe { $people ->
        [one] { $people } osoby
       *[other] { $people } osób
    } z tej edycji: jurorów i ekspertów. Oceny, ranking i dziennik zostaną pod kodami.
    Żeby odroczyć o 90 dni: /odrocz 90
retention-ahead =
    Dnia { $day } zniknie z bazy, kim { $people ->
        [one] jest { $people } osoba
        [few] są { $people } osoby
       *[other] jest { $people } osób
    }: jurorzy i eksperci. Oceny, ranking i dziennik zostaną pod kodami. Na razie nic się nie zmieniło.
    Żeby odroczyć o 90 dni: /odrocz 90
retention-put-off = Odroczone. Dane osobowe jurorów i ekspertów ({ $people }) usunę dnia { $day }; uprzedzę znowu 30 i 7 dni wcześniej.
retention-nothing = Nie ma czego odraczać: usuwanie danych osobowych liczy się od publikacji wyników.
retention-done = Usunąłem dane osobowe { $people ->
        [one] { $people } osoby
       *[other] { $people } osób
    }. Oceny, ranking i dziennik są bez zmian. Starsze kopie zapasowe znikną, gdy minie ich termin.
retention-last = Edycja jest zakończona, więc usunąłem Twoje dane. Kod { $code } do nikogo już nie należy. Dziękuję za pracę.
mistake-retention-days = Podaj liczbę dni od 1 do { $most }, na przykład: /odrocz 90
