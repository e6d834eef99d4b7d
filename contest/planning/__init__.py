"""Who audits whom: a plan of assignments as a proposal, never an act.

    make_plan(slots, jurors, scenarios=..., seed=...) -> Plan      (contest.planning.making)

    demand      what is to be planned, for whom: Slot, Juror, Standing, Plan
    rules       the settings of an edition that a plan obeys
    able        who may take which slot, and why nobody may
    network     slots, jurors at entrants, jurors: a linear programme
    prices      what a plan weighs against what
    door        who stands at which door: chances that keep ways short and nobody obvious, then the lot
    flow        the cheapest plan among random candidates
    exchange    no slot stays empty that an exchange of contacts could fill; what is short is proved
    dates       days for the contacts, visible ones apart
    fitting     whether one juror may take one contact: for swaps by hand, and for a plan that has waited
    waves       which offers leave first
    home        where a juror sets out from, as they wrote it
    quality     what the plan is like: load, travel, gaps, how well it lets jurors be compared

Same demand, same seed, same plan; another seed, other jurors at the door.
"""
