# Questions to the organisers, hiding messages, one's own data. A lock screen shows neither the question nor the answer.

## Help and menu

command-pytanie = ask the organiser
command-ukryj = hide messages from this chat
command-moje-dane = what I keep about you
command-zapomnij = delete your data

## A question to the organisers

question-open = Write your question to the organiser. It is read under your code, without name or account.
question-about = Write your question to the organiser about assignment <b>{ $label }</b>. It is read under your code, without name or account.
question-sent = Your question is on its way. The answer will come here.
question-answered = { $about ->
    [none] There is an answer to your question.
   *[other] There is an answer to your question about assignment <b>{ $about }</b>.
  }
question-answer =
    Your question:
    <blockquote>{ $question }</blockquote>
    The answer:
    <blockquote>{ $answer }</blockquote>
    You can ask again: /pytanie
button-show-answer = Show the answer
question-arrived =
    <b>{ $code }</b> asks{ $about ->
        [none] { "" }
       *[other] {" "}about assignment <b>{ $about }</b>
    }:
    <blockquote>{ $question }</blockquote>
button-answer = Answer
question-ask-answer = Write the answer for <b>{ $code }</b>{ $about ->
        [none] { "" }
       *[other] {" "}about assignment <b>{ $about }</b>
    }. The juror reads exactly these words, without your name.
question-answer-sent = The answer went to <b>{ $code }</b>.
mistake-question-empty = Write at least one word.
mistake-question-too-long = That is { $length } characters, and { $most } fit. Please shorten it and send it again.
mistake-question-closed = { $mine ->
    [yes] You have answered this question already.
   *[no] Somebody else has answered this question already.
  }

## Hiding

hidden = I am taking back my messages of the last 48 hours.
hidden-nothing = There are no messages of mine from the last 48 hours here.
hidden-older = { $count ->
    [one] { $count } older message stays; Telegram no longer lets me delete it.
   *[other] { $count } older messages stay; Telegram no longer lets me delete them.
  }
hidden-yours = I do not delete your own messages. “Clear history” in the menu of the chat removes everything at once.
hidden-go-on = The current question: /dalej

## Own data

own-data-head = <b>Your data</b> · { $code }
own-data-account = Telegram account: { $account }, name: { $name }
own-data-language = Language: { $language }
own-data-roles = Role: { $roles }
own-data-since = In the register since: { $when }
own-data-consent = Consent: { $consent }, { $when }
own-data-no-consent = Consent: none recorded
own-data-moment = { $moment } ({ $year })
own-data-invitation = Note on the invitation: { $note }
own-data-regions = Voivodeships: { $regions }
own-data-channels = Channels: { $channels }
own-data-capacity = Assignments that you can take: { $capacity }
own-data-conflicts = You do not assess: { $names }
own-data-conflicts-note = Other conflicts that you named: { $note }
own-data-assignments = Assignments: { $count }
own-data-state = – { $state }: { $count }
own-data-answers = Saved answers: { $answers }, photos: { $photos }, questions to the organiser: { $questions }
own-data-kept =
    Messages to you that are queued or kept: { $messages }. Entries in the journal under your code: { $entries }.
    All of it, with every answer, is in the file below. Deletion: /zapomnij
own-data-file = my-data-{ $code }
own-data-caption = Your data as JSON.

## Forgetting

forget-explain =
    <b>Deleting your data</b>
    What goes: Telegram account and name, language, time zone, voivodeships, channels and conflicts, the invitation, questions to the organiser, answers that were not sent, and photos that nobody has approved yet.
    Open assignments go back to the organiser.
    What stays: assessments that were sent, the date of consent and entries in the journal, under the code <b>{ $code }</b>, no longer linked to you. Approved assessments cannot be found or withdrawn afterwards.
    Older backups hold the data until the organiser deletes them.
    The button works for { $minutes } minutes.
button-forget = Delete my data
button-stay = I will stay
forget-not = Nothing has changed.
forgotten = Done. Your data are deleted, and the code { $code } belongs to nobody any more. Thank you for your help. You can now delete this conversation in Telegram.
forgotten-planner = { $count ->
    [0] { $code } has deleted their data. They had no open assignments.
   *[other] { $code } has deleted their data. These assignments came back: { $labels }. Plan anew: /przydzial
  }
mistake-forget-configured = Your account stands in the configuration, so it would be back after the next start. Take it out of config.toml first.
mistake-check-nobody = The juror has deleted their data, so nobody can correct assignment { $label }. Approve or exclude it.
check-photos-gone = Some photos are gone: the juror has deleted their data.

## After a tap: checkers' comments, and recognition

returned-comment =
    To correct in assignment <b>{ $label }</b>:
    <blockquote>{ $comment }</blockquote>
button-why = Show the reason
excluded-why =
    Assignment <b>{ $label }</b> will not count:
    <blockquote>{ $reason }</blockquote>
