# The organiser's desk. Jurors appear under their codes only. Everything is shown first, then confirmed.

## Shared

desk-more = …and { $count } more
desk-day = { $day } { $month }
button-reject = Reject
button-not-yet = Not yet
proposal-dismissed = Rejected. Nothing has changed.
mistake-proposal-gone = This proposal is out of date or has been used. Give the command once more.

## Invitations and jurors

mistake-invite-how-many = I can issue from 1 to { $most } invitations at a time.
mistake-invite-owner-only = Planners and checkers are invited by an owner of the edition.
mistake-invite-role = I do not know the role “{ $said }”. Possible: { $known }.
juror-registering = registering
juror-active = ready
juror-paused = paused
juror-removed = removed

## Plan

plan-head = { $count ->
    [one] <b>Proposed plan</b>: { $count } assignment of { $of } possible (seed { $seed }).
   *[other] <b>Proposed plan</b>: { $count } assignments of { $of } possible (seed { $seed }).
  }
plan-nothing-open = Every contact has a juror or has been checked. There is nothing to assign.
plan-no-jurors = No juror is ready yet. Invite some: /zapros
plan-unreachable = { $channel }: without the data that it needs, so not planned – { $count }.
plan-unfilled = Left without a juror: { $count }
plan-reason = • { $count } × { $reason }
plan-shortage = → { $channels }: { $slots ->
    [one] { $slots } contact
   *[other] { $slots } contacts
  } can only be made by { $jurors ->
    [one] { $jurors } juror
   *[other] { $jurors } jurors
  }, at most { $most } altogether. Missing: { $missing }.
