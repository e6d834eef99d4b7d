# The experts' table, simulation, publication, appeals, checking.

command-nominacje = candidates for statuettes and distinctions
command-glosuj = the experts' ballots
go-glosuj = Experts' table

## The experts' table (owner)

topic = { $honour } – { $about }
mistake-council-too-early = The experts decide after the results are frozen. First /zamroz
mistake-council-over = The results are published, so the experts change nothing in them.
council-head = <b>Experts' table</b> · { $experts ->
    [one] { $experts } expert
   *[other] { $experts } experts
  }
council-rules-share = Quorum: { $quorum } % of those entitled. Majority: more than { $majority } % of valid votes. A ballot is open for { $hours } h.
council-rules-most = Quorum: { $quorum } % of those entitled. The most votes win. A ballot is open for { $hours } h.
council-nothing = The ranking gives no candidates for statuettes and nobody is nominated for a distinction: /nominacje
council-waiting = • { $title }: { $count ->
    [one] { $count } candidate
   *[other] { $count } candidates
  }, no ballot yet
council-open = • { $title }: open, { $voted } of { $of } voted
council-elected = • { $title }: { $honour ->
    [distinction] <b>granted</b>
   *[statuette] <b>{ $names }</b>
  }
council-undecided = • { $title }: { $verdict ->
    [tie] equal votes ({ $names }), to be voted on again
    [no-majority] nobody has a majority, to be voted on again: { $names }
    [no-quorum] no quorum, to be repeated
   *[rejected] not granted
  }
button-ballots-open = Open ballots · { $count }
button-ballots-close = Close ballots · { $count }
button-ballots-grant = Record decisions · { $count }
button-paper-protocol = Minutes
button-paper-gala = Running order
mistake-ballots-none = There are no such ballots now. /glosuj shows how things stand
mistake-ballots-nobody = There are no experts yet. Invite them: /zapros
mistake-ballots-moved = Somebody was faster: these ballots are open or closed already. /glosuj shows how things stand
opening-head = { $count ->
    [one] <b>To open: { $count } ballot</b>
   *[other] <b>To open: { $count } ballots</b>
  }
opening-line = • { $title }{ $number ->
    [1] { "" }
   *[other] { " " }(ballot { $number })
  }: { $count ->
    [one] { $count } candidate
   *[other] { $count } candidates
  }, { $entitled } entitled{ $away ->
    [0] { "" }
   *[other] , { $away } recused
  }
opening-meaning = Experts get papers in their chats. A ballot ends after { $hours } h or when everybody has voted. Nobody learns who voted for what.
opening-done = { $count ->
    [one] { $count } ballot is open until { $until }.
   *[other] { $count } ballots are open until { $until }.
  } /glosuj shows how it goes
closing-head = { $count ->
    [one] <b>To close: { $count } ballot</b>
   *[other] <b>To close: { $count } ballots</b>
  }
closing-line = • { $title }: { $voted } of { $of } voted
closing-meaning = After the closing nobody can vote. Owners and experts read the result.
ballot-closed = <b>{ $title }</b>: the ballot is closed, { $voted } of { $of } have voted.
    { $verdict ->
    [elected] { $honour ->
        [distinction] <b>Granted.</b>
       *[statuette] The experts chose: <b>{ $names }</b>
    }
    [tie] Equal votes: { $names }. To be voted on again.
    [no-majority] Nobody has the majority required. To be voted on again: { $names }
    [no-quorum] There was no quorum, the ballot is to be repeated.
   *[rejected] Not granted.
    }
honours-head = <b>Decisions of the experts to record: { $count }</b>
honours-line = { $number } · { $title } · { $name }
honours-done = { $count ->
    [one] { $count } decision recorded.
   *[other] { $count } decisions recorded.
  } I am preparing diplomas, minutes and the running order.
mistake-honours-none = There are no new decisions to record. /glosuj shows how things stand

## Voting (expert)

ballots-invite = { $count ->
    [one] The experts vote: { $count } paper waits. Vote until { $until }.
   *[other] The experts vote: { $count } papers wait. Vote until { $until }.
  }
button-vote = Vote
papers-none = { $voted ->
    [0] There are no ballots in which you take part now.
   *[other] Your votes are cast. I will send the result when the ballot is closed.
  }
papers-head = { $count ->
    [one] <b>{ $count } paper waits</b>
   *[other] <b>{ $count } papers wait</b>
  }{ $voted ->
    [0] { "" }
   *[other] { " " }(cast: { $voted })
  }
papers-line = { $number }. { $title } – until { $until }
paper-head = <b>{ $title }</b>{ $number ->
    [1] { "" }
   *[other] { " " }· ballot { $number }
  }
