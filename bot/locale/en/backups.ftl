# Backups, restoring them, and the journal.
cli-backup-sealed = Only the private key opens the backup, and it is not here. Keep tozsamosc.key and podpis.key apart.
cli-backup-plain = The backup is not encrypted. A key for it: incognito backup --new-key FILE. Keep tozsamosc.key and podpis.key apart.
cli-backup-key =
    The private key: { $file }. Move it to another device and delete it here: only it opens the backups.
    Put the public key into config.toml, under [backup]:
    recipient = "{ $recipient }"
cli-restore-done = Restored: { $answers } answers, { $audits } submissions, the journal up to entry { $seq } ({ $at }). Highest update number of Telegram: { $update }.
cli-restore-aside = The previous database is in { $folder }.
cli-restore-lacks = The backup lacks the journal entries { $first }–{ $last }: the seal of entry { $last } was published. Once started, the bot tells the organisers.
cli-restore-whole = The published seals know of nothing later.
cli-restore-next = Start the bot: it tells the organisers that a backup was restored, and asks jurors in an open interview about what came later.
cli-journal-well = The journal is whole: { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
  }. Seal of the last: { $seal }
cli-journal-anchors = It agrees with the published seals ({ $count }).
cli-journal-no-anchors = Without published seals nobody can see whether the journal was cut or written anew. Name their file: --anchors FILE.
journal-fault-altered = The journal was changed: entry { $seq } does not fit its seal. Entries up to { $sound } are in order.
journal-fault-missing = Entry { $seq } was removed from the journal. Entries up to { $sound } are in order.
journal-fault-cut = The journal was cut: it ends with entry { $sound }, but seals of later ones were published.
journal-fault-rewritten = The journal was written anew: entry { $seq } has another seal than the published one. The change is after entry { $sound }.
mistake-backup-not-found = the backup { $file } cannot be read ({ system-reason }).
mistake-backup-needs-key = this backup is encrypted. Name the file with the private key: --identity FILE.
mistake-anchors-unreadable = the file of seals { $file } cannot be read. Each line is the number of an entry and at least 16 characters of its seal.
mistake-key-file-exists = the file { $file } exists already. Name another, so that no key is lost.
restored-organiser = The database was restored from a backup. It holds what happened until { $at } (entry { $seq } of the journal). { $lacks ->
    [0] The published seals know of nothing later.
    [one] At least one later entry is missing.
   *[other] At least { $lacks } later entries are missing.
  } Jurors in an open interview got the last question that was saved. Look through assignments and submissions of that time.
after-restore = The bot's database was restored from a backup. I have what came until { $day } { $since }; please give later answers once more.

## What is kept for how long

retention-warning =
    On { $day } I will erase the personal data of { $people ->
        [one] { $people } person
       *[other] { $people } people
    } of this edition: jurors and experts. Ratings, ranking and journal stay under their codes.
    To put it off by 90 days: /odrocz 90
retention-ahead =
    On { $day } the database will forget who { $people ->
        [one] { $people } person is
       *[other] { $people } people are
    }: jurors and experts. Ratings, ranking and journal stay under their codes. Nothing has changed so far.
    To put it off by 90 days: /odrocz 90
retention-put-off = Put off. I will erase the personal data of jurors and experts ({ $people }) on { $day }, and warn again 30 and 7 days before.
retention-nothing = There is nothing to put off: the erasing of personal data counts from the publication of the results.
retention-done = I erased the personal data of { $people ->
        [one] { $people } person
       *[other] { $people } people
    }. Ratings, ranking and journal are as they were. Older backups go when their time is over.
retention-last = The edition is over, so I have erased your data. The code { $code } belongs to nobody any more. Thank you for your work.
mistake-retention-days = Give a number of days from 1 to { $most }, for example: /odrocz 90
