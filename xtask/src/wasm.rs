//! `cargo xtask wasm`: the browser modules, from Rust to `kpi-wasm/js`.

#[cfg(not(feature = "wasm"))]
pub fn run() -> anyhow::Result<()> {
    use std::process::Command;

    // The same task again, with wasm-bindgen in it.
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["run", "--quiet", "--package", "xtask", "--features", "wasm", "--", "wasm"])
        .current_dir(crate::root()?);
    crate::target::run(&mut command)
}

#[cfg(feature = "wasm")]
pub use build::run;

#[cfg(feature = "wasm")]
mod build {
    use std::fs;
    use std::hash::{DefaultHasher, Hash, Hasher};
    use std::io::Write;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use anyhow::{Context, Result, anyhow, bail};
    use cargo_metadata::MetadataCommand;
    use flate2::{Compression, write::GzEncoder};
    use wasm_bindgen_cli_support::Bindgen;
    use wasm_split_cli_support::{Options, transform};

    use crate::target::{DEBIAN_SOURCE, printed};

    const TARGET: &str = "wasm32-unknown-unknown";

    /// A module of the package: its name, the features that it leaves out, and the most bytes that it may have with gzip;
    /// and those of the part that is cut off, where its source has a seam.
    struct Module {
        name: &'static str,
        features: &'static [&'static str],
        bound: usize,
        rest: Option<usize>,
    }

    const MODULES: [Module; 2] = [
        Module { name: "kpi", features: &[], bound: 118_000, rest: Some(180_000) },
        // The formulas alone, for pages that have the numbers already.
        Module { name: "kpi_formulas", features: &["--no-default-features"], bound: 103_000, rest: None },
    ];

    pub fn run() -> Result<()> {
        let root = crate::root()?;
        let metadata = MetadataCommand::new().manifest_path(root.join("Cargo.toml")).no_deps().exec()?;
        let places = places(&root, metadata.target_directory.as_std_path())?;
        let built = metadata.target_directory.join(TARGET).join("wasm/kpi_wasm.wasm");
        MODULES.iter().try_for_each(|module| one(module, &root, built.as_std_path(), &places))
    }

    fn one(module: &Module, root: &Path, built: &Path, places: &[(PathBuf, &'static str)]) -> Result<()> {
        let Module { name, .. } = module;
        let arguments = [&["--package", "kpi-wasm", "--lib", "--profile", "wasm"], module.features].concat();
        let remap = places.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
        // What refers to what is known by the relocations, which the cut follows. A little more is copied into its callers
        // than the level `z` does, because that is shorter once gzip has seen it.
        let own = ["-Clink-arg=--emit-relocs", "-Cllvm-args=-inline-threshold=15"];
        let flags: Vec<String> = remap.chain(own.map(str::to_owned)).collect();
        crate::target::build(TARGET, "std,panic_abort", &arguments, &flags)?;

        let js = root.join("kpi-wasm/js");
        let parts = built.with_file_name(format!("{name}_parts"));
        let first = parts.join("first.wasm");
        cut(built, &parts, &first)?;
        let mut output = Bindgen::new()
            .input_path(&first)
            .web(true)?
            .typescript(true)
            // The rest calls through the table of the first part.
            .keep_lld_exports(module.rest.is_some())
            // By default the glue fetches the module from beside itself.
            .out_name(name)
            .omit_default_module_path(false)
            .generate_output()
            .context("wasm-bindgen failed")?;
        if output.snippets().values().any(|inline| !inline.is_empty()) || !output.local_modules().is_empty() {
            bail!("wasm-bindgen wants files of its own beside the module, and the package ships none");
        }
        let types = output.ts().context("wasm-bindgen wrote no types")?.to_owned();
        let glue = output.js().replace(&format!("./{name}.d.ts"), &format!("./{name}_native.d.ts"));
        fs::write(js.join(format!("{name}_native.js")), glue)?;
        fs::write(js.join(format!("{name}_native.d.ts")), types)?;
        let bindings = parts.join("bindings.wasm");
        fs::write(&bindings, output.wasm_mut().emit_wasm())?;
        small(root, &bindings, &js.join(format!("{name}_bg.wasm")), module.bound, places)?;
        if let Some(bound) = module.rest {
            small(root, &parts.join("split_rest.wasm"), &js.join(format!("{name}_rest_bg.wasm")), bound, places)?;
            paired(&js, name)?;
        }
        Ok(())
    }

    /// Names an import of the rest by what is in both parts, so that it links with no part of another build.
    fn paired(js: &Path, name: &str) -> Result<()> {
        const NAME: &str = "__wasm_split_shared0";
        let files = [format!("{name}_bg.wasm"), format!("{name}_rest_bg.wasm")];
        let mut bytes = Vec::new();
        for file in &files {
            bytes.push(fs::read(js.join(file))?);
        }
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        // As long as the other name, so that nothing moves.
        let own = format!("kpi_{:016x}", hasher.finish());
        for (file, bytes) in files.iter().zip(&mut bytes) {
            let at = bytes.windows(NAME.len()).position(|window| window == NAME.as_bytes());
            let place = at.and_then(|at| bytes.get_mut(at..at + NAME.len()));
            place.with_context(|| format!("{file} has no {NAME}"))?.copy_from_slice(own.as_bytes());
            fs::write(js.join(file), bytes)?;
        }
        Ok(())
    }

    /// Cuts a module where its source has a seam: one without comes out whole.
    fn cut(module: &Path, parts: &Path, first: &Path) -> Result<()> {
        let bytes = fs::read(module)?;
        let mut options = Options::new(&bytes);
        options.output_dir = parts;
        options.main_out_path = first;
        let parts = transform(options).map_err(|error| anyhow!("cannot cut the module: {error:?}"))?;
        if parts.split_modules.len() > 1 {
            bail!("the module was cut into more than two: {:?}", parts.split_modules);
        }
        Ok(())
    }

    /// The module as it ships, with no path of this machine in it.
    fn small(root: &Path, from: &Path, to: &Path, bound: usize, places: &[(PathBuf, &'static str)]) -> Result<()> {
        optimise(root, from, to)?;
        let bytes = fs::read(to)?;
        for (path, _) in places {
            let path = path.to_string_lossy();
            if bytes.windows(path.len()).any(|window| window == path.as_bytes()) {
                bail!("the module holds a path of this machine: {path}");
            }
        }
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let zipped = gzip.finish()?.len();
        let name = to.strip_prefix(root).unwrap_or(to).display();
        println!("{name}: {} bytes, {zipped} with gzip", bytes.len());
        if zipped > bound {
            bail!("{name} has {zipped} bytes with gzip, and may have {bound}");
        }
        Ok(())
    }

    /// The folders of this machine that hold sources, and what they are called in the module: panics name their source,
    /// and the module shall be the same from every machine. The last that fits counts.
    fn places(root: &Path, target: &Path) -> Result<Vec<(PathBuf, &'static str)>> {
        let cargo = match std::env::var_os("CARGO_HOME") {
            Some(folder) => PathBuf::from(folder),
            None => std::env::home_dir().context("there is no home folder")?.join(".cargo"),
        };
        let mut places = vec![(cargo.clone(), "cargo"), (DEBIAN_SOURCE.into(), "std")];
        places.extend(printed(&["sysroot"])?.map(|folder| (folder.join("lib/rustlib/src/rust/library"), "std")));
        for registry in fs::read_dir(cargo.join("registry/src")).into_iter().flatten() {
            places.push((registry?.path(), "crates"));
        }
        places.extend([(root.to_path_buf(), "kpi"), (target.to_path_buf(), "target")]);
        Ok(places)
    }

    /// binaryen's `wasm-opt`, without `--all-features`: that writes modules which Node 20 refuses.
    fn optimise(root: &Path, from: &Path, to: &Path) -> Result<()> {
        let package = root.join("kpi-wasm/node_modules/binaryen");
        if !package.exists() {
            bail!("binaryen is missing; run `npm ci` in kpi-wasm");
        }
        // What makes the module shortest with gzip. Functions with one caller stay: inlined, they make it shorter, but 7 %
        // longer with gzip. Nothing of Rust's lies in the first KiB of memory, where the stack ends.
        let flags = [
            "-Oz",
            "--always-inline-max-function-size=4",
            "--one-caller-inline-max-function-size=0",
            "--converge",
            "--low-memory-unused",
            "--strip-debug",
        ];
        let optimiser = package.join("bin/wasm-opt");
        crate::target::run(Command::new("node").arg(&optimiser).args(flags).arg(from).arg("-o").arg(to))?;
        let named = from.with_extension("named.wasm");
        fs::write(&named, crate::order::named(&fs::read(to)?)?)?;
        // The levels run no optimisation here: they have what is read written as shortly as it was.
        let flags = ["--reorder-functions-by-name", "--strip-debug", "--optimize-level=2", "--shrink-level=2"];
        crate::target::run(Command::new("node").arg(&optimiser).args(flags).arg(&named).arg("-o").arg(to))
    }
}
