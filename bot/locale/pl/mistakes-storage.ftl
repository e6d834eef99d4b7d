# Baza danych: start programu i kopie zapasowe. Czyta to osoba, która utrzymuje bota.
mistake-storage-not-writable = nie mogę pisać w katalogu danych. Sprawdź uprawnienia katalogu i wolne miejsce na dysku.
mistake-not-a-database = to nie jest plik bazy danych. Wskaż w konfiguracji inny plik albo odtwórz bazę z kopii zapasowej.
mistake-foreign-database = to baza innego programu. Wskaż w konfiguracji inny plik.
mistake-newer-database = bazę zapisała nowsza wersja programu (schemat { $found }, ten program zna { $known }). Zainstaluj nowszą wersję programu.
mistake-broken-database = baza danych jest uszkodzona. Zachowaj ten plik i odtwórz bazę z ostatniej kopii zapasowej.
mistake-migration-gap = brakuje migracji numer { $number }. Zainstaluj program jeszcze raz, w całości.
mistake-migration-doubled = numer { $number } mają dwie migracje. Zainstaluj program jeszcze raz, w całości.
mistake-migration-failed = nie udało się przenieść bazy do nowszej wersji programu (krok { $step }: { $problem }). Baza jest taka, jak przed tym krokiem; jej kopia sprzed zmiany leży obok. Zainstaluj poprzednią wersję programu i zgłoś ten komunikat.
mistake-storage-busy = bazę trzyma inny program. Zamknij go, na przykład drugiego bota albo przeglądarkę bazy, i uruchom jeszcze raz.
mistake-already-enlisted = na to konto jest już nadany kod. Zaproszenie zostaje ważne dla kogoś innego.
mistake-entrant-known = „{ $name }” jest już na liście uczestników. Usuń ten wiersz albo popraw nazwę lub kod TERYT.
mistake-same-version-other-text = wersja { $version } dokumentu „{ $id }” została już opublikowana z inną treścią. Podnieś version do { $next }.
mistake-ranking-fixed = od rozpoczęcia zbierania ocen tabela [ranking] się nie zmienia, bo mówi, co decyduje o miejscach i nagrodach. Przepisz ją z wersji { $version } (decides = "{ $decides }"). Inne ustawienia możesz zmieniać nadal.
mistake-slot-taken = ten kontakt (kanał { $channel }, numer { $number }) ma już przydział. Odśwież plan i spróbuj jeszcze raz.
mistake-broken-backup = kopia zapasowa jest niekompletna albo uszkodzona. Poprzednia kopia została na miejscu; zrób nową i sprawdź dysk.
mistake-identity-key-missing = brakuje klucza tożsamości { $file }, a baza jest nim zaszyfrowana. Przywróć plik klucza z jego osobnej kopii. Bez niego nie wiadomo, kto jest kim, i nie da się do nikogo napisać.
mistake-identity-key-wrong = klucz tożsamości nie pasuje do tej bazy. Przywróć plik klucza, z którym bot działał na niej dotąd.
mistake-identity-key-broken = plik klucza tożsamości { $file } jest uszkodzony. Przywróć go z jego osobnej kopii.
mistake-backup-key-wrong = ten klucz nie otwiera tej kopii. Wskaż plik z kluczem prywatnym (AGE-SECRET-KEY-...), którego klucz publiczny stoi w [backup] recipient.
mistake-bad-recipient = „{ $recipient }” nie jest kluczem publicznym age. Ma zaczynać się od age1 i mieć 62 znaki.
