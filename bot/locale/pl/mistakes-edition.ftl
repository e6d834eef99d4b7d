# Co jest nie tak w plikach edycji, w scenariuszach i w tabeli uczestników.

## Kształt pliku (wspólne dla edycji, scenariuszy i list pytań)
mistake-unknown-key = nieznane pole „{ $key }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-missing-key = brakuje pola „{ $key }”. Dopisz je.
mistake-wrong-type = wartość „{ $found }” nie pasuje do tego pola. { $expected ->
    [text] Wpisz tekst w cudzysłowie.
    [integer] Wpisz liczbę całkowitą, bez cudzysłowu.
    [number] Wpisz liczbę z kropką dziesiętną, bez cudzysłowu, na przykład 0.5.
    [date] Wpisz dzień, na przykład 2026-10-12.
    [time] Wpisz godzinę, na przykład 14:35:00.
    [list] Wpisz listę w nawiasach kwadratowych.
    [table] Wpisz tabelę z polami.
   *[switch] Wpisz true albo false, bez cudzysłowu.
 }
mistake-not-allowed = wartość „{ $value }” jest nieznana{ $nearest ->
    [none] . Możliwe: { $allowed }.
   *[other] { " " }(może „{ $nearest }”?). Możliwe: { $allowed }.
 }
mistake-too-small = liczba jest za mała. Wpisz co najmniej { $least }.
mistake-not-above = liczba jest za mała. Wpisz więcej niż { $least }.
mistake-too-large = liczba jest za duża. Wpisz najwyżej { $most }.
mistake-empty-text = tekst jest pusty. Uzupełnij go.
mistake-text-too-long = tekst jest za długi. Skróć go do { $most } znaków.
mistake-too-few = lista jest za krótka. Najmniejsza liczba pozycji: { $least }.
mistake-too-many = lista jest za długa. Największa liczba pozycji: { $most }.
mistake-not-an-id = „{ $value }” nie nadaje się na identyfikator. Użyj małych liter bez polskich znaków, cyfr, „_” i „-”.
mistake-wrong-value = wartość „{ $value }” nie pasuje do tego pola.

## Składnia TOML
mistake-toml-twice = to samo pole albo ta sama tabela jest tu drugi raz („{ $text }”). Zostaw jedno.
mistake-toml-no-equals = nie rozumiem zapisu „{ $text }”. Wiersz powinien mieć postać: pole = wartość.
mistake-toml-unclosed-text = tekst zaczyna się cudzysłowem, ale się nim nie kończy („{ $text }”). Dopisz znak " na końcu.
mistake-toml-backslash = znak \ w tekście („{ $text }”) ma tu inne znaczenie. Napisz go dwa razy: \\.
mistake-toml-no-such-date = takiej daty lub godziny nie ma („{ $text }”). Popraw ją.
mistake-toml-unclosed-bracket = nawias jest otwarty, ale nie zamknięty („{ $text }”). Nawias klamrowy musi zamknąć się w tym samym wierszu.
mistake-toml-no-quotes = nie rozumiem wartości w „{ $text }”. Tekst wpisz w cudzysłowie ", a ułamek z kropką.
mistake-toml-leftover = po wartości stoi coś jeszcze („{ $text }”). Jedno pole zajmuje jeden wiersz.
mistake-toml-curly-quotes = tekst jest w cudzysłowie drukarskim („{ $text }”). Zamień go na prosty znak ".
mistake-toml-unreadable = nie da się odczytać tego pliku. Sprawdź, czy to plik TOML.

## Czas
mistake-not-a-local-time = „{ $value }” nie jest datą z godziną. Wpisz na przykład 2026-09-01 08:00:00.
mistake-time-with-offset = „{ $value }” ma przesunięcie strefy. Wpisz czas miejscowy, bez „Z” i bez „+02:00”.
mistake-time-does-not-exist = godzina { $value } nie istnieje, bo wtedy przestawia się zegary na czas letni. Wybierz inną.
mistake-time-exists-twice = godzina { $value } wypada dwa razy, bo wtedy przestawia się zegary na czas zimowy. Wybierz inną.
mistake-no-time-zone = nie ma strefy czasowej „{ $value }”. Wpisz na przykład Europe/Warsaw.
mistake-not-a-span = „{ $value }” nie jest odstępem czasu. Wpisz na przykład 3d, 12h albo 45min.
mistake-dates-out-of-order = „{ $later }” musi być później niż „{ $earlier }”. Popraw jedną z tych dat.
mistake-reminders-not-falling = po przypomnieniu „{ $earlier }” stoi „{ $later }”. Ułóż je od najwcześniejszego, bez powtórzeń, na przykład 3d, 1d, 3h.

