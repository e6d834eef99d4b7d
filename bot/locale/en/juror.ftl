# The conversation with a juror. Short, calm, no exclamation marks; an institution's name only after a tap.

## The way in, and help

stranger = This is a private bot. If you have an invitation, open the link in it.
welcome-juror =
    Good day. Your code name is <b>{ $code }</b>: organisers and other jurors know you by it alone.
    First a few questions about what you want and are able to check. Each answer is saved at once.
welcome-organiser =
    Good day. Your role: <b>{ $role }</b>, your mark in the journal: <b>{ $code }</b>.
    /pomoc shows the commands.{ $expert ->
        [yes] {" "}The ballots of the experts' table will appear here when an organiser opens them.
       *[no] { "" }
    }
    If something ties you to an entrant (work, somebody close, a contract), say so before your first decision: /konflikt
organiser-entered = { $code } has come in by invitation. Role: { $role }. /role shows the roles.
role-juror = juror
role-owner = owner of the edition
role-planner = planner
role-checker = checker
role-expert = expert
help-head = <b>{ $code }</b>
help-line = /{ $command } – { $told }
help-expert = Votes will appear here when an organiser opens them.
unknown-command = I do not know the command { $command }. /pomoc shows the list.
words-unknown = I cannot tell what this message is about. /pomoc shows what is possible.
words-not-bound = I cannot tell which question this message answers, so I did not save it. Here is the current question.
edit-ignored = The message that you changed was no answer to a question, so nothing has changed.
file-not-expected = I do not expect a file now. /pomoc shows what is possible.
trouble-kept = I could not deal with your last message. I kept it and told the organiser. You can go on writing.
too-many = Too many commands at once. Answers are always saved; please repeat this command in a minute.
trouble-unwritable = I cannot save anything at the moment. What I saved before is safe, and what you send now I will save as soon as I can. If it takes longer than two minutes, a button that you tapped has to be tapped again.
language-which = Which language shall I write in?
language-pl = polski
language-en = English
language-set = I write in English.
command-zadania = your assignments and dates
command-dalej = the current question
command-wstecz = the question before
command-nie-moge = give an assignment back
command-jezyk = Polish or English
command-pomoc = this list
command-panel = the edition at a glance
command-postep = progress
command-terminy = dates of the edition
command-uczestnicy = entrants; simply send a CSV or XLSX file here
command-jurorzy = jurors
command-zapros = invitations
command-przydzial = plan of assignments
command-juror = calibration of the juror with this code
command-kontrola = submissions to check
command-zamroz = freeze the results
command-ranking = ranking
command-nagrody = awards and documents
command-dziennik = journal
command-kopia = backup
command-eksport = export for a recount of the ranking
command-odrocz = when personal data go; putting it off
command-szkolenie = the model answers of the training

## Registration

registration-done =
    Thank you, <b>{ $code }</b>. { $then ->
        [training] You are registered
       *[assignments] That is all for the start
    }{ $conflicts ->
        [0] { "." }
        [one] ; I noted { $conflicts } institution that you will not assess.
       *[other] ; I noted { $conflicts } institutions that you will not assess.
    }
    { $then ->
        [training] Before your first assignment there is a short preparation.
       *[assignments] I will write here when there is an assignment for you.
    }
registration-conflicts =
    You will not assess these institutions:
    { $names }
registration-no-address = The place you set out from was not kept, because it looks like an address. A town or a powiat is enough; you can write to the organiser: /pytanie
registration-unknown = Not on the list of entrants: { $names }. I noted it for the organiser.
registration-refused = I understand. Without consent you cannot be a juror, so nothing is kept. If you change your mind, ask the organiser for a new invitation.

## Assignments

offer =
    New assignment <b>{ $label }</b>
    { $channel } · to be done by: { $due }
    Answer by: { $until }
button-show = Show details
button-accept = I accept
button-cannot = I cannot
button-start = Start
button-go-on = Open
button-keep = Keep it after all
button-details = Details
button-to-question = To the question
button-earlier = Earlier
button-later = Later
tasks-none = You have no assignments now. I will write when there is a new one.
tasks-head = { $count ->
    [one] You have { $count } assignment:
   *[other] You have { $count } assignments:
  }
tasks-line = <b>{ $label }</b> · { $channel } · { $state } · by: { $due }
brief-head =
    <b>{ $label }</b> · { $channel }
    <b>{ $name }</b>, { $town }
where-powiat = powiat { $powiat }
where-voivodeship = { $voivodeship } voivodeship
brief-address = Address: { $value }
brief-phone = Phone: { $value }
brief-email = E-mail: { $value }
brief-www = Website: { $value }
brief-social = Profile: { $value }
brief-hours = Hours: { $value }
brief-when = From: { $opens }, by: { $due }
brief-story =
    <b>{ $title }</b>
    { $story }
    <i>What to ask:</i>
    { $question }
