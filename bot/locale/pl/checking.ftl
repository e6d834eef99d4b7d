### Sprawdzanie zgłoszeń: co jest nietypowe, druga opinia, gotowe uwagi, teksty do raportu

## Co jest nietypowe

flags-head = <b>Warto obejrzeć</b>
check-line-flags = ⚑ { $flags }
check-line-held = Czeka na drugą opinię.
flag-photo-seen = • Pyt. { $number }: to samo zdjęcie jest w <b>{ $label }</b>.
flag-photo-like = • Pyt. { $number }: prawie takie samo zdjęcie jest w <b>{ $label }</b>{ $more ->
    [0] .
    [one] { "" } i w { $more } innym zadaniu.
   *[other] { "" } i w { $more } innych zadaniach.
  }
flag-recognised = • Pyt. { $number }: juror mógł zostać rozpoznany.
flag-fast-contact = • Pyt. { $number }: stoper od pierwszego do ostatniego stuknięcia to { $seconds } s, mniej niż { $least } s.
flag-fast-answers = • Połowa z { $count } odpowiedzi padła { $seconds ->
    [0] w niecałą sekundę
   *[other] w { $seconds } s albo szybciej
  } po poprzedniej.
flag-text-seen = • Pyt. { $number }: ten sam tekst jest w <b>{ $label }</b> { $own ->
    [yes] tego samego jurora
   *[no] innego jurora
  }{ $more ->
    [0] .
    [one] { "" } i w { $more } innym zadaniu.
   *[other] { "" } i w { $more } innych zadaniach.
  }
flag-answers-seen = • Wszystkie zaznaczone odpowiedzi są takie jak w <b>{ $label }</b> tego samego jurora{ $more ->
    [0] .
    [one] { "" } i w { $more } innym jego zadaniu.
   *[other] { "" } i w { $more } innych jego zadaniach.
  }
flag-contradiction = • Pyt. { $number }: tu „{ $here }”, a w <b>{ $label }</b> u tej samej instytucji „{ $there }”.
flag-key-missing = • Pyt. { $number }: odpowiedź oceniona jako pełna, ale w notatce nie ma: { $words }.
flag-key-there = • Pyt. { $number }: odpowiedź oceniona na zero, choć w notatce jest wszystko, o co prosi klucz.
flag-late = • Raport wysłany { $hours ->
    [one] { $hours } godzinę
    [few] { $hours } godziny
   *[other] { $hours } godzin
  } po kontakcie.
flag-straight = • { $count ->
    [few] Wszystkie { $count } oceny na skali są takie same.
   *[other] Wszystkie oceny na skali ({ $count }) są takie same.
  }
short-photo-seen = powtórzone zdjęcie
short-photo-like = podobne zdjęcie
short-recognised = możliwe rozpoznanie
short-fast-contact = za krótki kontakt
short-fast-answers = szybkie odpowiedzi
short-text-seen = powtórzony tekst
short-answers-seen = powtórzone odpowiedzi
short-contradiction = sprzeczność
short-key-missing = niezgodne z kluczem
short-key-there = niezgodne z kluczem
short-late = późny raport
short-straight = jednakowe oceny

## Gotowe uwagi i powody

ready-line = { $number }. { $text }
ready-comment-1 = Dopisz w notatce same fakty, które padły: dokumenty, kwoty, terminy, miejsce.
ready-comment-2 = Popraw zmierzony czas albo napisz, skąd pochodzi.
ready-comment-3 = Dodaj zdjęcie albo zrzut ekranu, który to potwierdza.
ready-comment-4 = Ta odpowiedź nie zgadza się z notatką. Sprawdź jedno i drugie.
ready-comment-5 = Usuń z tekstu nazwiska, telefony i inne dane, po których można kogoś rozpoznać.
ready-comment-6 = Sprawdź tę odpowiedź jeszcze raz według podpowiedzi pod pytaniem.
ready-reason-1 = Instytucja mogła się domyślić, że to badanie.
ready-reason-2 = Kontakt odbył się z inną instytucją albo innym kanałem.
ready-reason-3 = Rozmowa odeszła od scenariusza, więc nie da się jej porównać z innymi.
ready-reason-4 = Brakuje dowodów, a zgłoszenia nie da się już uzupełnić.
ready-reason-5 = Zgłoszenie powtarza inne zgłoszenie.
ready-reason-6 = Juror prosi, żeby tego kontaktu nie liczyć.

## Druga opinia

button-second-opinion = Druga opinia
button-third-opinion = Trzecia opinia
button-compare = Porównaj opinie
button-call-off = Odwołaj drugą opinię
button-counts = Liczy się { $which }
button-mean = Średnia { $which }
button-none-counts = Żadna się nie liczy
opinion-juror = { $code } · { $load }/{ $most }
opinion-who =
    Kto ma powtórzyć kontakt <b>{ $label }</b>? Przy kodzie: ile zadań juror ma i ile najwyżej może mieć.
    Termin: { $until }
