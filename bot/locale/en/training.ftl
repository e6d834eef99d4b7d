# The training and the calibration before the first assignment. A juror never reads what a calibration came to.

## Juror

training-invite = { $count ->
    [one] First a short training: an invented call and { $count } question, each with a model answer.
   *[other] First a short training: an invented call and { $count } questions, each with a model answer.
  }
    It takes a few minutes; you may stop at any moment and return with /dalej.
calibration-invite = { $count ->
    [one] Now judge { $count } described case, the same for all jurors.
   *[other] Now judge { $count } described cases, the same for all jurors.
  }
    It is no exam and there are no hints. It helps the checker to understand the judgements of different people; no ranking holds it.
button-training = Start the training
button-calibration = Judge the cases
training-done = The training is done. /szkolenie brings the model answers back.
calibration-done = Thank you, the cases are judged.
training-over = You can be given assignments now. When the first one is there, I will write here.
training-waits = A short preparation is left, a few minutes. Without it I cannot give you an assignment.
training-waits-optional = A short preparation is left, a few minutes. It makes the first assignment easier.
training-none = This edition has no training.
training-models = <b>Training: questions and model answers</b>
model-answer = <blockquote>Model: <b>{ $answer }</b>. { $why }</blockquote>
model-same = <blockquote>Just like the model. { $why }</blockquote>
model-why = <blockquote>{ $why }</blockquote>
prompt-section = <blockquote>{ $text }</blockquote>
prompt-section-folded = <blockquote expandable>{ $text }</blockquote>
mistake-step-done = You have done this already. /szkolenie brings the model answers back.

## Planners

juror-untrained = training not finished
plan-untrained = { $count ->
    [one] { $count } person has not finished the training and is left out of the plan: { $codes }.
   *[other] { $count } people have not finished the training and are left out of the plan: { $codes }.
  }

## Checkers

# Questions that jurors answer differently (bot/organiser/alike.py).
button-alike = Questions to read again
alike-nothing = Nobody knows yet: no question was answered by two jurors at { $least } entrants or more.
alike-head = { $count ->
    [0] <b>Jurors agree.</b> None of the { $known } questions compared divides them more than usual.
    [one] <b>One question divides the jurors</b> (compared: { $known }):
   *[other] <b>{ $count } questions divide the jurors</b> (compared: { $known }):
  }
alike-line = • { $channel }, { $number }. { $question }
    several jurors at { $count ->
    [one] { $count } entrant
   *[other] { $count } entrants
  }, the same score in { $same } of pairs; agreement { $value } (probably between { $low } and { $high })
alike-note = <i>Agreement is 1 when complete and 0 when as by chance (Gwet's AC2). Contacts of one channel also differ by the day and the person met, so this says which questions to read again, and is no verdict on jurors.</i>

calibration-line = Calibration: agreement with the model { $share }, { $leaning }
calibration-which = { $count ->
    [one] There is a card of { $count } juror. Choose the code:
   *[other] There are cards of { $count } jurors. Choose a code:
  }
calibration-nobody = Nobody has finished the calibration or has scored contacts yet.
calibration-no-juror = There is no juror { $code }. /juror lists the codes
calibration-head = <b>Juror { $code }</b> ({ $state }), calibration
calibration-missing = There is no result yet.
calibration-case = { $count ->
    [one] • { $title }: agreement with the model <b>{ $share }</b> ({ $count } question)
   *[other] • { $title }: agreement with the model <b>{ $share }</b> ({ $count } questions)
  }
calibration-whole = Together: <b>{ $share }</b>
calibration-scales = On scales: { $leaning }
calibration-note = <i>For checkers only: the juror does not see this, and no ranking uses it.</i>
leaning-milder = { $steps } of a step milder than the model
leaning-harsher = { $steps } of a step harsher than the model
leaning-none = as high as the model
leaning-unknown = without judgements on scales

## Files of an edition

mistake-model-unknown = the model is for the question "{ $value }", which does not exist{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps "{ $nearest }"?).
 }
mistake-model-empty = the model is empty. Add an answer ("answer"), an explanation ("why") or both.
mistake-model-not-here = a question of type { $type } cannot have a model answer. Leave the explanation ("why") alone.
mistake-model-impossible = "{ $value }" is no possible answer to this question{ $known ->
    [none] . Check its bounds and unit.
   *[other] . Possible: { $known }.
 }
mistake-model-without-why = the question "{ $question }" has no explanation. In a training each has one: add [models.{ $question }] with "why".
mistake-model-without-answer = the question "{ $question }" has no answer of the experts, and a calibration compares with it. Add [models.{ $question }] with "answer".
mistake-case-without-models = there is nothing to compare in the case "{ $section }". Add a question with options, a scale or a number, with the experts' answer.
mistake-step-with-reply = the question "{ $question }" waits for the reply of an institution, and there is none here. Use another type.

# A juror's card: what the approved contacts say (bot/organiser/measured.py).
measured-head = <b>In the assignments</b>
measured-nothing = There are no approved contacts yet.
measured-contacts = { $count ->
    [one] { $count } approved contact.
   *[other] { $count } approved contacts.
}
measured-stricter = Stricter than the average juror: by { $points } points, probably between { $low } and { $high }.
measured-milder = Milder than the average juror: by { $points } points, probably between { $low } and { $high }.
measured-unsure = Nobody knows whether stricter or milder than others: perhaps { $milder } points milder, perhaps { $stricter } points stricter.
measured-usual = Scores scatter as with others.
measured-steady = Scores scatter less than with others.
measured-noisy = Scores scatter { $times } times as much as usual, so they weigh less in the calibrated result.
measured-slope = When others find 10 points more, this juror gives { $value } points more (probably between { $low } and { $high }).
measured-narrow = Keeps to the middle of the scale: differences are { $value } of those that others see (probably between { $low } and { $high }).
measured-wide = Reaches for the ends of the scale: differences are { $value } of those that others see (probably between { $low } and { $high }).
measured-drift-none = Nothing shows that severity changes with time: from the first contact to the last perhaps { $milder } points milder, perhaps { $stricter } points stricter.
measured-drift-stricter = Grows stricter with time: the last contact lies { $points } points below the first (probably between { $low } and { $high }).
measured-drift-milder = Grows milder with time: the last contact lies { $points } points above the first (probably between { $low } and { $high }).
measured-pace = Between answers passes { $value } of the time that others take (probably between { $low } and { $high }).
measured-pace-low = ⚠️ To look into: answers much faster than others. Between answers passes { $value } of the usual time (probably between { $low } and { $high }).
measured-halo = Sections of one checklist differ { $value } times as much as usual (probably between { $low } and { $high }).
measured-halo-low = ⚠️ To look into: all sections of a checklist come out alike, as if one impression decided the rest. They differ { $value } times as much as usual (probably between { $low } and { $high }).
measured-careless = ⚠️ To look into: the scores seem unrelated to what others found at the same entrants.
measured-hostile = ⚠️ To look into: some contacts have results far below those of other jurors at the same places.
measured-influence = { $count ->
    [0] Without juror { $code } the first threes would be the same.
    [one] Without juror { $code }: { $count } change in the first threes.
   *[other] Without juror { $code }: { $count } changes in the first threes.
}
measured-note = <i>These are questions for a checker, not a verdict: about one good juror in ten gets them too. Nobody is left out automatically.</i>
