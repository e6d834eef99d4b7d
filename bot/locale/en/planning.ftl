# Planning: the second round, changes by hand, waves.

plan-under-way = Making the plan: { $slots ->
    [one] { $slots } contact
   *[other] { $slots } contacts
  }, { $jurors ->
    [one] { $jurors } juror
   *[other] { $jurors } jurors
  }. This may take several seconds.
plan-drafted = The plan is ready.
further-head = <b>Second round</b>: { $count ->
    [one] { $count } assignment
   *[other] { $count } assignments
  } of { $of } possible, where awards are still in doubt (seed { $seed }).
plan-nothing-further = Further contacts would decide nothing more, or are under way.
plan-benched = { $count ->
    [one] { $count } juror left out by hand
   *[other] { $count } jurors left out by hand
  }: { $codes }.
plan-by-hand = Contacts of this plan chosen by hand: { $count }.
plan-contacts-left-out = Contacts left out by hand: { $count }.
plan-fallen = Of these, come back after a refusal or a missed date: { $count }.
plan-waiting = Approved already, waiting for their wave: { $count }.
plan-further = A second round could settle awards in doubt. Further contacts: { $count }.
button-further = Second round · { $count }
button-by-hand = Change by hand
button-plan-again = Plan anew
plan-stale = Something has changed since the plan was shown, so I have sent nothing. These contacts no longer fit:
plan-left-taken = • somebody else has them – { $count }
plan-left-juror = • the juror is no longer available – { $count }
plan-left-full = • the juror has as many as agreed – { $count }
plan-left-conflict = • the juror declared a conflict – { $count }
plan-left-entrant = • the entrant or the channel takes part no more – { $count }
plan-left-channel = • the juror no longer works in this channel – { $count }
plan-left-region = • the juror no longer travels to this voivodeship – { $count }
plan-left-seen = • the juror has been at this entrant – { $count }
plan-left-rotation = • the juror has enough contacts at this entrant – { $count }
plan-left-wish = • changed by hand – { $count }
mistake-chosen-juror-cannot = { $juror }, chosen by hand, cannot take this contact. Choose somebody else or lift the choice.

## Waves

waves-plan = The assignments will leave in waves: { $waves }. In the first: { $first }, the last on { $last }.
waves-left = Waiting for further waves ({ $waves }): { $count }. The next: { $next }.
button-stop-waves = Stop further waves
mistake-waves-gone = Nothing of this plan waits for a wave any more.
waves-stopped = { $count ->
    [one] Stopped. { $count } contact can be planned again.
   *[other] Stopped. { $count } contacts can be planned again.
  }
wave-left = Wave { $wave }: { $count ->
    [0] I have sent no offers.
    [one] { $count } offer sent.
   *[other] { $count } offers sent.
  }
wave-over = The wave did not leave, because collecting is over. Contacts without a juror: { $count }.
wave-again = These contacts can be planned again: /przydzial
wave-rest = Waiting for further waves: { $count }.

## Changes by hand

hand-head = <b>Changes to the plan</b>
    Choose a juror or write part of an entrant's name.
hand-changes = Contacts changed: { $count }. Count the plan anew before you approve it.
hand-juror = { $code } · { $count }
hand-contact = { $name } · { $channel } · { $code }
hand-juror-head = <b>{ $code }</b>, contacts in this plan: { $count }
hand-benched = Left out of plans. Counted anew, these contacts go to others.
hand-entrant-head = <b>{ $name }</b>, contacts in this plan: { $count }
hand-which = Which entrant?
hand-contact-head = <b>{ $name }</b>
    { $channel } · { $code }
hand-nobody = no juror
hand-days = Between { $first } and { $last }.
hand-state-free = The juror was chosen automatically.
hand-state-benched = The juror is left out. Counted anew, somebody else gets it.
hand-state-left-out = Left out by hand: nobody gets it.
hand-state-pinned = { $code } is pinned: the contact stays theirs.
hand-state-swapped = { $code } was chosen by hand.
hand-swap = Others who could take it: { $count }. Tap to swap.{ $rest ->
        [0] { "" }
       *[other] {" "}Here are the least busy.
    }
hand-nobody-else = Nobody else can take this contact.
hand-able = { $code } · { $load } of { $most }
hand-home = Sets out from: { $home }
button-home = Sets out from
home-ask = Where does { $code } set out from for visits? Write a town or a powiat, for example “Legionowo” or “powiat legionowski, mazowieckie”. No address. A dash “–” removes it.
home-kept = Kept. { $code }: the next plan counts the way to visits.
home-gone = Removed. { $code }: the way to visits is not counted.
mistake-home-not-read = Write just a town or a powiat, without an address or a postcode, at most { $most } characters.
own-data-home = Where you set out from for visits: { $home }
button-pin = Pin
button-unpin = Lift the choice
button-skip-contact = Leave out
button-bench = Leave the juror out of plans
button-unbench = Count on the juror again
button-anew = Count anew and show
button-hand-back = Change something else
button-hand-lift = Lift all changes
toast-swapped = Swapped: { $code }
toast-hand-lifted = Changes by hand lifted
mistake-hand-nothing = There is no entrant and no juror “{ $said }” in this plan.
mistake-hand-not-juror = { $code } takes no part in planning now.
mistake-hand-not-channel = { $code } does not work in this channel.
mistake-hand-not-region = { $code } does not travel to this voivodeship.
mistake-hand-not-conflict = { $code } has a conflict of interest here.
mistake-hand-not-seen = { $code } has been at this entrant.
mistake-hand-not-full = { $code } has as many as agreed.
mistake-hand-not-rotation = { $code } has enough contacts at this entrant.

