//! What must hold of the catalogue's texts before they are printed.

use std::collections::BTreeSet;

use anyhow::Result;
use kpi_core::{CATALOG, COLUMNS, Code, Entry, Kind, Prose, Reason, Undefined};

use super::sources::article;
use super::{text, words};

/// Words of the request that texts may name.
const REQUEST: &[&str] = &["anchor", "as_of", "bucket", "by", "filters", "level", "window", "zone"];

/// Everything that is wrong, one line each.
pub fn faults() -> Vec<String> {
    let mut faults = Vec::new();
    for entry in CATALOG {
        let spec = entry.spec();
        let mut say = |fault: String| faults.push(format!("{}, {}: {fault}", spec.id, spec.variant));
        match spec.prose {
            None => say("has no prose".to_owned()),
            Some(prose) => {
                of_texts(entry, prose, &mut say);
                of_words(entry, prose, &mut say);
                if let Err(error) = of_example(entry, prose, &mut say) {
                    say(format!("its example fails: {error:#}"));
                }
            }
        }
    }
    for name in CATALOG.iter().flat_map(|entry| {
        let spec = entry.spec();
        spec.inputs.iter().map(|input| input.name).chain(spec.parameters.iter().map(|parameter| parameter.name))
    }) {
        if snake(&text::camel(name)) != name {
            faults.push(format!("`{name}` cannot be told from its camelCase form; name it without `_` before a digit"));
        }
    }
    faults
}

/// camelCase as snake_case, as the browser package does it.
fn snake(name: &str) -> String {
    name.chars().fold(String::new(), |mut out, c| {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
        out
    })
}

/// No text is empty; sources are known; benchmarks speak of figures and sources that are there.
fn of_texts(entry: &Entry, prose: &Prose, say: &mut impl FnMut(String)) {
    let spec = entry.spec();
    for (name, text) in texts(prose) {
        if text.trim().is_empty() {
            say(format!("its {name} is empty"));
        }
    }
    if prose.sources.is_empty() {
        say("has no source".to_owned());
    }
    for source in prose.sources {
        let mark = !source.title.contains(' ');
        if mark && article(source.title).is_none() {
            say(format!("the source `{}` is not in xtask/src/gen/sources.rs", source.title));
        }
    }
    for benchmark in prose.benchmarks {
        if !spec.figures.iter().any(|figure| figure.name == benchmark.figure) {
            say(format!("a benchmark speaks of `{}`, which is none of its figures", benchmark.figure));
        }
        if !prose.sources.iter().any(|source| source.title == benchmark.source) {
            say(format!("a benchmark is from `{}`, which is none of its sources", benchmark.source));
        }
        if benchmark.low.is_none() && benchmark.high.is_none() {
            say(format!("the benchmark `{}` has no number", benchmark.label));
        }
    }
}

/// Words in backticks exist.
fn of_words(entry: &Entry, prose: &Prose, say: &mut impl FnMut(String)) {
    let spec = entry.spec();
    let mut known: BTreeSet<&str> = REQUEST.iter().copied().collect();
    known.extend(Reason::ALL.iter().map(|reason| reason.as_str()));
    known.extend(Code::ALL.iter().map(|code| code.as_str()));
    known.extend(Undefined::ALL.iter().map(|undefined| undefined.as_str()));
    known.extend(spec.parameters.iter().map(|parameter| parameter.name));
    known.extend(spec.parameters.iter().flat_map(|parameter| text::marked(parameter.takes)));
    known.extend(spec.inputs.iter().map(|input| input.name));
    known.extend(spec.figures.iter().map(|figure| figure.name));
    known.extend(CATALOG.iter().filter(|other| other.spec().id == spec.id).map(|other| other.spec().variant));
    known.extend(Kind::ALL.iter().flat_map(|kind| kind.fields()).map(|field| field.name));
    let strict = ["left_out", "errors"];
    let mut loose = known.clone();
    loose.extend(COLUMNS);
    loose.extend(CATALOG.iter().map(|other| other.spec().id));
    loose.extend(Kind::ALL.iter().flat_map(|kind| kind.fields()).flat_map(|field| field.doc.split([' ', ',', '.'])));
    for (name, text) in texts(prose) {
        let known = if strict.contains(&name) { &known } else { &loose };
        for word in text::marked(text).filter(|word| !known.contains(word)) {
            say(format!("its {name} names `{word}`, which is no reason, code, parameter, variant or field"));
        }
    }
}

/// The example's value comes out of the formula.
fn of_example(entry: &Entry, prose: &Prose, say: &mut impl FnMut(String)) -> Result<()> {
    let figures = words::compute(entry, &words::example(entry)?)?;
    let value = figures.value().map(|value| value.to_string());
    if value.as_deref() != Some(prose.example.value) {
        say(format!("its example says {}, the formula {}", prose.example.value, value.unwrap_or("undefined".into())));
    }
    words::over_nothing(entry)?;
    Ok(())
}

/// Every text with its name.
fn texts(prose: &Prose) -> Vec<(&'static str, &'static str)> {
    let mut texts = vec![
        ("meaning", prose.meaning),
        ("formula", prose.formula),
        ("latex", prose.latex),
        ("counted", prose.counted),
        ("left_out", prose.left_out),
        ("errors", prose.errors),
        ("interval", prose.interval),
        ("example", prose.example.working),
    ];
    texts.extend(prose.pitfalls.iter().map(|pitfall| ("pitfalls", *pitfall)));
    texts.extend(prose.sources.iter().map(|source| ("sources", source.says)));
    texts.extend(prose.benchmarks.iter().map(|benchmark| ("benchmarks", benchmark.population)));
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_in_order() {
        assert_eq!(faults(), Vec::<String>::new());
    }

    #[test]
    fn faults_are_found() {
        let entry = kpi_core::find("nps", "").unwrap();
        let mut prose = *entry.spec().prose.unwrap();
        prose.counted = " ";
        prose.left_out = "`other_kind`, `no_such_reason`.";
        prose.sources = &[];
        prose.benchmarks = &[];
        prose.example.value = "44";
        let mut faults = Vec::new();
        of_texts(entry, &prose, &mut |fault| faults.push(fault));
        of_words(entry, &prose, &mut |fault| faults.push(fault));
        of_example(entry, &prose, &mut |fault| faults.push(fault)).unwrap();
        assert_eq!(
            faults,
            [
                "its counted is empty",
                "has no source",
                "its left_out names `no_such_reason`, which is no reason, code, parameter, variant or field",
                "its example says 44, the formula 45",
            ]
        );
    }
}
