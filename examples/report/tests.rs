//! The program as a user runs it: the sample's digits, published figures, and what it says of wrong options and files.

use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn run(args: &[&str]) -> (Result<String, String>, Vec<String>) {
    let mut notes = Vec::new();
    let result = crate::run(args.iter().map(Into::into), &mut notes);
    (result, notes)
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

#[test]
fn the_sample_has_the_digits_of_its_vectors() {
    let vectors = std::fs::read_to_string(format!("{ROOT}/vectors/sample.json")).unwrap();
    let vectors: Value = serde_json::from_str(&vectors).unwrap();
    let (page, rows) = (printed(&[]), rows(&[]));
    let mut compared = Vec::new();
    for case in vectors["cases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        let asked = rows.iter().find(|row| row["kpi"] == case["kpi"] && row["variant"] == case["variant"]);
        if !id.ends_with("-quarter") || asked.is_none() {
            continue;
        }
        for (place, expected) in case["expect"]["rows"].as_array().unwrap().iter().enumerate() {
            let is_it = |row: &&Value| {
                row["kpi"] == case["kpi"]
                    && row["figure"] == expected["figure"]
                    && row["bucket"].is_null()
                    && row["channel"] == "(all)"
            };
            let found = rows.iter().find(is_it).unwrap();
            assert_eq!(found["value"], expected["value"], "{id}");
            if place == 0 {
                assert!(page.contains(&format!("exactly {}", expected["value"].as_str().unwrap())), "{id}");
            }
        }
        compared.push(case["kpi"].as_str().unwrap());
    }
    assert_eq!(compared.len(), 7, "every KPI once: {compared:?}");
}

#[test]
fn the_page_fits_a_terminal_and_needs_no_options() {
    let (page, notes) = run(&[]);
    let page = page.unwrap();
    assert_eq!(notes, Vec::<String>::new());
    let widest = page.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(100), "{widest:?}");
    assert!(!page.contains('\u{a0}'));
    assert!(page.contains("2026-01-01 to 2026-03-31, both included · zone UTC · by month · by channel"));
    assert!(page.contains("1,200 tickets · 600 contacts · 500 surveys · 300 accounts · 40 ledger entries"));
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(format!("{ROOT}/README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(printed(&[]).starts_with(shown), "README.md shows\n{shown}");
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

const SURVEYS: &str = "\
id,kind,scale_min,scale_max,score,submitted_at,country
1,csat,1,5,5,2026-01-05T10:00:00Z,IT
2,csat,1,5,2,2026-01-20 09:30:00Z,DE
3,csat,1,5,,,DE
4,csat,1,5,4,2026-02-02T23:30:00Z,
";

#[test]
fn a_file_is_read_by_the_names_of_its_columns() {
    let path = file("answers.csv", SURVEYS);
    let (page, notes) = run(&["--surveys", &path]);
    // 4 and 5 of 5, 2, 4.
    assert!(page.unwrap().contains("2 of 3 records · exactly 66.666666667 %"));
    assert!(notes[0].contains("1 of 7 columns are not read: country"), "{notes:?}");
    assert!(
        notes[1].starts_with("not in the report: first_response_time (needs --tickets or --contacts)"),
        "{notes:?}"
    );
    let page = printed(&["--surveys", &path, "--by", "country", "--kpi", "csat", "--bucket", "month"]);
    for line in ["2026-01     50.0 %", "DE           0.0 %", "IT         100.0 %", "(unknown)  100.0 %"] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    // In Rome the last answer was on 3 February, and the window ends before it.
    let window = ["--from", "2026-01-01", "--to", "2026-02-03", "--kpi", "csat", "--surveys", &path];
    assert!(printed(&window).contains("2 of 3 records"));
    assert!(printed(&[&window[..], &["--zone", "Europe/Rome"]].concat()).contains("1 of 2 records"));
}

#[test]
fn columns_words_and_separators_are_mapped() {
    let text = "nr;grade;when\n1;vier;2026-01-05 10:00\n2;keine;\n3;2;2026-01-06 08:00\n";
    let path = file("mapped.csv", text);
    #[rustfmt::skip]
    let args = [
        "--surveys", &path, "--separator", ";", "--zone", "Europe/Berlin",
        "--map", "surveys.id=nr", "--map", "surveys.score=grade", "--map", "surveys.submitted_at=when",
        "--replace", "surveys.score=vier:4", "--null", "surveys.score=keine",
        "--constant", "surveys.kind=csat", "--constant", "surveys.scale_min=1", "--constant", "surveys.scale_max=5",
        "--kpi", "csat:mean",
    ];
    assert!(printed(&args).contains("mean 3.00 · 95 % interval -9.71 to 15.71 · 2 records · exactly 3"));
    assert!(refused(&["--surveys", &path]).ends_with("the header has only one column; try --separator \";\""));
}

#[test]
fn filters_parameters_and_variants_are_passed_on() {
    let path = file("filtered.csv", SURVEYS);
    let with = |more: &[&str]| printed(&[&["--surveys", &path, "--kpi", "csat"], more].concat());
    assert!(with(&["--filter", "survey.country=DE,IT"]).contains("1 of 2 records"));
    assert!(with(&["--filter", "survey.country!=IT"]).contains("0 of 1 record"));
    assert!(with(&["--filter", "surveys.submitted_at>=2026-02-01"]).contains("1 of 1 record"));
    assert!(with(&["--filter", "survey.score<5"]).contains("1 of 2 records"));
    assert!(with(&["--parameter", "csat.kind=nps"]).contains("share: undefined, because no record counts"));
    let csv = printed(&[
        "--surveys",
        &path,
        "--kpi",
        "csat:latest_per_customer",
        "--map",
        "surveys.account=id",
        "--format",
        "csv",
    ]);
    assert!(csv.starts_with("kpi,variant,figure,"), "{csv}");
    assert!(csv.contains("csat,latest_per_customer,share,,,,66.666666667,"), "{csv}");
}

#[test]
fn a_wrong_record_is_shown_with_its_line_and_column() {
    let text = SURVEYS.replace("5,2,2026", "5,9,2026");
    let path = file("wrong.csv", text);
    let message = refused(&["--surveys", &path]);
    assert!(message.contains("wrong.csv, line 3, column `score`: the score is outside its scale"), "{message}");
    assert!(message.contains("found `9`"), "{message}");
    assert!(message.contains("--null surveys.score=9"), "{message}");
    let page = printed(&["--surveys", &path, "--skip-bad", "--kpi", "csat"]);
    assert!(page.contains("4 surveys (skipped: 1 out_of_scale)"), "{page}");
    assert!(page.contains("2 of 2 records"), "{page}");
}

#[test]
fn a_cell_that_cannot_be_read_is_refused_or_counted() {
    let path = file("unreadable.csv", SURVEYS.replace("5,2,2026-01-20 09:30:00Z", "5,two,2026-01-20 09:30:00Z"));
    let message = refused(&["--surveys", &path]);
    assert!(message.contains("unreadable.csv, line 3, column `score`: `two` is not a decimal number"), "{message}");
    let args = ["--surveys", &path, "--skip-bad", "--kpi", "csat"];
    let (page, notes) = run(&args);
    assert!(page.unwrap().contains("4 surveys (skipped: 1 not_a_number)"));
    assert!(
        notes.iter().any(|note| note.contains("skipped 1 record, because a cell cannot be read (not_a_number)")),
        "{notes:?}"
    );
    let json: Value = serde_json::from_str(&printed(&[&args[..], &["--format", "json"]].concat())).unwrap();
    assert_eq!(json["about"]["inputs"]["survey"], serde_json::json!({"records": 4, "skipped": {"not_a_number": 1}}));
}

#[test]
fn times_without_an_offset_want_a_zone() {
    let path = file("naive.csv", "id,created_at,first_response_at\nT1,2026-01-05 10:00,2026-01-05 10:30\n");
    let message = refused(&["--tickets", &path]);
    assert!(message.contains("naive.csv, line 2, column `created_at`"), "{message}");
    assert!(message.contains("--zone Europe/Berlin"), "{message}");
    let page = printed(&["--tickets", &path, "--zone", "Europe/Berlin", "--kpi", "first_response_time"]);
    assert!(page.contains("mean 30 min · 1 record · exactly 1800 s"), "{page}");
}

#[test]
fn one_file_can_be_read_twice_for_two_kinds_of_survey() {
    let path = file("twice.csv", SURVEYS);
    let (a, b) = (format!("a={path}"), format!("b={path}"));
    // What is said of one file goes before what is said of all.
    let null = ["--null", "surveys.score=5", "--replace", "a.score=5:1", "--constant", "b.kind=nps", "--kpi", "csat"];
    assert!(printed(&[&["--surveys", &a, "--surveys", &b], &null[..]].concat()).contains("1 of 3 records"));
    // Without names the second file answers the same surveys again.
    assert!(printed(&["--surveys", &path, "--surveys", &path, "--kpi", "csat"]).contains("2 of 3 records"));
}

#[test]
fn errors_in_a_later_file_name_that_file() {
    let good = file("first.csv", "id,created_at\nT1,2026-01-05T10:00:00Z\n");
    let bad = file("second.csv", "id,created_at,resolved_at\nT2,2026-01-05T10:00:00Z,2026-01-04T10:00:00Z\n");
    let args = ["--tickets", &good, "--tickets", &bad, "--kpi", "customer_effort_score:by_interactions"];
    let message = refused(&args);
    assert!(message.contains("first.csv: no column `agent_replies`"), "{message}");
    let message = refused(&[&args[..], &["--constant", "tickets.agent_replies=1"]].concat());
    assert!(message.contains("second.csv, line 2, column `resolved_at`"), "{message}");
}

#[test]
fn wrong_files_are_explained() {
    let empty = file("empty.csv", "");
    let ragged = file("ragged.csv", "id,created_at\nT1\n");
    let latin = file("latin.csv", b"id,created_at\nT\xe9,2026-01-05T10:00:00Z\n");
    let twice = file("columns.csv", "id,id,created_at\n1,1,2026-01-05T10:00:00Z\n");
    let bare = file("bare.csv", "number\n1\n");
    let copies =
        file("copies.csv", "id,created_at,first_response_at\nT,2026-01-05T10:00:00Z,\nT,2026-01-05T10:00:00Z,\n");
    for (path, text) in [
        ("none.csv", "--tickets none.csv: No such file"),
        (&empty, "empty.csv: the file is empty; its first line must name the columns"),
        (&ragged, "ragged.csv, line 2: the line has 1 cells, the header 2"),
        (&latin, "latin.csv, line 2: it is not UTF-8"),
        (&twice, "columns.csv: two columns are called `id`; rename one"),
        (&bare, "bare.csv: no column for `id` and `created_at`, which all tickets need"),
        (&copies, "copies.csv, line 3, column `id`: the id `T` is there twice"),
    ] {
        let message = refused(&["--tickets", path]);
        assert!(message.contains(text), "{message}");
    }
}

#[test]
fn wrong_options_are_explained() {
    for (args, text) in [
        (&["--colour", "red"][..], "there is no option --colour; --help lists them all"),
        (&["t.csv"], "`t.csv`: say what the file holds, such as --tickets t.csv"),
        (&["--kpi"], "--kpi needs a value"),
        (&["--kpi", "npx"], "--kpi npx: there is no KPI `npx`; choose first_response_time, "),
        (&["--kpi", "csat:median"], "--kpi csat:median: `csat` has no variant `median`; choose top_two_boxes, "),
        (&["--kpi", "csat,csat"], "asked for twice"),
        (&["--parameter", "nps.kinds=nps"], "--parameter nps.kinds: `nps` has no parameter `kinds`"),
        (&["--kpi", "csat", "--parameter", "nps.kind=nps"], "`nps` is not in the report; ask for it with --kpi nps"),
        (&["--parameter", "nps"], "--parameter nps: write ID.NAME=VALUE"),
        (&["--zone", "Mars/Olympus"], "--zone Mars/Olympus: "),
        (&["--from", "2026-01-01"], "--from and --to belong together"),
        (&["--from", "2026-02-01", "--to", "2026-01-01"], "--from 2026-02-01 --to 2026-01-01: the window must end"),
        (&["--from", "yesterday", "--to", "today"], "`yesterday` is not an instant"),
        (&["--bucket", "fortnight"], "--bucket fortnight: `fortnight` is not a bucket size; use one of 15min"),
        (&["--by", "planet"], "--by planet: no record has a text field or a text column of this name"),
        (&["--by", "created_at"], "--by created_at: only text fields can be dimensions"),
        (&["--filter", "tickets"], "--filter tickets: write KIND.FIELD=VALUES"),
        (&["--filter", "bills.id=1"], "there are no `bills`; choose tickets, contacts, surveys, accounts or ledger"),
        (&["--filter", "ticket.created_at=1"], "--filter ticket.created_at=1: a date or number takes >= or <"),
        (&["--filter", "ticket.colour=red"], "the filter's field is neither a field nor one of your own"),
        (&["--level", "95"], "--level 95: write a number between 0 and 1"),
        (&["--format", "pdf"], "--format pdf: choose table, json or csv"),
        (&["--as-of", "soon"], "--as-of soon: `soon` is not an instant"),
        (&["--map", "tickets.id=nr"], "the sample needs no such option"),
        (&["--map", "tickets"], "--map tickets: write NAME.FIELD=COLUMN, such as"),
        (&["--zone", "UTC", "--zone", "UTC"], "--zone UTC: the option is given twice"),
    ] {
        let message = refused(args);
        assert!(message.contains(text), "{args:?}: {message}");
    }
    let path = file("options.csv", SURVEYS);
    for (args, text) in [
        (&["--map", "nps.score=x"][..], "no file is called `nps`; choose surveys"),
        (&["--map", "surveys.grade=score"], "surveys have no field `grade`; they have id, kind, "),
        (&["--map", "surveys.score=grade"], "options.csv has no column `grade`; its columns are id, kind, "),
        (&["--null", "surveys.reason=x"], "options.csv has no column `reason`; --map surveys.reason=COLUMN says"),
        (&["--kpi", "first_response_time"], "`first_response_time` needs tickets or contacts"),
        (&["--kpi", "csat:latest_per_customer"], "options.csv: no column `account`"),
        (&["--map", "surveys.id="], "options.csv: no column for `id`"),
    ] {
        let message = refused(&[&["--surveys", &path], args].concat());
        assert!(message.contains(text), "{args:?}: {message}");
    }
}

#[test]
fn help_names_every_option() {
    let help = printed(&["--help"]);
    for option in crate::options::OPTIONS {
        assert!(help.contains(&format!("--{option} ")), "{option}");
    }
    for kind in kpi_core::Kind::ALL {
        assert!(help.contains(&format!("--{} ", crate::options::word(*kind))), "{kind}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 100));
}
