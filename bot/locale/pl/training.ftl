# Szkolenie i kalibracja przed pierwszym zadaniem. Wyniku kalibracji juror nie czyta nigdy.

## Juror

training-invite = { $count ->
    [one] Najpierw krótkie szkolenie: zmyślona rozmowa i { $count } pytanie, każde z wzorem odpowiedzi.
    [few] Najpierw krótkie szkolenie: zmyślona rozmowa i { $count } pytania, każde z wzorem odpowiedzi.
   *[other] Najpierw krótkie szkolenie: zmyślona rozmowa i { $count } pytań, każde z wzorem odpowiedzi.
  }
    Zajmie kilka minut, możesz przerwać w każdej chwili i wrócić przez /dalej.
calibration-invite = { $count ->
    [one] Oceń jeszcze { $count } opisany przypadek, ten sam dla wszystkich jurorów.
    [few] Oceń jeszcze { $count } opisane przypadki, te same dla wszystkich jurorów.
   *[other] Oceń jeszcze { $count } opisanych przypadków, te same dla wszystkich jurorów.
  }
    To nie egzamin i nie ma tu podpowiedzi. Pomaga sprawdzającemu rozumieć oceny różnych osób; w żadnym rankingu tego nie ma.
button-training = Zacznij szkolenie
button-calibration = Oceń przypadki
training-done = Szkolenie za Tobą. Do wzorów wrócisz przez /szkolenie.
calibration-done = Dziękuję, przypadki są ocenione.
training-over = Możesz już dostawać zadania. Gdy pojawi się pierwsze, napiszę tutaj.
training-waits = Zostało krótkie przygotowanie, kilka minut. Bez niego nie mogę przydzielić zadania.
training-waits-optional = Zostało krótkie przygotowanie, kilka minut. Ułatwi pierwsze zadanie.
training-none = W tej edycji nie ma szkolenia.
training-models = <b>Szkolenie: pytania i wzory</b>
model-answer = <blockquote>Wzór: <b>{ $answer }</b>. { $why }</blockquote>
model-same = <blockquote>Tak samo jak we wzorze. { $why }</blockquote>
model-why = <blockquote>{ $why }</blockquote>
prompt-section = <blockquote>{ $text }</blockquote>
prompt-section-folded = <blockquote expandable>{ $text }</blockquote>
mistake-step-done = To masz już za sobą. Do wzorów wrócisz przez /szkolenie.

## Planujący

juror-untrained = szkolenie nieukończone
plan-untrained = { $count ->
    [one] { $count } osoba nie skończyła szkolenia, więc jest poza planem: { $codes }.
    [few] { $count } osoby nie skończyły szkolenia, więc są poza planem: { $codes }.
   *[other] { $count } osób nie skończyło szkolenia, więc są poza planem: { $codes }.
  }

## Sprawdzający

# Pytania, na które jurorzy odpowiadają różnie (bot/organiser/alike.py).
button-alike = Pytania do przejrzenia
alike-nothing = Jeszcze nie wiadomo: żadnego pytania nie oceniło po dwóch jurorów u co najmniej { $least } uczestników.
alike-head = { $count ->
    [0] <b>Jurorzy są zgodni.</b> Żadne z { $known } porównanych pytań nie dzieli ich bardziej niż zwykle.
    [one] <b>Jedno pytanie dzieli jurorów</b> (porównanych: { $known }):
    [few] <b>{ $count } pytania dzielą jurorów</b> (porównanych: { $known }):
   *[other] <b>{ $count } pytań dzieli jurorów</b> (porównanych: { $known }):
  }
alike-line = • { $channel }, { $number }. { $question }
    u { $count ->
    [one] { $count } uczestnika
   *[other] { $count } uczestników
  } po kilku jurorów, ta sama ocena w { $same } par; zgodność { $value } (prawdopodobnie od { $low } do { $high })
alike-note = <i>Zgodność 1 to pełna, 0 taka, jaką daje przypadek (AC2 Gweta). Kontakty w jednym kanale różnią się też dniem i rozmówcą, więc to wskazówka, które pytania przeczytać jeszcze raz, a nie wyrok o jurorach.</i>

calibration-line = Kalibracja: zgodność ze wzorem { $share }, { $leaning }
calibration-which = { $count ->
    [one] Jest karta { $count } jurora. Wybierz kod:
    [few] Są karty { $count } jurorów. Wybierz kod:
   *[other] Są karty { $count } jurorów. Wybierz kod:
  }
calibration-nobody = Nikt jeszcze nie skończył kalibracji ani nie ma ocenionych kontaktów.
calibration-no-juror = Nie ma jurora { $code }. Listę kodów pokaże /juror
calibration-head = <b>Juror { $code }</b> ({ $state }), kalibracja
calibration-missing = Nie ma jeszcze wyniku.
calibration-case = { $count ->
    [one] • { $title }: zgodność ze wzorem <b>{ $share }</b> ({ $count } pytanie)
    [few] • { $title }: zgodność ze wzorem <b>{ $share }</b> ({ $count } pytania)
   *[other] • { $title }: zgodność ze wzorem <b>{ $share }</b> ({ $count } pytań)
  }
calibration-whole = Razem: <b>{ $share }</b>
calibration-scales = Na skalach: { $leaning }
calibration-note = <i>Tylko dla sprawdzających: juror tego nie widzi, ranking z tego nie korzysta.</i>
leaning-milder = o { $steps } stopnia łagodniej niż wzór
leaning-harsher = o { $steps } stopnia surowiej niż wzór
leaning-none = tak samo wysoko jak wzór
leaning-unknown = bez ocen na skalach

