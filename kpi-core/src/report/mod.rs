//! Reports: what is asked for, the engine that counts, and the table that comes out.

pub(crate) mod accumulator;
mod batch;
pub(crate) mod filter;
mod place;
pub(crate) mod request;
pub(crate) mod table;

pub use accumulator::{Accumulator, Counted, report};
pub use filter::{Filter, Test};
pub use request::{Ask, BadRecords, RawRequest, Request};
pub use table::{ALL, BucketOf, COLUMNS, Definition, Report, ReportRow};

pub(crate) use request::level;
