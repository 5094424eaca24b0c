//! Statistics behind the intervals and quantiles: special functions, intervals, exact quantiles, survival; waiting lines.

pub(crate) mod erlang;
pub mod interval;
pub mod quantile;
pub mod special;
pub mod survival;

pub use survival::{LogRank, log_rank};
