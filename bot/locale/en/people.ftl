# People: invitations, jurors, roles, recusals, who is who.

## The sheet of invitations (PDF to print)

sheet-title = Invitations { $first }–{ $last }
sheet-author = Organiser
sheet-subject = Cards to cut out, good until { $until }
sheet-card = Invitation
sheet-how = Point a phone that has Telegram at the code, then press Start.
sheet-until = Works once, until { $until }.
sheet-number = For one person. No. { $number }
sheet-code = QR code with the link of invitation no. { $number }

## Invitations

invite-which =
    Whom do you invite? A link opens the chat once, within 7 days.
    Several jurors at once: /zapros 16 · with a note: /zapros juror Ola from Tarnów
invite-head = { $count ->
    [one] Invitation: { $role }. It works once, until { $until }. Pass it on to this one person.
   *[other] Invitations: { $role }, { $count }. Each works once, until { $until }. Pass them on to different people.
  }
invite-note = Note: { $note }
invite-link = { $number }. { $link }
button-paper = Sheet to print
button-open-invitations = Open · { $count }
paper-how-many =
    How many jurors do you invite on paper? The cards with QR codes are to be cut out, ten a page.
    Another number or role is typed: /zapros arkusz 6 expert
paper-making = { $count ->
    [one] Drawing a sheet with { $count } card. It will be here in a moment.
   *[other] Drawing a sheet with { $count } cards. It will be here in a moment.
  }
paper-made = { $count ->
    [one] Invitation no. { $first }: { $role }. It works once, until { $until }. Print it and cut it out.
   *[other] { $count } invitations, no. { $first }–{ $last }: { $role }. Each works once, until { $until }. Print, cut apart and delete the file.
  }
paper-note = sheet { $number }/{ $count }
paper-file = invitations-{ $first }-{ $last }
open-none = There are no open invitations.
open-head = <b>Open invitations: { $count }</b>
open-line = { $number } · { $role } · until { $until }{ $note }
open-card = <b>Invitation no. { $number }</b> · { $role }
open-issued = Issued by { $code }, { $when }
open-until = Works until: { $when }
button-revoke = Revoke
button-revoke-all = Revoke all · { $count }
people-back = Back
toast-revoked = Invitation no. { $number } is void
revoke-all = { $count ->
    [one] You will revoke { $count } open invitation. The link and the card stop working; whoever came in stays.
   *[other] You will revoke { $count } open invitations. Links and cards stop working; whoever came in stays.
  }
revoked-all = { $count ->
    [0] There was nothing left to revoke.
    [one] Revoked: { $count } invitation.
   *[other] Revoked: { $count } invitations.
  }
revoked-late = Of the others ({ $count }) somebody made use meanwhile, or they were void already.
mistake-invitation-closed = Invitation no. { $number } is no longer open. The list is at /zapros.
mistake-no-open-invitations = There are no open invitations.

## Jurors

command-role = roles of organisers and experts
command-kto = who is who (written in the journal)
command-konflikt = tell of an interest at an entrant
jurors-head = <b>Jurors: { $count }</b> · unused invitations: { $pending }
jurors-none = There is nobody yet. Invite jurors: /zapros 16
jurors-nobody = There is nobody like that.
jurors-line = <b>{ $code }</b> · { $state } · assignments { $load } of { $capacity }
jurors-silent = unanswered: { $count }
jurors-unreachable = cannot be reached
jurors-filtered = Shown: { $filter ->
    [silent] have not answered an offer
    [unreachable] cannot be reached
    [paused] paused
    [over] over their limit
    [registering] still registering
   *[removed] removed
  } ({ $count })
jurors-filter = { $filter ->
    [all] All
    [silent] Unanswered
    [unreachable] Unreachable
    [paused] Paused
    [over] Over limit
    [registering] Registering
   *[removed] Removed
  } · { $count }
card-work = Offers { $offered } · running { $running } · to check { $submitted } · approved { $approved }
card-silent = { $count ->
    [one] Unanswered: { $count } offer since { $since }
   *[other] Unanswered: { $count } offers, the oldest since { $since }
  }
