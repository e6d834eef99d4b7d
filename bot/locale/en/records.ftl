# Files and records: imports with differences, an entrant's card, withdrawal, templates, publishing checklists and the edition.

## Import of entrants

import-head = { $rows ->
    [one] File <b>{ $name }</b>: { $rows } row
   *[other] File <b>{ $name }</b>: { $rows } rows
  }
import-counts = New: { $new } · changed: { $changed } · the same: { $same }
import-faults = { $count ->
    [one] There is { $count } fault in <b>{ $name }</b>. Nothing was imported; correct the file and send it again.
   *[other] There are { $count } faults in <b>{ $name }</b>. Nothing was imported; correct the file and send it again.
  }
import-fault = • { $fault }
import-nothing-new = The file changes nothing, so there is nothing to import.
import-changes = { $count ->
    [one] <b>{ $count } entrant with changes</b>
   *[other] <b>{ $count } entrants with changes</b>
  }
import-renamed = { $count ->
    [one] { $count } gets another name: make sure that it is the same institution.
   *[other] { $count } get other names: make sure that they are the same institutions.
  }
import-change = • <b>{ $name }</b>
import-field = { "   " }{ $field }: { $before } → { $after }
import-name = – { $name }
import-absent = { $count ->
    [one] <b>Not in the file: { $count }</b> (stays on the list)
   *[other] <b>Not in the file: { $count }</b> (stay on the list)
  }
import-withdrawn = { $count ->
    [one] <b>In the file, but withdrawn before: { $count }</b> (its card brings it back)
   *[other] <b>In the file, but withdrawn before: { $count }</b> (their cards bring them back)
  }
button-import = Import { $count }
button-withdraw-absent = Withdraw { $count } absent
import-working = Reading <b>{ $name }</b>…
import-read = <b>{ $name }</b> has been read.
import-applying = Writing the changes to the list of entrants…
import-applied = The changes to the list of entrants are written.
import-done = Added: { $added }. Changed: { $changed }. On the list: { $total }.
mistake-import-too-late = The results are being counted, so the list of entrants cannot be changed now.
mistake-import-stale = The list of entrants has changed since I showed the differences. Nothing was imported; send the file again.
mistake-sheet-cut = the file breaks off in its last row. Save it and send it again.
mistake-file-cut = Only a part of the file arrived, so I do not read it. Send it again.

## List, search, card

entrants-head = <b>Entrants: { $count }</b>
entrants-group = <b>{ $group }</b>: { $count }
entrants-kind = – { $kind }: { $count }
entrants-no-group = Without a peer group
entrants-how =
    To add or change many, send a CSV or XLSX file here: I show the differences first. A template is under “Files”.
    To find one, add part of its name: /uczestnicy wielisz
button-find = Find
button-files = Files
entrants-find = Write part of a name, a town or a TERYT code; Polish letters are not needed.
entrants-none = I found no entrant whose name or town contains “{ $part }”.
entrants-found = { $count ->
    [one] { $count } entrant fits “{ $part }”:
   *[other] { $count } entrants fit “{ $part }”:
  }
entrants-found-many = { $count } entrants fit “{ $part }”; here are the first { $first }. More letters leave fewer.
entrants-gone = ✕ { $name }
entrants-card =
    <b>{ $name }</b>
    { $kind } · { $group }
entrants-where = { $where }
entrants-field = { $field }: { $value }
entrants-work = Contacts: { $work }
entrants-work-offered = { $count } offered
entrants-work-running = { $count } running
entrants-work-submitted = { $count } to check
entrants-work-approved = { $count } approved
entrants-withdrawn = Withdrawn: { $reason }
button-edit = Edit
button-withdraw-one = Withdraw
button-bring-back = Bring back
field-name = name
field-kind = kind
field-voivodeship = voivodeship
field-powiat = powiat
field-town = town
field-teryt = TERYT
field-population = population
field-address = address
field-phone = phone
field-email = e-mail
field-www = www
field-social = social
field-hours = hours
field-genitive = form after “dla”
field-solution = solution
field-description = description of the solution
field-group = group
field-regions = regions
field-channels = channels
field-capacity = limit

