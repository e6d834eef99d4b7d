# What is wrong in the files of an edition, in scenarios and in a table of entrants.

## The shape of a file (shared by editions, scenarios and checklists)
mistake-unknown-key = unknown field „{ $key }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-missing-key = the field „{ $key }” is missing. Add it.
mistake-wrong-type = the value „{ $found }” does not fit this field. { $expected ->
    [text] Write text in quotes.
    [integer] Write a whole number, without quotes.
    [number] Write a number with a decimal point, without quotes, such as 0.5.
    [date] Write a day, for example 2026-10-12.
    [time] Write a time, for example 14:35:00.
    [list] Write a list in square brackets.
    [table] Write a table with fields.
   *[switch] Write true or false, without quotes.
 }
mistake-not-allowed = the value „{ $value }” is unknown{ $nearest ->
    [none] . Possible: { $allowed }.
   *[other] { " " }(perhaps „{ $nearest }”?). Possible: { $allowed }.
 }
mistake-too-small = the number is too small. Write at least { $least }.
mistake-not-above = the number is too small. Write more than { $least }.
mistake-too-large = the number is too large. Write at most { $most }.
mistake-empty-text = the text is empty. Fill it in.
mistake-text-too-long = the text is too long. Shorten it to { $most } characters.
mistake-too-few = the list is too short. Fewest items: { $least }.
mistake-too-many = the list is too long. Most items: { $most }.
mistake-not-an-id = „{ $value }” cannot be an identifier. Use small letters without accents, digits, „_” and „-”.
mistake-wrong-value = the value „{ $value }” does not fit this field.

## TOML syntax
mistake-toml-twice = the same field or table is here a second time („{ $text }”). Keep one.
mistake-toml-no-equals = „{ $text }” cannot be understood. A line looks like this: field = value.
mistake-toml-unclosed-text = the text begins with a quote but does not end with one („{ $text }”). Add " at the end.
mistake-toml-backslash = the \ in the text („{ $text }”) has another meaning here. Write it twice: \\.
mistake-toml-no-such-date = there is no such date or time („{ $text }”). Correct it.
mistake-toml-unclosed-bracket = a bracket is opened but not closed („{ $text }”). A curly bracket must close on the same line.
mistake-toml-no-quotes = the value in „{ $text }” cannot be understood. Write text in quotes ", fractions with a point.
mistake-toml-leftover = something follows the value („{ $text }”). One field takes one line.
mistake-toml-curly-quotes = the text is in typographic quotes („{ $text }”). Replace them with the straight ".
mistake-toml-unreadable = this file cannot be read. Check that it is a TOML file.

## Time
mistake-not-a-local-time = „{ $value }” is not a date with a time. Write for example 2026-09-01 08:00:00.
mistake-time-with-offset = „{ $value }” has a zone offset. Write local time, without „Z” and without „+02:00”.
mistake-time-does-not-exist = the time { $value } does not exist: the clocks go forward then. Choose another.
mistake-time-exists-twice = the time { $value } comes twice: the clocks go back then. Choose another.
mistake-no-time-zone = there is no time zone „{ $value }”. Write for example Europe/Warsaw.
mistake-not-a-span = „{ $value }” is not a length of time. Write for example 3d, 12h or 45min.
mistake-dates-out-of-order = „{ $later }” must be later than „{ $earlier }”. Correct one of these dates.
mistake-reminders-not-falling = the reminder „{ $earlier }” is followed by „{ $later }”. Put the earliest first, without repeats, such as 3d, 1d, 3h.

## Edition and scenarios
mistake-not-a-file-name = „{ $value }” is not a file name. Write only the name with the ending .toml, without folders and spaces.
mistake-doubled-id = the identifier „{ $id }” is already used above. Give another.
mistake-unknown-kind = there is no kind of entrants „{ $value }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-unknown-channel = there is no channel „{ $value }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-doubled-label = the name „{ $label }” already belongs to the kind „{ $first }”. Leave it with one kind.
mistake-population-crossed = the lower bound of population ({ $least }) is above the upper one ({ $most }). Swap them.
mistake-unknown-group = there is no peer group „{ $value }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-group-joins-on = the group „{ $group }” joins another one itself, or is this very group. Name a group without the field “joins”.
mistake-kind-without-group = the kind „{ $kind }” is in no peer group. Add it to the field „kinds” of one of the groups.
mistake-minimum-above-plan = the minimum is above the plan, so nobody would be classified. Write at most { $planned }.
mistake-channel-without-scenario = the channel „{ $channel }” has no scenario. Add one.

