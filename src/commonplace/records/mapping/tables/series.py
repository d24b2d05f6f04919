"""The series it is in: as printed, and under the heading the series is gathered by."""

from commonplace.records.mapping.builders.series import series_line
from commonplace.records.mapping.rows import each

SERIES = (
    #    name              MARC 21                      built by
    each("series_lines",   "440 490 800 810 811 830",   series_line),
)
