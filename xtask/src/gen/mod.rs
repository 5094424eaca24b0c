//! `cargo xtask gen`: prints what follows from the catalogue: functions and types in three languages, and the book.

mod book;
mod check;
mod javascript;
mod json;
mod page;
mod parameters;
mod python;
mod rust;
mod sources;
pub mod text;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Every printed file of these folders; what else lies in them is left from an earlier catalogue.
const OWN_FOLDERS: &[&str] = &["docs/src/kpis"];

/// The printed files: path from the workspace's folder, and text.
type Files = BTreeMap<String, String>;

/// Prints the files; with `check` it only compares.
pub fn run(check: bool) -> Result<()> {
    let root = crate::root()?;
    let faults = check::faults();
    if !faults.is_empty() {
        bail!("the catalogue's texts are not in order:\n  {}", faults.join("\n  "));
    }
    let files = files(&root)?;
    let mut stale = stale(&root, &files)?;
    let left = left_over(&root, &files)?;
    if check {
        stale.extend(left);
        if !stale.is_empty() {
            bail!("printed files are stale; run `cargo xtask gen`:\n  {}", stale.join("\n  "));
        }
        println!("printed files: {}, all fresh", files.len());
        return Ok(());
    }
    for path in &stale {
        let to = root.join(path);
        fs::create_dir_all(to.parent().context("a file stands in a folder")?)?;
        fs::write(&to, &files[path]).with_context(|| format!("cannot write {path}"))?;
    }
    for path in &left {
        fs::remove_file(root.join(path)).with_context(|| format!("cannot remove {path}"))?;
    }
    println!("printed files: {}, {} written, {} removed", files.len(), stale.len(), left.len());
    Ok(())
}

/// Every printed file.
fn files(root: &Path) -> Result<Files> {
    let mut files = Files::new();
    rust::print(root, &mut files)?;
    python::print(&mut files)?;
    javascript::print(&mut files)?;
    json::print(&mut files)?;
    book::print(&mut files)?;
    for (path, text) in &files {
        if text.contains("\n\n\n") && !path.ends_with(".py") {
            bail!("{path} would have two empty lines in a row");
        }
    }
    Ok(files)
}

/// The files that are not as they would be printed.
fn stale(root: &Path, files: &Files) -> Result<Vec<String>> {
    let mut stale = Vec::new();
    for (path, text) in files {
        let file = root.join(path);
        let fresh = file.exists() && fs::read(&file).with_context(|| format!("cannot read {path}"))? == text.as_bytes();
        if !fresh {
            stale.push(path.clone());
        }
    }
    Ok(stale)
}

/// The files in printed folders that nothing prints any more.
fn left_over(root: &Path, files: &Files) -> Result<Vec<String>> {
    let mut left = Vec::new();
    for folder in OWN_FOLDERS {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
        for entry in entries {
            let path = format!("{folder}/{}", entry?.file_name().to_string_lossy());
            if !files.contains_key(&path) {
                left.push(path);
            }
        }
    }
    left.sort();
    Ok(left)
}
