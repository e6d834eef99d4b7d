# Pliki i rekordy: import z różnicami, karta uczestnika, wycofanie, wzory, publikacja list i edycji.

## Import uczestników

import-head = { $rows ->
    [one] Plik <b>{ $name }</b>: { $rows } wiersz
    [few] Plik <b>{ $name }</b>: { $rows } wiersze
   *[other] Plik <b>{ $name }</b>: { $rows } wierszy
  }
import-counts = Nowi: { $new } · ze zmianami: { $changed } · bez zmian: { $same }
import-faults = { $count ->
    [one] W pliku <b>{ $name }</b> jest { $count } błąd. Nic nie zostało wczytane; popraw plik i wyślij go jeszcze raz.
    [few] W pliku <b>{ $name }</b> są { $count } błędy. Nic nie zostało wczytane; popraw plik i wyślij go jeszcze raz.
   *[other] W pliku <b>{ $name }</b> jest { $count } błędów. Nic nie zostało wczytane; popraw plik i wyślij go jeszcze raz.
  }
import-fault = • { $fault }
import-nothing-new = Plik niczego nie zmienia, więc nie ma czego wczytywać.
import-changes = { $count ->
    [one] <b>{ $count } uczestnik ze zmianami</b>
    [few] <b>{ $count } uczestnicy ze zmianami</b>
   *[other] <b>{ $count } uczestników ze zmianami</b>
  }
import-renamed = { $count ->
    [one] { $count } zmienia nazwę: sprawdź, czy to na pewno ta sama instytucja.
    [few] { $count } zmieniają nazwę: sprawdź, czy to na pewno te same instytucje.
   *[other] { $count } zmienia nazwę: sprawdź, czy to na pewno te same instytucje.
  }
import-change = • <b>{ $name }</b>
import-field = { "   " }{ $field }: { $before } → { $after }
import-name = – { $name }
import-absent = { $count ->
    [one] <b>Nie ma w pliku: { $count }</b> (zostaje na liście)
   *[other] <b>Nie ma w pliku: { $count }</b> (zostają na liście)
  }
import-withdrawn = { $count ->
    [one] <b>W pliku, ale wycofany wcześniej: { $count }</b> (przywrócisz go z jego karty)
   *[other] <b>W pliku, ale wycofani wcześniej: { $count }</b> (przywrócisz ich z ich kart)
  }
button-import = Importuj { $count }
button-withdraw-absent = { $count ->
    [one] Wycofaj { $count } nieobecnego
   *[other] Wycofaj { $count } nieobecnych
  }
import-working = Czytam plik <b>{ $name }</b>…
import-read = Plik <b>{ $name }</b> przeczytany.
import-applying = Zapisuję zmiany na liście uczestników…
import-applied = Zmiany na liście uczestników są zapisane.
import-done = Dodani: { $added }. Zmienieni: { $changed }. Razem na liście: { $total }.
mistake-import-too-late = Wyniki są już liczone, więc listy uczestników nie można teraz zmienić.
mistake-import-stale = Lista uczestników zmieniła się, odkąd pokazałem różnice. Nic nie zostało wczytane; wyślij plik jeszcze raz.
mistake-sheet-cut = plik urywa się w ostatnim wierszu. Zapisz go i wyślij jeszcze raz.
mistake-file-cut = Plik dotarł tylko w części, więc go nie czytam. Wyślij go jeszcze raz.

## Lista, szukanie, karta

entrants-head = <b>Uczestnicy: { $count }</b>
entrants-group = <b>{ $group }</b>: { $count }
entrants-kind = – { $kind }: { $count }
entrants-no-group = Bez grupy porównawczej
entrants-how =
    Aby dodać lub zmienić wielu, wyślij tu plik CSV albo XLSX: najpierw pokażę różnice. Wzór jest pod przyciskiem „Pliki”.
    Aby kogoś znaleźć, dopisz część nazwy: /uczestnicy wielisz
