//! What a page in a browser loads first, and what comes with the rest of the library. Elsewhere all of it is there.

use alloc::format;
#[cfg(feature = "records")]
use alloc::{string::String, vec::Vec};

#[cfg(feature = "records")]
use crate::column::Table;
#[cfg(feature = "records")]
use crate::error::Result;
use crate::error::{Code, Error};
#[cfg(feature = "records")]
use crate::given::Given;
use crate::kpi::{Entry, ids};
#[cfg(feature = "records")]
use crate::kpi::{
    preset::{Preset, preset},
    touch::Touches,
};
#[cfg(all(feature = "parts", target_family = "wasm"))]
use crate::record::Field;
#[cfg(feature = "records")]
use crate::record::{self, Flaw, Kind};
#[cfg(feature = "records")]
use crate::report::{
    accumulator::{Accumulator, Asked},
    derive::{Derived, Tables, columns},
    preset::choose,
    rank::{Cells, rank},
    request::Request,
    table::Report,
    whole::with_work_spans,
};
#[cfg(feature = "records")]
use crate::time::{Calendar, Schedule, Zone};

/// The KPIs of the browser's light module, which a page has before it loads the rest, by id and variant. Everywhere else all
/// of [`CATALOG`](crate::CATALOG) is there.
///
/// ```
/// assert!(kpi_core::LIGHT.contains(&("nps", "standard")));
/// ```
pub const LIGHT: &[(&str, &str)] = &[
    ("first_response_time", "from_handover"),
    ("answer_time", "from_queue"),
    ("service_level", "offered"),
    ("resolution_time", "last"),
    ("tickets_resolved", "tickets"),
    ("reopen_rate", "by_customer"),
    ("ticket_volume", "standard"),
    ("abandonment_rate", "before_answer"),
    ("answer_rate", "standard"),
    ("csat", "top_two_boxes"),
    ("nps", "standard"),
    ("customer_effort_score", "share"),
    ("survey_response_rate", "standard"),
];

