# Words of the printed documents: diplomas, rankings, individual reports, tables. No chat markup here.

document-language = pl
document-decimal-mark = ,
document-percent = { $value } %
document-points = { $value } p.p.
document-day = { $day } { $month ->
    [m1] stycznia
    [m2] lutego
    [m3] marca
    [m4] kwietnia
    [m5] maja
    [m6] czerwca
    [m7] lipca
    [m8] sierpnia
    [m9] września
    [m10] października
    [m11] listopada
   *[m12] grudnia
} { $year }
document-page = Strona { $page } z { $pages }
document-digest = Skrót danych (SHA-256): { $digest }

# When a font is not installed.
mistake-font-missing = Brakuje czcionki { $font }. Zainstaluj pakiet { $package } (pip install { $package }) i spróbuj ponownie.

# The diploma. The institution stands in the nominative after the lead: „Licencja Jakości – otrzymuje – Urząd Miasta”;
# a gdy uczestnik ma formę po „dla”, stoi w niej: „Licencja Jakości – dla – Gminy Starogard Gdański”.
diploma-licence-lead = otrzymuje
diploma-licence-for = dla
diploma-licence-citation = za wysoką jakość obsługi mieszkańców, potwierdzoną niezależnym badaniem metodą tajemniczego klienta
diploma-nominee-lead = nominację otrzymuje
diploma-nominee-for = nominacja dla
diploma-nominee-citation = za najlepszy wynik w swojej grupie w niezależnym badaniu metodą tajemniczego klienta
diploma-statuette-lead = otrzymuje
diploma-statuette-for = dla
diploma-statuette-citation = decyzją ekspertów konkursu, za najwyższą jakość obsługi w swojej grupie, potwierdzoną badaniem metodą tajemniczego klienta
diploma-extraordinary-lead = otrzymuje
diploma-extraordinary-for = dla
diploma-extraordinary-citation = decyzją ekspertów konkursu, za dokonania, które mogą być wzorem dla innych
diploma-mark-lead = otrzymuje
diploma-mark-for = dla
diploma-mark-citation = za przyjazną i rzetelną obsługę, potwierdzoną przez Kapitułę na podstawie ankiety i dokumentów
diploma-winner-lead = zwycięża
diploma-winner-for = pierwsze miejsce dla
diploma-winner-citation = za najlepsze rozwiązania w swojej grupie, potwierdzone oceną dokumentów i wizytą na miejscu
diploma-distinction-lead = otrzymuje
diploma-distinction-for = dla
diploma-distinction-citation = za rozwiązania godne naśladowania, potwierdzone oceną dokumentów i wizytą na miejscu
diploma-granted = { $since } r.
diploma-valid = { $kind ->
    [mark] Ważny do { $until } r.
   *[licence] Ważna do { $until } r.
}
diploma-number-caption = NUMER W REJESTRZE
diploma-seal = Pieczęć: { $title }, { $year }
diploma-seal-emblem = { $seal }, pośrodku znak: { $organiser }
diploma-code = Kod QR z podpisanym potwierdzeniem dyplomu o numerze { $number }
diploma-facts = Dane dyplomu w postaci do odczytu maszynowego

# The ranking.
standings-kicker = Ranking
standings-subtitle = { $organiser } · stan na { $day } r.
standings-column-place = Miejsce
standings-column-name = Uczestnik
standings-column-points = Wynik
standings-column-calibrated = Wynik skalibr.
standings-column-official = Punkty oficj.
standings-column-contacts = Kontakty
standings-column-award = Nagroda
standings-column-reason = Powód
standings-continued = { $group } – ciąg dalszy
standings-unranked = Niesklasyfikowani
standings-nobody = W tej grupie nie sklasyfikowano nikogo.