cannot-which = Which assignment do you want to give back?
why = Assignment <b>{ $label }</b>: what stands in the way? Giving it back has no consequences.
why-other = Write in a few words why you give back the assignment <b>{ $label }</b>.
reason-conflict = I know this institution
reason-distance = Too far
reason-time = No time
reason-other = Another reason
declined-conflict =
    The assignment <b>{ $label }</b> went back to the organiser. I will not offer you this institution again. Thank you for saying so.{ $count ->
        [0] { "" }
        [one] {" "}Another assignment there went back with it: <b>{ $others }</b>.
       *[other] {" "}Other assignments there went back with it: <b>{ $others }</b>.
    }
declined = The assignment <b>{ $label }</b> went back to the organiser. Thank you for the quick answer.
handed-back = The assignment <b>{ $label }</b> went back to the organiser. No harm done.
toast-accepted = Accepted
thanks =
    The assignment <b>{ $label }</b> is sent. Thank you.
    A checker will read it now. If there is a question, I will write here.
thanks-next = Next: <b>{ $label }</b> · { $channel } · until: { $due }
button-next-task = Next assignment
about-over = <b>{ $label }</b> · { $channel } · { $state }
state-offered = waits for your answer
state-accepted = accepted
state-running = in progress
state-waiting = waits for the institution
state-submitted = sent
state-returned = to be corrected
state-approved = approved
state-excluded = excluded
state-declined = declined
state-handed_back = handed back
state-lapsed = lapsed without an answer
state-overdue = overdue
state-cancelled = cancelled

## Reminders and dates

nudge = The assignment <b>{ $label }</b> waits. Due: { $due }
offer-lapsed = The offer <b>{ $label }</b> lapsed without an answer and went back to the organiser. There is nothing to do.
overdue = The assignment <b>{ $label }</b> is past its due date. It went back to the organiser; your answers are kept.
closed-offer = Collecting has ended, so the offer <b>{ $label }</b> no longer holds.
closed-running = Collecting has ended. The assignment <b>{ $label }</b> was not sent in time; your answers are kept.
after-gap =
    I was not working from { $since } to { $until }. Buttons pressed in that time may be lost.
after-gap-texts = The gap was longer than a day, so messages older than a day are lost too.
after-gap-dates = { $count ->
    [one] A date of yours would have passed while I did not work, so I have moved it:
   *[other] Dates of yours would have passed while I did not work, so I have moved them:
  }
after-gap-last = The last saved answer: { $question } – <b>{ $answer }</b>
after-gap-none = I have no answer yet.
answer-kept = text saved
moment = { $weekday } { $day } { $month }, { $time }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## The question on the table

prompt-head = { $section } · { $question } <i>(part { $number } of { $of })</i>
prompt-question = <b>{ $text }</b>
prompt-hint = <blockquote expandable>{ $hint }</blockquote>
prompt-hint-short = <i>{ $hint }</i>
prompt-read = { $text }
prompt-intro = { $text }
prompt-given = Saved answer: { $answer }
prompt-scale = { $least } – { $low }, { $most } – { $high }
prompt-number = Type a number from { $least } to { $most }.
prompt-number-unit = Type a number ({ $unit }) from { $least } to { $most }.
prompt-text = { $most ->
    [one] Write the answer.
   *[other] Write the answer, at most { $most } characters.
  }
prompt-photo = Send a photo.
prompt-photos = Send a photo; at most { $most }.
prompt-choices = Mark everything that fits and press Done.
prompt-option = { $number }. { $label }
prompt-watch = Press at the moment it happens, or type the time that you measured, such as 2:30.
prompt-date = Tap or type a day, for example 12.10 or 12 October.
prompt-date-between = No earlier than { $first }, no later than { $last }.
prompt-date-from = No earlier than { $day }.
prompt-date-until = No later than { $day }.
prompt-time = Type a time, for example 14:35.
prompt-time-now = Tap at the moment itself or type a time, for example 14:35.
prompt-time-between = From { $least } to { $most }.
reason-ask-typed = Time saved: <b>{ $time }</b>. Why typed rather than measured?
reason-ask-changed = Time saved: <b>{ $time }</b>, earlier { $before }. Why this change?
reason-how = Pick a reason or write it in a few words.
reason-late = No chance to tap in time
reason-slip = A slip while tapping
reason-elsewhere = Time from a watch or call log
prompt-stamp = ✔ { $mark }
prompt-ticked =
    { $text }
    ✔ <b>{ $answer }</b>