button-find = Znajdź
button-files = Pliki
entrants-find = Napisz część nazwy, miejscowości albo kod TERYT; polskie litery nie są potrzebne.
entrants-none = Nie znalazłem uczestnika, którego nazwa albo miejscowość zawiera „{ $part }”.
entrants-found = { $count ->
    [one] Do „{ $part }” pasuje { $count } uczestnik:
    [few] Do „{ $part }” pasują { $count } uczestnicy:
   *[other] Do „{ $part }” pasuje { $count } uczestników:
  }
entrants-found-many = Do „{ $part }” pasuje { $count } uczestników; oto pierwszych { $first }. Dopisz więcej liter, a zostanie ich mniej.
entrants-gone = ✕ { $name }
entrants-card =
    <b>{ $name }</b>
    { $kind } · { $group }
entrants-where = { $where }
entrants-field = { $field }: { $value }
entrants-work = Kontakty: { $work }
entrants-work-offered = { $count ->
    [one] { $count } zaproponowany
    [few] { $count } zaproponowane
   *[other] { $count } zaproponowanych
  }
entrants-work-running = { $count } w toku
entrants-work-submitted = { $count } do sprawdzenia
entrants-work-approved = { $count ->
    [one] { $count } zatwierdzony
    [few] { $count } zatwierdzone
   *[other] { $count } zatwierdzonych
  }
entrants-withdrawn = Wycofany: { $reason }
button-edit = Popraw
button-withdraw-one = Wycofaj
button-bring-back = Przywróć
field-name = nazwa
field-kind = rodzaj
field-voivodeship = województwo
field-powiat = powiat
field-town = miejscowość
field-teryt = TERYT
field-population = ludność
field-address = adres
field-phone = telefon
field-email = e-mail
field-www = www
field-social = social
field-hours = godziny
field-genitive = forma po „dla”
field-solution = rozwiązanie
field-description = opis rozwiązania
field-group = grupa
field-regions = regiony
field-channels = kanały
field-capacity = limit

## Poprawianie jednego uczestnika

edit-which = <b>{ $name }</b>: co poprawić?
edit-value =
    <b>{ $name }</b>
    { $field }: { $value }
    Napisz nową wartość. Kreska (-) czyści pole.
edit-form =
    <b>{ $name }</b>
    { $field }: { $value }
    Napisz, dla kogo jest dyplom, na przykład „Gminy Starogard Gdański”. Kreska (-) czyści pole; wtedy na dyplomie stoi „otrzymuje” i zwykła nazwa.
edit-same = { $name }: { $field } bez zmian.
edit-done = Zapisane:
edit-goes-along = Kontakty idą razem z uczestnikiem: w toku { $running }, zatwierdzone { $approved }.
button-change = Zmień
mistake-edit-stale = Ktoś zmienił tymczasem tego uczestnika. Otwórz jego kartę jeszcze raz.
mistake-entrants-frozen = Wyniki są zamrożone, więc uczestników nie można teraz zmieniać.
mistake-entrant-withdrawn = „{ $name }” jest wycofany. Najpierw przywróć go z karty.
mistake-entrant-not-withdrawn = „{ $name }” bierze udział, nie ma czego przywracać.

## Wycofanie

withdraw-why = { $count ->
    [one] Dlaczego wycofać? Wybierz albo napisz powód.
   *[other] Dlaczego wycofać ({ $count })? Wybierz albo napisz powód.
  }
withdraw-resigned = rezygnacja
withdraw-doubled = powtórzenie
withdraw-closed = likwidacja
withdraw-mistaken = pomyłka
withdraw-head = { $count ->
    [one] Wycofanie, powód: { $reason }
   *[other] Wycofanie { $count } uczestników, powód: { $reason }
  }
withdraw-approved = { $count ->
    [one] { $count } uczestnik ma zatwierdzone kontakty, więc plik go nie wycofa; zrobisz to z jego karty:
    [few] { $count } uczestnicy mają zatwierdzone kontakty, więc plik ich nie wycofa; zrobisz to z ich kart:
   *[other] { $count } uczestników ma zatwierdzone kontakty, więc plik ich nie wycofa; zrobisz to z ich kart:
  }