## Editing one entrant

edit-which = <b>{ $name }</b>: what should change?
edit-value =
    <b>{ $name }</b>
    { $field }: { $value }
    Write the new value. A dash (-) empties the field.
edit-form =
    <b>{ $name }</b>
    { $field }: { $value }
    Write for whom the diploma is, for example “Gminy Starogard Gdański”. A dash (-) empties the field; the diploma then says “otrzymuje” and the plain name.
edit-same = { $name }: { $field } unchanged.
edit-done = Saved:
edit-goes-along = Contacts go along with the entrant: { $running } running, { $approved } approved.
button-change = Change
mistake-edit-stale = Somebody has changed this entrant meanwhile. Open its card again.
mistake-entrants-frozen = The results are frozen, so entrants cannot be changed now.
mistake-entrant-withdrawn = “{ $name }” is withdrawn. Bring it back from its card first.
mistake-entrant-not-withdrawn = “{ $name }” takes part; there is nothing to bring back.

## Withdrawal

withdraw-why = { $count ->
    [one] Why withdraw it? Choose or write a reason.
   *[other] Why withdraw them ({ $count })? Choose or write a reason.
  }
withdraw-resigned = resigned
withdraw-doubled = doubled
withdraw-closed = closed
withdraw-mistaken = a mistake
withdraw-head = { $count ->
    [one] Withdrawal, reason: { $reason }
   *[other] Withdrawal of { $count } entrants, reason: { $reason }
  }
withdraw-approved = { $count ->
    [one] { $count } entrant has approved contacts, so a file does not withdraw it; its card does:
   *[other] { $count } entrants have approved contacts, so a file does not withdraw them; their cards do:
  }
withdraw-nobody = There is nobody left to withdraw.
withdraw-clean = Nobody has an assignment there.
withdraw-cancelled = { $count ->
    [one] { $count } assignment will be cancelled; its juror will be told.
   *[other] { $count } assignments will be cancelled; their jurors will be told.
  }
withdraw-excluded = { $count ->
    [one] { $count } submission that waits for its check will not count.
   *[other] { $count } submissions that wait for their check will not count.
  }
withdraw-lost = { $count ->
    [one] { $count } approved contact will no longer count, but stays in the database.
   *[other] { $count } approved contacts will no longer count, but stay in the database.
  }
button-withdraw = { $count ->
    [one] Withdraw
   *[other] Withdraw { $count }
  }
withdraw-done = Withdrawn: { $count }. Assignments cancelled: { $cancelled }. Submissions left unchecked: { $excluded }.
withdraw-restored = { $name } takes part again. Its contacts are planned by /przydzial.
withdraw-cancelled-juror = Assignment { $label } was cancelled by the organiser. Nothing more needs to be done about it. Thank you.
withdraw-excluded-juror = Submission { $label } will not count, for reasons that have nothing to do with you. Thank you for your work.
mistake-withdraw-stale = Something about this entrant has changed meanwhile. Start the withdrawal again.
mistake-withdraw-no-reason = Write a reason or choose one by a button.

## Jurors by file

juror-file-head = File <b>{ $name }</b>: jurors with changes: { $changed }, the same: { $same }
juror-file-nothing = The file changes nothing. New jurors are invited by /zapros.
juror-file-over = { $count ->
    [one] { $codes } has more assignments than the new limit: they stay, but no new ones come.
   *[other] { $codes } have more assignments than the new limit: they stay, but no new ones come.
  }
juror-file-done = { $count ->
    [one] The settings of { $count } juror are changed; the juror knows.
   *[other] The settings of { $count } jurors are changed; they know.
  }
juror-file-told =
    The organiser has changed your settings.
    Regions: { $regions }
    Channels: { $channels }
    Assignments at once: { $capacity }
