# Assignments: an act that does not fit (contest/assignment.py).
# $state, $act: ids of contest.assignment.State and Act.
mistake-not-now = { $state ->
        [offered] To zadanie czeka jeszcze na decyzję jurora
        [accepted] To zadanie jest przyjęte, ale jeszcze nie rozpoczęte
        [running] To zadanie jest w toku
        [waiting] To zadanie czeka na odpowiedź instytucji
        [submitted] To zadanie jest już wysłane i czeka na sprawdzenie
        [returned] To zadanie wróciło do poprawy
        [approved] To zadanie jest już zatwierdzone
        [excluded] To zadanie jest już wyłączone z wyniku
        [declined] To zadanie zostało odrzucone
        [handed_back] To zadanie zostało oddane
        [overdue] Termin tego zadania minął
       *[cancelled] To zadanie jest odwołane
    }, więc nie można go teraz { $act ->
        [accept] przyjąć
        [decline] odrzucić
        [start] rozpocząć
        [wait] odłożyć do czasu odpowiedzi
        [submit] wysłać
        [approve] zatwierdzić
        [return] odesłać do poprawy
        [exclude] wyłączyć z wyniku
        [hand_back] oddać
        [expire] zamknąć po terminie
       *[cancel] odwołać
    }.

# A slot that a plan leaves empty.
mistake-no-scenario = Brakuje scenariusza dla tego rodzaju uczestnika w kanale „{ $channel }”. Dopisz go w pliku scenariuszy.
mistake-no-juror-for-channel = Żaden juror nie obsługuje kanału „{ $channel }”. Zaproś kogoś albo rozszerz kanały jurorów.
mistake-no-juror-in-region = Żaden juror nie jeździ na wizyty w regionie „{ $region }”. Zaproś kogoś stamtąd.
mistake-no-region = Nie wiadomo, w którym województwie jest ten uczestnik, więc nie można zaplanować wizyty. Uzupełnij województwo.
mistake-no-juror-without-conflict = { $jurors ->
        [one] Jedyny odpowiedni juror zgłosił konflikt interesów.
        [few] Wszyscy odpowiedni jurorzy ({ $jurors }) zgłosili konflikt interesów.
       *[other] Wszyscy odpowiedni jurorzy ({ $jurors }) zgłosili konflikt interesów.
    } Potrzebna jest jeszcze jedna osoba.
mistake-no-juror-free = { $jurors ->
        [one] Jedyny odpowiedni juror nie ma już wolnego miejsca albo był już u tego uczestnika.
        [few] Żaden z { $jurors } odpowiednich jurorów nie ma już wolnego miejsca albo był już u tego uczestnika.
       *[other] Żaden z { $jurors } odpowiednich jurorów nie ma już wolnego miejsca albo był już u tego uczestnika.
    } Zwiększ limity albo zaproś kogoś.
mistake-no-juror-rotation = { $jurors ->
        [one] Jedyny odpowiedni juror nie może mieć więcej kontaktów u tego uczestnika (rotacja).
        [few] Żaden z { $jurors } odpowiednich jurorów nie może mieć więcej kontaktów u tego uczestnika (rotacja).
       *[other] Żaden z { $jurors } odpowiednich jurorów nie może mieć więcej kontaktów u tego uczestnika (rotacja).
    } Wyższy limit nie pomoże. Zaproś kogoś.
mistake-no-juror-skilled = Żaden juror tego kanału nie ma wymaganych umiejętności: { $skills }. Zaproś kogoś takiego.
mistake-no-juror-in-reach = Żaden juror z tego regionu nie jeździ tak daleko. Zaproś kogoś z bliższej okolicy albo zwiększ zasięg.
mistake-no-juror-unseen = { $jurors ->
        [one] Jedyny odpowiedni juror był już widziany u tego uczestnika.
        [few] Wszyscy odpowiedni jurorzy ({ $jurors }) byli już widziani u tego uczestnika albo zgłosili konflikt.
       *[other] Wszyscy odpowiedni jurorzy ({ $jurors }) byli już widziani u tego uczestnika albo zgłosili konflikt.
    } Potrzebna jest jeszcze jedna osoba.

# Why an entrant stands outside the ranking (contest/ranking.py).
mistake-no-contacts = Nie ma jeszcze żadnego zatwierdzonego kontaktu.
mistake-too-few-contacts = { $count ->
        [one] Jest tylko 1 zatwierdzony kontakt
        [few] Są tylko { $count } zatwierdzone kontakty
       *[many] Jest tylko { $count } zatwierdzonych kontaktów
    }, a potrzeba co najmniej { $least }.
mistake-too-few-channels = { $count ->
        [one] Sprawdzono tylko 1 kanał
        [few] Sprawdzono tylko { $count } kanały
       *[many] Sprawdzono tylko { $count } kanałów
    }, a potrzeba co najmniej { $least }.
mistake-too-few-jurors = { $count ->
        [one] Oceniał tylko 1 juror
        [few] Oceniało tylko { $count } jurorów
       *[many] Oceniało tylko { $count } jurorów
    }, a potrzeba co najmniej { $least }.
mistake-no-peer-group = Uczestnik nie pasuje do żadnej grupy porównawczej. Sprawdź jego rodzaj i liczbę ludności.

# A frozen ranking that cannot be read again (contest/snapshot.py).
mistake-broken-snapshot = Zamrożonych danych rankingu nie da się odczytać: { $fault }. Przywróć kopię zapasową.
