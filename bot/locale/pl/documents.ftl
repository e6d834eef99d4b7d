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

# The diploma. The institution stands in the nominative after the lead: „Licencja Jakości – otrzymuje – Urząd Miasta”.
diploma-licence-lead = otrzymuje
diploma-licence-citation = za wysoką jakość obsługi mieszkańców, potwierdzoną niezależnym badaniem metodą tajemniczego klienta
diploma-statuette-lead = nominację otrzymuje
diploma-statuette-citation = za najlepszy wynik w swojej grupie w niezależnym badaniu metodą tajemniczego klienta
diploma-valid = Ważna od { $since } r. do { $until } r.
diploma-granted = Przyznano { $since } r.
diploma-number-caption = NUMER W REJESTRZE