## Dates

dates-movable = A date that has not passed can be moved:
button-date-collecting-from = Collecting begins
button-date-collecting-until = Collecting ends
button-date-checking-until = Checking ends
button-date-results-at = Results
button-date-gala = Gala
button-days = { $sign }{ $days } { $days ->
    [one] day
   *[other] days
  }
date-ask = <b>{ $what }</b>: { $when }
    By how much? You may also write the new day and hour, for example: 23.11 20:00.
date-move = <b>{ $what }</b>
    Was: { $frm }
    Will be: { $to }
date-running = { $count ->
    [one] { $count } assignment under way gets a new date.
   *[other] { $count } assignments under way get new dates.
  }
date-sooner = Of these, sooner than before: { $count }.
date-offered = { $count ->
    [one] { $count } offer without an answer gets new dates too.
   *[other] { $count } offers without an answer get new dates too.
  }
date-waves = Contacts whose wave would come after the end, and will not leave: { $count }.
date-jurors = { $count ->
    [one] I will write to { $count } juror about it.
   *[other] I will write to { $count } jurors about it.
  }
date-nobody = No assignment changes its date.
button-move-date = Move
date-moved = Moved. { $what }: { $when }.
date-moved-by = { $by } moved a date. { $what }: { $when }.
dates-juror = { $count ->
    [one] The organiser has changed the date of an assignment:
   *[other] The organiser has changed the dates of assignments:
  }
dates-juror-line = • { $label } – by { $due }
mistake-date-passed = This date has passed or matters no more, so it cannot be moved.
mistake-date-in-past = The new date would lie in the past. Give a later one.
mistake-date-same = The date is set so already.
mistake-dates-crossed = { $later ->
    [collecting_until] The end of collecting
    [checking_until] The end of checking
    [results_at] The date of the results
   *[gala] The date of the gala
  } must come after { $earlier ->
    [collecting_from] the beginning of collecting
    [collecting_until] the end of collecting
    [checking_until] the end of checking
   *[results_at] the date of the results
  }. Move that date first.
mistake-date-not-read = I do not understand the date. Write for example: 23.11 20:00, tomorrow 12:00 or friday.
mistake-dates-changed = Something has changed since the dates were shown, so I have moved nothing. See how they are now: /terminy

## Announcements

command-ogloszenie = a message to many people at once
announce-ask = Write the announcement. Before it leaves I will show it and say how many people get it.
announce-whom = <b>To whom?</b>
    “{ $text }”
button-audience-jurors = All jurors · { $count }
button-audience-working = Jurors at work · { $count }
button-audience-organisers = Organisers · { $count }
button-audience-experts = Experts · { $count }
audience-jurors = all jurors
audience-working = jurors at work
audience-organisers = organisers
audience-experts = experts
announce-preview = { $count ->
    [one] { $count } person gets this
   *[other] { $count } people get this
  } ({ $audience }). A lock screen shows how it begins, so do not name institutions.
announcement = <b>A message from the organiser</b>
    { $text }
button-announce = Send · { $count }
announce-progress = Announcement: { $sent } of { $of } sent.
announce-lost = Cannot be delivered: { $count }.
announce-stopped = Stopped, will not leave: { $count }.
button-announce-stop = Stop sending
toast-announce-stopped = Stopped: { $count }
mistake-announce-nobody = Nobody in this group can be written to now.
mistake-announce-length = An announcement may have 1 to { $most } characters; this one has { $length }.

## Contact moved to another juror by hand

button-moves = Pass an assignment on
button-move = Pass on
move-head = <b>{ $whose }</b>, assignments that can go to somebody else. Choose one.
move-none = <b>{ $whose }</b>: no assignment can be passed on.
move-line = <b>{ $task }</b> · { $name } · { $channel } · { $code } · { $state ->
    [offered] offered
    [accepted] accepted
    [waiting] waiting for a reply
   *[running] under way
  }
move-waits =
    Whoever wrote to the institution gets its reply, so assignments that wait for one cannot be passed on. You can:
    • wait: when the time is over I record that no reply came, and the juror finishes the assignment;
    • take the contact back: the juror returns the assignment (/nie_moge), or you remove the juror on their card. The contact goes back to /przydzial and somebody else writes anew.
move-who = Who should have it? The least busy come first.
move-ask = You are passing on <b>{ $task }</b>: { $code } → { $to }.
move-offered = { $code } has not answered the offer yet and will read that it is cancelled.
move-accepted = { $code } has accepted this assignment and will read that it is cancelled.
move-running = { $code } has begun and may have contacted the institution. What was recorded will not count, and the juror will read that the assignment is cancelled.
move-done = Passed on. { $to } has the offer <b>{ $offer }</b>, and { $code } reads that <b>{ $task }</b> is cancelled.
mistake-move-moved = Assignment { $task } has changed since it was shown, so nothing was done. Open it again.
mistake-move-not-now = Assignment { $task } cannot be passed on any more: it has been sent, or it is over.
mistake-move-awaits-reply = Assignment { $task } cannot be passed on: { $state }. The reply will come to the mailbox or account that the message was sent from, and only { $code } will see it. When the time is over I record that no reply came, and { $code } finishes the assignment. If they cannot, they return it (/nie_moge) or you remove the juror on their card: the contact goes back to /przydzial and somebody else writes anew.
