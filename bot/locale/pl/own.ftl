# Pytania do organizatora, ukrywanie wiadomości, własne dane. Na ekranie blokady nie widać ani pytania, ani odpowiedzi.

## Pomoc i menu

command-pytanie = zapytaj organizatora
command-ukryj = schowaj wiadomości z tego czatu
command-moje-dane = co o Tobie przechowuję
command-zapomnij = usuń Twoje dane

## Pytanie do organizatora

question-open = Napisz pytanie do organizatora. Przeczyta je pod Twoim kodem, bez nazwiska i konta.
question-about = Napisz pytanie do organizatora o zadanie <b>{ $label }</b>. Przeczyta je pod Twoim kodem, bez nazwiska i konta.
question-sent = Pytanie wysłane. Odpowiedź przyjdzie tutaj.
question-answered = { $about ->
    [none] Jest odpowiedź na Twoje pytanie.
   *[other] Jest odpowiedź na Twoje pytanie o zadanie <b>{ $about }</b>.
  }
question-answer =
    Twoje pytanie:
    <blockquote>{ $question }</blockquote>
    Odpowiedź:
    <blockquote>{ $answer }</blockquote>
    Możesz dopytać: /pytanie
button-show-answer = Pokaż odpowiedź
question-arrived =
    <b>{ $code }</b> pyta{ $about ->
        [none] { "" }
       *[other] {" "}o zadanie <b>{ $about }</b>
    }:
    <blockquote>{ $question }</blockquote>
button-answer = Odpowiedz
question-ask-answer = Napisz odpowiedź dla <b>{ $code }</b>{ $about ->
        [none] { "" }
       *[other] {" "}w sprawie zadania <b>{ $about }</b>
    }. Juror przeczyta dokładnie te słowa, bez Twojego nazwiska.
question-answer-sent = Odpowiedź poszła do <b>{ $code }</b>.
mistake-question-empty = Napisz choć jedno słowo.
mistake-question-too-long = To { $length } znaków, a zmieści się { $most }. Skróć i wyślij jeszcze raz.
mistake-question-closed = { $mine ->
    [yes] Odpowiedź na to pytanie już wysłałeś lub wysłałaś.
   *[no] Na to pytanie odpowiedziała już inna osoba.
  }

## Ukrywanie

hidden = Chowam swoje wiadomości z ostatnich 48 godzin.
hidden-nothing = Nie ma tu moich wiadomości z ostatnich 48 godzin.
hidden-older = { $count ->
    [one] Zostaje { $count } starsza wiadomość; na jej usunięcie Telegram już nie pozwala.
    [few] Zostają { $count } starsze wiadomości; na ich usunięcie Telegram już nie pozwala.
   *[other] Zostaje { $count } starszych wiadomości; na ich usunięcie Telegram już nie pozwala.
  }
hidden-yours = Twoich wiadomości nie usuwam. Wszystko naraz znika przez „Wyczyść historię” w menu czatu.
hidden-go-on = Bieżące pytanie: /dalej

## Moje dane

own-data-head = <b>Twoje dane</b> · { $code }
own-data-account = Konto Telegrama: { $account }, nazwa: { $name }
own-data-language = Język: { $language }
own-data-roles = Rola: { $roles }
own-data-since = W rejestrze od: { $when }
own-data-consent = Zgoda: { $consent }, { $when }
own-data-no-consent = Zgoda: nie zapisano
own-data-moment = { $moment } ({ $year })
own-data-invitation = Notatka przy zaproszeniu: { $note }
own-data-regions = Województwa: { $regions }
own-data-channels = Kanały: { $channels }
own-data-capacity = Liczba zadań, które możesz wykonać: { $capacity }
own-data-conflicts = Nie oceniasz: { $names }
own-data-conflicts-note = Inne zgłoszone konflikty: { $note }
own-data-assignments = Zadania: { $count }
own-data-state = – { $state }: { $count }
own-data-answers = Zapisane odpowiedzi: { $answers }, zdjęcia: { $photos }, pytania do organizatora: { $questions }
own-data-kept =
    Wiadomości do Ciebie w kolejce i archiwum: { $messages }. Wpisy w dzienniku pod Twoim kodem: { $entries }.
    Całość, z każdą odpowiedzią, jest w pliku poniżej. Usunięcie: /zapomnij
own-data-file = moje-dane-{ $code }
own-data-caption = Twoje dane w formacie JSON.

## Zapomnij

forget-explain =
    <b>Usunięcie Twoich danych</b>
    Znikną: konto Telegrama i nazwa, język, strefa czasowa, województwa, kanały i konflikty, zaproszenie, pytania do organizatora, niewysłane odpowiedzi i zdjęcia, których nikt jeszcze nie zatwierdził.
    Otwarte zadania wrócą do organizatora.
    Zostaną: wysłane oceny, data zgody i wpisy w dzienniku pod kodem <b>{ $code }</b>, już bez związku z Tobą. Zatwierdzonych ocen nie da się potem odszukać ani cofnąć.
    W starszych kopiach zapasowych dane są do czasu, aż organizator je usunie.
    Przycisk działa { $minutes } minut.
button-forget = Usuń moje dane
button-stay = Jednak zostaję
forget-not = Nic się nie zmieniło.
forgotten = Gotowe. Twoje dane są usunięte, a kod { $code } do nikogo już nie należy. Dziękuję za pomoc. Tę rozmowę możesz teraz usunąć w Telegramie.
forgotten-planner = { $count ->
    [0] Juror { $code } usunął swoje dane. Nie miał otwartych zadań.
   *[other] Juror { $code } usunął swoje dane. Wróciły zadania: { $labels }. Nowy przydział: /przydzial
  }
mistake-forget-configured = Twoje konto stoi w pliku ustawień, więc po następnym uruchomieniu znów by się tu znalazło. Najpierw usuń je z config.toml.
mistake-check-nobody = Juror usunął swoje dane, więc zadania { $label } nie ma kto poprawić. Zatwierdź je albo wyklucz.
check-photos-gone = Części zdjęć już nie ma: juror usunął swoje dane.

## Po dotknięciu: uwagi sprawdzających i rozpoznanie

returned-comment =
    Do poprawy w zadaniu <b>{ $label }</b>:
    <blockquote>{ $comment }</blockquote>
button-why = Pokaż powód
excluded-why =
    Zadanie <b>{ $label }</b> nie wejdzie do wyniku:
    <blockquote>{ $reason }</blockquote>
