### Checking submissions: what is odd, second opinions, ready sentences, texts for the report

## What is odd

flags-head = <b>Worth a look</b>
check-line-flags = ⚑ { $flags }
check-line-held = Waits for a second opinion.
flag-photo-seen = • Q. { $number }: the same photo is in <b>{ $label }</b>.
flag-photo-like = • Q. { $number }: nearly the same photo is in <b>{ $label }</b>{ $more ->
    [0] .
    [one] { "" } and in { $more } other task.
   *[other] { "" } and in { $more } other tasks.
  }
flag-recognised = • Q. { $number }: the juror may have been recognised.
flag-fast-contact = • Q. { $number }: the stopwatch ran { $seconds } s from the first tap to the last, less than { $least } s.
flag-fast-answers = • Half of { $count } answers came { $seconds ->
    [0] within a second
   *[other] in { $seconds } s or less
  } after the one before.
flag-text-seen = • Q. { $number }: the same text is in <b>{ $label }</b> by { $own ->
    [yes] the same juror
   *[no] another juror
  }{ $more ->
    [0] .
    [one] { "" } and in { $more } other task.
   *[other] { "" } and in { $more } other tasks.
  }
flag-answers-seen = • All that was ticked is as in <b>{ $label }</b> by the same juror{ $more ->
    [0] .
    [one] { "" } and in { $more } other task of theirs.
   *[other] { "" } and in { $more } other tasks of theirs.
  }
flag-contradiction = • Q. { $number }: “{ $here }” here, but “{ $there }” in <b>{ $label }</b> at the same institution.
flag-key-missing = • Q. { $number }: judged a full answer, but the note lacks: { $words }.
flag-key-there = • Q. { $number }: judged worth nothing, though the note has everything that the key asks for.
flag-late = • The report was sent { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
  } after the contact.
flag-straight = • All { $count } judgements on scales are the same.
short-photo-seen = repeated photo
short-photo-like = similar photo
short-recognised = perhaps recognised
short-fast-contact = contact too short
short-fast-answers = quick answers
short-text-seen = repeated text
short-answers-seen = repeated answers
short-contradiction = contradiction
short-key-missing = not as the key says
short-key-there = not as the key says
short-late = late report
short-straight = all scales alike

## Ready comments and reasons

ready-line = { $number }. { $text }
ready-comment-1 = Add to the note just the facts that were told: documents, amounts, dates, place.
ready-comment-2 = Correct the time that was measured, or say where it comes from.
ready-comment-3 = Add a photo or a screenshot that proves it.
ready-comment-4 = This answer does not agree with the note. Check both.
ready-comment-5 = Take names, telephones and other data that could identify a person out of the text.
ready-comment-6 = Check this answer again by the hint under the question.
ready-reason-1 = The institution may have guessed that this was a study.
ready-reason-2 = The contact was with another institution or through another channel.
ready-reason-3 = The talk left the scenario, so it cannot be compared with others.
ready-reason-4 = Evidence is missing and cannot be added any more.
ready-reason-5 = The submission repeats another one.
ready-reason-6 = The juror asks not to count this contact.

## Second opinion

button-second-opinion = Second opinion
button-third-opinion = Third opinion
button-compare = Compare opinions
button-call-off = Call the second opinion off
button-counts = { $which } counts
button-mean = Mean { $which }
button-none-counts = None counts
opinion-juror = { $code } · { $load }/{ $most }
opinion-who =
    Who should make contact <b>{ $label }</b> again? Beside the code: how many tasks the juror has, and the most there may be.
    Due: { $until }
opinion-asked = Juror { $code } gets task <b>{ $extra }</b>: a second opinion on <b>{ $label }</b>. The submission waits for it at the end of the queue.
opinion-awaited = Second opinion: <b>{ $label }</b>, juror { $code }, { $state ->
    [offered] offer not answered
    [accepted] accepted
    [waiting] awaiting the institution's reply
    [returned] being corrected
   *[running] under way
  }, due { $due }. Until then the submission can be neither approved nor excluded.
opinion-arrived = Opinion <b>{ $label }</b> on contact <b>{ $doubted }</b> is in.
opinion-ready = There is a second opinion: <b>{ $labels }</b>. Compare the submissions and decide which of them count.
opinion-lost = The second opinion fell through. You can ask for one again, or decide without it.
opinion-head = <b>{ $count } opinions</b> · { $channel }
    <b>{ $name }</b>
opinion-line = <b>{ $number }</b> · { $label } · juror { $code } · <b>{ $score }</b>
opinion-apart = Difference: { $points } percentage points.
opinion-far = Difference: { $points } percentage points. That is much; a third opinion can settle it.
opinion-differences = { "" }
    { $count ->
        [0] No answer differs.
        [one] <b>{ $count } answer differs</b>
       *[other] <b>{ $count } answers differ</b>
    }
opinion-differs = { $number }. { $question }
    <b>{ $sides }</b>
opinion-versions = These submissions follow different versions of the checklist, so look at their answers one by one.
opinion-decided = { $count ->
    [0] None of these submissions will count.
    [one] Submission <b>{ $labels }</b> counts.
   *[other] Submissions <b>{ $labels }</b> count, each as a contact of its own; the channel's result is their mean.
  }
opinion-reason = Another juror made this contact as well, and that submission counts.
opinion-reason-none = Another juror made this contact as well, and the submissions were too different to count either.
opinion-called-off = { $count ->
    [one] Task <b>{ $labels }</b> is cancelled.
   *[other] Tasks <b>{ $labels }</b> are cancelled.
  }
opinion-cancelled-juror = Task <b>{ $label }</b> is not needed any more and is cancelled. Thank you for being ready.
check-all-held = { $count ->
    [one] { $count } submission is left and waits for a second opinion.
   *[other] { $count } submissions are left and wait for second opinions.
  }
mistake-opinion-first = There are two opinions on the same contact: { $label } and { $others }. Compare them first, or call the second one off: /kontrola
mistake-opinion-nobody = Nobody else can make contact { $label } again now: it takes a juror with this channel and voivodeship, with room, without a conflict, who has not been seen at this institution.
mistake-opinion-juror-gone = Juror { $code } cannot take this task any more. Choose another one.
mistake-opinion-none = Submission { $label } has no second opinion now. Open it again: /kontrola
mistake-opinion-awaited-already = A second opinion on { $label } is under way already.
mistake-opinion-enough = There are three opinions on { $label } already. Decide which of them count.
mistake-opinion-changed = Something has changed meanwhile. Compare the opinions again: /kontrola
mistake-opinion-too-late = It is too late for a second opinion: another juror would not finish before the end.

## Texts for the report

button-texts = Texts · { $count }
button-release = Release { $number }
button-release-all = Release all
button-withhold = Withhold { $number }
button-uncover = Show all of { $number }
quote-head =
    <b>Texts for the report · { $label }</b>
    This is how the institution will read them; […] is what is hidden. Reply to this message with anything else to hide.
quote-in = { $number }. { $question } – <b>in the report</b>
quote-out = { $number }. { $question } – not in the report
mistake-quote-not-there = There is no such piece: “{ $text }”. Copy it exactly from the text of the submission.

## In the report

feedback-words = Words from the contacts
feedback-words-asked = { $channel } · { $question }
feedback-quote = “{ $text }”
feedback-reading-words = The study is anonymous: the report holds no times of contacts and no data of jurors. It quotes their words only where a checker agreed; […] stands for what could tell who somebody is.