plan-quality = The quality of the plan:
plan-quality-even = • load of jurors: { $share }% of the limit for everybody
plan-quality-load = • load of jurors: { $least } to { $most }% of the limit
plan-quality-good = • comparing jurors: all are connected, the weakest comparison keeps { $share }% of the information
plan-quality-weak = • comparing jurors: all are connected, but the weakest comparison keeps only { $share }% of the information; jurors of many channels would help
plan-quality-apart = • jurors fall into { $count } separate teams without common entrants: their severity cannot be compared
plan-quality-barred = • pairs left out: conflict of interest – { $conflicts }, seen in the last round – { $rotations }
plan-quality-doubles = • double checks: { $count }
plan-quality-gap = • between visible contacts at one entrant: at least { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
plan-quality-crowded = • too few days for gaps: { $count } ({ $names })
plan-quality-small = • small bodies that may recognise a stranger: { $count } ({ $names })
plan-quality-one-juror = • too few different jurors, because contacts stay empty: { $count } ({ $names })
plan-quality-more = { " " }and { $count } more
plan-loads = Load of jurors:
plan-column-juror = juror
plan-column-now = has
plan-column-new = new
plan-column-most = most
button-approve-plan = Approve { $count }
plan-done = { $count ->
    [0] I have sent no offers.
    [one] { $count } offer sent. Jurors: { $jurors }.
   *[other] { $count } offers sent. Jurors: { $jurors }.
  }
plan-collecting = Collecting begins.
mistake-plan-too-late = Collecting is over, so no new assignments can be given.

## Progress and dates

progress-head = <b>Progress</b>: approved { $done } of { $planned } ({ $share } %)
progress-channel = channel
progress-code = juror
progress-plan = plan
progress-offered = off
progress-running = run
progress-waiting = rep
progress-submitted = chk
progress-approved = ok
progress-lost = Outside the result: { $states }
progress-legend = <i>off – offered, run – running, rep – waiting for the institution's reply, chk – to check, ok – approved</i>
dates-head = <b>Dates: { $name }</b>
dates-line =
    { $mark } <b>{ $when }</b>
    { $what }
dates-collecting-from = Collecting begins. From now on jurors may start.
dates-collecting-until = Collecting ends. Offers lapse, what was not submitted is closed, checking begins.
dates-checking-until = Checking ends. If something still waits, I remind the checkers.
dates-results-at = Results. If everything is checked, I freeze the ranking and make the documents.
dates-gala = Gala.
dates-offers = An offer waits { $hours } h for the juror, and there are { $days } days to do it.
dates-reminders = Reminders before an assignment is due: { $reminders }.

## Checking

check-none = Nothing waits for a check now.
check-head = { $count ->
    [one] <b>To check: { $count } submission</b>
   *[other] <b>To check: { $count } submissions</b>
  }
check-line = <b>{ $label }</b> · { $channel } · { $at }
check-audit =
    <b>{ $label }</b> · { $channel } · juror { $juror }
    <b>{ $name }</b>, { $where }
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
span-hours = { $count } h
span-minutes = { $count } min
check-times = From: { $start }, submitted: { $end } ({ $span })
check-score = Score: <b>{ $score }</b>
check-no-score = Score: no answer earns points
check-failed = The contact did not take place, so it counts as 0.
check-round =
    Version { $round }. The comment on the one before:
    <blockquote>{ $comment }</blockquote>
check-story =
    Scenario: <b>{ $title }</b>
    <i>Question:</i>
    { $question }
    <blockquote expandable><b>Key:</b> { $key }</blockquote>
check-section =
    { "" }
    <b>{ $title }</b>
button-photos = Photos · { $count }
button-approve = Approve
button-return = Return
button-exclude = Exclude
button-next = Next: { $label }
button-back-to-audit = Back to the submission
button-correct-audit = Correct
check-photos-done = These are all photos of this submission.
check-ask-comment = What should be corrected in <b>{ $label }</b>? Tap a number or write it your way. The juror will read exactly these words.
check-ask-reason = Why should <b>{ $label }</b> not count? Tap a number or write it your way. The juror will read exactly these words.
check-approved = Submission <b>{ $label }</b> approved.
check-returned = Submission <b>{ $label }</b> returned to the juror.
check-excluded = Submission <b>{ $label }</b> excluded; it will not count.
check-left = { $count } still waiting.
check-all-done = That was the last one. Nothing else waits.
check-approved-juror = Assignment <b>{ $label }</b> has been checked and approved. Thank you.
check-returned-juror =
    Assignment <b>{ $label }</b> comes back with a request.
    All your answers are kept. Please correct it by: { $due }
check-excluded-juror = Assignment <b>{ $label }</b> will not count.
check-free-again = Contact { $label } is excluded and can be planned anew: /przydzial
toast-approved = Approved
mistake-check-empty = Write at least one sentence.
mistake-check-too-long = That is { $length } characters; { $most } fit. Shorten it and send it again.
mistake-already-decided = { $verdict ->
    [approved] Submission { $label } has been approved by somebody already.
    [returned] Submission { $label } has been returned by somebody already.
   *[excluded] Submission { $label } has been excluded by somebody already.
  } Next: /kontrola
mistake-already-frozen = The results are frozen, so nothing in them will change.

## Freeze and ranking

freeze-blocked = { $count ->
    [0] The results cannot be frozen yet: other organisers are still checking.
    [one] The results cannot be frozen yet: { $count } submission waits for a check.
   *[other] The results cannot be frozen yet: { $count } submissions wait for a check.
  }
freeze-head =
    <b>Freezing the results</b>
    Approved contacts: { $contacts }. Classified entrants: { $placed } of { $of }.
freeze-unfinished = { $count ->
    [0] There are no unfinished assignments.
    [one] { $count } unfinished assignment will be closed and will not count.
   *[other] { $count } unfinished assignments will be closed and will not count.
  }
freeze-unplaced = Without a place in the ranking: { $count }
freeze-meaning = After the freeze the ranking moves no more. All organisers will read the digest of the data, and documents will bear it.
button-freeze = Freeze the results
freeze-done =
    The results are frozen ({ $by }). Digest of the data:
    <code>{ $digest }</code>
mistake-freeze-too-early = The results can be frozen only after collecting has ended. Dates: /terminy
mistake-freeze-waiting = { $count ->
    [0] Meanwhile something has arrived for other organisers to check. Try again later.
    [one] Meanwhile { $count } submission has arrived. First /kontrola.
   *[other] Meanwhile { $count } submissions have arrived. First /kontrola.
  }
mistake-freeze-moved = Something in the results has changed since this was shown. Look once more: /zamroz
results-awards = The date of the results has come, the ranking is frozen. Now the awards: /nagrody
results-ready = The date of the results has come. Ranking and awards are ready.
results-blocked = { $count ->
    [0] The date of the results has come, but not everything is collected and checked. Look at /panel, then freeze: /zamroz
    [one] The date of the results has come, but { $count } submission waits for a check. Then freeze: /zamroz
   *[other] The date of the results has come, but { $count } submissions wait for a check. Then freeze: /zamroz
  }
ranking-head = <b>Ranking: { $name }</b>
ranking-preliminary =
    <b>Preliminary ranking: { $name }</b>
    As it would be now; until the freeze everything may change.
ranking-group = <b>{ $group }</b>
ranking-unplaced = Unclassified: { $count }
ranking-unplaced-line = • { $reason }: { $names }
ranking-empty = There are no entrants yet.
# Below the ranking (bot/organiser/certainty.py): what decides, what the other result would change, what is not known.
certainty-decides-official = <b>Official points decide places and licences.</b>
certainty-decides-calibrated = <b>The calibrated result decides places and licences</b>: what an average juror would have given.
certainty-calibrated-changes = The calibrated result would change: { $what }.
certainty-calibrated-same = The calibrated result would change neither first places nor licences.
certainty-official-changes = Official points would change: { $what }.
certainty-official-same = Official points would change neither first places nor licences.
certainty-firsts = { $count ->
    [one] { $count } first place
   *[other] { $count } first places
}
certainty-licences = { $count ->
    [one] { $count } licence
   *[other] { $count } licences
}
certainty-corrections = Who met other jurors than usual:
certainty-correction = • { $name }: { $said }
certainty-stricter = jurors { $points } points stricter than average
certainty-milder = jurors { $points } points milder than average
certainty-shared = { $count ->
    [one] { $count } entrant shares a place in the calibrated result: nobody knows who is better.
   *[other] { $count } entrants share a place in the calibrated result: nobody knows who is better.
}
certainty-grey = Licences that are sure: { $clear }, grey: { $grey } ({ $names }).
certainty-no-grey = Licences that are sure: { $clear }, none is grey.
certainty-further = { $count ->
    [one] A second round at { $count } entrant on the edge of a licence or a statuette
   *[other] A second round at { $count } entrants on the edge of a licence or a statuette
} ({ $contacts } contacts in all) would bring the risk of a wrong decision down from { $now } to { $after } on average.
certainty-level = A threshold of { $threshold } points means so many by an average juror of this panel. The panel as a whole may have been up to { $points } points too strict or too mild (90 %), which its own scores cannot tell: there are { $licences } licences, and between { $mild } and { $strict } might be fair. Places do not depend on it.
ranking-digest = Digest of the data: <code>{ $digest }</code>
toast-making = I am making the file and will send it in a moment.

## Awards and documents

mistake-awards-too-early = Awards follow from frozen results. First /zamroz
mistake-awards-moved = These awards are granted already, or the results have changed. Look once more: /nagrody
awards-proposed =
    <b>Awards by the rules</b>
    Threshold: { $threshold }
awards-granted = <b>Awards granted</b>
awards-licences = <b>{ $title }</b>: { $count }
awards-nominees = <b>{ $title }</b> – nominees for the experts to decide: { $count }
awards-line = { $number } · { $name } · { $score }
button-grant = { $count ->
    [0] Make the documents
   *[other] Grant { $count }
  }
awards-done = { $count ->
    [0] Nobody meets the conditions of an award. I am making the ranking and the reports and will send them here.
    [one] { $count } award entered. I am making the documents and will send them here.
   *[other] { $count } awards entered. I am making the documents and will send them here.
  }
documents-withheld = The documents are ready. They cover everybody, the entrant at which you have an interest included, so only people without an interest get them. The ranking without it: /ranking
documents-standings = The ranking to print and for a spreadsheet is above.
documents-diplomas = { $count ->
    [one] { $count } diploma is above. The entrants' reports follow in a moment.
   *[other] { $count } diplomas are above. The entrants' reports follow in a moment.
  }
documents-failed = The documents could not be made: { $reason }
document-file-ranking = ranking
document-file-preliminary = ranking-preliminary
document-file-licence = licence
document-file-nominee = nomination
document-file-report = report
document-preliminary = { $title } – preliminary
document-preliminary-partial = { $title } – preliminary, incomplete (conflict of interest)
mistake-ranking-file-whole = The ranking is frozen, and a file with its seal always covers everybody, the entrant at which you have an interest included. Ask somebody without an interest for it; you see the other results in /ranking.

## Journal, backup, export

journal-empty = The journal is still empty.
journal-none = The journal holds no act that begins with “{ $like }”.
journal-head = <b>Journal</b>: the last entries ({ $count } of { $seq })
journal-line = { $seq }. { $at } · { $actor } · { $action } · { $subject }
journal-seal = Seal of the last entry: <code>{ $seal }</code>
backup-making = I am making a backup. I will tell you when I have tried it.
backup-made =
    The backup is made and was tried by restoring it: <b>{ $name }</b>, { $size } kB.
    Answers: { $answers }, submissions: { $audits }. Digest: <code>{ $digest }</code>
backup-failed = The backup failed: { $reason } Older backups are untouched.
nightly-backup = The backup of the night was made and tried.
nightly-head = Journal: entry { $seq }, seal <code>{ $seal }</code> (keep it: it can show that nobody changed the journal).
export-making = I am preparing the export. I will send it here.
export-made = { $files ->
    [one] Export: { $files } file. Described in docs/eksport.md.
   *[other] Export: { $files } files. Described in docs/eksport.md.
  }
export-failed = The export failed: { $reason }

## After a gap

gap-owner =
    I did not work from { $since } to { $until }.{ $lost ->
        [yes] {" "}Messages older than a day are lost in Telegram.
       *[no] {""}
    }{ $moved ->
        [0] {""}
        [one] {" "}{ $moved } date (of an assignment, a reply or the end of collecting) would have passed meanwhile. I put it off by the time that was left, at most by a day.
       *[other] {" "}{ $moved } dates (of assignments, replies or the end of collecting) would have passed meanwhile. I put them off by the time that was left, at most by a day.
    }
