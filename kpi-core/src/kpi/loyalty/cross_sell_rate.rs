//! Cross-sell rate.

use super::sale::{self, Sale, sales};
use crate::kpi::touch::{AFTER, RETAINED_AFTER, Sought, TouchReads, WITHIN, touch_reads};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose};

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S3",
        says: "Names cross-sell beside upsell, and warns of both: track retention, and reward sales only where they do not \
               cost customers.",
    },
    Source { title: "S2", says: "Lists extra sales among the KPIs of service staff." },
];

sales!("cross_sell_rate", CrossSold, "cross_sold_at", "a cross-sell", "bought another product", SOURCES);