prompt-corrected = Corrected: { $question } – <b>{ $answer }</b>
button-done = Done
button-today = Today
button-yesterday = Yesterday
button-now = Now
button-acknowledge = I understand
button-skip = Skip
button-unchanged = No change
button-back = Back
button-submit = Send
button-correct = Correct an answer
button-summary = Back to the summary
evidence-ask = { $text }
evidence-attached = Attached: { $photos }
evidence-given = { $count ->
    [one] I have { $count } photo
   *[other] I have { $count } photos
  } (at most { $most }).
summary-head = <b>All answers</b>
summary-line = { $number }. { $question } – <b>{ $answer }</b>
summary-sent = <b>Answers sent</b>
fold = <blockquote expandable>{ $text }</blockquote>
summary-foot = Check and send. Once sent, the answers do not change.
correct-which = Which answer shall be corrected? Choose its number.
toast-saved = Saved ✔
toast-changed = Corrected ✔
routed-hidden = { $count ->
    [one] After this change one question no longer applies:
   *[other] After this change { $count } questions no longer apply:
  }
    { $questions }
routed-shown = { $count ->
    [one] After this change one question was added:
   *[other] After this change { $count } questions were added:
  }
    { $questions }
routed-more = and { $count } more
nothing-open = No assignment is open now. /zadania shows the list.
photo-not-now = There is no question now that a photo could go with. Open an assignment: /zadania
recording-refused = I take no recordings, since they hold the voice and the look of other people. Type the answer or choose it with a button.
recording-not-kept = I have not kept the recording: it holds the voice and the look of other people, so keep it to yourself. Type the answer here or choose it with a button.
file-refused = I cannot take such a file. A photo or a screenshot can be evidence: JPEG, PNG or WebP, 20 MB at most.
kind-not-used = I cannot use such a message as an answer.
answer-yes = Yes
answer-no = No
answer-na = Not applicable
answer-none = no answer
answer-skipped = skipped
answer-nothing = nothing from the list
answer-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
  }
answer-time-typed = { $time }, typed
answer-time-changed = { $time }, earlier { $before }
answer-why = { $answer } (reason: { $why })
time-minutes = { $minutes } min { $seconds } s
time-seconds = { $seconds } s

## For organisers about jurors

jurors-ready = { $count ->
    [one] A new juror is ready to work: { $codes }
   *[other] { $count } new jurors are ready to work: { $codes }
  }
    Plan: /przydzial
audit-arrived = A submission has arrived: { $label }. Check it with /kontrola.
came-back-head = { $count ->
    [one] { $count } assignment is back in the pool:
   *[other] { $count } assignments are back in the pool:
  }
came-back-line = • { $label } · { $code } · { $reason }
came-back-foot = Plan again: /przydzial
reason-lapsed = no answer to the offer
reason-overdue = past its due date
collecting-closed =
    Collecting has ended.
    Not sent: { $unfinished }. { $waiting ->
        [0] Everything that came in has been checked.
       *[other] To be checked: { $waiting }.
    }
checking-late = The date for checking has passed, and submissions still wait: { $waiting }. Open /kontrola.
alarm-set-aside = The message { $update } could not be dealt with. I set it aside; everything else goes on.
alarm-unwritable = I cannot write anything to the disk. Free space: { $free } MB. Free some space or check the disk; the bot need not be restarted. Telegram keeps texts for me for a day, and taps on buttons for 150 seconds.
alarm-locked = Another program holds the database, so I cannot write anything. Close it, for example a database browser; the bot need not be restarted. Telegram keeps texts for me for a day, and taps on buttons for 150 seconds.
alarm-writable = From { $since } to { $until } I could not write anything. Now I can, and I am saving what was waiting.

## Refusals

mistake-dead-button = This button no longer works. The current question: /dalej
mistake-dead-button-panel = This button no longer works. What there is to do now: /panel
mistake-dead-button-expert = This button no longer works. Your votes: /glosuj, nominations: /nominacje
mistake-bad-invitation = This invitation does not work. Ask the organiser for a new one.
mistake-not-open = The assignment { $label } is closed already ({ $state }).
mistake-already-accepted = The assignment { $label } is accepted already.
mistake-too-early = The assignment { $label } opens { $opens }.
mistake-file-too-big = The file is too big. I can take up to { $most } MB.
mistake-file-gone = Telegram does not hand out this file. Send it again.
mistake-photo-heic = This photo is in the HEIC format. Send it as a photo, not as a file.
mistake-photo-too-large = This photo has too many pixels. Send it as a photo, not as a file.
mistake-photo-too-heavy = This picture cannot be read safely. Take the photo again.
mistake-not-a-photo = This is no photo that I can read (JPEG, PNG or WebP).
mistake-photo-broken = This photo file is damaged. Send the photo again.
