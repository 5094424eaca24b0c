//! The Rust examples of the README and of the guide, which run as tests.
#![forbid(unsafe_code)]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

#[cfg(doctest)]
#[doc = include_str!("../docs/src/getting-started.md")]
mod getting_started {}

#[cfg(doctest)]
#[doc = include_str!("../docs/src/concepts.md")]
mod concepts {}

#[cfg(doctest)]
#[doc = include_str!("../docs/src/report.md")]
mod report {}

#[cfg(doctest)]
#[doc = include_str!("../docs/src/business-time.md")]
mod business_time {}

#[cfg(doctest)]
#[doc = include_str!("../docs/src/event-log.md")]
mod event_log {}

#[cfg(doctest)]
#[doc = include_str!("../docs/src/agents.md")]
mod agents {}

#[cfg(doctest)]
#[doc = include_str!("../docs/src/several-kinds.md")]
mod several_kinds {}