# How it was counted: in the ranking and in individual reports.
counted-heading = Jak liczono wynik
counted-result = Wynik kontaktu to zdobyte punkty do punktów możliwych. Wynik kanału to średnia z jego kontaktów, a wynik łączny – średnia kanałów ważona ich wagami. Liczą się wyłącznie kontakty zatwierdzone po sprawdzeniu.
counted-weights = Wagi kanałów: { $weights }.
counted-missing = Waga kanału, w którym nie było kontaktu, rozkłada się proporcjonalnie na pozostałe kanały.
counted-minimums = Miejsce w rankingu wymaga co najmniej: zatwierdzonych kontaktów – { $contacts }, kanałów – { $channels }, różnych jurorów – { $jurors }.
counted-decides-official = O miejscach i nagrodach decydują punkty oficjalne: wynik łączny policzony tak jak wyżej. Ustalono to przed rozpoczęciem zbierania ocen.
counted-decides-calibrated = O miejscach i nagrodach decyduje wynik skalibrowany: ile dałby przeciętny juror, po poprawce na surowość tych, którzy akurat oceniali. Ustalono to przed rozpoczęciem zbierania ocen. Obok stoją punkty oficjalne, bez poprawki: wynik łączny policzony tak jak wyżej.
counted-award = { $award }: wynik co najmniej { $threshold }.
counted-ties = Obliczenia są dokładne, a wyniki zaokrągla się dopiero w druku. Równe wyniki dzielą miejsce. Uczestników porównuje się tylko w ich grupie.

counted-ties-calibrated = Miejsce jest wspólne, dopóki nie wiadomo z prawdopodobieństwem co najmniej { $sure }, kto jest lepszy: miejsce 3 znaczy, że o dwóch uczestnikach wiadomo, że są lepsi. Uczestników porównuje się tylko w ich grupie.

# Charts.
chart-own = Wynik
chart-median = Mediana
chart-of-channels = Kanał
chart-of-sections = Część badania
chart-difference = Wobec mediany grupy
chart-no-result = brak
chart-no-median = –
chart-not-compared = bez porównania
chart-at-median = na poziomie mediany
chart-above = { $difference } powyżej
chart-below = { $difference } poniżej
chart-from-median = { $difference } wzgl. mediany

# The individual report.
feedback-kicker = Raport indywidualny
feedback-result = Wynik łączny
feedback-place-caption = Miejsce w grupie
feedback-place = { $place }.
feedback-place-shared = { $place }. (ex aequo)
feedback-group-size = { $count ->
    [one] na { $count } sklasyfikowanego uczestnika
   *[other] na { $count } sklasyfikowanych uczestników
}
feedback-group-median = Mediana grupy
feedback-none = –
feedback-contacts = { $count ->
    [one] { $count } zatwierdzony kontakt
    [few] { $count } zatwierdzone kontakty
   *[other] { $count } zatwierdzonych kontaktów
}
feedback-summary-place = Wynik { $points } daje miejsce { $place }. na { $count } w grupie porównawczej.
feedback-summary-place-calibrated = Wynik skalibrowany { $calibrated } daje miejsce { $place }. na { $count } w grupie porównawczej; punkty oficjalne: { $points }.
feedback-summary-above = Powyżej mediany grupy: { $above } z { $count } { $count ->
    [one] porównanego kanału
   *[other] porównanych kanałów
}.
feedback-channels = Kanały obsługi na tle grupy
feedback-strengths = Mocne strony
feedback-to-improve = Obszary do poprawy
feedback-no-strengths = Żadna część badania nie wyprzedza mediany grupy o co najmniej { $margin } p.p.
feedback-nothing-to-improve = Żadna część badania nie odstaje od mediany grupy w dół o co najmniej { $margin } p.p.
feedback-remark = { $section } ({ $channel })
feedback-by-channel = Kanał po kanale
feedback-channel-facts = Waga kanału: { $weight } · zatwierdzone kontakty: { $count }
feedback-channel-empty = W tym kanale nie było zatwierdzonego kontaktu.
feedback-channel-whole = Cały kanał
feedback-unclassified = Bez miejsca w rankingu
feedback-withheld = Raport nie podaje szczegółowych wyników uczestnika bez miejsca w rankingu: nie dałyby rzetelnego obrazu i mogłyby wskazać, kto przeprowadził badanie.
feedback-reading = Jak czytać ten raport
feedback-reading-median = Mediana to wynik środkowego uczestnika grupy porównawczej. Podajemy ją, gdy dany wynik ma co najmniej { $least } uczestników tej grupy.
feedback-reading-rule = Mocna strona i obszar do poprawy to części badania, których wynik różni się od mediany o co najmniej { $margin } punktów procentowych (p.p.); najwyżej { $most } z każdego rodzaju, od największej różnicy.
feedback-reading-privacy = Badanie jest anonimowe: raport nie zawiera godzin kontaktów, danych jurorów ani ich wypowiedzi.

