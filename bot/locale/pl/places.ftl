# Where a mistake is. Joined with commas before the sentence: „plik telefon.toml, sekcja 1 „polaczenie”: …”
place-file = plik { $value }
place-line = wiersz { $value }
place-section = sekcja { $value }
place-question = pytanie { $value }
place-option = odpowiedź { $value }
place-key = pole „{ $value }”
place-table = tabela [{ $value }]
place-column = kolumna „{ $value }”
place-scenario = scenariusz { $value }
