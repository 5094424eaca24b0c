//! `cargo xtask`: the workspace's own tasks.
#![forbid(unsafe_code)]

mod checklist;
#[path = "../../kpi-core/tests/common/mod.rs"]
mod common;
mod digits;
mod r#gen;
mod licences;
#[cfg(feature = "wasm")]
mod order;
#[path = "../../kpi-core/tests/common/run.rs"]
mod run;
mod target;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask <task>

  gen        print the files that follow from the catalogue; with --check only compare
  wasm       build the browser module into kpi-wasm/js
  no-std     build kpi-core for a target that has no standard library
  licences   check the licence of every dependency
  checklist  compare a specification's tables of KPIs with what there is: checklist <kpis.md>
  digits     compare what Rust, Python and JavaScript give for every vector
";

fn main() -> ExitCode {
    match task(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the task that the arguments name.
fn task(mut args: lexopt::Parser) -> Result<()> {
    let Some(arg) = args.next()? else {
        print!("{HELP}");
        return Ok(());
    };
    match arg {
        Long("help") | Short('h') => {
            print!("{HELP}");
            Ok(())
        }
        Value(task) => {
            let task = task.string()?;
            match task.as_str() {
                "gen" => flag(args, "check").and_then(r#gen::run),
                "wasm" => nothing_more(args).and_then(|()| wasm::run()),
                "no-std" => nothing_more(args).and_then(|()| target::no_std()),
                "licences" => nothing_more(args).and_then(|()| licences::run()),
                "checklist" => {
                    let Some(Value(path)) = args.next()? else { bail!("name the specification: checklist <kpis.md>") };
                    nothing_more(args)?;
                    checklist::run(Path::new(&path))
                }
                "digits" => nothing_more(args).and_then(|()| digits::compare()),
                _ => bail!("there is no task `{task}`\n\n{HELP}"),
            }
        }
        other => Err(other.unexpected().into()),
    }
}

/// Refuses arguments after a task that takes none.
fn nothing_more(mut args: lexopt::Parser) -> Result<()> {
    match args.next()? {
        None => Ok(()),
        Some(arg) => Err(arg.unexpected().into()),
    }
}

/// Whether the one flag that a task takes is there; refuses anything else.
fn flag(mut args: lexopt::Parser, name: &str) -> Result<bool> {
    let mut given = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long(own) if own == name => given = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(given)
}

/// The workspace's folder.
fn root() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands in no workspace")?;
    Ok(root.to_path_buf())
}