# Where an entrant is; in tables and lists of awards.
document-voivodeship = woj. { $name }
document-nominee = { $name } – nominacja
document-numbered = { $award } – { $number }
document-no-group = Poza grupami porównawczymi
standings-column-group = Grupa
standings-column-where = Siedziba
standings-column-percent-calibrated = Wynik skalibrowany [%]
standings-column-percent-official = Punkty oficjalne [%]
standings-column-percent = Wynik [%]

# An organiser's emblem.
mistake-emblem-too-large = Plik { $file } jest za duży na znak na dyplomie. Zapisz go w rozmiarze do { $most } MB i najwyżej 6000 pikseli w boku.
mistake-emblem-broken = Nie można odczytać pliku { $file }. Zapisz znak jako SVG albo PNG.
mistake-emblem-unsupported = Plik { $file } zawiera { $what }, a tego nie da się wiernie narysować na dyplomie. Zamień tekst i gradienty na ścieżki w jednolitych kolorach albo zapisz znak jako PNG.

# The individual report: profile and prospects.
chart-of-total = Całość
radar-alt = Wykres radarowy kanałów obsługi. { $parts }.
radar-value = { $label }: { $value }
radar-compared = { $label }: { $value }, mediana grupy { $median }
radar-legend = Zielone pole to wynik uczestnika, linia przerywana to mediana grupy. Liczby są w tabeli poniżej.
radar-legend-alone = Zielone pole to wynik uczestnika. Liczby są w tabeli poniżej.
feedback-profile = Profil na tle grupy
feedback-column-channel = Kanał
feedback-column-weight = Waga
feedback-column-value = Wynik
feedback-column-median = Mediana
feedback-column-middle = Środkowa połowa
feedback-column-section = Część badania
feedback-column-lead = Brakuje do mediany
feedback-column-gain = Zysk w wyniku łącznym
feedback-middle = { $low }–{ $high } %
feedback-no-comparison = W grupie jest za mało uczestników, żeby porównywać wyniki bez wskazywania innych.
feedback-summary-band = Niepewność pomiaru dopuszcza miejsca od { $low }. do { $high }.
feedback-channel-above = Wynik { $value } jest o { $difference } wyższy od mediany grupy.
feedback-channel-below = Wynik { $value } jest o { $difference } niższy od mediany grupy.
feedback-channel-even = Wynik { $value } jest równy medianie grupy.
feedback-channel-middle = Środkowa połowa grupy mieści się między { $low } a { $high } %.
feedback-prospects = Co może dać następna edycja
feedback-prospects-lead = Gdyby części wymienione w tabeli osiągnęły poziom mediany grupy, wynik łączny wzrósłby z { $now } do { $then } (przy tych samych wagach i wynikach pozostałych części).
feedback-prospects-caution = To rachunek na wagach, a nie prognoza miejsca: inni uczestnicy też się zmieniają, a jeden kontakt jest próbką codziennej obsługi.
feedback-reading-middle = Jaśniejszy pas na wykresie to środkowa połowa grupy: od pierwszego do trzeciego kwartyla. Podajemy go, gdy dany wynik ma co najmniej { $least } uczestników tej grupy.

chart-of-facts = Fakty
chart-of-judgements = Z ocenami jurorów
feedback-norms = Zastosowane normy
feedback-norm-all = Wszystkie kanały
feedback-column-norm-channels = Kanały
feedback-column-norm = Norma
feedback-column-norm-source = Źródło
feedback-reading-kinds = Fakty to czasy, liczby oraz odpowiedzi „tak”, „nie” i z listy. Części z ocenami jurorów zawierają też oceny w skali. Wypowiedzi stoją osobno.