card-channels = Channels: { $channels }
card-regions = Regions: { $regions }
card-note = Conflicts typed that are not on the list: { $note }
card-unreachable = Cannot be reached: blocked the bot or deleted the account.
card-conflicts = Conflicts: { $count }
conflict-line = • { $name } ({ $source ->
    [registration] from the registration
    [offer] from a declined offer
   *[organiser] by an organiser
  })
button-pause = Pause
button-resume = Resume
button-restore = Bring back
button-limit = Limit
button-conflicts = Conflicts
button-remove = Remove
mistake-no-such-juror = There is no juror { $code }. The list is at /jurorzy.
mistake-juror-state = Juror { $code } is already: { $state }. Somebody was faster, or the button is old.
paused-juror = You will get no new assignments for now. Those that you have stay valid. Questions: /pytanie
resumed-juror = You may get assignments again. The list: /zadania
limit-ask = How many assignments may { $code } have at most? Now: { $capacity }. Choose or type a number.
limit-juror = The organiser changed the limit of your assignments: { $capacity }.
mistake-limit-range = Give a number from 1 to { $most }.

## Removing a juror

remove-which = { $count ->
    [one] <b>{ $code }</b> has { $count } assignment in hand. What becomes of it?
   *[other] <b>{ $code }</b> has { $count } assignments in hand. What becomes of them?
  }
button-let-finish = Let them finish
button-take-back = Take back
remove-head = <b>You are removing juror { $code }</b>
remove-offers = • offers to withdraw: { $count } ({ $labels })
remove-kept = • in hand, the juror will finish: { $count } ({ $labels })
remove-taken = • in hand, to be taken back: { $count } ({ $labels })
remove-correcting = • in correction, back to the checker without it: { $count } ({ $labels })
remove-stays = • stays: to check { $submitted }, approved { $approved }
remove-free = The contacts taken back can be assigned anew.
remove-nothing = Nothing falls out of the plan.
mistake-remove-moved = Something about juror { $code } has changed meanwhile. Start again: /jurorzy { $code }
removed = { $count ->
    [0] Juror <b>{ $code }</b> is removed.
    [one] Juror <b>{ $code }</b> is removed. { $count } contact can be assigned anew.
   *[other] Juror <b>{ $code }</b> is removed. { $count } contacts can be assigned anew.
  }
removed-juror = { $keep ->
    [yes] You will get no new assignments. Those in hand you may finish: /zadania
   *[no] Your part has ended{ $count ->
        [0] .
       *[other] , and your open assignments are cancelled.
      }
  } Thank you. Your data: /moje_dane, /zapomnij

## Conflicts of a juror

conflicts-head = <b>Conflicts of juror { $code }</b>
conflicts-none = There are none.
button-add-conflict = Add
button-lift = Lift: { $name }
conflict-ask = Which entrant has juror <b>{ $code }</b> to do with? Type a part of the name or the town.
find-none = I found no entrant whose name or town contains “{ $part }”. Try other words.
find-which = { $count ->
    [one] One entrant fits:
   *[other] { $count } entrants fit{ $shown ->
        [8] ; 8 are shown. Type more to narrow it down:
       *[other] :
      }
  }
conflict-head = Juror <b>{ $code }</b> will not assess <b>{ $name }</b>.
conflict-takes = { $count ->
    [one] Assignment { $labels } is cancelled and can be assigned anew.
   *[other] Assignments { $labels } are cancelled and can be assigned anew.
  }
conflict-submitted = Submission { $labels } waits for its check: a checker decides about it.
button-declare = Save the conflict
mistake-conflict-known = This conflict is saved already: { $code }, { $name }.
mistake-conflict-moved = Something about juror { $code } has changed meanwhile. Start again: /jurorzy { $code }
mistake-conflict-none = There is no such conflict any more: { $code }, { $name }.
conflict-declared = { $count ->
    [0] Saved: { $code } will not assess { $name }.
    [one] Saved: { $code } will not assess { $name }. { $count } assignment can be given anew.
   *[other] Saved: { $code } will not assess { $name }. { $count } assignments can be given anew.
  }
withdrawn-juror = { $count ->
    [one] Assignment { $labels } was cancelled. It does not count against you.
   *[other] Assignments { $labels } were cancelled. It does not count against you.
  }
