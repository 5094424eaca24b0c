//! Statistics behind the intervals and quantiles: special functions, intervals, exact quantiles.

pub mod interval;
pub mod quantile;
pub mod special;