# Pictures for the chat.
picture-progress = Postęp zbierania ocen
picture-whole = Razem
picture-of = { $approved } z { $planned }
picture-approved = zatwierdzone
picture-waiting = w toku
picture-left = do zrobienia
picture-award = • powyżej progu licencji
picture-now = teraz
picture-then = po zmianie
picture-licensed = z licencją (puste: bez)
picture-up = wyżej
picture-down = niżej
picture-simulation = { $group }: { $changes }

# The press note and the catalogue of good practices.

document-file-press = informacja-prasowa
document-file-catalogue = katalog-dobrych-praktyk
press-kicker = Informacja prasowa
press-title = Wyniki konkursu { $edition }
press-dated = { $place }, { $day } r.
press-embargo = Do publikacji od { $day } r., godz. { $time }
press-at-once = Do natychmiastowej publikacji
press-taking-part = { $count ->
    [one] W konkursie { $edition } wzięła udział { $count } instytucja
    [few] W konkursie { $edition } wzięły udział { $count } instytucje
   *[other] W konkursie { $edition } wzięło udział { $count } instytucji
}, { $placed ->
    [0] żadna nie znalazła się w rankingu.
    [one] { $placed } znalazła się w rankingu.
    [few] { $placed } znalazły się w rankingu.
   *[other] { $placed } znalazło się w rankingu.
} Każdą porównano tylko z podobnymi do niej: w grupie tej samej wielkości i tego samego rodzaju.
press-awards = Przyznano: { $awards }.
press-granted = { $award } – { $count }
press-no-awards = Żadna instytucja nie osiągnęła progu nagród.
press-winners = Laureaci
press-best = Najwyższy wynik w grupie
press-column-group = Grupa
press-column-winner = Laureat
press-column-award = Nagroda
press-more = { $count ->
    [one] I jeszcze { $count } laureat: pełna lista jest w rankingu.
    [few] I jeszcze { $count } laureaci: pełna lista jest w rankingu.
   *[other] I jeszcze { $count } laureatów: pełna lista jest w rankingu.
}
press-measured = Jak oceniano
press-contacts = { $count ->
    [0] Nie zatwierdzono żadnego kontaktu z instytucją.
    [one] Wyniki pochodzą z { $count } zatwierdzonego kontaktu z instytucją
   *[other] Wyniki pochodzą z { $count } zatwierdzonych kontaktów z instytucjami
}{ $count ->
    [0] { "" }
   *[other] , które od { $since } do { $until } r. { $jurors ->
        [one] przeprowadził { $jurors } juror.
        [few] przeprowadzili { $jurors } jurorzy.
       *[other] przeprowadziło { $jurors } jurorów.
    }
}
press-method = Jurorzy pracowali anonimowo i zadawali wszystkim te same pytania. Każde zgłoszenie sprawdzała inna osoba, a o nagrodach decydowały zasady ustalone przed startem i tajne głosowanie ekspertów.
press-channels = Oceniano kanały (w nawiasie waga w wyniku): { $channels }.
press-median = Połowa sklasyfikowanych instytucji uzyskała co najmniej { $median } punktów możliwych.
press-extremes = Najlepiej wypada { $best } (mediana { $high }), najsłabiej { $worst } ({ $low }).
press-licence = { $award } wymaga wyniku co najmniej { $threshold } i nie zależy od miejsca w grupie.
press-contact = Kontakt
practices-kicker = Katalog dobrych praktyk
practices-lead = { $count ->
    [one] { $count } nagrodzone rozwiązanie, opisane
    [few] { $count } nagrodzone rozwiązania, opisane
   *[other] { $count } nagrodzonych rozwiązań, opisanych
} słowami instytucji, które je wdrożyły. Obok opisu podajemy, co konkurs ustalił sam: uzasadnienie ekspertów i to, w czym instytucja wyprzedza medianę swojej grupy.
practices-none = Żadne nagrodzone rozwiązanie nie ma jeszcze opisu.
practices-reason = Uzasadnienie ekspertów
practices-ahead = Zmierzone powyżej mediany grupy
practices-ahead-by = { $what }: { $difference }
practices-contact = Pytania do autorów rozwiązań przekazuje organizator: { $contact }
