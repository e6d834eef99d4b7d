# The database: start of the program and backups. Read by whoever looks after the bot.
mistake-storage-not-writable = the data directory cannot be written. Check its permissions and the free space on the disk.
mistake-not-a-database = this is not a database file. Point the configuration at another file, or restore the database from a backup.
mistake-foreign-database = this database belongs to another program. Point the configuration at another file.
mistake-newer-database = the database was written by a newer version of the program (schema { $found }, this program knows { $known }). Install the newer version.
mistake-broken-database = the database is damaged. Keep this file and restore the database from the last backup.
mistake-migration-gap = migration number { $number } is missing. Install the program again, as a whole.
mistake-migration-doubled = two migrations have the number { $number }. Install the program again, as a whole.
mistake-migration-failed = the database could not be brought to the newer version of the program (step { $step }: { $problem }). It is as it was before that step; a copy from before the change lies beside it. Install the previous version of the program and report this message.
mistake-storage-busy = another program is holding the database. Close it, for example a second bot or a database browser, and start again.
mistake-already-enlisted = this account already has a code. The invitation stays good for somebody else.
mistake-entrant-known = “{ $name }” is on the list of entrants already. Remove this row, or correct the name or the TERYT code.
mistake-same-version-other-text = version { $version } of “{ $id }” was already published with another text. Raise version to { $next }.
mistake-ranking-fixed = once collecting has started, the table [ranking] does not change, for it says what decides places and awards. Copy it from version { $version } (decides = "{ $decides }"). Other settings may still change.
mistake-slot-taken = this contact (channel { $channel }, number { $number }) has an assignment already. Make the plan again.
mistake-broken-backup = the backup is incomplete or damaged. The previous one is still in place; make a new one and check the disk.
mistake-identity-key-missing = the key of identities { $file } is missing, and the database is sealed with it. Bring the key file back from its own backup. Without it nobody knows who is who, and nobody can be written to.
mistake-identity-key-wrong = the key of identities does not fit this database. Bring back the key file with which the bot has worked on it so far.
mistake-identity-key-broken = the file of the key of identities, { $file }, is damaged. Bring it back from its own backup.
mistake-backup-key-wrong = this key does not open this backup. Name the file with the private key (AGE-SECRET-KEY-...) whose public key stands in [backup] recipient.
mistake-bad-recipient = “{ $recipient }” is no public key of age. It begins with age1 and has 62 characters.
