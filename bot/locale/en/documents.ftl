# Words of the printed documents: diplomas, rankings, individual reports, tables. No chat markup here.

document-language = en
document-decimal-mark = .
document-percent = { $value }%
document-points = { $value } pp
document-day = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }
document-page = Page { $page } of { $pages }
document-digest = Digest of the data (SHA-256): { $digest }

# When a font is not installed.
mistake-font-missing = The font { $font } is missing. Install the package { $package } (pip install { $package }) and try again.

# The diploma. The institution stands in the nominative after the lead.
diploma-licence-lead = is awarded to
diploma-licence-citation = for high quality of service to residents, confirmed by an independent mystery-client survey
diploma-statuette-lead = nomination for
diploma-statuette-citation = for the best result in its group in an independent mystery-client survey
diploma-valid = Valid from { $since } to { $until }
diploma-granted = Granted on { $since }
diploma-number-caption = REGISTER NUMBER
