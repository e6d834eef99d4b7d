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
council-elected = • { $title }: <b>{ $names }</b>
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
ballot-closed = <b>{ $title }</b>: the ballot is closed ({ $voted } of { $of }).
    { $verdict ->
    [elected] The experts chose: <b>{ $names }</b>
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
publish-head = <b>Publication: { $name }</b>
publish-what = Classified: { $placed }, licences: { $licences }, statuettes: { $statuettes }, distinctions: { $distinctions }.
publish-no-awards = No awards are granted yet: /nagrody
publish-unrecorded = There are decisions of the experts that are not recorded yet: /glosuj
publish-at-once = Documents for the entrants follow right after the publication.
publish-embargo = Documents for the entrants follow after the gala: { $when }.
publish-final = After the publication the experts' decisions and awards change no more.
publish-second = A second organiser has to confirm it too.
button-publish = Publish
publish-asked = { $count ->
    [one] Kept. { $count } person is asked, their confirmation is enough.
   *[other] Kept. { $count } people are asked, the confirmation of one of them is enough.
  }
publish-ask =
    <b>{ $name }</b>: { $by } wants to publish the results (awards: { $count }).
    Your confirmation is needed. /ranking shows the ranking, /nagrody the awards.
publish-done = The results are published. Confirmed by: { $by }.
mistake-publish-over = The results are published already.
mistake-publish-too-early = Frozen results are published. First /zamroz
mistake-publish-interest = You have declared an interest at an entrant, so somebody else publishes.
mistake-publish-voting = { $count ->
    [one] { $count } ballot of the experts is still open. /glosuj shows how things stand
   *[other] { $count } ballots of the experts are still open. /glosuj shows how things stand
  }
mistake-publish-appeals = { $count ->
    [one] { $count } appeal still waits: /odwolania
   *[other] { $count } appeals still wait: /odwolania
  }
mistake-publish-moved = Something has changed since this was shown. Look again: /publikuj
mistake-publish-nobody = A second person is needed: an organiser without an interest at any entrant. Invite somebody or set confirmations = 1 in the edition.
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
