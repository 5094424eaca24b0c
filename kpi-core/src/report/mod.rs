//! Reports: what is asked for, the engine that counts, and the table that comes out.

pub(crate) mod accumulator;
pub(crate) mod batch;
mod check;
pub(crate) mod derive;
pub(crate) mod filter;
mod partial;
mod place;
pub(crate) mod preset;
pub(crate) mod rank;
pub(crate) mod request;
pub(crate) mod table;
mod unique;
pub(crate) mod whole;
pub(crate) mod work;
mod worth;

pub use accumulator::{Accumulator, Counted};
pub use check::{Found, Problem, check};
pub use filter::{Filter, Test};
pub use request::{Ask, BadRecords, NotComputed, RawRequest, Request};
pub use table::{ALL, BucketOf, COLUMNS, Definition, Report, ReportRow};
pub use whole::report;

pub(crate) use derive::sources;
pub(crate) use work::OF_WORK_SPANS;