paper-candidate = • { $name } (place { $place }, { $points })
paper-secret = The ballot is secret. First choose, then confirm.
choice-for = For
choice-against = { $alone ->
    [true] Against
   *[other] None of them
  }
choice-abstain = I abstain
paper-chosen =
    <b>{ $title }</b>
    Marked: <b>{ $choice }</b>
    A vote that is cast cannot be changed.
button-cast = Cast the vote
button-choose-again = Choose again
paper-cast =
    <b>{ $title }</b>
    The vote is cast. How you voted is written nowhere.
button-next-paper = Next paper · { $count }
paper-over = This ballot is closed.
mistake-ballot-closed = This ballot is closed, so no vote can be cast.
mistake-ballot-voted = Your vote on this is cast already.
mistake-ballot-recused = You take no part in this ballot.
mistake-paper-old = This paper is out of date. Open the ballot again: /glosuj

## Nominations

nominations-head = <b>Nominations</b>
nominations-group = <b>{ $title }</b>
nominations-line = • { $name } (place { $place }, { $points })
nominations-unplaced = • { $name } (no place in the ranking)
nominations-reason = { "  " }{ $expert }: { $reason }
nominations-none = Nobody is nominated yet.
button-nominate = Nominate for a distinction
button-nominate-back = Withdraw: { $name }
nominate-whom = Whom do you nominate? Write a part of the name.
nominate-nobody = I know no classified entrant of that name. Write a part of the name again.
nominate-which = Which one?
nominate-many = { $count } fit, here are the first. You can write more letters.
nominate-why = <b>{ $name }</b>: for what? One or two sentences are enough, the experts will read them.
nominate-done = Nominated: <b>{ $name }</b>.
nominate-changed = The new reason is kept: <b>{ $name }</b>.
nominate-withdrawn = Withdrawn: <b>{ $name }</b>.
mistake-nomination-voted = The experts are voting on this nomination, so it cannot be withdrawn.

## Minutes and running order (documents, no chat markup)

document-file-statuette = statuette
document-file-distinction = distinction
document-file-protocol = minutes-of-the-experts
document-file-gala = gala-running-order
documents-protocol = The minutes of the experts' table are above. They are signed on paper.
documents-gala = The running order for the screen is above.
documents-honours = { $count ->
    [0] The experts have granted nothing yet that is printed.
    [one] { $count } diploma of the experts' decisions is above.
   *[other] { $count } diplomas of the experts' decisions are above.
  }
protocol-kicker = Minutes of the experts' table
protocol-subtitle = { $organiser } · { $where }
protocol-rules = Members and rules of voting
protocol-experts = { $count ->
    [0] There are no experts yet.
   *[other] The experts' table ({ $count }): { $codes }. Experts appear under their codes and write their names by hand beside their signatures.
}
protocol-quorum = A ballot is valid when at least { $quorum } % of those entitled take part. Whoever has an interest in any of the candidates is recused and does not count for the quorum.
protocol-majority = Elected is the candidate with the most votes, more than are cast against, and more than { $majority } % of the valid ones. Abstentions count for the quorum but are not valid votes.
protocol-most = Elected is the candidate with the most votes, and more than are cast against. Abstentions count for the quorum.
protocol-ties-again = With equal votes those who have them are voted on again.
protocol-ties-shared = Candidates with equal votes share the honour.
protocol-secret = Ballots are secret: it is recorded who voted and how many votes there are, never how anybody voted.
protocol-decision = { $number }. { $title }
protocol-turnout = Ballot { $number }, opened on { $day }. Entitled: { $entitled }, voted: { $voted }. { $count ->
    [0] Nobody was recused.
   *[other] Recused: { $recused }.
}
protocol-column-candidate = Candidate
protocol-column-votes = Votes
protocol-column-number = Number
protocol-column-award = Honour
protocol-column-entrant = Entrant
protocol-against = Against (none of the candidates)
protocol-abstained = Abstentions
protocol-outcome = { $verdict ->
    [elected] The experts elected: { $names }.
    [tie] Equal votes: { $names }. They are voted on again.
    [no-majority] Nobody had the majority required. In the next ballot: { $names }.
    [no-quorum] There was no quorum, the ballot is void.
   *[rejected] Not granted.
}
protocol-no-decisions = No ballot has been closed yet.
protocol-granted = Granted
protocol-signatures = Signatures
protocol-signature = { $code }
protocol-name = name
protocol-ink = signature
protocol-seal = Journal (last entry): { $seal }
gala-kicker = Gala running order
gala-when = { $day }, { $time }
gala-embargo = Confidential until: { $when }
gala-nominated = { $honour } – nominated
gala-closing = Thank you for this evening
gala-slide = { $number } / { $of }

