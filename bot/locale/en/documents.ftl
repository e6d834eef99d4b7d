# Words of the printed documents: diplomas, rankings, individual reports, tables. No chat markup here.

document-language = en
document-decimal-mark = .
document-percent = { $value }%
document-points = { $value } pp
document-day = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }
document-page = Page { $page } of { $pages }
document-digest = Digest of the data (SHA-256): { $digest }

# When a font is not installed.
mistake-font-missing = The font { $font } is missing. Install the package { $package } (pip install { $package }) and try again.

# The diploma. The institution stands in the nominative after the lead.
diploma-licence-lead = is awarded to
diploma-licence-for = for
diploma-licence-citation = for high quality of service to residents, confirmed by an independent mystery-client survey
diploma-nominee-lead = nomination for
diploma-nominee-for = nomination for
diploma-nominee-citation = for the best result in its group in an independent mystery-client survey
diploma-statuette-lead = is awarded to
diploma-statuette-for = for
diploma-statuette-citation = by the decision of the contest’s experts, for the highest quality of service in its group, confirmed by a mystery-client survey
diploma-extraordinary-lead = is awarded to
diploma-extraordinary-for = for
diploma-extraordinary-citation = by the decision of the contest’s experts, for achievements that can be an example to others
diploma-mark-lead = is awarded to
diploma-mark-for = for
diploma-mark-citation = for friendly and reliable service, confirmed by the panel on the basis of a questionnaire and documents
diploma-winner-lead = is won by
diploma-winner-for = first place for
diploma-winner-citation = for the best solutions in its group, confirmed by a review of documents and a visit
diploma-distinction-lead = is awarded to
diploma-distinction-for = for
diploma-distinction-citation = for solutions worth following, confirmed by a review of documents and a visit
diploma-granted = { $since }
diploma-valid = { $kind ->
   *[licence] Valid until { $until }
}
diploma-number-caption = REGISTER NUMBER
diploma-seal = Seal: { $title }, { $year }
diploma-seal-emblem = { $seal }, with the emblem of { $organiser } inside
diploma-code = QR code with a signed confirmation of diploma { $number }
diploma-facts = The facts of the diploma for machines

# The ranking.
standings-kicker = Ranking
standings-subtitle = { $organiser } · as of { $day }
standings-column-place = Place
standings-column-name = Entrant
standings-column-points = Result
standings-column-calibrated = Calibrated
standings-column-official = Official
standings-column-contacts = Contacts
standings-column-award = Award
standings-column-reason = Reason
standings-continued = { $group } – continued
standings-unranked = Unclassified
standings-nobody = Nobody was classified in this group.

# How it was counted: in the ranking and in individual reports.
counted-heading = How the result is counted
counted-result = The result of a contact is the points earned out of the points possible. The result of a channel is the mean of its contacts, and the total is the mean of the channels by their weights. Only contacts approved after a check count.
counted-weights = Weights of channels: { $weights }.
counted-missing = The weight of a channel without a contact is shared out over the other channels in proportion.
counted-minimums = A place in the ranking requires at least: approved contacts – { $contacts }, channels – { $channels }, different jurors – { $jurors }.
counted-decides-official = Places and awards are decided by the official points: the total counted as above. This was settled before collecting started.
counted-decides-calibrated = Places and awards are decided by the calibrated result: what an average juror would have given, corrected for how strict those were who happened to come. This was settled before collecting started. The official points stand beside it, without the correction: the total counted as above.
counted-award = { $award }: a result of at least { $threshold }.
counted-ties = Counting is exact; results are rounded only in print. Equal results share a place. Entrants are compared only within their group.

counted-ties-calibrated = A place is shared until it is known with a probability of at least { $sure } who is better: place 3 means that two entrants are known to be better. Entrants are compared only within their group.

# Charts.
chart-own = Result
chart-median = Median
chart-of-channels = Channel
chart-of-sections = Part of the study
chart-difference = Against the group’s median
chart-no-result = none
chart-no-median = –
chart-not-compared = not compared
chart-at-median = at the median
chart-above = { $difference } above
chart-below = { $difference } below
chart-from-median = { $difference } from the median

