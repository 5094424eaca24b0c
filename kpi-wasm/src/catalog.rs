//! What there is, as data: kinds of record with their fields, and KPIs with their figures.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use kpi_core::{CATALOG, Entry, Kind};
use serde::Serialize;

/// A kind of record.
#[derive(Serialize)]
pub struct KindInfo {
    kind: &'static str,
    plural: &'static str,
    /// Names and types.
    fields: Vec<(&'static str, &'static str)>,
}

/// Every kind of record.
pub fn kinds() -> Vec<KindInfo> {
    let info = |&kind: &Kind| KindInfo {
        kind: kind.as_str(),
        plural: kind.plural(),
        fields: kind.fields().iter().map(|field| (field.name, field.of.as_str())).collect(),
    };
    Kind::ALL.iter().map(info).collect()
}

/// A KPI in one variant.
#[derive(Serialize)]
pub struct EntryInfo {
    id: &'static str,
    variant: &'static str,
    family: &'static str,
    direction: &'static str,
    records: Vec<&'static str>,
    inputs: Vec<&'static str>,
    parameters: Vec<&'static str>,
    figures: Vec<FigureInfo>,
}

/// A figure of a KPI.
#[derive(Serialize)]
struct FigureInfo {
    figure: &'static str,
    unit: Cow<'static, str>,
    kind: &'static str,
}

/// Every KPI in every variant.
pub fn entries() -> Vec<EntryInfo> {
    let info = |entry: &Entry| {
        let spec = entry.spec();
        let figure = |figure: &kpi_core::FigureSpec| FigureInfo {
            figure: figure.name,
            unit: figure.unit.text(),
            kind: figure.number.as_str(),
        };
        EntryInfo {
            id: spec.id,
            variant: spec.variant,
            family: spec.family,
            direction: spec.direction.as_str(),
            records: entry.records().iter().map(|(kind, _)| kind.as_str()).collect(),
            inputs: spec.inputs.iter().map(|input| input.name).collect(),
            parameters: spec.parameters.iter().map(|parameter| parameter.name).collect(),
            figures: spec.figures.iter().map(figure).collect(),
        }
    };
    CATALOG.iter().map(info).collect()
}