## The table of entrants
mistake-heading-missing = the column „{ $column }” is missing. The file has: { $found }.
mistake-heading-doubled = two columns mean the same as „{ $column }” (the second: „{ $heading }”). Remove one of them.
mistake-heading-unknown = the column „{ $heading }” is unknown and will be left out{ $nearest ->
    [none] .
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-table-without-rows = the table has headings but no row with an entrant.
mistake-cell-empty = the column „{ $column }” is empty. Fill it in.
mistake-cell-too-long = the column „{ $column }” holds { $length ->
    [one] { $length } character
   *[other] { $length } characters
 } and may hold at most { $most }. Check that no rows have run together.
mistake-row-too-wide = the row has more columns ({ $cells }) than the headings ({ $headings }). Check that text with a semicolon or comma is in quotes.
mistake-row-doubled = „{ $name }” is in line { $first } already. Remove the repetition.
mistake-row-kind-unknown = unknown kind „{ $value }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?). Possible: { $known }.
 }
mistake-row-population = the population „{ $value }” is not a whole number. Write digits only.
mistake-row-population-needed = the population is missing and the peer group depends on it. Fill in the column „population”.
mistake-row-without-group = the kind „{ $kind }” with a population of { $population } fits no peer group. Check the population or the bounds of the groups.
mistake-row-voivodeship = there is no voivodeship „{ $value }”{ $nearest ->
    [none] . Write its Polish name in small letters, such as mazowieckie.
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-row-email = „{ $value }” is not an e-mail address. Write one address, such as urzad@example.org.
mistake-row-phone = „{ $value }” is not a phone number. Begin with digits, such as 22 000 00 00.
mistake-row-teryt = the TERYT code „{ $value }” holds more than digits. Write 2, 4 or 7 digits.
mistake-row-teryt-zero = the TERYT code has { $digits ->
    [one] { $digits } digit
   *[other] { $digits } digits
 } („{ $value }”) and should have 2, 4 or 7. The spreadsheet probably lost a zero at the front: „{ $likely }”?
mistake-row-teryt-digits = the TERYT code has { $digits ->
    [one] { $digits } digit
   *[other] { $digits } digits
 } („{ $value }”) and should have 2 (voivodeship), 4 (powiat) or 7 (gmina).

## The file with the table
mistake-sheet-too-large = the file is too large. Largest size: { $most } MB.
mistake-sheet-empty = the file is empty. Send a table with the headings „name” and „kind”.
mistake-sheet-other-file = this is a { $kind } file, not a table. Save it from the spreadsheet as CSV or XLSX and send it again.
mistake-sheet-not-text = this is not a table: the file has no readable text. Save it from the spreadsheet as CSV or XLSX.
mistake-sheet-too-many-rows = the table is too long. Most rows: { $most }. Split it into parts.
mistake-sheet-too-wide = the table is too wide. Most columns: { $most }.
mistake-sheet-open-quote = the quote opened in this line does not close where it should. Correct or remove it.
mistake-sheet-broken-excel = this workbook cannot be opened: it is damaged or protected by a password. Save it again as XLSX or CSV.
mistake-not-a-picture-name = “{ $value }” is not the name of an emblem’s file. Give the bare name ending in .svg or .png, without folders or spaces.
mistake-not-a-colour = “{ $value }” is not a colour. Write it as in graphics: a number sign and six hexadecimal digits, for example #14264A.
mistake-not-an-address = “{ $value }” is not the address of a page. Give an address that begins with https://, without ? and #, for example https://diplomas.example.com/check/
