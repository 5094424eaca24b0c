"""The KPIs that count time and those of the first contact, for the cases of business time, for `oracle.py`."""

import contacts
import first
import resolution

KPIS = {
    name: of.KPIS[name] for of, names in (
        (first, ("first_response_time", "first_response_within_target")),
        (contacts, ("answer_time", "time_to_abandon")),
        (resolution, ("resolution_time", "first_contact_resolution_rate", "reopen_rate")),
    ) for name in names
}
