# Wynik skalibrowany: tabela ocenionych kontaktów (contest/scored_file.py, bot/calibrating.py).
mistake-scored-no-file = nie mogę odczytać tego pliku. Sprawdź jego nazwę i prawa do odczytu.
mistake-scored-empty = w tabeli nie ma ani jednego kontaktu. Potrzebny jest wiersz nagłówków inst, group, channel, juror, score i co najmniej jeden wiersz pod nim.
mistake-scored-no-column = brakuje kolumny „{ $column }”. Dopisz ją w pierwszym wierszu; kolejność kolumn jest dowolna, a inne pomijam.
mistake-scored-column-twice = kolumna „{ $column }” jest dwa razy. Zostaw jedną.
mistake-scored-cell-empty = kolumna „{ $column }” jest pusta. Uzupełnij ją albo usuń wiersz.
mistake-scored-not-a-number = wynik „{ $value }” nie jest liczbą. Wpisz liczbę od 0 do 100, na przykład 73,5, bez znaku %.
mistake-scored-out-of-range = wynik „{ $value }” jest spoza zakresu. Wpisz liczbę od 0 do 100.
mistake-scored-two-groups = „{ $inst }” jest tu w grupie „{ $group }”, a w wierszu { $first } w grupie „{ $other }”. Uczestnik należy do jednej grupy.
mistake-scored-same-row = ten wiersz jest taki sam jak wiersz { $first }{ $count ->
        [one] { "" }
       *[other] { " " }(powtórzonych wierszy jest w sumie { $count })
    }. Liczę je wszystkie; jeśli to pomyłka, usuń powtórzenia.
mistake-scored-out-name = tak nazywa się plik z jurorami, który zapisuję obok. Podaj w --out inną nazwę.
mistake-cannot-write = nie mogę zapisać tego pliku ({ system-reason }). Niczego nie zapisałem. Sprawdź folder i prawa do zapisu.

# Czego nie da się policzyć uczciwie (contest/calibration/design.py).
mistake-correction-few-jurors = Za mało jurorów, by poprawiać ich surowość: { $count }, potrzeba co najmniej { $least }. Zostają zwykłe średnie.
mistake-correction-many-jurors = Za dużo jurorów, by poprawiać surowość każdego z osobna: { $count }, najwięcej { $most }. Zostają zwykłe średnie. Czy kolumna „juror” na pewno wskazuje osobę?
mistake-correction-few-entrants = Za mało uczestników, by porównać jurorów: { $count }, potrzeba co najmniej { $least }. Zostają zwykłe średnie.
mistake-correction-few-links = Za mało wspólnych kontaktów, by porównać jurorów: { $count ->
        [one] { $count } niezależne porównanie
        [few] { $count } niezależne porównania
       *[other] { $count } niezależnych porównań
    } na { $jurors ->
        [one] { $jurors } jurora
       *[other] { $jurors } jurorów
    }. Nie da się odróżnić surowego jurora od słabej instytucji, więc zostają zwykłe średnie.
mistake-correction-all-equal = Wszystkie wyniki są takie same, więc nie ma czego poprawiać.
mistake-jurors-apart = Uwaga: jurorzy tworzą { $islands ->
        [one] { $islands } grupę
        [few] { $islands } osobne grupy
       *[other] { $islands } osobnych grup
    }, które nie oceniały żadnej wspólnej instytucji. Porównanie między nimi opiera się tylko na założeniu, że grupy jurorów są przeciętnie tak samo surowe; poza największą jest { $entrants ->
        [one] { $entrants } uczestnik
        [few] { $entrants } uczestników
       *[other] { $entrants } uczestników
    }.
mistake-on-one-juror = Uwaga: { $count ->
        [one] { $count } uczestnika oceniał
        [few] { $count } uczestników oceniał
       *[other] { $count } uczestników oceniał
    } tylko jeden juror. Warto dodać tam kontakt innej osoby.
