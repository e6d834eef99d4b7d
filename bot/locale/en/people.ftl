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
