# What the program says in the terminal.
mistake-no-token = there is no bot token. Give it in the variable { $variable } or in the file { $file } beside the configuration.
mistake-token-unreadable = the file with the token { $file } cannot be read ({ $problem }). Let the bot's user read it.
mistake-no-config = the configuration file { $file } cannot be read. Copy config.example.toml to config.toml and adapt it.
mistake-doubled-organiser = account { $id } stands twice. Keep one entry with all the roles.
mistake-no-owner = nobody has the role „owner”. Give it to at least one person.
mistake-no-edition = the folder „{ $folder }” has no edition.toml. Name the folder of the edition.
mistake-no-file = there is no such file in the folder of the edition. Add it, or correct its name in edition.toml.
mistake-data-not-writable = the data folder { $folder } cannot be written ({ $problem }). Change its permissions or name another one.
mistake-checklist-of-other-channel = the channel „{ $channel }” names a checklist of the channel „{ $found }”. Name the right file or correct „channel”.
cli-already-running = The bot already works on these data ({ $folder }). Stop that process or name another data folder.
cli-token-refused = Telegram refused the token. Check it with @BotFather (/token) and start the bot again.
cli-check-good = { $file }: fine
cli-check-seal = Electronic seal: { $name }, its certificate is good until { $until }.
cli-check-edition = Edition „{ $name }”: { $channels ->
    [one] { $channels } channel
   *[other] { $channels } channels
  }, { $groups ->
    [one] { $groups } peer group
   *[other] { $groups } peer groups
  }, { $scenarios ->
    [one] { $scenarios } scenario
   *[other] { $scenarios } scenarios
  }. All is well.
cli-check-share = { $section }: { $share } % of the points
cli-check-found = { $count ->
    [one] To be mended: { $count } place.
   *[other] To be mended: { $count } places.
  }
cli-play-hint = (number or text of a button, an answer in words, /wstecz, /koniec)
cli-play-score = Score: { $percent } % ({ $earned } of { $possible } points)
cli-play-failed = Score: 0 % – the contact did not happen (question „{ $question }”)
cli-play-none = No score: no question counted for points.
cli-play-photo = (in the terminal any text stands for a photo)
cli-backup-done = The backup is ready and was tried by restoring: { $file } ({ $size } kB)
cli-export-done = The export is ready: { $files ->
    [one] { $files } file
   *[other] { $files } files
  } in the folder { $folder }
mistake-no-database = The folder { $folder } holds no database yet. Run the bot first.
mistake-not-utf8 = the file cannot be read as UTF-8 text. Save it with the encoding UTF-8.
mistake-plan-no-file = the file cannot be read ({ $problem }). Check its name and permissions.
mistake-plan-not-written = the plan cannot be written ({ $problem }). Name another file in --out.
mistake-plan-without-rows = the table has headings, but no row.
mistake-plan-whole = the column “{ $column }” says “{ $value }” where a whole number of at least { $least } is needed.
mistake-plan-decimal = the column “{ $column }” says “{ $value }” where a number from { $least } to { $most } is needed.
mistake-plan-flag = the column “{ $column }” says “{ $value }” where “yes” or “no” is needed.
mistake-plan-half-place = only one coordinate is given. Fill in both “lat” and “lon”, or neither.
plan-cli-done = Plan written: { $file }. Contacts filled: { $given } of { $slots }. Seed: { $seed }.
plan-cli-load = • load of jurors (assignments to limit): { $least } to { $most }, deviation { $spread }
plan-cli-travel = • ways to visits: { $mean } km in the mean, { $most } km at most (visits of a known distance: { $visits })
plan-cli-graph = • comparing jurors: parts – { $parts }, smallest efficiency factor – { $efficiency }
plan-cli-unknown-entrants = • the table of jurors names entrants without any contact: { $count } (for example: { $names }). If it is a slip of the pen, correct it.
plan-cli-unknown-channels = • the table of jurors names channels without any contact: { $count } (for example: { $names }). If it is a slip of the pen, correct it.
plan-shortage-who = { "  " }These: { $jurors }. A higher limit of theirs would help, or another juror for these contacts.
plan-shortage-rotation = { "  " }These: { $jurors }. Their limits would do, but rotation allows them no more at one entrant. Another juror is needed for these contacts.
cli-page-done = The page that checks diplomas is in the folder { $folder }. Put all of it on the web. Revoked diplomas: { $count }.
cli-revoked = The diploma { $number } is revoked. Make the page again (incognito page) and replace it on the web.
mistake-no-such-award = The register holds no diploma with the number “{ $number }”. The number stands below the QR code.
mistake-no-such-file = the file { $file } cannot be read.
status-running = The bot is running.
status-stopped = The bot is not running. Start it: incognito run --config config.toml
status-ticked = The schedule wrote { $seconds } s ago.
status-never-ticked = The schedule has never started yet.
status-inbox = Waiting for an answer: { $waiting }.
status-aside =
    { $count ->
        [0] No update was set aside.
        [one] { $count } update was set aside because it could not be read. See /dziennik.
       *[other] { $count } updates were set aside because they could not be read. See /dziennik.
    }
status-outbox = To be sent: { $open }; waiting for people who blocked the bot: { $parked }; undeliverable: { $dead }.
status-phase = Phase of the edition: { $phase ->
        [preparation] preparation
        [collecting] collecting
        [checking] checking
        [frozen] results frozen
        [published] results published
       *[archived] archived
    }.
status-journal = Journal: { $entries } entries, the last { $hash }. Database: { $size } MB.
status-backup = Last backup: { $hours } h ago.
status-no-backup = There is no backup. Make one: incognito backup --config config.toml
status-disk = Free space on the disk: { $free } MB.
status-late = The schedule last wrote { $at }. See whether the bot is running and the disk takes writes.
