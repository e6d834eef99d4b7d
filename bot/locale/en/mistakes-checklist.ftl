# What is wrong with a checklist (for the organiser) and with an answer (for the juror).

## The checklist
mistake-not-a-share = „{ $value }” is too much or too little. Points are a share of the question's weight: put a number from 0 to 1.
mistake-negative-weight = the weight „{ $value }” is negative. Put 0 if the question should not count.
mistake-not-a-short-id = „{ $value }” cannot be an identifier. Use small letters without accents, digits and „_”, at most { $longest } characters.
mistake-condition-unknown = the condition names question „{ $value }”, which does not exist{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-condition-later = the condition names question „{ $value }”, which is asked only later. Move that question up.
mistake-condition-empty = the condition names no answer to „{ $value }”. Add at least one.
mistake-condition-without-options = question „{ $value }” (type { $type }) has no answers to choose from, so a condition cannot name them. Ask it as yes_no or choice.
mistake-condition-impossible = „{ $value }” is not an answer to „{ $question }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?). Possible: { $known }.
 }
mistake-evidence-impossible = a photo is wanted with the answer „{ $value }”, which does not exist here{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?). Possible: { $known }.
 }
mistake-evidence-on-photo = a question of type photo asks for photos itself. Remove its „evidence”.
mistake-gate-without-option = the question decides whether the contact took place, but no answer denies it. Add gate = true to one of the answers.
mistake-gate-not-here = a question of type { $type } cannot decide whether the contact took place. Ask it as yes_no or choice.
mistake-gate-skippable = a question that decides whether the contact took place cannot be skipped. Remove required = false.
mistake-bounds-crossed = the lower bound ({ $least }) must be less than the upper one ({ $most }). Correct one of them.
mistake-weight-not-here = a question of type { $type } cannot have a weight, as nothing in it earns points. Put weight = 0.
mistake-weight-on-photo = a required photo cannot have a weight, as everybody would earn it. Put weight = 0 or required = false.
mistake-reserved-id = the identifier „{ $id }” is taken by the bot's buttons. Give another one.
mistake-doubled-answer = the answer „{ $label }” is here a second time. Change its wording or remove it.
mistake-alone-in-choice = the field „alone” makes sense in questions of type choices only. Remove it.
mistake-option-without-points = the question has a weight, but this answer does not say what it is worth. Add points (0 to 1) or excluded = true.
mistake-bands-missing = the question has a weight, but nothing says what earns points. Add „bands” or put weight = 0.
mistake-bands-not-rising = { $lower } is followed by { $upper }. Order the „up_to” of the bands from the smallest, without repetition.
mistake-unknown-mark = the stopwatch has no button „{ $value }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps „{ $nearest }”?).
 }
mistake-marks-crossed = the measurement from „{ $start }” to „{ $end }” ends before it begins. Correct the order in „measure”.

## The conversation
mistake-closed = This assignment has been sent, so its answers will not change. If something is wrong, write to the organiser.
mistake-photo-known = I have this photo already.
mistake-already-saved = Saved already ✔
mistake-stale-button = This button is from an earlier moment. Nothing has changed; here is the current question.
mistake-not-asked = This question does not apply now, so I have not saved the answer.
mistake-no-such-answer = There is no such answer here. Choose one of those given.
mistake-at-first-question = This is the first question; there is none before it.
mistake-answer-required = This question cannot be skipped.
mistake-not-finished = A question is still without an answer: { $question }
mistake-choose-something = Nothing is ticked. Tick at least one answer, if only the last one of the list.
mistake-mark-too-early = It is time for the button „{ $mark }” now.
mistake-duration-too-long = That is too long: at most { $minutes } min. Measure again or type the time, for example 2:30.
mistake-photo-expected = I need a photo now.
mistake-photo-not-asked = I am not asking for a photo now, so I have not saved it.
mistake-photo-after-answer = Answer the question first; I will ask for the photo right after.
mistake-photos-full = I have all the photos ({ $most }) already, so I have not saved this one.
mistake-photos-too-few = I need at least { $least ->
    [one] one photo
   *[other] { $least } photos
 }; { $given ->
    [0] I have none yet
   *[other] I have { $given } so far
 }.
mistake-no-such-photo = This photo is not here any more.
mistake-evidence-required = We cannot go on without a photo. If the answer was a slip, go back to it: /wstecz.

## A typed answer
mistake-reply-empty = This message is empty. Type an answer or press a button.
mistake-reply-yes-no = Answer „yes” or „no”.
mistake-reply-option = I see no such answer. Press a button or type a number from 1 to { $count }: { $options }.
mistake-reply-which-option = Several answers fit: { $options }. Be more exact or press a button.
mistake-reply-alone = The answer „{ $option }” cannot be combined with others.
mistake-reply-step = Choose a mark from { $least } to { $most }.
mistake-reply-number = Give a number from { $least } to { $most }.
mistake-reply-whole-number = Give a whole number, without decimals.
mistake-reply-out-of-range = This number is out of range. Give a number from { $least } to { $most }.
mistake-reply-duration = Give a time, for example 1:30, 90 s or 2 min.
mistake-reply-reason = Pick a reason by its button or write it in a few words. Type another time with its unit, for example 90 s.
mistake-reply-date = Give a day, for example 12.10, 12 October or yesterday.
mistake-date-in-future = { $day } is still to come. Give today or a day that has been.
mistake-date-out-of-range = { $day } does not fit this question. Give a day{ $first ->
    [none] { "" }
   *[other] { " " }from { $first }
 }{ $last ->
    [none] { "" }
   *[other] { " " }until { $last }
 }.
mistake-reply-time = Give a time, for example 14:35.
mistake-time-out-of-range = That time is out of range. Give a time from { $least } to { $most }.
mistake-reply-acknowledge = When you have read it, tap the button or write “{ $label ->
    [none] I understand
   *[other] { $label }
 }”.
mistake-reply-photo = Send a photo, not a text.
mistake-reply-too-short = Write a little more: at least { $least ->
    [one] { $least } character
   *[other] { $least } characters
 } (now { $length }).
mistake-reply-too-long = The text has { $length ->
    [one] { $length } character
   *[other] { $length } characters
 }; { $most } will fit. Shorten it and send it again.