## Edycja i scenariusze
mistake-not-a-file-name = „{ $value }” nie jest nazwą pliku. Wpisz samą nazwę z końcówką .toml, bez folderów i spacji.
mistake-doubled-id = identyfikator „{ $id }” już wystąpił wyżej. Nadaj inny.
mistake-unknown-kind = nie ma rodzaju uczestników „{ $value }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-unknown-channel = nie ma kanału „{ $value }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-doubled-label = nazwa „{ $label }” należy już do rodzaju „{ $first }”. Zostaw ją przy jednym rodzaju.
mistake-population-crossed = dolna granica ludności ({ $least }) jest większa niż górna ({ $most }). Zamień je.
mistake-unknown-group = nie ma grupy porównawczej „{ $value }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-group-joins-on = grupa „{ $group }” sama dołącza do innej albo jest tą samą grupą. Wskaż grupę, która nie ma pola „joins”.
mistake-kind-without-group = rodzaj „{ $kind }” nie należy do żadnej grupy porównawczej. Dopisz go w polu „kinds” jednej z grup.
mistake-minimum-above-plan = minimum jest wyższe niż plan, więc nikt nie zostałby sklasyfikowany. Wpisz najwyżej { $planned }.
mistake-channel-without-scenario = kanał „{ $channel }” nie ma ani jednego scenariusza. Dopisz go.

## Tabela uczestników
mistake-heading-missing = brakuje kolumny „{ $column }”. W pliku są: { $found }.
mistake-heading-doubled = dwie kolumny znaczą to samo co „{ $column }” (druga: „{ $heading }”). Usuń jedną z nich.
mistake-heading-unknown = kolumny „{ $heading }” nie znam i ją pominę{ $nearest ->
    [none] .
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-table-without-rows = tabela ma nagłówki, ale nie ma żadnego wiersza z uczestnikiem.
mistake-cell-empty = pusta kolumna „{ $column }”. Uzupełnij ją.
mistake-cell-too-long = w kolumnie „{ $column }” jest { $length ->
    [one] { $length } znak
    [few] { $length } znaki
   *[other] { $length } znaków
 }, a może być najwyżej { $most }. Sprawdź, czy nie zlały się wiersze.
mistake-row-too-wide = wiersz ma więcej kolumn ({ $cells }) niż nagłówki ({ $headings }). Sprawdź, czy tekst ze średnikiem lub przecinkiem jest w cudzysłowie.
mistake-row-doubled = „{ $name }” jest już w wierszu { $first }. Usuń powtórzenie.
mistake-row-kind-unknown = nieznany rodzaj „{ $value }”{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?). Możliwe: { $known }.
 }
mistake-row-population = liczba ludności „{ $value }” nie jest liczbą całkowitą. Wpisz same cyfry.
mistake-row-population-needed = brakuje liczby ludności, a od niej zależy grupa porównawcza. Uzupełnij kolumnę „ludnosc”.
mistake-row-without-group = rodzaj „{ $kind }” o ludności { $population } nie pasuje do żadnej grupy porównawczej. Sprawdź liczbę ludności albo granice grup.
mistake-row-voivodeship = nie ma województwa „{ $value }”{ $nearest ->
    [none] . Wpisz nazwę małymi literami, na przykład mazowieckie.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-row-email = „{ $value }” nie jest adresem e-mail. Wpisz jeden adres, na przykład urzad@example.org.
mistake-row-phone = „{ $value }” nie jest numerem telefonu. Zacznij od cyfr, na przykład 22 000 00 00.
mistake-row-teryt = kod TERYT „{ $value }” zawiera nie tylko cyfry. Wpisz 2, 4 albo 7 cyfr.
mistake-row-teryt-zero = kod TERYT ma { $digits ->
    [one] { $digits } cyfrę
    [few] { $digits } cyfry
   *[other] { $digits } cyfr
 } („{ $value }”), a powinien mieć 2, 4 albo 7. Arkusz zgubił pewnie zero na początku: „{ $likely }”?
mistake-row-teryt-digits = kod TERYT ma { $digits ->
    [one] { $digits } cyfrę
    [few] { $digits } cyfry
   *[other] { $digits } cyfr
 } („{ $value }”), a powinien mieć 2 (województwo), 4 (powiat) albo 7 (gmina).

## Plik z tabelą
mistake-sheet-too-large = plik jest za duży. Największy rozmiar: { $most } MB.
mistake-sheet-empty = plik jest pusty. Wyślij tabelę z nagłówkami „nazwa” i „rodzaj”.
mistake-sheet-other-file = to plik { $kind }, a nie tabela. Zapisz ją w arkuszu jako CSV albo XLSX i wyślij jeszcze raz.
mistake-sheet-not-text = to nie jest tabela: w pliku nie ma czytelnego tekstu. Zapisz ją w arkuszu jako CSV albo XLSX.
mistake-sheet-too-many-rows = tabela jest za długa. Największa liczba wierszy: { $most }. Podziel ją na części.
mistake-sheet-too-wide = tabela jest za szeroka. Największa liczba kolumn: { $most }.
mistake-sheet-open-quote = cudzysłów otwarty w tym wierszu nie zamyka się tam, gdzie powinien. Popraw go albo usuń.
mistake-sheet-broken-excel = tego arkusza nie da się otworzyć: jest uszkodzony albo chroniony hasłem. Zapisz go ponownie jako XLSX albo CSV.
mistake-not-a-picture-name = „{ $value }” nie jest nazwą pliku ze znakiem. Wpisz samą nazwę z końcówką .svg albo .png, bez folderów i spacji.
mistake-not-a-colour = „{ $value }” nie jest kolorem. Zapisz go jak w grafice: krzyżyk i sześć cyfr szesnastkowych, na przykład #14264A.
mistake-not-an-address = „{ $value }” nie jest adresem strony. Wpisz adres zaczynający się od https://, bez znaków ? i #, na przykład https://dyplomy.example.pl/sprawdz/
