//! `cargo xtask licences`: every dependency may be used under a licence that we allow.

use anyhow::{Context, Result, bail};
use cargo_metadata::MetadataCommand;
use spdx::{Expression, ParseMode};

/// Permissive licences that ask for no more than to keep their text.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

pub fn run() -> Result<()> {
    let metadata = MetadataCommand::new()
        .manifest_path(crate::root()?.join("Cargo.toml"))
        .other_options(["--locked".to_owned(), "--all-features".to_owned()])
        .exec()
        .context("cannot read the dependencies")?;
    let refused: Vec<String> = metadata
        .packages
        .iter()
        .filter_map(|package| {
            let why = refusal(package.license.as_deref())?;
            Some(format!("{} {}: {why}", package.name, package.version))
        })
        .collect();
    if !refused.is_empty() {
        bail!("licences that are not on the list in xtask/src/licences.rs:\n  {}", refused.join("\n  "));
    }
    println!("licences: {} crates, all allowed", metadata.packages.len());
    Ok(())
}

/// Why a crate with this licence field may not be used, if so.
fn refusal(licence: Option<&str>) -> Option<String> {
    let Some(text) = licence else {
        return Some("names no licence".to_owned());
    };
    // Old manifests write `MIT/Apache-2.0` for `OR`.
    let mode = ParseMode { allow_slash_as_or_operator: true, ..ParseMode::STRICT };
    let expression = match Expression::parse_mode(text, mode) {
        Ok(expression) => expression,
        Err(error) => return Some(format!("`{text}` cannot be read: {}", error.reason)),
    };
    let allowed = expression
        .evaluate(|requirement| requirement.license.id().is_some_and(|licence| ALLOWED.contains(&licence.name)));
    (!allowed).then(|| format!("`{text}`"))
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn allowed() {
        for text in ["MIT", "MIT OR GPL-3.0-only", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert_eq!(refusal(Some(text)), None, "{text}");
        }
    }

    #[test]
    fn refused() {
        for text in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "my own terms"] {
            assert!(refusal(Some(text)).is_some(), "{text}");
        }
        assert!(refusal(None).is_some());
    }
}
