//! The catalogue for programs: an entry as an object, for `docs/catalog.json` and for callers who list the KPIs.

use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::kpi::{CATALOG, Entry};
use crate::spec::{Anchor, Direction, FigureSpec, InputKind, InputSpec, Number, Unit};

macro_rules! as_text {
    ($($Type:ty),*) => { $(
        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )* };
}
as_text!(Number, Direction, InputKind);

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl Serialize for FigureSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (min, max) = self.number.bounds();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("unit", &self.unit)?;
        map.serialize_entry("number", &self.number)?;
        map.serialize_entry("min", &min)?;
        map.serialize_entry("max", &max)?;
        map.end()
    }
}

impl Serialize for InputSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("kind", &self.of)?;
        map.serialize_entry("doc", self.doc)?;
        map.end()
    }
}

impl Serialize for Anchor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Anchor::Instant(fields) => map.serialize_entry("instant", fields)?,
            Anchor::Ending(fields) => map.serialize_entry("ending", fields)?,
            Anchor::Earliest(fields) => map.serialize_entry("earliest", fields)?,
            Anchor::Balance(from, to) => map.serialize_entry("balance", &[from, to])?,
            Anchor::Lasting(at, _) => map.serialize_entry("lasting", &[at])?,
            Anchor::Period(at, from, to) => map.serialize_entry("period", &[at, from, to])?,
        }
        map.end()
    }
}

#[cfg(feature = "records")]
#[derive(serde::Serialize)]
struct Reading {
    kind: &'static str,
    anchor: Anchor,
    needs: Vec<&'static str>,
    uses: Vec<&'static str>,
    /// The field that names the agent in a report by `agent`.
    agent: Option<&'static str>,
}

#[cfg(feature = "records")]
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let spec = self.spec();
        let first = CATALOG.iter().find(|entry| entry.spec().id == spec.id);
        let headline = spec.figures.first();
        let records: Vec<Reading> = self
            .records()
            .into_iter()
            .map(|(kind, anchor)| {
                let (needs, uses) = self.fields(kind);
                Reading { kind: kind.as_str(), anchor, needs, uses, agent: self.agent(kind) }
            })
            .collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", spec.id)?;
        map.serialize_entry("variant", spec.variant)?;
        map.serialize_entry("default", &first.is_some_and(|first| core::ptr::eq(first, self)))?;
        map.serialize_entry("family", spec.family)?;
        map.serialize_entry("by", &spec.by)?;
        map.serialize_entry("direction", &spec.direction)?;
        map.serialize_entry("unit", &headline.map(|figure| figure.unit))?;
        map.serialize_entry("number", &headline.map(|figure| figure.number))?;
        map.serialize_entry("inputs", spec.inputs)?;
        map.serialize_entry("parameters", spec.parameters)?;
        map.serialize_entry("figures", spec.figures)?;
        map.serialize_entry("records", &records)?;
        if let Some(prose) = spec.prose {
            map.serialize_entry("meaning", prose.meaning)?;
            map.serialize_entry("formula", prose.formula)?;
            map.serialize_entry("latex", prose.latex)?;
            map.serialize_entry("counted", prose.counted)?;
            map.serialize_entry("left_out", prose.left_out)?;
            map.serialize_entry("errors", prose.errors)?;
            map.serialize_entry("interval", prose.interval)?;
            map.serialize_entry("pitfalls", prose.pitfalls)?;
            map.serialize_entry("sources", prose.sources)?;
            map.serialize_entry("benchmarks", prose.benchmarks)?;
            map.serialize_entry("example", &prose.example)?;
        }
        map.end()
    }
}
