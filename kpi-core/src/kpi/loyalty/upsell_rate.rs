//! Upsell rate.

use super::sale::{self, Sale, sales};
use crate::kpi::touch::{AFTER, RETAINED_AFTER, Sought, TouchReads, WITHIN, touch_reads};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose};

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S3",
        says: "Selling to existing customers pays best; but pushy selling drives them away, so agents should earn by it only \
               where retention does not fall.",
    },
    Source { title: "S2", says: "Lists extra sales among the KPIs of service staff." },
];

sales!("upsell_rate", Upsold, "upsold_at", "an upsell", "bought an upgrade", SOURCES);