withdraw-nobody = Nie ma już kogo wycofać.
withdraw-clean = Nikt nie ma tam żadnego zadania.
withdraw-cancelled = { $count ->
    [one] { $count } zadanie zostanie odwołane; juror dostanie wiadomość.
    [few] { $count } zadania zostaną odwołane; jurorzy dostaną wiadomość.
   *[other] { $count } zadań zostanie odwołanych; jurorzy dostaną wiadomość.
  }
withdraw-excluded = { $count ->
    [one] { $count } zgłoszenie, które czeka na sprawdzenie, nie będzie liczone.
    [few] { $count } zgłoszenia, które czekają na sprawdzenie, nie będą liczone.
   *[other] { $count } zgłoszeń, które czekają na sprawdzenie, nie będzie liczonych.
  }
withdraw-lost = { $count ->
    [one] { $count } zatwierdzony kontakt przestanie się liczyć, ale zostanie w bazie.
    [few] { $count } zatwierdzone kontakty przestaną się liczyć, ale zostaną w bazie.
   *[other] { $count } zatwierdzonych kontaktów przestanie się liczyć, ale zostanie w bazie.
  }
button-withdraw = { $count ->
    [one] Wycofaj
   *[other] Wycofaj { $count }
  }
withdraw-done = Wycofani: { $count }. Odwołane zadania: { $cancelled }. Zgłoszenia bez sprawdzenia: { $excluded }.
withdraw-restored = { $name } znów bierze udział. Kontakty zaplanujesz w /przydzial.
withdraw-cancelled-juror = Zadanie { $label } jest odwołane przez organizatora. Nic więcej nie trzeba przy nim robić. Dziękujemy.
withdraw-excluded-juror = Zgłoszenie { $label } nie będzie liczone z przyczyn niezależnych od Ciebie. Dziękujemy za pracę.
mistake-withdraw-stale = U tego uczestnika coś się tymczasem zmieniło. Zacznij wycofanie jeszcze raz.
mistake-withdraw-no-reason = Napisz powód albo wybierz go przyciskiem.

## Jurorzy z pliku

juror-file-head = Plik <b>{ $name }</b>: jurorzy ze zmianami: { $changed }, bez zmian: { $same }
juror-file-nothing = Plik niczego nie zmienia. Nowych jurorów zaprasza /zapros.
juror-file-over = { $count ->
    [one] { $codes } ma już więcej zadań niż nowy limit: zachowa je, ale nowych nie dostanie.
   *[other] { $codes } mają już więcej zadań niż nowy limit: zachowają je, ale nowych nie dostaną.
  }
juror-file-done = { $count ->
    [one] Zmieniłem ustawienia { $count } jurora; wie o tym.
   *[other] Zmieniłem ustawienia { $count } jurorów; wiedzą o tym.
  }
juror-file-told =
    Organizator zmienił Twoje ustawienia.
    Regiony: { $regions }
    Kanały: { $channels }
    Zadań naraz: { $capacity }