opinion-asked = Juror { $code } dostaje zadanie <b>{ $extra }</b>: druga opinia o <b>{ $label }</b>. Zgłoszenie poczeka na nią na końcu kolejki.
opinion-awaited = Druga opinia: <b>{ $label }</b>, juror { $code }, { $state ->
    [offered] bez odpowiedzi na propozycję
    [accepted] przyjęta
    [waiting] czeka na odpowiedź instytucji
    [returned] w poprawie
   *[running] w toku
  }, termin { $due }. Do tego czasu zgłoszenia nie da się zatwierdzić ani wykluczyć.
opinion-arrived = Przyszła opinia <b>{ $label }</b> o kontakcie <b>{ $doubted }</b>.
opinion-ready = Jest druga opinia: <b>{ $labels }</b>. Porównaj zgłoszenia i zdecyduj, które się liczą.
opinion-lost = Druga opinia nie doszła do skutku. Możesz poprosić o nią ponownie albo zdecydować bez niej.
opinion-head = { $count ->
    [few] <b>{ $count } opinie</b> · { $channel }
   *[other] <b>{ $count } opinii</b> · { $channel }
  }
    <b>{ $name }</b>
opinion-line = <b>{ $number }</b> · { $label } · juror { $code } · <b>{ $score }</b>
opinion-apart = Różnica: { $points } pkt proc.
opinion-far = Różnica: { $points } pkt proc. To dużo, rozstrzygnąć może trzecia opinia.
opinion-differences = { "" }
    { $count ->
        [0] Żadna odpowiedź się nie różni.
        [one] <b>Różni się { $count } odpowiedź</b>
        [few] <b>Różnią się { $count } odpowiedzi</b>
       *[other] <b>Różni się { $count } odpowiedzi</b>
    }
opinion-differs = { $number }. { $question }
    <b>{ $sides }</b>
opinion-versions = Te zgłoszenia powstały według różnych wersji checklisty, więc odpowiedzi obejrzyj osobno.
opinion-decided = { $count ->
    [0] Żadne z tych zgłoszeń nie wejdzie do wyniku.
    [one] Liczy się zgłoszenie <b>{ $labels }</b>.
   *[other] Liczą się zgłoszenia <b>{ $labels }</b>, każde jako osobny kontakt; wynik kanału to ich średnia.
  }
opinion-reason = Ten kontakt powtórzył inny juror i do wyniku weszło jego zgłoszenie.
opinion-reason-none = Ten kontakt powtórzył inny juror, a zgłoszenia były zbyt różne, żeby któreś liczyć.
opinion-called-off = { $count ->
    [one] Zadanie <b>{ $labels }</b> jest odwołane.
   *[other] Zadania <b>{ $labels }</b> są odwołane.
  }
opinion-cancelled-juror = Zadanie <b>{ $label }</b> nie jest już potrzebne i zostało odwołane. Dziękuję za gotowość.
check-all-held = { $count ->
    [one] Zostało { $count } zgłoszenie, które czeka na drugą opinię.
    [few] Zostały { $count } zgłoszenia, które czekają na drugą opinię.
   *[other] Zostało { $count } zgłoszeń, które czekają na drugą opinię.
  }
mistake-opinion-first = O tym samym kontakcie są dwie opinie: { $label } i { $others }. Najpierw je porównaj albo odwołaj drugą: /kontrola
mistake-opinion-nobody = Nikt inny nie może teraz powtórzyć kontaktu { $label }: potrzebny juror z tym kanałem i województwem, z wolnym miejscem, bez konfliktu, którego w tej instytucji nie widziano.
mistake-opinion-juror-gone = Juror { $code } nie może już przyjąć tego zadania. Wybierz innego.
mistake-opinion-none = Zgłoszenie { $label } nie ma teraz drugiej opinii. Otwórz je jeszcze raz: /kontrola
mistake-opinion-awaited-already = Druga opinia o { $label } jest już w drodze.
mistake-opinion-enough = O { $label } są już trzy opinie. Zdecyduj, które się liczą.
mistake-opinion-changed = W międzyczasie coś się zmieniło. Porównaj opinie jeszcze raz: /kontrola
mistake-opinion-too-late = Na drugą opinię jest już za późno: inny juror nie zdąży przed końcem.

## Teksty do raportu

button-texts = Teksty · { $count }
button-release = Dopuść { $number }
button-release-all = Dopuść wszystkie
button-withhold = Wycofaj { $number }
button-uncover = Pokaż całe { $number }
quote-head =
    <b>Teksty do raportu · { $label }</b>
    Tak przeczyta je instytucja; […] to miejsca ukryte. Odpowiedz na tę wiadomość fragmentem, który też ukryć.
quote-in = { $number }. { $question } – <b>w raporcie</b>
quote-out = { $number }. { $question } – poza raportem
mistake-quote-not-there = Nie ma takiego fragmentu: „{ $text }”. Przepisz go dokładnie z tekstu zgłoszenia.

## W raporcie

feedback-words = Słowa z kontaktów
feedback-words-asked = { $channel } · { $question }
feedback-quote = „{ $text }”
feedback-reading-words = Badanie jest anonimowe: raport nie zawiera godzin kontaktów ani danych jurorów. Ich słowa przytacza tylko tam, gdzie zgodził się na to sprawdzający; […] stoi w miejscu tego, po czym można by kogoś rozpoznać.
