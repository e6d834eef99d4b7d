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
