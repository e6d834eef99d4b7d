# The calibrated result: a table of scored contacts (contest/scored_file.py, bot/calibrating.py).
mistake-scored-no-file = this file cannot be read. Check its name and the permission to read it.
mistake-scored-empty = the table has no contact. It needs a row of headings inst, group, channel, juror, score and at least one row below.
mistake-scored-no-column = the column “{ $column }” is missing. Add it to the first row; the order of columns is free and others are left alone.
mistake-scored-column-twice = the column “{ $column }” is there twice. Keep one.
mistake-scored-cell-empty = the column “{ $column }” is empty. Fill it in or remove the row.
mistake-scored-not-a-number = the score “{ $value }” is not a number. Write a number from 0 to 100, for instance 73.5, without %.
mistake-scored-out-of-range = the score “{ $value }” is out of range. Write a number from 0 to 100.
mistake-scored-two-groups = “{ $inst }” is in the group “{ $group }” here, but in “{ $other }” in line { $first }. An entrant belongs to one group.
mistake-scored-same-row = this row is the same as the one in line { $first }{ $count ->
        [one] { "" }
       *[other] { " " }(there are { $count } repeated rows in all)
    }. All are counted; if that is a slip, remove the copies.
mistake-scored-out-name = this is the name of the file about jurors, which is written beside. Give --out another name.
mistake-cannot-write = this file cannot be written ({ system-reason }). Nothing was written. Check the folder and the permission to write.

# What cannot be counted honestly (contest/calibration/design.py).
mistake-correction-few-jurors = Too few jurors to correct their severity: { $count }, at least { $least } are needed. Plain means stay.
mistake-correction-many-jurors = Too many jurors to correct the severity of each: { $count }, at most { $most }. Plain means stay. Does the column “juror” really name a person?
mistake-correction-few-entrants = Too few entrants to compare jurors: { $count }, at least { $least } are needed. Plain means stay.
mistake-correction-few-links = Too few common contacts to compare jurors: { $count ->
        [one] { $count } independent comparison
       *[other] { $count } independent comparisons
    } for { $jurors ->
        [one] { $jurors } juror
       *[other] { $jurors } jurors
    }. A strict juror cannot be told from a weak institution, so plain means stay.
mistake-correction-all-equal = All scores are the same, so there is nothing to correct.
mistake-jurors-apart = Note: jurors form { $islands ->
        [one] { $islands } group
       *[other] { $islands } separate groups
    } without any institution in common. Comparing them rests only on the assumption that groups of jurors are equally strict on average; outside the largest there { $entrants ->
        [one] is { $entrants } entrant
       *[other] are { $entrants } entrants
    }.
mistake-on-one-juror = Note: { $count ->
        [one] { $count } entrant was
       *[other] { $count } entrants were
    } met by one juror only. A contact by somebody else is worth adding there.
