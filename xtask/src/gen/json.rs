//! `docs/catalog.json`: the catalogue for programs.

use anyhow::Result;
use kpi_core::{CATALOG, catalog_version};
use serde_json::json;

use super::Files;
use super::sources::ARTICLES;

pub fn print(files: &mut Files) -> Result<()> {
    let sources = ARTICLES.iter().map(|article| json!({ "mark": article.mark, "title": article.title }));
    let catalog = json!({
        "catalog": catalog_version(),
        "kpis": CATALOG,
        "sources": sources.collect::<Vec<_>>(),
    });
    files.insert("docs/catalog.json".into(), serde_json::to_string_pretty(&catalog)? + "\n");
    Ok(())
}