mistake-juror-file-stale = Ustawienia jurora { $code } zmieniły się tymczasem. Nic nie zostało wczytane; wyślij plik jeszcze raz.
mistake-juror-table-without-rows = tabela ma nagłówki, ale nie ma żadnego wiersza z jurorem.
mistake-row-juror-code = „{ $value }” nie jest kodem jurora. Wpisz kod z listy /jurorzy, na przykład J-37.
mistake-row-juror-unknown = nie ma jurora { $code }. Nowych zaprasza /zapros.
mistake-row-juror-registering = juror { $code } jeszcze się zapisuje; ustawienia poda sam. Usuń ten wiersz.
mistake-row-region-unknown = nieznany region „{ $value }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-row-channel-unknown = nieznany kanał „{ $value }”. Możliwe: { $known }{ $nearest ->
    [none] .
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-row-capacity = limit „{ $value }” nie jest liczbą od 0 do { $most }.

## Wzory

files-which =
    Który plik przysłać? Popraw go i odeślij tutaj: najpierw pokażę różnice, nic nie zmieni się bez potwierdzenia.
    Puste pola w tabeli niczego nie kasują. Listy, scenariusze i edycja to pliki TOML.
button-list-csv = Lista CSV
button-list-xlsx = Lista XLSX
button-list-jurors = Jurorzy CSV
button-document = { $kind ->
    [edition] edycja v{ $version }
    [scenarios] scenariusze v{ $version }
   *[checklist] { $name } v{ $version }
  }
files-sheet = Uczestnicy
files-list = Lista uczestników w kolumnach, w których ją wczytuję. Nowych dopisz pod spodem.
files-jurors = Jurorzy: kod, regiony, kanały (id), limit. Kod się nie zmienia.
files-document = { $name }: obowiązująca wersja.

## Publikacja list, scenariuszy i edycji

version-head = { $kind ->
    [checklist] Lista <b>{ $document }</b>, dziś w wersji { $version } (plik { $name })
    [scenarios] Scenariusze <b>{ $document }</b>, dziś w wersji { $version } (plik { $name })
   *[edition] Edycja <b>{ $document }</b>, dziś w wersji { $version } (plik { $name })
  }
version-nothing = Treść jest taka sama jak obowiązująca, więc nie ma czego publikować.
revised-added = + { $place }: { $after }
revised-removed = − { $place }: { $before }
revised-changed = • { $place }: { $before } → { $after }
revised-moved = • { $place }: inna kolejność
version-pinned = { $count ->
    [0] Żadne trwające zadanie nie korzysta z wersji { $version }.
    [one] { $count } trwające zadanie zostaje przy wersji { $version }.
    [few] { $count } trwające zadania zostają przy wersji { $version }.
   *[other] { $count } trwających zadań zostaje przy wersji { $version }.
  }
version-moved = { $count ->
    [one] { $count } uczestnik zmieni grupę porównawczą.
    [few] { $count } uczestnicy zmienią grupę porównawczą.
   *[other] { $count } uczestników zmieni grupę porównawczą.
  }
version-groupless = { $count ->
    [one] { $count } uczestnik zostanie bez grupy, czyli poza rankingiem.
    [few] { $count } uczestnicy zostaną bez grupy, czyli poza rankingiem.
   *[other] { $count } uczestników zostanie bez grupy, czyli poza rankingiem.
  }
button-version = Publikuj v{ $version }
version-done = { $document }: obowiązuje wersja { $version }.
mistake-version-stale = Dokument „{ $document }” albo etap edycji zmienił się tymczasem. Nic nie zostało opublikowane; wyślij plik jeszcze raz.
mistake-toml-of-no-kind = z pliku nie wynika, czym jest. Lista kontrolna ma [[sections]], scenariusze [[scenarios]], edycja [[channels]] i [awards].
mistake-document-unknown = Ta edycja nie ma dokumentu „{ $id }”{ $nearest ->
    [none] .
   *[other] { " " }(może „{ $nearest }”?).
 } Możliwe: { $known }. Popraw id w pliku.
mistake-registration-lacks = zapisy jurorów nie obejdą się bez pytania „{ $question }”. Przywróć je.
mistake-edition-other-channels = kanały i ich listy kontrolne ustala się w folderze edycji na serwerze. Tutaj można zmienić ich nazwy, wagi i liczbę kontaktów.
mistake-edition-in-folder = pole „{ $key }” ustala się w folderze edycji na serwerze. Przywróć jego wartość.
mistake-edition-date-past = „{ $key }” byłoby w przeszłości. Wpisz późniejszy termin albo przywróć poprzedni.
mistake-edition-fixed = zbieranie już trwa, więc „{ $key }” się nie zmienia. Przywróć poprzednią wartość; terminy przesuwa /terminy.
mistake-edition-frozen = Wyniki są zamrożone, więc edycji, list i scenariuszy nie można już zmienić.
mistake-edition-lost-kinds = na liście są uczestnicy rodzajów, których ta wersja nie zna ({ $kinds }). Przywróć rodzaj albo najpierw popraw uczestników.
mistake-scenario-of-lost-kind = scenariusz „{ $scenario }” jest dla rodzaju „{ $kind }”, którego ta wersja nie zna. Przywróć rodzaj albo najpierw zmień scenariusze.
