# To, co mówi program w terminalu.
mistake-no-token = nie ma tokenu bota. Podaj go w zmiennej { $variable } albo w pliku { $file } obok pliku ustawień.
mistake-token-unreadable = nie mogę odczytać pliku z tokenem { $file } ({ $problem }). Daj go do odczytu użytkownikowi bota.
mistake-no-config = nie mogę odczytać pliku ustawień { $file }. Skopiuj config.example.toml jako config.toml i popraw go.
mistake-doubled-organiser = konto { $id } jest wpisane dwa razy. Zostaw jeden wpis i podaj w nim wszystkie role.
mistake-no-owner = nikt nie ma roli „owner”. Dopisz ją co najmniej jednej osobie.
mistake-no-edition = w folderze „{ $folder }” nie ma pliku edition.toml. Wskaż folder edycji.
mistake-no-file = nie ma takiego pliku w folderze edycji. Dodaj go albo popraw nazwę w edition.toml.
mistake-data-not-writable = folder danych { $folder } nie jest zapisywalny ({ $problem }). Zmień uprawnienia albo wskaż inny folder.
mistake-checklist-of-other-channel = kanał „{ $channel }” wskazuje checklistę kanału „{ $found }”. Wskaż właściwy plik albo popraw pole „channel”.
cli-already-running = Bot już działa na tych danych ({ $folder }). Zatrzymaj tamten proces albo wskaż inny folder danych.
cli-token-refused = Telegram odrzucił token. Sprawdź go u @BotFather (polecenie /token) i uruchom bota ponownie.
cli-check-good = { $file }: w porządku
cli-check-seal = Pieczęć elektroniczna: { $name }, certyfikat ważny do { $until }.
cli-check-edition = Edycja „{ $name }”: { $channels ->
    [one] { $channels } kanał
    [few] { $channels } kanały
   *[other] { $channels } kanałów
  }, { $groups ->
    [one] { $groups } grupa porównawcza
    [few] { $groups } grupy porównawcze
   *[other] { $groups } grup porównawczych
  }, { $scenarios ->
    [one] { $scenarios } scenariusz
    [few] { $scenarios } scenariusze
   *[other] { $scenarios } scenariuszy
  }. Wszystko w porządku.
cli-check-share = { $section }: { $share } % punktów
cli-check-found = { $count ->
    [one] Do poprawy: { $count } miejsce.
    [few] Do poprawy: { $count } miejsca.
   *[other] Do poprawy: { $count } miejsc.
  }
cli-play-hint = (numer lub tekst przycisku, odpowiedź słowami, /wstecz, /koniec)
cli-play-score = Wynik: { $percent } % ({ $earned } z { $possible } punktów)
cli-play-failed = Wynik: 0 % – kontakt nie doszedł do skutku (pytanie „{ $question }”)
cli-play-none = Wyniku nie ma: żadne pytanie nie liczyło się do punktów.
cli-play-photo = (w terminalu zdjęcie zastępuje dowolny tekst)
cli-backup-done = Kopia gotowa i sprawdzona przez odtworzenie: { $file } ({ $size } kB)
cli-export-done = Eksport gotowy: { $files ->
    [one] { $files } plik
    [few] { $files } pliki
   *[other] { $files } plików
  } w folderze { $folder }
