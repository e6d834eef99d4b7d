# Assignments in two acts: sent, then the institution's reply or none.

moment-day = { $weekday } { $day } { $month }
moment-date = { $day } { $year }
moment-through = { $day } inclusive

## The question
reply-how-days = Send the message and tap “{ $sent }” at once. Sent after 12:00 or on a free day, it counts from the next working day.
reply-how-hours = Send the message and tap “{ $sent }” at once. Time runs on working days from { $opens }:00 to { $closes }:00.
reply-sent = Sent: { $sent }
reply-until = A reply may come until: { $until }
reply-counts-from = Counts from: { $day }
reply-how-came = When the reply comes, tap the button. You can also type when it came, for example: yesterday 14:35. Meanwhile you can do other assignments: /zadania
reply-how-corrected = If the reply came at another time, type when, for example: 12.10 9:05.
button-unsent = Not sent after all
button-not-came = No reply after all
answer-reply-days = { $count ->
    [0] on the same working day
    [one] after { $count } working day
   *[other] after { $count } working days
  }
answer-reply-hours = after { $hours } h { $minutes } min of office hours
answer-reply-minutes = after { $minutes } min of office hours
answer-reply-late = too late, { $after }
answer-reply-none = no reply in time
answer-reply-waiting = waiting for a reply
answer-reply-typed = { $answer } (typed time)

## Waiting
reply-state = waiting for the institution’s reply until: { $until }
reply-beyond-end = Collecting ends earlier: { $end }. If no reply comes by then, this contact will not count.
reply-asked =
    Assignment <b>{ $label }</b>: has a reply come?
    If so, tap the button or type when it came, for example: yesterday 14:35.
button-no-reply-yet = Not yet
reply-not-yet = Assignment <b>{ $label }</b> goes on waiting. I will ask again: { $when }
reply-not-yet-last = Assignment <b>{ $label }</b> goes on waiting, until: { $until }
reply-closed =
    Assignment <b>{ $label }</b>: the time for a reply is over, so I have noted that none came.
    { $left ->
        [0] There are no more questions; it only has to be sent.
        [one] One question is left:
       *[other] { $left } questions are left:
    }
reply-closed-question = • { $text }
reply-closed-hidden = { $count ->
    [one] One question about the reply no longer applies.
   *[other] { $count } questions about the reply no longer apply.
  }
reply-closed-foot = If a reply came after all, you can note it until you send the assignment. Send it by: { $due }
button-finish = Finish
button-came-after-all = A reply came

## Refusals
mistake-band-beyond-cap = the band { $up_to } lies beyond { $most }, after which it counts as no reply. Lower “up_to” or raise “cap”.
mistake-ask-after-cap = in “ask_after” give working days in order, from 1 to { $cap }. Correct { $value }.
mistake-reply-not-sent = First send the message and tap “{ $sent }”.
mistake-reply-still-awaited = A reply may come until { $until }. If none comes by then, I will note it myself.
mistake-reply-too-late-to-unsend = Sending can be taken back for one hour only. If the message never went out, give the assignment back: /nie_moge
mistake-moment-not-read = I cannot read when. Type for example: yesterday 14:35 or 12.10 9:05.
mistake-moment-in-future = { $came } has not been yet. Type when the reply came, for example: today 9:05.
mistake-moment-before-sending = A reply cannot have come before sending ({ $sent }). Type a later moment.
