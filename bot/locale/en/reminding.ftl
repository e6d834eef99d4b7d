# Reminders, hours, corrections and photos. Hours without the institution's name: a lock screen betrays nothing.

## Hours

door-open = open today until { $until }
door-later = closed now, open today from { $opens } to { $closes }
door-over = closed for today
door-shut = closed today
door-tomorrow = { $now }, tomorrow from { $opens } to { $closes }
door-day = { $now }, next { $weekday } from { $opens } to { $closes }
brief-today = Now: { $door }

## Reminders

nudge-others = { $count ->
    [one] { $count } other assignment waits too: /zadania
   *[other] { $count } other assignments wait too: /zadania
  }
nudge-door = Hours: { $door }.
button-snooze-3h = Remind me in 3 h
button-snooze-morning = Tomorrow morning
snoozed = Assignment <b>{ $label }</b> put off. I will remind you: { $when }
toast-snoozed = I will remind you: { $when }
mistake-snooze-too-late = It is due earlier: { $due }. I do not put it off any further.
tasks-offered-line = <b>{ $label }</b> · { $channel } · { $state } · answer by: { $due }
dates-corrections = A returned submission waits { $hours } h for its correction.

## Corrections: the checker

return-which =
    <b>{ $label }</b>: which questions go back to the juror? Numbers as in the list above.
    Tick them and press Done. A comment typed right away returns it too; with nothing ticked, all of it.
return-ticked = ☑ { $number }. { $question }
button-return-done = Done · { $count }
button-return-whole = Return all of it
mistake-return-nothing = Nothing is ticked. Tick questions or press “Return all of it”.
check-ask-comment-some = { $count ->
    [one] What should be corrected in <b>{ $label }</b> ({ $count } question goes back)? Tap a number or write it your way. The juror will read exactly these words.
   *[other] What should be corrected in <b>{ $label }</b> ({ $count } questions go back)? Tap a number or write it your way. The juror will read exactly these words.
  }
check-changes = <b>Changes since the last version</b>
check-change = { $number }. { $question } – <s>{ $before }</s> → <b>{ $after }</b>
check-change-photos = { $number }. { $question } – photos: { $before } → <b>{ $after }</b>
check-no-changes = No answer has changed since the last version.
check-came-back = The juror was not in time with the correction. This is the submission as it was before.
correction-lapsed-checker = The correction of { $label } did not come in time. The submission is back as it was: /kontrola

## Corrections: the juror

check-returned-some = { $count ->
    [one] Assignment <b>{ $label }</b> comes back with a request to correct { $count } answer.
   *[other] Assignment <b>{ $label }</b> comes back with a request to correct { $count } answers.
  }
    The others need no more attention. Please correct it by: { $due }
correction-note =
    <i>Correction by: { $due } · questions: { $left }</i>
    <blockquote>{ $comment }</blockquote>
summary-head-some = <b>Corrected answers</b>
summary-rest = { $count ->
    [one] One other answer stays as it is.
   *[other] { $count } other answers stay as they are.
  }
correction-lapsed = The time to correct assignment <b>{ $label }</b> is over. It is back with the checker as it was; there is nothing to do.
mistake-locked = This answer has been accepted. Only the questions that the checker asked about can be corrected now.

## Photos

photos-complete = { $count ->
    [one] I have { $count } photo, that is all.
   *[other] I have { $count } photos, that is all.
  }
button-drop-photo = Remove the last
toast-photo-dropped = Removed