mistake-juror-file-stale = The settings of juror { $code } have changed meanwhile. Nothing was imported; send the file again.
mistake-juror-table-without-rows = the table has headings, but no row with a juror.
mistake-row-juror-code = “{ $value }” is no juror's code. Write a code of /jurorzy, for example J-37.
mistake-row-juror-unknown = there is no juror { $code }. New ones are invited by /zapros.
mistake-row-juror-registering = juror { $code } is still registering and will give the settings. Remove this row.
mistake-row-region-unknown = unknown region “{ $value }”{ $nearest ->
    [none] . Possible: { $known }.
   *[other] { " " }(perhaps “{ $nearest }”?).
 }
mistake-row-channel-unknown = unknown channel “{ $value }”. Possible: { $known }{ $nearest ->
    [none] .
   *[other] { " " }(perhaps “{ $nearest }”?).
 }
mistake-row-capacity = the limit “{ $value }” is no number from 0 to { $most }.

## Templates

files-which =
    Which file shall I send? Correct it and send it back here: I show the differences first, nothing changes unconfirmed.
    Empty cells of a table erase nothing. Checklists, scenarios and the edition are TOML files.
button-list-csv = List CSV
button-list-xlsx = List XLSX
button-list-jurors = Jurors CSV
button-document = { $kind ->
    [edition] edition v{ $version }
    [scenarios] scenarios v{ $version }
   *[checklist] { $name } v{ $version }
  }
files-sheet = Entrants
files-list = The list of entrants in the columns in which I read it. Add new ones below.
files-jurors = Jurors: code, regions, channels (ids), limit. The code does not change.
files-document = { $name }: the version in force.

## Publishing checklists, scenarios and the edition

version-head = { $kind ->
    [checklist] Checklist <b>{ $document }</b>, version { $version } today (file { $name })
    [scenarios] Scenarios <b>{ $document }</b>, version { $version } today (file { $name })
   *[edition] Edition <b>{ $document }</b>, version { $version } today (file { $name })
  }
version-nothing = It says the same as what is in force, so there is nothing to publish.
revised-added = + { $place }: { $after }
revised-removed = − { $place }: { $before }
revised-changed = • { $place }: { $before } → { $after }
revised-moved = • { $place }: another order
version-pinned = { $count ->
    [0] No running assignment uses version { $version }.
    [one] { $count } running assignment stays with version { $version }.
   *[other] { $count } running assignments stay with version { $version }.
  }
version-moved = { $count ->
    [one] { $count } entrant will change its peer group.
   *[other] { $count } entrants will change their peer group.
  }
version-groupless = { $count ->
    [one] { $count } entrant will have no group, and no place in the ranking.
   *[other] { $count } entrants will have no group, and no place in the ranking.
  }
button-version = Publish v{ $version }
version-done = { $document }: version { $version } is in force.
mistake-version-stale = The document “{ $document }” or the phase of the edition has changed meanwhile. Nothing was published; send the file again.
mistake-toml-of-no-kind = the file does not say what it is. A checklist has [[sections]], scenarios have [[scenarios]], an edition has [[channels]] and [awards].
mistake-document-unknown = This edition has no document “{ $id }”{ $nearest ->
    [none] .
   *[other] { " " }(perhaps “{ $nearest }”?).
 } Possible: { $known }. Correct the id in the file.
mistake-registration-lacks = jurors cannot register without the question “{ $question }”. Put it back.
mistake-edition-other-channels = channels and their checklists are set in the edition's folder on the server. Their names, weights and numbers of contacts can be changed here.
mistake-edition-in-folder = “{ $key }” is set in the edition's folder on the server. Put its value back.
mistake-edition-date-past = “{ $key }” would lie in the past. Write a later date or put the former one back.
mistake-edition-fixed = collecting has begun, so “{ $key }” does not change. Put the former value back; dates are moved by /terminy.
mistake-edition-frozen = The results are frozen, so the edition, its checklists and scenarios cannot be changed any more.
mistake-edition-lost-kinds = there are entrants of kinds that this version does not know ({ $kinds }). Put the kind back, or correct the entrants first.
mistake-scenario-of-lost-kind = scenario “{ $scenario }” is for the kind “{ $kind }”, which this version does not know. Put the kind back, or change the scenarios first.
