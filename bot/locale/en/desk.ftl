# The panel and all that it leads to: numbers, lists of contacts, alarms, questions of jurors, reminders, the daily digest.

## The panel

command-przypomnij = reminders for jurors who are slow
panel-head =
    <b>{ $name } { $year }</b>
    Phase: { $phase }
phase-preparation = preparation
phase-collecting = collecting
phase-checking = checking
phase-frozen = results frozen
phase-published = results published
phase-archived = archived
panel-until-start = Collecting begins: { $when } ({ $left })
panel-until-close = Collecting ends: { $when } ({ $left })
panel-until-checked = Checking until: { $when } ({ $left })
panel-until-results = Results: { $when } ({ $left })
panel-days = { $days ->
    [0] today
    [one] in { $days } day
   *[other] in { $days } days
  }
panel-past = already past
panel-people = Entrants: { $entrants } · jurors: { $jurors }{ $registering ->
    [0] { "" }
   *[other] {" "}(registering: { $registering })
  }
panel-done = Approved contacts: { $done } of { $planned } ({ $share } %)
panel-now = <b>Waiting for you</b>
panel-calm = Nothing waits for you now.
needs-alarms = { $count ->
    [one] • { $count } alarm
   *[other] • { $count } alarms
  }
needs-answers = { $count ->
    [one] • { $count } question of a juror without an answer
   *[other] • { $count } questions of jurors without an answer
  }
needs-entrants = • There are no entrants yet. Send a CSV or XLSX file here.
needs-jurors = • There are no jurors yet. Invite them.
needs-plan = { $count ->
    [one] • { $count } contact without a juror
   *[other] • { $count } contacts without a juror
  }
needs-nudge = { $count ->
    [one] • { $count } juror is slow to answer or close to a due date
   *[other] • { $count } jurors are slow to answer or close to a due date
  }
needs-check = { $count ->
    [one] • { $count } submission to check
   *[other] • { $count } submissions to check
  }
needs-freeze = • Everything is checked. The results can be frozen.
needs-appeals = { $count ->
    [one] • { $count } appeal to judge
   *[other] • { $count } appeals to judge
  }
needs-awards = • The results are frozen. Awards by the rules wait to be granted.
needs-ballots = { $count ->
    [one] • The experts vote: { $count } open ballot
   *[other] • The experts vote: { $count } open ballots
  }
needs-publish = • The awards are granted and no ballot is open. The results can be published.
needs-button-alarms = Alarms · { $count }
needs-button-answers = Questions of jurors · { $count }
needs-button-entrants = Entrants
needs-button-jurors = Invite jurors
needs-button-plan = Plan contacts · { $count }
needs-button-nudge = Remind jurors · { $count }
needs-button-check = Check submissions · { $count }
needs-button-freeze = Freeze the results
needs-button-appeals = Judge appeals · { $count }
needs-button-awards = Grant awards
needs-button-ballots = Experts · { $count }
needs-button-publish = Publish
button-refresh = Refresh
button-panel = Panel
button-page-before = Earlier
button-page-after = More

# The numbers: each is a button.
stage-free = No juror · { $count }
stage-promised = Planned · { $count }
stage-offered = Offered · { $count }
stage-running = Running · { $count }
stage-waiting = Waiting · { $count }
stage-submitted = To check · { $count }
stage-approved = Approved · { $count }

# The menus of the panel.
menu-people = People
menu-work = Collecting
menu-results = Results
menu-keeping = Records
menu-head = <b>{ $menu }</b>
menu-line = /{ $word } – { $told }
go-uczestnicy = Entrants · { $count }
go-jurorzy = Jurors · { $count }
go-zapros = Invitations
go-przydzial = Plan · { $count }
go-postep = Progress
go-kontrola = Checking · { $count }
go-terminy = Dates
go-przypomnij = Remind
go-ranking = Ranking
go-zamroz = Freeze
go-nagrody = Awards
go-kopia = Backup
go-odrocz = Personal data
go-dziennik = Journal
go-eksport = Export
go-role = Roles
go-kto = Who is who
go-konflikt = My interest
go-ogloszenie = Announcement
go-nominacje = Nominations

## Lists of contacts

contacts-free = <b>Without a juror: { $count }</b>
contacts-offered = <b>Offers without an answer: { $count }</b>
contacts-running = <b>Running: { $count }</b>
contacts-waiting = <b>Waiting for the institution’s reply: { $count }</b>
contacts-submitted = <b>To check: { $count }</b>
contacts-approved = <b>Approved: { $count }</b>
contacts-line = <b>{ $label }</b> · { $code } · { $channel }
contacts-where = { $name }, { $when }
contacts-when-offered = answer by: { $when }
contacts-when-running = due: { $when }
contacts-when-waiting = due: { $when }
contacts-when-submitted = sent: { $when }
contacts-when-approved = approved: { $when }
contacts-free-line = • { $name }: { $channels }

## Alarms

alarms-head = { $count ->
    [0] There are no alarms.
    [one] <b>{ $count } alarm</b>
   *[other] <b>{ $count } alarms</b>
  }
alarms-since = <i>since: { $when }</i>
alarms-arrived = { $count ->
    [one] { $count } new alarm:
   *[other] { $count } new alarms:
  }