## Publication

command-publikuj = publication of the results
go-publikuj = Publication
publication-head = <b>Publication: { $name }</b>
publication-what = Classified: { $placed }, licences: { $licences }, statuettes: { $statuettes }, distinctions: { $distinctions }.
publication-no-awards = No awards are granted yet: /nagrody
publication-unrecorded = There are decisions of the experts that are not recorded yet: /glosuj
publication-at-once = Documents for the entrants follow right after the publication.
publication-embargo = Documents for the entrants follow after the gala: { $when }.
publication-final = After the publication the experts' decisions and awards change no more.
publication-second = A second organiser has to confirm it too.
button-publication = Publish
publication-asked = { $count ->
    [one] Kept. { $count } person is asked, their confirmation is enough.
   *[other] Kept. { $count } people are asked, the confirmation of one of them is enough.
  }
publication-ask =
    <b>{ $name }</b>: { $by } wants to publish the results (awards: { $count }).
    Your confirmation is needed. /ranking shows the ranking, /nagrody the awards.
publication-done = The results are published. Confirmed by: { $by }.
publication-settled = <b>{ $name }</b>: the results are published already, your confirmation is not needed.
mistake-publication-over = The results are published already.
mistake-publication-too-early = Frozen results are published. First /zamroz
mistake-publication-interest = You have declared an interest at an entrant, so somebody else publishes.
mistake-publication-voting = { $count ->
    [one] { $count } ballot of the experts is still open. /glosuj shows how things stand
   *[other] { $count } ballots of the experts are still open. /glosuj shows how things stand
  }
mistake-publication-appeals = { $count ->
    [one] { $count } appeal still waits: /odwolania
   *[other] { $count } appeals still wait: /odwolania
  }
mistake-publication-moved = Something has changed since this was shown. Look again: /publikuj
mistake-publication-nobody = A second person is needed: an organiser without an interest at any entrant. Invite somebody or set confirmations = 1 in the edition.
documents-release = The embargo is over. Above is everything for the entrants: a folder each, with its report and diplomas.
document-file-release = for-entrants

## Simulation

command-symulacja = what other weights, threshold or minimums would change
go-symulacja = Simulation
simulation-how =
    <b>Simulation</b>: what other settings would change. It keeps nothing.
    Choose, or write for example <code>/symulacja weight telefon=30 threshold=70 contacts=4</code>
simulation-head = <b>Simulation</b>: { $changes }
simulation-threshold = Threshold
simulation-contacts = Contacts
simulation-change-weight = { $channel } weighs { $value }
simulation-change-threshold = licence from { $value } %
simulation-change-contacts = minimum of contacts: { $value }
simulation-change-channels = minimum of channels: { $value }
simulation-change-jurors = minimum of jurors: { $value }
simulation-nothing = Nothing would change.
simulation-licences-fewer = { $count ->
    [one] { $count } licence fewer ({ $before } → { $after }).
   *[other] { $count } licences fewer ({ $before } → { $after }).
  }
simulation-licences-more = { $count ->
    [one] { $count } licence more ({ $before } → { $after }).
   *[other] { $count } licences more ({ $before } → { $after }).
  }
simulation-licences-same = As many licences ({ $before }), but others.
simulation-gained = Would gain a licence: { $names }
simulation-lost = Would lose the licence: { $names }
simulation-placed = Would enter the ranking: { $names }
simulation-unplaced = Would leave the ranking: { $names }
simulation-firsts = { $count ->
    [one] Another first place in { $count } group:
   *[other] Another first place in { $count } groups:
  }
simulation-first = • { $group }: { $before } → { $after }
simulation-moved = { $count ->
    [one] { $count } entrant would have another place.
   *[other] { $count } entrants would have other places.
  }
simulation-only = This is a simulation only: settings are in the edition's file.
simulation-frozen = This is a simulation only: frozen results do not change.
mistake-simulation-words = I do not understand “{ $said }”. Write for example: /symulacja weight telefon=30 threshold=70
mistake-simulation-range = The value of “{ $word }” is out of range: a threshold is from 0 to 100, minimums are whole numbers from 1.
mistake-simulation-unknown = I know no setting “{ $word }”{ $near }. I know: { $known }.
mistake-simulation-weightless = At least one channel must weigh something.

## Checking, journal, backup

command-sprawdz = journal, backup and codes of diplomas
go-sprawdz = Check
health-checking = I am checking the journal and the newest backup and will write in a moment.
health-head = <b>Check</b>
health-journal = ✓ The journal is whole: { $count ->
    [one] { $count } entry
   *[other] { $count } entries
  }, seal <code>{ $seal }</code>