lift-head = You are lifting a conflict: juror <b>{ $code }</b> may assess <b>{ $name }</b> again. { $source ->
    [registration] The juror declared it when registering: ask them first.
    [offer] The juror declared it by declining an offer: ask them first.
   *[organiser] An organiser entered it.
  }
button-lift-yes = Lift
conflict-lifted = Conflict lifted: { $code }, { $name }.

## Roles

roles-head = <b>Organisers and experts: { $count }</b>
roles-line = <b>{ $code }</b> · { $roles }
roles-how = New people are invited by /zapros.
button-give-role = Grant: { $role }
button-take-role = Take: { $role }
button-give = Grant
button-take = Take
role-ask = { $give ->
    [yes] <b>{ $code }</b> gets the role: { $role }.
   *[no] <b>{ $code }</b> loses the role: { $role }. The buttons of this role stop working for them.
  }
role-may-owner = An owner may do everything: settings, who is who, freezing, publishing, roles.
role-may-planner = A planner looks after entrants, jurors, assignments and dates.
role-may-checker = A checker reads submissions, approves, returns and excludes them.
role-may-expert = An expert of the Kapituła nominates and votes.
role-done = { $give ->
    [yes] { $code } has the role: { $role }.
   *[no] { $code } no longer has the role: { $role }.
  }
role-changed = { $give ->
    [yes] You have a role now: { $role }. /pomoc lists the commands.
   *[no] You no longer have the role: { $role }.
  }
mistake-last-owner = This is the only owner of the edition. Grant the role to somebody else first.
mistake-role-configured = This role of { $code } stands in config.toml and would be back after the next start. Remove it there first and restart the bot.
mistake-roles-moved = The roles of { $code } are others by now. Start again: /role { $code }
mistake-no-such-person = There is nobody { $code } here.

## Who is who

button-who = Who is it
who-head = <b>Who is who: { $count }</b>
who-line = <b>{ $code }</b> · { $name } · <a href="tg://user?id={ $account }">account { $account }</a>
who-note = invitation “{ $note }”
who-nameless = no note
who-foot = { $minutes ->
    [one] This opening is in the journal. The message disappears in { $minutes } minute.
   *[other] This opening is in the journal. The message disappears in { $minutes } minutes.
  }

## Interests at entrants

interest-head = <b>Your interests at entrants: { $count }</b>
interest-line = • { $name }
interest-how = Do you work at an entrant, does somebody close to you, or is there a contract? Type a part of the name. You will then see neither submissions nor results of that entrant, nor decide about it.
interest-ask = You tell of an interest at <b>{ $name }</b>. From now on you see nothing of it; only another person who is an owner can undo this. Choose the reason:
interest-reason = { $reason ->
    [work] Work
    [family] Somebody close
    [business] Contract
   *[other] Another reason
  }
interest-declared = Saved. You will not see { $name } here any more. Thank you.
interest-owner = { $code } told of an interest at one of the entrants. Details: /role { $code }
interest-alone = Careful: nobody would be left to check what comes from this entrant.
recuse-ask = Which entrant has <b>{ $code }</b> to do with? Type a part of the name or the town.
recuse-head = <b>{ $code }</b> will see nothing of <b>{ $name }</b> and not decide about it.
button-recuse = Keep away from…
button-recuse-yes = Keep away
recused = Saved: { $code } no longer sees { $name }.
recused-person = The owner keeps you out of the matters of one entrant. The list is at /konflikt.
recusals-head = Interests at entrants: { $count }
recusal-line = • { $name } ({ $reason ->
    [work] work
    [family] somebody close
    [business] contract
    [owner] an owner’s decision
   *[other] another reason
  })
recuse-lift-head = <b>{ $code }</b> will see <b>{ $name }</b> again and decide about it.
recusal-lifted = Lifted: { $code } sees { $name } again.
mistake-recusal-known = This entrant is kept from { $code } already.
mistake-recusal-none = There is no such recusal of { $code } any more.
mistake-recusal-own = Your own are told by /konflikt, and lifted by another owner.
own-data-interests = Interests at entrants: { $names }
