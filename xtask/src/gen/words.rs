//! What the catalogue's entries are called and how they are described, the same in every language.

use kpi_core::Sorted;

use anyhow::{Context, Result, bail};
use kpi_core::{
    Anchor, Argument, CATALOG, Direction, Entry, FigureSpec, Figures, InputKind, InputSpec, Kind, Number, Prose, Spec,
};
use serde_json::Value;

use super::text::{code_list, sentence};

/// Titles that are not the id's own words.
const TITLES: &[(&str, &str)] = &[
    ("cross_sell_rate", "Cross-sell rate"),
    ("csat", "Customer satisfaction"),
    ("mrr_growth_rate", "MRR growth rate"),
    ("nps", "Net Promoter Score"),
    ("self_service_completion_rate", "Self-service completion rate"),
    ("self_service_utilization", "Self-service utilization"),
    ("sla_attainment", "SLA attainment"),
];

/// The entries of each KPI, in the order of the catalogue.
pub fn kpis() -> Vec<Vec<&'static Entry>> {
    let mut kpis: Vec<Vec<&Entry>> = Vec::new();
    for entry in CATALOG {
        match kpis.last_mut() {
            Some(last) if last.first().is_some_and(|first| first.spec().id == entry.spec().id) => last.push(entry),
            _ => kpis.push(vec![entry]),
        }
    }
    kpis
}

/// The KPI's title.
pub fn title(id: &str) -> String {
    match TITLES.iter().find(|(own, _)| *own == id) {
        Some((_, title)) => (*title).to_owned(),
        None => super::text::capital(&id.replace('_', " ")),
    }
}

/// The family in a heading.
pub fn family(name: &str) -> String {
    super::text::capital(&if name == "self_service" { name.replace('_', "-") } else { name.replace('_', " ") })
}

/// Whether the entry is its KPI's default variant.
pub fn is_default(spec: &Spec) -> bool {
    CATALOG.iter().find(|entry| entry.spec().id == spec.id).is_some_and(|entry| entry.spec().variant == spec.variant)
}

/// The name of an entry's formula: the id, with the variant where it is not the default one.
pub fn function(spec: &Spec) -> String {
    if is_default(spec) { spec.id.to_owned() } else { format!("{}_{}", spec.id, spec.variant) }
}

/// The entry's texts.
pub fn prose(entry: &Entry) -> Result<&'static Prose> {
    let spec = entry.spec();
    spec.prose.with_context(|| format!("`{}`, `{}` has no prose", spec.id, spec.variant))
}

/// Within which bounds a kind of number lies.
pub fn range(number: Number) -> String {
    let signed = |end: i32| end.to_string().replace('-', "−");
    match (number, number.bounds()) {
        (Number::Score, _) => "the declared scale".to_owned(),
        (_, (Some(low), Some(high))) => format!("{} to {}", signed(low), signed(high)),
        (_, (Some(low), None)) => format!("{} or more", signed(low)),
        (_, (None, Some(high))) => format!("{} or less", signed(high)),
        (_, (None, None)) => "any".to_owned(),
    }
}

/// So many figures of one kind in a row are told by their first and last.
const MANY: usize = 12;

/// The figures of a KPI: their names, those of a long row as one, and what they are.
pub fn named_figures(spec: &Spec) -> Vec<(String, &FigureSpec)> {
    let numbered = |figure: &FigureSpec| figure.name.ends_with(|last: char| last.is_ascii_digit());
    let alike = |a: &FigureSpec, b: &FigureSpec| a.unit == b.unit && a.number == b.number && numbered(a) && numbered(b);
    let mut named = Vec::new();
    for run in spec.figures.chunk_by(alike) {
        match run {
            [first, .., last] if run.len() > MANY => named.push((format!("`{}` … `{}`", first.name, last.name), first)),
            _ => named.extend(run.iter().map(|figure| (format!("`{}`", figure.name), figure))),
        }
    }
    named
}

/// A figure with its unit and range.
pub fn figure((name, figure): &(String, &FigureSpec)) -> String {
    format!("{name} ({}, {})", figure.unit.text(), range(figure.number))
}

/// The figures with their units and ranges, as a sentence.
pub fn figures(spec: &Spec) -> String {
    format!("{}.", named_figures(spec).iter().map(figure).collect::<Vec<_>>().join(", "))
}

/// Which direction is the better one.
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::HigherIsBetter => "higher is better",
        Direction::LowerIsBetter => "lower is better",
        Direction::Neutral => "neither more nor less is better",
        _ => "better as the scale declares it",
    }
}

fn joined(names: &[&str], by: &str) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(by)
}