mistake-no-database = W folderze { $folder } nie ma jeszcze bazy danych. Najpierw uruchom bota.
mistake-not-utf8 = pliku nie da się odczytać jako tekst UTF-8. Zapisz go w edytorze z kodowaniem UTF-8.
mistake-plan-no-file = nie mogę odczytać pliku ({ $problem }). Sprawdź nazwę i uprawnienia.
mistake-plan-not-written = nie mogę zapisać planu ({ $problem }). Wskaż inny plik w --out.
mistake-plan-without-rows = tabela ma nagłówki, ale nie ma żadnego wiersza.
mistake-plan-whole = w kolumnie „{ $column }” jest „{ $value }”, a ma być liczba całkowita, co najmniej { $least }.
mistake-plan-decimal = w kolumnie „{ $column }” jest „{ $value }”, a ma być liczba od { $least } do { $most }.
mistake-plan-flag = w kolumnie „{ $column }” jest „{ $value }”, a ma być „tak” albo „nie”.
mistake-plan-half-place = podana jest tylko jedna współrzędna. Uzupełnij „lat” i „lon” albo usuń obie.
plan-cli-done = Plan zapisany: { $file }. Obsadzone kontakty: { $given } z { $slots }. Ziarno: { $seed }.
plan-cli-load = • obciążenie jurorów (zadania do limitu): od { $least } do { $most }, odchylenie { $spread }
plan-cli-travel = • dojazdy na wizyty: średnio { $mean } km, najdalej { $most } km (wizyt o znanej odległości: { $visits })
plan-cli-graph = • porównanie jurorów: części – { $parts }, najmniejszy współczynnik efektywności – { $efficiency }
plan-cli-unknown-entrants = • w tabeli jurorów są uczestnicy, którzy nie mają żadnego kontaktu w planie: { $count } (na przykład: { $names }). Jeśli to literówka, popraw ją.
plan-cli-unknown-channels = • w tabeli jurorów są kanały bez żadnego kontaktu w planie: { $count } (na przykład: { $names }). Jeśli to literówka, popraw ją.
plan-shortage-who = { "  " }To: { $jurors }. Pomoże wyższy limit tych osób albo kolejny juror do tych kontaktów.
plan-shortage-rotation = { "  " }To: { $jurors }. Limity tych osób wystarczają, ale rotacja nie pozwala im na więcej u jednego uczestnika. Potrzebny jest kolejny juror do tych kontaktów.
cli-page-done = Strona do sprawdzania dyplomów jest w folderze { $folder }. Umieść w sieci całą jego zawartość. Unieważnione dyplomy: { $count }.
cli-revoked = Dyplom { $number } jest unieważniony. Wygeneruj stronę ponownie (incognito page) i podmień ją w sieci.
mistake-no-such-award = W rejestrze nie ma dyplomu o numerze „{ $number }”. Numer stoi pod kodem QR.
mistake-no-such-file = nie można odczytać pliku { $file }.
status-running = Bot działa.
status-stopped = Bot nie działa. Uruchom: incognito run --config config.toml
status-ticked = Terminarz zapisał się { $seconds } s temu.
status-never-ticked = Terminarz nie ruszył jeszcze ani razu.
status-inbox = Czeka na odpowiedź: { $waiting }.
status-aside =
    { $count ->
        [0] Żadna wiadomość nie została odłożona.
        [one] { $count } wiadomość odłożona, bo nie dała się odczytać. Szczegóły: /dziennik.
        [few] { $count } wiadomości odłożone, bo nie dały się odczytać. Szczegóły: /dziennik.
       *[many] { $count } wiadomości odłożonych, bo nie dały się odczytać. Szczegóły: /dziennik.
    }
status-outbox = Do wysłania: { $open }; czeka na osoby, które zablokowały bota: { $parked }; nie do dostarczenia: { $dead }.
status-phase = Etap edycji: { $phase ->
        [preparation] przygotowania
        [collecting] zbieranie ocen
        [checking] sprawdzanie
        [frozen] wyniki zamrożone
        [published] wyniki ogłoszone
       *[archived] archiwum
    }.
status-journal = Dziennik: { $entries } wpisów, ostatni { $hash }. Baza: { $size } MB.
status-backup = Ostatnia kopia: { $hours } godz. temu.
status-no-backup = Nie ma żadnej kopii. Zrób ją: incognito backup --config config.toml
status-disk = Wolne miejsce na dysku: { $free } MB.
status-late = Terminarz zapisał się ostatnio { $at }. Sprawdź, czy bot działa i czy dysk przyjmuje zapis.
