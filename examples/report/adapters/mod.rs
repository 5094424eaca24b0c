//! Public data sets as they come, made into tables of records: `--adapter NAME=FILE`.
//!
//! An adapter reads its file row by row and gives CSV text of our own fields, which then goes the way of every other
//! file: all options work on it, and `--write` puts it down for other programs. Times keep the local clock of the data.

mod bank_callcentre;
mod helpdesk_italian;
mod mrr_playbook;
mod rows;
mod telco_churn;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::human::records;
use crate::options::{File, Options, either, word};
use rows::Sheet;

/// A data set of which we know the format.
struct Adapter {
    name: &'static str,
    /// The clock of its times.
    zone: &'static str,
    adapt: fn(&Path) -> Result<Adapted, String>,
}

/// What an adapter makes of a file.
struct Adapted {
    sheets: Vec<Sheet>,
    /// What it left out.
    notes: Vec<String>,
}

const ADAPTERS: &[Adapter] = &[
    Adapter { name: "bank_callcentre", zone: "Asia/Jerusalem", adapt: bank_callcentre::adapt },
    Adapter { name: "helpdesk_italian", zone: "Europe/Rome", adapt: helpdesk_italian::adapt },
    Adapter { name: "telco_churn", zone: "UTC", adapt: telco_churn::adapt },
    Adapter { name: "mrr_playbook", zone: "UTC", adapt: mrr_playbook::adapt },
];

/// The name and the file of `NAME=FILE`.
pub fn named(value: &str) -> Result<(String, PathBuf), String> {
    let (name, path) = value.split_once('=').ok_or("write NAME=FILE, such as bank_callcentre=february.txt")?;
    find(name)?;
    Ok((name.into(), path.into()))
}

fn find(name: &str) -> Result<&'static Adapter, String> {
    ADAPTERS.iter().find(|adapter| adapter.name == name).ok_or_else(|| {
        let names: Vec<&str> = ADAPTERS.iter().map(|adapter| adapter.name).collect();
        format!("there is no adapter `{name}`; choose {}", either(&names))
    })
}

/// Adds what the adapters make to the files of the options.
pub fn expand(options: &mut Options, notes: &mut Vec<String>) -> Result<(), String> {
    if options.adapters.is_empty() && options.write.is_some() {
        return Err("--write puts down what adapters make; name one, such as --adapter bank_callcentre=FILE".into());
    }
    let mut written = BTreeSet::new();
    for (name, path) in std::mem::take(&mut options.adapters) {
        let adapter = find(&name)?;
        let zone = options.zone.get_or_insert_with(|| {
            notes.push(format!("times are read on the clock of {}; --zone says otherwise", adapter.zone));
            adapter.zone.into()
        });
        let adapted = (adapter.adapt)(&path).map_err(|text| format!("--adapter {name}: {text}"))?;
        notes.extend(adapted.notes.into_iter().map(|note| format!("{}: {note}", path.display())));
        for sheet in adapted.sheets {
            let (kind, found) = (sheet.kind, sheet.records);
            let text = sheet.text()?;
            let table = format!("{}.csv", word(kind));
            if let Some(folder) = &options.write {
                let place = folder.join(&table);
                if !written.insert(kind) {
                    return Err(format!("--write: two data sets have {table}; write one at a time"));
                }
                std::fs::create_dir_all(folder)
                    .and_then(|()| std::fs::write(&place, &text))
                    .map_err(|error| format!("--write {}: {error}", place.display()))?;
                notes.push(format!(
                    "wrote {}: {}, times on the clock of {zone}",
                    place.display(),
                    records(found as u64)
                ));
            }
            let shown = format!("{table} of {}", path.display());
            options.files.push(File { kind, name: Some(name.clone()), path: shown.into(), text: Some(text) });
        }
    }
    Ok(())
}