# The individual report.
feedback-kicker = Individual report
feedback-result = Total result
feedback-place-caption = Place in the group
feedback-place = { $place }.
feedback-place-shared = { $place }. (shared)
feedback-group-size = { $count ->
    [one] among { $count } classified entrant
   *[other] among { $count } classified entrants
}
feedback-group-median = Group median
feedback-none = –
feedback-contacts = { $count ->
    [one] { $count } approved contact
   *[other] { $count } approved contacts
}
feedback-summary-place = A result of { $points } gives place { $place } of { $count } in the peer group.
feedback-summary-place-calibrated = A calibrated result of { $calibrated } gives place { $place } of { $count } in the peer group; official points: { $points }.
feedback-summary-above = Above the group median: { $above } of { $count } { $count ->
    [one] compared channel
   *[other] compared channels
}.
feedback-channels = Channels of service against the group
feedback-strengths = Strengths
feedback-to-improve = Areas to improve
feedback-no-strengths = No part of the survey is ahead of the group median by at least { $margin } pp.
feedback-nothing-to-improve = No part of the survey is behind the group median by at least { $margin } pp.
feedback-remark = { $section } ({ $channel })
feedback-by-channel = Channel by channel
feedback-channel-facts = Weight of the channel: { $weight } · approved contacts: { $count }
feedback-channel-empty = There was no approved contact in this channel.
feedback-channel-whole = The whole channel
feedback-unclassified = No place in the ranking
feedback-withheld = This report gives no detailed results of an entrant without a place: they would not be a fair picture and could show who carried out the survey.
feedback-reading = How to read this report
feedback-reading-median = The median is the result of the middle entrant of the peer group. It is given when at least { $least } entrants of the group have that result.
feedback-reading-rule = Strengths and areas to improve are the parts of the survey whose result differs from the median by at least { $margin } percentage points (pp); at most { $most } of each, the largest difference first.
feedback-reading-privacy = The survey is anonymous: the report holds no times of contacts, no data of jurors and none of their words.

# Where an entrant is; in tables and lists of awards.
document-voivodeship = { $name } voivodeship
document-nominee = { $name } – nomination
document-numbered = { $award } – { $number }
document-no-group = Outside the peer groups
standings-column-group = Group
standings-column-where = Seat
standings-column-percent-calibrated = Calibrated result [%]
standings-column-percent-official = Official points [%]
standings-column-percent = Result [%]

# An organiser's emblem.
mistake-emblem-too-large = The file { $file } is too large for an emblem on a diploma. Save it with at most { $most } MB and 6000 pixels a side.
mistake-emblem-broken = The file { $file } cannot be read. Save the emblem as SVG or PNG.
mistake-emblem-unsupported = The file { $file } holds { $what }, which cannot be drawn faithfully on a diploma. Turn text and gradients into paths in flat colours, or save the emblem as PNG.

# The individual report: profile and prospects.
chart-of-total = Total
radar-alt = Radar chart of the channels of service. { $parts }.
radar-value = { $label }: { $value }
radar-compared = { $label }: { $value }, the group’s median { $median }
radar-legend = The green field is the entrant’s result, the dashed line is the group’s median. The numbers are in the table below.
radar-legend-alone = The green area is the result of the entrant. The numbers are in the table below.
feedback-profile = The profile within the group
feedback-column-channel = Channel
feedback-column-weight = Weight
feedback-column-value = Result
feedback-column-median = Median
feedback-column-middle = Middle half
feedback-column-section = Part of the study
feedback-column-lead = Short of the median
feedback-column-gain = Gain in the total
feedback-middle = { $low }–{ $high }%
feedback-no-comparison = The group has too few entrants to compare results without pointing at others.
feedback-summary-band = The uncertainty of the measurement leaves the places { $low } to { $high } open.
feedback-channel-above = The result { $value } is { $difference } above the group’s median.
feedback-channel-below = The result { $value } is { $difference } below the group’s median.
feedback-channel-even = The result { $value } equals the group’s median.
feedback-channel-middle = The middle half of the group lies between { $low } and { $high }%.
feedback-prospects = What the next edition could bring
feedback-prospects-lead = If the parts in the table reached the group’s median, the total would rise from { $now } to { $then } (with the same weights and the other results as they are).
feedback-prospects-caution = This is arithmetic on the weights and no forecast of a place: others change too, and one contact is a sample of everyday service.
feedback-reading-middle = The paler band of a chart is the middle half of the group, from the first to the third quartile. It is shown where at least { $least } entrants of the group have the result.