## Pliki edycji

mistake-model-unknown = wzór jest do pytania „{ $value }”, ale takiego nie ma{ $nearest ->
    [none] . Możliwe: { $known }.
   *[other] { " " }(może „{ $nearest }”?).
 }
mistake-model-empty = wzór jest pusty. Dopisz odpowiedź („answer”), wyjaśnienie („why”) albo jedno i drugie.
mistake-model-not-here = pytanie typu { $type } nie może mieć wzoru odpowiedzi. Zostaw samo wyjaśnienie („why”).
mistake-model-impossible = „{ $value }” nie jest możliwą odpowiedzią na to pytanie{ $known ->
    [none] . Sprawdź jego granice i jednostkę.
   *[other] . Możliwe: { $known }.
 }
mistake-model-without-why = pytanie „{ $question }” nie ma wyjaśnienia. W szkoleniu każde je ma: dopisz [models.{ $question }] z polem „why”.
mistake-model-without-answer = pytanie „{ $question }” nie ma odpowiedzi ekspertów, a w kalibracji się je porównuje. Dopisz [models.{ $question }] z polem „answer”.
mistake-case-without-models = w przypadku „{ $section }” nie ma czego porównać. Dodaj pytanie do wyboru, skalę albo liczbę z odpowiedzią ekspertów.
mistake-step-with-reply = pytanie „{ $question }” czeka na odpowiedź instytucji, a tu żadnej instytucji nie ma. Użyj innego typu.

# Karta jurora: co mówią zatwierdzone kontakty (bot/organiser/measured.py).
measured-head = <b>W zadaniach</b>
measured-nothing = Nie ma jeszcze zatwierdzonych kontaktów.
measured-contacts = { $count ->
    [one] { $count } zatwierdzony kontakt.
    [few] { $count } zatwierdzone kontakty.
   *[other] { $count } zatwierdzonych kontaktów.
}
measured-stricter = Ocenia surowiej niż przeciętny juror: o { $points } pkt, prawdopodobnie od { $low } do { $high }.
measured-milder = Ocenia łagodniej niż przeciętny juror: o { $points } pkt, prawdopodobnie od { $low } do { $high }.
measured-unsure = Nie wiadomo, czy ocenia surowiej, czy łagodniej niż inni: może o { $milder } pkt łagodniej, może o { $stricter } pkt surowiej.
measured-usual = Oceny skaczą tak jak u innych.
measured-steady = Oceny skaczą mniej niż u innych.
measured-noisy = Oceny skaczą { $times } raza bardziej niż zwykle, więc w wyniku skalibrowanym ważą mniej.
measured-slope = Gdy inni znajdują o 10 pkt więcej, ten juror daje więcej o { $value } pkt (prawdopodobnie od { $low } do { $high }).
measured-narrow = Trzyma się środka skali: różnice u tego jurora to { $value } tych, które widzą inni (prawdopodobnie od { $low } do { $high }).
measured-wide = Sięga krańców skali: różnice u tego jurora to { $value } tych, które widzą inni (prawdopodobnie od { $low } do { $high }).
measured-drift-none = Nie widać, żeby surowość zmieniała się z czasem: ostatni kontakt może o { $milder } pkt łagodniejszy niż pierwszy, może o { $stricter } pkt surowszy.
measured-drift-stricter = Z czasem ocenia surowiej: ostatni kontakt o { $points } pkt niżej niż pierwszy (prawdopodobnie od { $low } do { $high }).
measured-drift-milder = Z czasem ocenia łagodniej: ostatni kontakt o { $points } pkt wyżej niż pierwszy (prawdopodobnie od { $low } do { $high }).
measured-pace = Między odpowiedziami mija { $value } czasu, jakiego potrzebują inni (prawdopodobnie od { $low } do { $high }).
measured-pace-low = ⚠️ Do sprawdzenia: odpowiada dużo szybciej niż inni. Między odpowiedziami mija { $value } zwykłego czasu (prawdopodobnie od { $low } do { $high }).
measured-halo = Części jednej checklisty różnią się u tego jurora { $value } raza tyle, co zwykle (prawdopodobnie od { $low } do { $high }).
measured-halo-low = ⚠️ Do sprawdzenia: wszystkie części checklisty wypadają podobnie, jakby jedno wrażenie decydowało o reszcie. Różnią się { $value } raza tyle, co zwykle (prawdopodobnie od { $low } do { $high }).
measured-careless = ⚠️ Do sprawdzenia: oceny wydają się nie mieć związku z tym, co u tych uczestników znaleźli inni.
measured-hostile = ⚠️ Do sprawdzenia: część kontaktów ma wyniki dużo niższe niż u innych jurorów w tych samych miejscach.
measured-influence = { $count ->
    [0] Bez jurora { $code } pierwsze trójki byłyby takie same.
    [one] Bez jurora { $code }: { $count } zmiana w pierwszych trójkach.
    [few] Bez jurora { $code }: { $count } zmiany w pierwszych trójkach.
   *[other] Bez jurora { $code }: { $count } zmian w pierwszych trójkach.
}
measured-note = <i>To pytania do sprawdzającego, nie wyrok: mniej więcej jeden dobry juror na dziesięciu też je dostaje. Nikt nie jest skreślany automatycznie.</i>
