//! Builds for targets whose standard library this machine may lack.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Debian's compiler of the package `rustc-web`.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
pub const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library";

/// `cargo build --target <target>`, with rustup's target where it is installed.
///
/// Else with Debian's compiler, which builds the crates named in `std` from their source (packages `rustc-web`,
/// `cargo-web`, `rust-web-src`, `lld`). `flags` are the compiler's.
pub fn build(target: &str, std: &str, arguments: &[&str], flags: &[String]) -> Result<()> {
    let mut command = if installed(target)? {
        println!("{target}: with rustup's standard library");
        let mut command = Command::new(env!("CARGO"));
        command.arg("build");
        command
    } else if Path::new(DEBIAN_SOURCE).exists() {
        println!("{target}: with Debian's compiler, standard library from source");
        let mut command = Command::new(DEBIAN_CARGO);
        command
            .args(["build", &format!("-Zbuild-std={std}")])
            .env("RUSTC", DEBIAN_RUSTC)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld")
            .env_remove("RUSTUP_TOOLCHAIN");
        command
    } else {
        bail!("the target {target} is missing; run `rustup target add {target}`");
    };
    if !flags.is_empty() {
        // Separated so that a path may have spaces.
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    }
    command.args(["--target", target, "--locked"]).args(arguments).current_dir(crate::root()?);
    run(&mut command)
}

/// `cargo xtask no-std`: kpi-core needs no standard library, with and without its default features.
pub fn no_std() -> Result<()> {
    for features in [&[][..], &["--no-default-features"]] {
        let arguments = [&["--quiet", "--package", "kpi-core"], features].concat();
        build("thumbv7m-none-eabi", "core,alloc", &arguments, &[])?;
    }
    println!("kpi-core builds for thumbv7m-none-eabi, which has no standard library");
    Ok(())
}

/// Runs the command and fails with its name if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("cannot run `{name}`"))?;
    if !status.success() {
        bail!("`{name}` failed: {status}");
    }
    Ok(())
}

/// Whether the compiler in use has this target's standard library.
fn installed(target: &str) -> Result<bool> {
    Ok(printed(&["target-libdir", "--target", target])?.is_some_and(|folder| folder.exists()))
}

/// A path that the compiler in use prints; nothing where it refuses.
pub fn printed(what: &[&str]) -> Result<Option<PathBuf>> {
    let output = Command::new("rustc").arg("--print").args(what).output().context("cannot run `rustc`")?;
    let text = String::from_utf8(output.stdout)?;
    Ok(output.status.success().then(|| text.trim().into()))
}