alarm-unreachable = { $code } has blocked the bot and gets no messages.
alarm-recognised = { $code }, assignment { $label }: the juror may have been recognised. Better plan this contact with somebody else.
alarm-risk = { $lost ->
    [yes] { $name } cannot reach the minimum with the jurors there are
   *[no] { $name } may miss the minimum
  } ({ $lacks ->
    [contacts] contacts
    [channels] channels
   *[jurors] different jurors
  }): certain and running { $has }, { $lost ->
    [yes] possible { $could }, needed { $needs }.
   *[no] needed { $needs }. Plan the missing contacts.
  }
alarm-disk = { $free } MB are left on the disk with the data. Make room before the bot cannot save answers any more.
alarm-backup = { $how ->
    [failed] The last backup failed. Older backups are untouched.
    [none] There is no backup yet.
   *[old] The last backup is { $days ->
        [one] { $days } day
       *[other] { $days } days
      } old.
  }
alarm-clock = The clock of the computer moved by { $minutes } min { $way ->
    [forward] forward
   *[back] back
  }. Dates and reminders follow it, so check the settings of the time.
alarm-second-poller = Somebody else fetches messages with the same token. If it is not a second copy of the bot, change the token with @BotFather.
alarm-go-przydzial = Plan
alarm-go-kopia = Back up
alarm-go-kontrola = Checking
button-close-alarm = Seen to{ $name ->
    [none] { "" }
   *[other] {": "}{ $name }
  }
toast-alarm-closed = Closed
mistake-alarm-over = This alarm is over.

## Questions of jurors

questions-head = { $count ->
    [0] There are no questions without an answer.
    [one] <b>{ $count } question without an answer</b>
   *[other] <b>{ $count } questions without an answer</b>
  }
questions-line = <b>{ $code }</b>{ $about ->
    [none] { "" }
   *[other] {" "}· { $about }
  } · { $when }
questions-text = <blockquote>{ $text }</blockquote>
button-answer-to = Answer: { $code }

## Reminders

nudge-nobody = Nobody is slow now, so there is nobody to remind.
nudge-head = <b>Reminders</b>
nudge-offers = • no answer to an offer: { $jurors } ({ $tasks ->
    [one] { $tasks } offer
   *[other] { $tasks } offers
  })
nudge-late = • close to the due date: { $jurors } ({ $tasks ->
    [one] { $tasks } assignment
   *[other] { $tasks } assignments
  })
nudge-training = • training not finished: { $jurors }
nudge-registering = • registration not finished: { $jurors }
nudge-deaf = Will not get it, because they cannot be reached: { $codes }.
nudge-told = Got one today already: { $codes }.
nudge-count = { $count ->
    [0] A reminder chosen like this goes to nobody.
    [one] { $count } juror gets the reminder, in one message.
   *[other] { $count } jurors get the reminder, each in one message.
  }
nudge-tick = { $mark } { $group }
nudge-group-offers = Offers
nudge-group-late = Due soon
nudge-group-training = Training
nudge-group-registering = Registration
button-nudge-send = Send · { $count }
nudge-sent = { $count ->
    [0] Nobody is slow any more, so nothing was sent.
    [one] Reminder sent: { $count } juror.
   *[other] Reminder sent: { $count } jurors.
  }
nudged-head = A reminder from the organiser:
nudged-offers = { $count ->
    [one] • { $count } offer waits for your answer
   *[other] • { $count } offers wait for your answer
  }
nudged-late = { $count ->
    [one] • { $count } assignment is due soon
   *[other] • { $count } assignments are due soon
  }
nudged-training = • the training is still ahead: /zadania
nudged-registering = • the registration is still to be finished: /dalej
button-nudged-tasks = See the assignments

## Pictures

picture-regions = Progress by voivodeship
picture-jurors = Progress by juror
picture-course = Progress against time
picture-planned = plan: { $count }
picture-today = sent { $sent } · approved { $approved }
picture-sent = sent
picture-pace = even pace

progress-region = voivodeship
progress-week = week
progress-sent = sent
progress-no-jurors = There are no jurors yet.
progress-pace = { $time } % of the time for collecting is over, { $sent } % of the contacts are sent.
progress-view-channels = Channels
progress-view-regions = Voivodeships
progress-view-jurors = Jurors
progress-view-time = Over time
button-picture = Picture
button-ground-dark = On a dark ground
button-ground-light = On a light ground
toast-drawing = Drawing it, it will be here in a moment.
picture-caption = Approved contacts: { $done } of { $planned } ({ $share } %)
picture-standings = { $group }: { $shown } of { $count }
picture-nothing = There is nothing to draw yet: nobody has a place in the ranking.

## The daily digest

daily-head = <b>Today</b> · { $phase }
daily-news = <b>Since yesterday</b>
daily-submitted = { $count ->
    [one] • { $count } new submission
   *[other] • { $count } new submissions
  }
daily-approved = { $count ->
    [one] • { $count } contact approved
   *[other] • { $count } contacts approved
  }
daily-back = { $count ->
    [one] • { $count } assignment came back without a contact
   *[other] • { $count } assignments came back without a contact
  }