/// What comes later, where it does: the other KPIs, and what they and a request's wider options need.
#[cfg(feature = "records")]
pub struct Rest {
    #[cfg(all(feature = "parts", target_family = "wasm"))]
    entries: &'static [Entry],
    pub(crate) calendar: fn(&Given, &Zone) -> Result<Calendar>,
    pub(crate) elapsed: fn(&Schedule, i64, i64) -> i64,
    pub(crate) preset: fn(&str) -> Result<&'static Preset>,
    pub(crate) choose: fn(&mut Request, &[Table<'_>]) -> Result<()>,
    pub(crate) with_work_spans: fn(&Request, &[Table<'_>]) -> Result<Report>,
    pub(crate) derived_of: fn(&Accumulator, &[Table<'_>]) -> Result<Vec<Wanted>>,
    pub(crate) columns: for<'a> fn(&Tables<'a>, &'a Request, &[Wanted], &'a [Touches]) -> Result<Columns<'a>>,
    pub(crate) check: fn(&record::Columns<'_>, usize, &mut dyn FnMut(usize, Flaw)),
    #[cfg(all(feature = "parts", target_family = "wasm"))]
    pub(crate) fields: fn(Kind) -> &'static [Field],
    pub(crate) rank: fn(&Asked, &[String], &mut Cells) -> Result<()>,
}

/// A column that is derived.
#[cfg(feature = "records")]
type Wanted = (Kind, &'static str);

/// By table the columns that were derived.
#[cfg(feature = "records")]
type Columns<'a> = Vec<Vec<Derived<'a>>>;

/// What comes later.
#[cfg(feature = "records")]
pub static REST: Rest = Rest {
    #[cfg(all(feature = "parts", target_family = "wasm"))]
    entries: &apart::LATER,
    calendar: Calendar::read,
    elapsed: Schedule::elapsed,
    preset,
    choose,
    with_work_spans,
    derived_of: Accumulator::derived_of,
    columns,
    check: Kind::check_any,
    #[cfg(all(feature = "parts", target_family = "wasm"))]
    fields: Kind::all_fields,
    rank,
};

#[cfg(all(feature = "records", not(all(feature = "parts", target_family = "wasm"))))]
#[expect(clippy::unnecessary_wraps, reason = "it can be missing where the library comes in parts")]
pub(crate) fn rest() -> Result<&'static Rest> {
    Ok(&REST)
}

#[cfg(not(all(feature = "parts", target_family = "wasm")))]
pub(crate) fn entries() -> impl Iterator<Item = &'static Entry> + Clone {
    crate::kpi::CATALOG.iter()
}

#[cfg(all(feature = "parts", target_family = "wasm"))]
pub use apart::load;
#[cfg(all(feature = "parts", target_family = "wasm"))]
pub(crate) use apart::{entries, not_loaded, rest, there};

/// Refuses a kind of record that is not there yet.
#[cfg(all(feature = "records", not(all(feature = "parts", target_family = "wasm"))))]
#[expect(clippy::unnecessary_wraps, reason = "it can be missing where the library comes in parts")]
pub(crate) fn there(_: Kind) -> Result<()> {
    Ok(())
}

/// Why there is no KPI of an id.
pub(crate) fn absent(id: &str) -> Error {
    let unknown = || Error::new(Code::UnknownKpi, format!("there is no KPI `{id}`; choose {}", ids()));
    not_loaded(&format!("`{id}`")).unwrap_or_else(unknown).field("kpi")
}

/// Why something is not there, while not everything is.
#[cfg(not(all(feature = "parts", target_family = "wasm")))]
pub(crate) fn not_loaded(_: &str) -> Option<Error> {
    None
}

#[cfg(all(feature = "parts", target_family = "wasm"))]
mod apart {
    use alloc::format;

    use once_cell::race::OnceRef;

    use super::{LIGHT, Rest};
    use crate::error::{Code, Error, Result};
    use crate::kpi::{ALL, Entry, ids};
    use crate::record::Kind;
    use crate::words::same;

    static LOADED: OnceRef<'static, Rest> = OnceRef::new();

    static AT_ONCE: [Entry; LIGHT.len()] = picked(true);
    pub(super) static LATER: [Entry; ALL.len() - LIGHT.len()] = picked(false);

    /// From now on the rest is there.
    pub fn load(rest: &'static Rest) {
        // The second time it is there already.
        let _ = LOADED.set(rest);
    }

    pub(crate) fn rest() -> Result<&'static Rest> {
        let text = "this is not in the light module; `await load()` brings the rest";
        LOADED.get().ok_or_else(|| Error::new(Code::NotLoaded, text))
    }

    pub(crate) fn there(kind: Kind) -> Result<()> {
        let there = if kind.fields().is_empty() { rest().map(drop) } else { Ok(()) };
        there.map_err(|error| error.record(kind.as_str()))
    }

    /// Those that are there, in the order of the documentation.
    pub(crate) fn entries() -> impl Iterator<Item = &'static Entry> + Clone {
        let later = LOADED.get().map(|rest| rest.entries).unwrap_or_default();
        let of = |entries: &'static [Entry], place: usize| {
            let at = entries.binary_search_by_key(&place, |entry| entry.place).ok()?;
            entries.get(at)
        };
        (0..ALL.len()).filter_map(move |place| of(&AT_ONCE, place).or_else(|| of(later, place)))
    }

    pub(crate) fn not_loaded(what: &str) -> Option<Error> {
        rest().is_err().then(|| {
            let has = ids();
            let text = format!(
                "{what} is not in the light module, which has the default variants of {has}; if it is a KPI of this \
                 library, `await load()` brings the rest"
            );
            Error::new(Code::NotLoaded, text)
        })
    }

    /// The entries that are there at once, or the others.
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "the compiler does it, and would stop"
    )]
    const fn picked<const N: usize>(light: bool) -> [Entry; N] {
        let mut picked = [ALL[0]; N];
        let (mut from, mut to) = (0, 0);
        while from < ALL.len() {
            if is_light(&ALL[from]) == light {
                picked[to] = ALL[from];
                to += 1;
            }
            from += 1;
        }
        assert!(to == N, "a light KPI is in the catalogue, and named once");
        picked
    }

    const fn is_light(entry: &Entry) -> bool {
        let mut left = LIGHT;
        while let [(id, variant), others @ ..] = left {
            if same(id.as_bytes(), entry.spec().id.as_bytes())
                && same(variant.as_bytes(), entry.spec().variant.as_bytes())
            {
                return true;
            }
            left = others;
        }
        false
    }
}
