//! The program as a user runs it: the sample's digits, published figures, and what stands beside the files of a test.
//!
//! `tests/files.rs` is about what is read, `tests/log.rs` about the log of events and the rules of time, `tests/options.rs`
//! about what is asked for, `tests/pages.rs` about what is shown.

mod files;
mod log;
mod options;
mod pages;

use std::collections::BTreeSet;

use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn run(args: &[&str]) -> (Result<String, String>, Vec<String>) {
    let mut notes = Vec::new();
    let result = crate::run(args.iter().map(Into::into), &mut notes);
    (result.map(|(text, _)| text), notes)
}

fn printed(args: &[&str]) -> String {
    run(args).0.unwrap_or_else(|text| panic!("{args:?}: {text}"))
}

fn refused(args: &[&str]) -> String {
    run(args).0.err().unwrap_or_else(|| panic!("{args:?}: no error"))
}

/// A file of a test's own; the name must be used once.
fn file(name: &str, text: impl AsRef<[u8]>) -> String {
    let folder = std::env::temp_dir().join(format!("kpi-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// The rows of a report as JSON.
fn rows(args: &[&str]) -> Vec<Value> {
    let report: Value = serde_json::from_str(&printed(&[args, &["--format", "json"]].concat())).unwrap();
    report["rows"].as_array().unwrap().clone()
}

const SURVEYS: &str = "\
id,kind,scale_min,scale_max,score,submitted_at,country
1,csat,1,5,5,2026-01-05T10:00:00Z,IT
2,csat,1,5,2,2026-01-20 09:30:00Z,DE
3,csat,1,5,,,DE
4,csat,1,5,4,2026-02-02T23:30:00Z,
";

/// KPIs to which the sample's log (who holds a ticket, and in which status it is) and its calendar (what is a holiday)
/// say more than its tables, of which the vectors are.
const SAID_BESIDE_TABLES: &[&str] = &["arrival_profile", "backlog", "record_completeness"];

/// What an independent peer computed of the sample, against what the program says of it.
#[test]
fn the_sample_has_the_digits_of_its_vectors() {
    let vectors = std::fs::read_to_string(format!("{ROOT}/vectors/sample.json")).unwrap();
    let vectors: Value = serde_json::from_str(&vectors).unwrap();
    let (page, html, rows) = (printed(&[]), printed(&["--format", "html"]), rows(&["--by", "channel"]));
    let asked: BTreeSet<(&str, &str)> =
        rows.iter().map(|row| (row["kpi"].as_str().unwrap(), row["variant"].as_str().unwrap())).collect();
    let mut compared = BTreeSet::new();
    for case in vectors["cases"].as_array().unwrap() {
        let (id, request) = (case["id"].as_str().unwrap(), &case["request"]);
        let kpi = (case["kpi"].as_str().unwrap(), case["variant"].as_str().unwrap());
        let total = request["bucket"].is_null() && request["by"].as_array().is_none_or(Vec::is_empty);
        let by_channel = request["bucket"] == "month" && request["by"] == serde_json::json!(["channel"]);
        if !asked.contains(&kpi) || SAID_BESIDE_TABLES.contains(&kpi.0) || !(total || by_channel) {
            continue;
        }
        for (place, expected) in case["expect"]["rows"].as_array().unwrap().iter().enumerate() {
            let channel = if total { &Value::from("(all)") } else { &expected["group"]["channel"] };
            let is_it = |row: &&Value| {
                row["kpi"] == kpi.0
                    && row["variant"] == kpi.1
                    && row["figure"] == expected["figure"]
                    && row["bucket"] == expected["bucket"]
                    && row["channel"] == *channel
            };
            let found = rows.iter().find(is_it).unwrap_or_else(|| panic!("{id}: {expected}"));
            assert_eq!(found["value"], expected["value"], "{id}: {expected}");
            if let (0, true, Some(value)) = (place, total, expected["value"].as_str()) {
                assert!(page.contains(&format!("exactly {value}")), "{id}");
                assert!(html.contains(&format!("exactly\u{a0}{value}")), "{id}");
            }
        }
        compared.insert(kpi);
    }
    assert!(compared.len() > 5, "{compared:?}");
}

#[test]
fn the_page_fits_a_terminal_and_needs_no_options() {
    let (page, notes) = run(&[]);
    let page = page.unwrap();
    assert_eq!(notes, Vec::<String>::new());
    let widest = page.lines().max_by_key(|line| line.chars().count()).unwrap();
    assert!(widest.chars().count() <= 100, "{widest}");
    assert!(!page.contains('\u{a0}'));
    assert!(page.contains("2026-01-01 to 2026-06-30, both included · zone UTC · by month · by channel"));
    for (kind, _, text) in crate::sample::TABLES {
        // The header is no record.
        let count = crate::human::count(text.lines().count() - 1);
        let counted = format!("{count} {}", kind.plural().replace('_', " "));
        assert!(page.replace('\n', " ").contains(&counted), "{counted}");
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(format!("{ROOT}/README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let lines = shown.lines().count();
    assert!(
        printed(&[]).starts_with(shown),
        "README.md shows an old report; put there what this prints:\n\
         cargo run --release --example report | head -{lines}"
    );
}

/// The figures that others published for the airport survey of 2017; the folder is not part of the project.
#[test]
fn the_airport_survey_has_its_published_figures() {
    let folder = format!("{ROOT}/../shared/data/sfo_survey");
    let file = format!("{folder}/2017_SFO_Customer_Survey.csv");
    if !std::path::Path::new(&file).exists() {
        println!("skipped: {file} is not there");
        return;
    }
    let (nps, csat) = (format!("nps={file}"), format!("csat={file}"));
    #[rustfmt::skip]
    let args = [
        "--map", "surveys.id=RESPNUM", "--kpi", "nps,csat",
        "--surveys", &nps, "--map", "nps.score=NETPRO", "--null", "nps.score=11",
        "--constant", "nps.kind=nps", "--constant", "nps.scale_min=0", "--constant", "nps.scale_max=10",
        "--surveys", &csat, "--map", "csat.score=Q7ALL", "--null", "csat.score=6,0,Blank",
        "--constant", "csat.kind=csat", "--constant", "csat.scale_min=1", "--constant", "csat.scale_max=5",
    ];
    let (page, notes) = run(&args);
    let page = page.unwrap();
    assert!(page.contains("2,206 of 2,688 records · exactly 82.068452381 %"), "{page}");
    assert!(page.contains("2,746 records · exactly 39.839766934\n"), "{page}");
    assert!(notes.iter().any(|note| note.contains("94 of 97 columns are not read: CCGID, RUNID")), "{notes:?}");

    let rows = rows(&args);
    let figure = |kpi: &str, figure: &str| {
        let row = rows.iter().find(|row| row["kpi"] == kpi && row["figure"] == figure).unwrap();
        (row["number"].as_f64().unwrap(), row["sample"].as_u64().unwrap(), row["numerator"].clone())
    };
    let published = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
    let q7 = published("ref_2017_agg_q7_metrics.csv");
    let q7: Vec<&str> = q7.lines().find(|line| line.starts_with("Q7ALL,")).unwrap().split(',').collect();
    let (share, answers, satisfied) = figure("csat", "share");
    assert_eq!((answers.to_string().as_str(), satisfied.as_str().unwrap()), (q7[1], q7[3]));
    assert!((share - q7[5].parse::<f64>().unwrap()).abs() < 1e-8);
    let daily = published("ref_2017_agg_nps_daily.csv");
    let sum = |column: usize| -> f64 {
        daily.lines().skip(1).map(|line| line.split(',').nth(column).unwrap().parse::<f64>().unwrap()).sum()
    };
    let (detractors, promoters, all) = (sum(1), sum(3), sum(4));
    let (score, answers, _) = figure("nps", "score");
    assert_eq!(answers as f64, all);
    assert!((score - 100.0 * (promoters - detractors) / all).abs() < 1e-8);
}
