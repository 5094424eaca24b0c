#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(not(feature = "records"), allow(dead_code, unused_imports, reason = "what only records need is left out"))]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

mod bytes;
mod column;
#[cfg(feature = "records")]
pub mod derive;
mod error;
pub mod exact;
pub mod formula;
mod given;
mod hash;
#[cfg_attr(not(feature = "prose"), allow(unused_imports, reason = "the texts name what only they use"))]
mod kpi;
mod parts;
mod record;
#[cfg(feature = "records")]
mod report;
pub mod rows;
pub mod sorted;
mod spec;
mod state;
pub mod stats;
pub mod time;
mod words;

pub use column::{Bits, Column, Constant, Table};
pub use error::{Code, Error, Result};
pub use exact::{Amount, Currency, Duration, Fraction, Instant, Score};
pub use given::Given;
pub use kpi::figure::{Argument, Figures, Undefined, Value};
pub use kpi::parameters::Parameter;
pub use kpi::preset::{Preset, preset, presets};
#[cfg(feature = "prose")]
pub use kpi::standing::standing;
pub use kpi::standing::{Standing, standing_among};
pub use kpi::survival::log_rank;
pub use kpi::{CATALOG, Entry, find};
pub use parts::LIGHT;
#[cfg(all(feature = "parts", target_family = "wasm"))]
pub use parts::{REST, Rest, load};
pub use record::{
    Account, Activity, Agent, AgentTime, Article, Contact, Conversion, EmployeeSurvey, Field, Holding, Kind,
    LedgerEntry, Leg, QualityReview, ResponseWait, Review, Row, Session, SlaTarget, StatusSpan, Subscription, Survey,
    Ticket, TicketEvent, Type, WorkSpan,
};
#[cfg(feature = "records")]
pub use report::{
    ALL, Accumulator, Ask, BadRecords, BucketOf, COLUMNS, Counted, Definition, Filter, Found, NotComputed, Problem,
    RawRequest, Report, ReportRow, Request, Test, check, report,
};
pub use rust_decimal::Decimal;
pub use sorted::Sorted;
pub use spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Prose, Source,
    Spec, Unit,
};
pub use state::Reason;

/// The library's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A short name for the catalogue: it changes when a KPI, a variant, an input, a parameter or a figure does.
#[must_use]
pub fn catalog_version() -> alloc::string::String {
    let mut text = alloc::string::String::new();
    for entry in CATALOG {
        let spec = entry.spec();
        text.push_str(&alloc::format!("{} {};", spec.id, spec.variant));
        for input in spec.inputs {
            text.push_str(&alloc::format!("{} {};", input.name, input.of.as_str()));
        }
        for parameter in spec.parameters {
            text.push_str(&alloc::format!("{};", parameter.name));
        }
        for figure in spec.figures {
            text.push_str(&alloc::format!("{} {} {};", figure.name, figure.unit.text(), figure.number.as_str()));
        }
    }
    alloc::format!("{:016x}", hash::fingerprint(&text))
}
