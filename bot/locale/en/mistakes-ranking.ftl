# Assignments: an act that does not fit (contest/assignment.py).
# $state, $act: ids of contest.assignment.State and Act.
mistake-not-now = { $state ->
        [offered] This assignment still waits for the juror’s decision
        [accepted] This assignment is accepted but not started
        [running] This assignment is in progress
        [waiting] This assignment waits for the institution’s reply
        [submitted] This assignment is submitted and waits for review
        [returned] This assignment was returned for correction
        [approved] This assignment is already approved
        [excluded] This assignment is already left out of the results
        [declined] This assignment was declined
        [handed_back] This assignment was handed back
        [overdue] This assignment is past its due date
       *[cancelled] This assignment is cancelled
    }, so now it cannot be { $act ->
        [accept] accepted
        [decline] declined
        [start] started
        [wait] put aside until the reply
        [submit] submitted
        [approve] approved
        [return] returned for correction
        [exclude] left out of the results
        [hand_back] handed back
        [expire] closed as overdue
       *[cancel] cancelled
    }.

# A slot that a plan leaves empty.
mistake-no-scenario = There is no scenario for this kind of entrant in the channel “{ $channel }”. Add one to the scenarios file.
mistake-no-juror-for-channel = No juror does the channel “{ $channel }”. Invite somebody or widen the jurors’ channels.
mistake-no-juror-in-region = No juror makes visits in the region “{ $region }”. Invite somebody from there.
mistake-no-region = The voivodeship of this entrant is not known, so a visit cannot be planned. Fill in the voivodeship.
mistake-no-juror-without-conflict = { $jurors ->
        [one] The only suitable juror declared a conflict of interest.
       *[other] All { $jurors } suitable jurors declared a conflict of interest.
    } One more person is needed.
mistake-no-juror-free = { $jurors ->
        [one] The only suitable juror has no room left or has been at this entrant.
       *[other] None of the { $jurors } suitable jurors has room left without having been at this entrant.
    } Raise the limits or invite somebody.
mistake-no-juror-rotation = { $jurors ->
        [one] The only suitable juror may have no further contact at this entrant (rotation).
       *[other] None of the { $jurors } suitable jurors may have a further contact at this entrant (rotation).
    } A higher limit will not help. Invite somebody.
mistake-no-juror-skilled = No juror of this channel has the skills that are asked for: { $skills }. Invite somebody who has.
mistake-no-juror-in-reach = No juror of this region travels so far. Invite somebody who lives nearer or widen the reach.
mistake-no-juror-unseen = { $jurors ->
        [one] The only suitable juror has been seen at this entrant.
       *[other] All { $jurors } suitable jurors have been seen at this entrant or declared a conflict.
    } One more person is needed.

# Why an entrant stands outside the ranking (contest/ranking.py).
mistake-no-contacts = There is no approved contact yet.
mistake-too-few-contacts = { $count ->
        [one] There is only 1 approved contact
       *[other] There are only { $count } approved contacts
    }, and at least { $least } are needed.
mistake-too-few-channels = { $count ->
        [one] Only 1 channel was checked
       *[other] Only { $count } channels were checked
    }, and at least { $least } are needed.
mistake-too-few-jurors = { $count ->
        [one] Only 1 juror took part
       *[other] Only { $count } jurors took part
    }, and at least { $least } are needed.
mistake-no-peer-group = The entrant fits no peer group. Check its kind and population.

# A frozen ranking that cannot be read again (contest/snapshot.py).
mistake-broken-snapshot = The frozen data of the ranking cannot be read: { $fault }. Restore a backup.