/// What puts a record in a bucket.
pub fn anchor(anchor: Anchor) -> String {
    match anchor {
        Anchor::Instant(names) => joined(names, ", else "),
        Anchor::Ending(names) => {
            format!("{}; what is open at the end of a bucket is reported as `open`", joined(names, ", else "))
        }
        Anchor::Earliest(names) => format!("the earliest of {}", joined(names, ", ")),
        Anchor::Balance(from, to) => format!("every bucket that it meets from `{from}` to `{to}`"),
        Anchor::Lasting(at, _) => format!("every bucket that it meets in the days after `{at}`"),
        Anchor::Period(at, from, to) if at == from => {
            format!("every bucket that it meets from `{from}` to `{to}`, clipped to it")
        }
        Anchor::Period(at, from, to) => format!("`{at}`, or spread from `{from}` to `{to}`"),
    }
}

/// What the documentation of a formula says, in order.
pub fn parts(entry: &Entry) -> Result<Vec<(&'static str, String)>> {
    let (spec, prose) = (entry.spec(), prose(entry)?);
    let sources: Vec<String> =
        prose.sources.iter().map(|source| format!("{}: {}", source.title, sentence(source.says))).collect();
    Ok(vec![
        ("Formula", sentence(prose.formula)),
        ("Gives", figures(spec)),
        ("Counted", sentence(prose.counted)),
        ("Left out", sentence(prose.left_out)),
        ("Interval", sentence(prose.interval)),
        ("Sources", sources.join(" ")),
    ])
}

/// The example's inputs as JSON.
pub fn example(entry: &Entry) -> Result<Vec<(&'static InputSpec, Value)>> {
    let (spec, prose) = (entry.spec(), prose(entry)?);
    if prose.example.inputs.len() != spec.inputs.len() {
        bail!("the example has {} inputs, the formula {}", prose.example.inputs.len(), spec.inputs.len());
    }
    let value = |text: &&str| serde_json::from_str(text).with_context(|| format!("the example's `{text}` is not JSON"));
    let values = prose.example.inputs.iter().map(value).collect::<Result<Vec<Value>>>()?;
    Ok(spec.inputs.iter().zip(values).collect())
}

/// The figures of the formula over these inputs, at level 0.95 and without parameters.
pub fn compute(entry: &Entry, inputs: &[(&InputSpec, Value)]) -> Result<Figures> {
    let mut arguments: Sorted<String, Argument> = Sorted::new();
    for (input, value) in inputs {
        arguments.insert(input.name.to_owned(), serde_json::from_value(value.clone())?);
    }
    entry.formula(&arguments, &Sorted::new(), 0.95).map_err(anyhow::Error::msg)
}

/// The figures of the formula over nothing: no durations, no scores, counts and amounts of 0; a length that cannot be 0
/// stays as it is.
pub fn over_nothing(entry: &Entry) -> Result<Figures> {
    let is_list = |of| {
        matches!(
            of,
            InputKind::Durations | InputKind::Counts | InputKind::Scores | InputKind::Flags | InputKind::Numbers
        )
    };
    let lists = entry.spec().inputs.iter().any(|input| is_list(input.of));
    let nothing = |lengths: bool| {
        let mut inputs = example(entry)?;
        for (input, value) in &mut inputs {
            match input.of {
                of if is_list(of) => *value = Value::Array(Vec::new()),
                InputKind::Duration if lengths => *value = Value::from(0),
                // Beside a list, counts describe it: a scale's ends, for example.
                InputKind::Count if !lists => *value = Value::from(0),
                InputKind::Amount if !lists => *value = Value::from("0"),
                _ => {}
            }
        }
        compute(entry, &inputs)
    };
    nothing(true).or_else(|_| nothing(false))
}

/// The kinds of record that any variant of a KPI reads.
pub fn kinds(entries: &[&Entry]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = entries.iter().flat_map(|entry| entry.records()).map(|(kind, _)| kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// The kinds of record that a measure takes: those that are read, and those of which they are made; all, where a parameter
/// says which of them is read.
pub fn taken(entries: &[&Entry]) -> Vec<Kind> {
    if entries.iter().any(|entry| entry.reads_any()) {
        return Kind::ALL.iter().copied().filter(|kind| *kind != Kind::TicketEvent).collect();
    }
    let mut kinds = kinds(entries);
    kinds.extend(entries.iter().flat_map(|entry| entry.sources()));
    kinds.sort();
    kinds.dedup();
    kinds
}

/// What a KPI reads, for readers.
pub fn reads(entries: &[&Entry], name: fn(&str) -> String) -> String {
    if entries.iter().any(|entry| entry.reads_any()) {
        return "any records".to_owned();
    }
    let list = |kinds: &[Kind]| kinds.iter().map(|kind| name(kind.plural())).collect::<Vec<_>>().join(", ");
    let own = kinds(entries);
    let made: Vec<Kind> = taken(entries).into_iter().filter(|kind| !own.contains(kind)).collect();
    if made.is_empty() { list(&own) } else { format!("{}, and what follows from {}", list(&own), list(&made)) }
}

/// The variants as a list for readers.
pub fn variants(entries: &[&Entry]) -> String {
    code_list(entries.iter().map(|entry| entry.spec().variant))
}
