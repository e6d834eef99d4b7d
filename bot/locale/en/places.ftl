# Where a mistake is. Joined with commas before the sentence.
place-file = file { $value }
place-line = line { $value }
place-section = section { $value }
place-question = question { $value }
place-option = option { $value }
place-key = field „{ $value }”
place-table = table [{ $value }]
place-column = column „{ $value }”
place-scenario = scenario { $value }