health-audits = ✓ Submissions agree with the journal.
health-audits-altered = { $count ->
    [one] ✗ { $count } submission does not agree with the journal.
   *[other] ✗ { $count } submissions do not agree with the journal.
  }
health-no-backup = ✗ There is no backup yet: /kopia
health-backup = ✓ The backup { $name } ({ $size } kB) comes up whole. Entries of the journal since: { $behind }.
health-backup-broken = ✗ The backup { $name } does not come up. Make a new one: /kopia
proof-how = To check a diploma, send a photo of its QR code or its PDF here, or write <code>/sprawdz</code> and the text of the code.
proof-line = • { $fact }
button-older = Older →
button-newest = ← Newest
backup-first = This will be the first backup.
backup-last = The last one: { $name }, brought up for a test { $when }. Folder: <code>{ $folder }</code>
backup-last-broken = The last one: { $name }, the test of bringing it up failed { $when }. Folder: <code>{ $folder }</code>

## Appeals

command-odwolania = appeals of entrants
go-odwolania = Appeals
appeals-head = { $count ->
    [0] <b>Appeals</b>: none
   *[other] <b>Appeals: { $count }</b>
  }
appeals-until = Taken until: { $when }
appeals-past = The time for appeals is over: { $when }
appeals-line = { $number }. { $name } · { $text } – { $verdict ->
    [waiting] waits
    [upheld] upheld
   *[dismissed] dismissed
  }
button-appeal = Enter an appeal
button-judge = Judge { $number }
button-refreeze = Freeze anew
appeal-whom = Whose appeal is it? Write a part of the entrant's name.
appeal-which = Which one? If it is not in the list, write more letters.
appeal-nobody = There is no such entrant with an approved contact. Write a part of the name again.
appeal-contact = Which contact is it about?
appeal-question = <b>{ $label }</b>: which question is it about?
appeal-item = { $number }. { $text }
appeal-claim = “{ $text }” – write what the entrant says. A checker will read it.
appeal-entered = Appeal { $number } is kept. Somebody who did not check this contact will judge it.
appeal-waits = Appeal { $number } ({ $label }) waits to be judged: /odwolania
appeal-waits-nobody = Nobody can judge appeal { $number } ({ $label }): the only person who could has checked this contact. Invite another: /zapros checker
appeal-shown =
    <b>Appeal { $number }</b> · { $name } · { $label }
    { $text }
    The juror's answer: <b>{ $answer }</b>
    The entrant says:
    <blockquote>{ $claim }</blockquote>
button-should-be = Should be: { $answer }
button-uncount = Do not count this question
button-dismiss = Dismiss
appeal-done = { $verdict ->
    [upheld] Appeal { $number } is upheld. It enters the result when it is frozen anew.
   *[dismissed] Appeal { $number } is dismissed.
  }
appeal-upheld = Appeal { $number } is upheld. When all are judged, freeze the results anew: /odwolania
mistake-appeal-known = This question has appeal { $number } already: /odwolania
mistake-appeal-judged = Somebody has judged appeal { $number } already: /odwolania
mistake-appeal-own = This contact was your decision, so another checker judges the appeal.
mistake-appeals-closed = No appeals are taken now. /odwolania shows the time
mistake-refreeze-late = Awards are granted or the experts are voting, so the frozen results stay.
mistake-refreeze-nothing = No appeal was upheld since the last freeze.
refreeze-head = { $count ->
    [one] <b>Freezing anew</b>: { $count } upheld appeal
   *[other] <b>Freezing anew</b>: { $count } upheld appeals
  }
refreeze-changes = In official points: other places – { $moved }, new licences – { $gained }, lost – { $lost }, other first places in groups – { $firsts }.
refreeze-meaning = The earlier freeze stays in the files and in the journal. All organisers read the new digest.
refreeze-done = { $count ->
    [one] The results are frozen anew ({ $by }, { $count } appeal). The new digest:
   *[other] The results are frozen anew ({ $by }, { $count } appeals). The new digest:
  }
    <code>{ $digest }</code>
feedback-appeals = Appeals
feedback-appeal = Channel “{ $channel }”: { $outcome ->
    [corrected] the appeal was upheld, the answer corrected.
    [left-out] the appeal was upheld, the question not counted.
   *[dismissed] the appeal was dismissed.
}

## The press note and the catalogue of good practices

button-paper-press = Press note
button-paper-catalogue = Good practices
documents-press = The press note is above.
documents-catalogue = The catalogue of good practices is above.