chart-of-facts = Facts
chart-of-judgements = With jurors' judgements
feedback-norms = Norms that were applied
feedback-norm-all = All channels
feedback-column-norm-channels = Channels
feedback-column-norm = Norm
feedback-column-norm-source = Source
feedback-reading-kinds = Facts are times, numbers, and answers of yes, no or from a list. Parts with jurors' judgements also hold marks on a scale. What jurors wrote stands apart.

# Pictures for the chat.
picture-progress = Progress of the collection
picture-whole = Total
picture-of = { $approved } of { $planned }
picture-approved = approved
picture-waiting = in progress
picture-left = to be done
picture-award = • above the threshold of the licence
picture-now = now
picture-then = then
picture-licensed = licensed (hollow: not)
picture-up = higher
picture-down = lower
picture-simulation = { $group }: { $changes }

# The press note and the catalogue of good practices.

document-file-press = press-note
document-file-catalogue = good-practices
press-kicker = Press note
press-title = Results of { $edition }
press-dated = { $place }, { $day }
press-embargo = Not to be published before { $day }, { $time }
press-at-once = For immediate release
press-taking-part = { $count ->
    [one] { $count } institution took part in { $edition }
   *[other] { $count } institutions took part in { $edition }
}, { $placed ->
    [0] none of them was ranked.
    [one] { $placed } of them was ranked.
   *[other] { $placed } of them were ranked.
} Each was compared only with those like it: of the same kind and a similar size.
press-awards = Granted: { $awards }.
press-granted = { $award } – { $count }
press-no-awards = No institution reached the threshold of the awards.
press-winners = Winners
press-best = Best result of its group
press-column-group = Group
press-column-winner = Winner
press-column-award = Award
press-more = { $count ->
    [one] And { $count } more winner: the full list is in the ranking.
   *[other] And { $count } more winners: the full list is in the ranking.
}
press-measured = How it was judged
press-contacts = { $count ->
    [0] No contact with an institution was approved.
    [one] The results come from { $count } approved contact with an institution
   *[other] The results come from { $count } approved contacts with institutions
}{ $count ->
    [0] { "" }
   *[other] , made from { $since } to { $until } by { $jurors ->
        [one] { $jurors } juror.
       *[other] { $jurors } jurors.
    }
}
press-method = Jurors worked anonymously and asked everybody the same questions. Each submission was checked by somebody else; awards followed from rules set before the start and from a secret vote of the experts.
press-channels = Channels judged (weight in the result in brackets): { $channels }.
press-median = Half of the ranked institutions earned at least { $median } of the possible points.
press-extremes = The strongest channel is { $best } (median { $high }), the weakest { $worst } ({ $low }).
press-licence = { $award } takes a result of at least { $threshold }, whatever the place in the group.
press-contact = Contact
practices-kicker = Good practices
practices-lead = { $count ->
    [one] { $count } awarded solution, described
   *[other] { $count } awarded solutions, described
} in the words of the institutions that made them work. Beside each stands what the contest found itself: the experts' reason, and where the institution is ahead of the median of its group.
practices-none = No awarded solution has a description yet.
practices-reason = The experts' reason
practices-ahead = Measured above the median of the group
practices-ahead-by = { $what }: { $difference }
practices-contact = Questions to the authors go through the organiser: { $contact }
