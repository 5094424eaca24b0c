//! What there is to ask for: the presets and the catalogue.

use kpi_core::{CATALOG, presets};

use crate::human::{clause, title, wrap};
use crate::options::word;

/// How far the texts stand in.
const TEXT: usize = 6;

pub fn list() -> String {
    let mut lines = vec!["Presets, --preset NAME".to_owned()];
    for preset in presets() {
        lines.push(format!("  {}", preset.name));
        lines.extend(text(preset.doc));
    }
    for family in CATALOG.chunk_by(|a, b| a.spec().family == b.spec().family) {
        let name = family.first().map_or("", |entry| entry.spec().family);
        lines.extend([String::new(), format!("{}, --kpi ID[:VARIANT]", title(name))]);
        for variants in family.chunk_by(|a, b| a.spec().id == b.spec().id) {
            let Some(first) = variants.first().map(|entry| entry.spec()) else { continue };
            let names: Vec<&str> = variants.iter().map(|entry| entry.spec().variant).collect();
            let mut tables: Vec<&str> =
                variants.iter().flat_map(|entry| entry.records()).map(|(kind, _)| word(kind)).collect();
            tables.sort_unstable();
            tables.dedup();
            let meaning = first.prose.map(|prose| clause(prose.meaning)).unwrap_or_default();
            lines.push(format!("  {}", first.id));
            lines.extend(text(&format!("{meaning}; from {}", tables.join(", "))));
            if names.len() > 1 {
                lines.extend(text(&format!("variants: {}", names.join(", "))));
            }
        }
    }
    lines.join("\n") + "\n"
}

fn text(text: &str) -> Vec<String> {
    wrap(text, 100 - TEXT).iter().map(|line| format!("{:TEXT$}{line}", "")).collect()
}
