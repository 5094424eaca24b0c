//! What is read: CSV and JSON Lines, mappings, and what is said of files and records that are wrong.

use serde_json::Value;

use super::{SURVEYS, file, printed, refused, run};

#[test]
fn a_file_is_read_by_the_names_of_its_columns() {
    let path = file("answers.csv", SURVEYS);
    let (page, notes) = run(&["--surveys", &path]);
    // 4 and 5 of 5, 2, 4.
    assert!(page.unwrap().contains("2 of 3 records · exactly 66.666666667 %"));
    assert!(notes[0].contains("1 of 7 columns are not read: country"), "{notes:?}");
    let absent = notes.iter().find(|note| note.starts_with("not in the report: ")).unwrap();
    assert!(absent.contains("first_response_time, first_response_within_target"), "{absent}");
    assert!(absent.contains("(needs --tickets or --contacts)"), "{absent}");
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
fn a_wrong_record_is_shown_with_its_line_and_column() {
    let text = SURVEYS.replace("5,2,2026", "5,9,2026");
    let path = file("wrong.csv", text);
    let message = refused(&["--surveys", &path]);
    assert!(message.contains("wrong.csv, line 3, column `score`: it is outside its scale"), "{message}");
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

/// A table as JSON Lines: a record a line, numbers without quotes, empty cells left out.
fn json_lines(csv: &str) -> String {
    let mut table = csv::Reader::from_reader(csv.as_bytes());
    let header = table.headers().unwrap().clone();
    let mut lines = String::new();
    for record in table.records() {
        let record = record.unwrap();
        let cells = header.iter().zip(&record).filter(|(_, cell)| !cell.is_empty());
        let cells = cells.map(|(name, cell)| {
            let number = cell.parse::<f64>().is_ok() && !cell.starts_with('0');
            format!("{}:{}", Value::from(name), if number { cell.into() } else { Value::from(cell).to_string() })
        });
        lines.push_str(&format!("{{{}}}\n", cells.collect::<Vec<_>>().join(",")));
    }
    lines
}

#[test]
fn json_lines_give_the_report_of_the_same_csv() {
    let rules = ["calendar", "sla"].map(|name| format!("{}/examples/sample/{name}.json", super::ROOT));
    let rules = ["--calendar", &rules[0], "--sla", &rules[1]];
    let window = ["--from", "2026-01-01", "--to", "2026-07-01", "--format", "csv"];
    let mut args: Vec<String> = window.iter().chain(&rules).map(|arg| (*arg).to_owned()).collect();
    for (kind, name, text) in crate::sample::TABLES {
        args.push(format!("--{}", crate::options::word(*kind)));
        args.push(file(&name.replace(".csv", ".jsonl"), json_lines(text)));
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (from_json, from_csv) = (printed(&args), printed(&["--format", "csv"]));
    for (json, csv) in from_json.lines().zip(from_csv.lines()) {
        assert_eq!(json, csv);
    }
    assert_eq!(from_json, from_csv);
}

#[test]
fn keys_of_json_are_mapped_like_columns() {
    let text = "\u{feff}{\"ticket\": {\"nr\": 1, \"grade\": \"vier\"}, \"when\": \"2026-01-05 10:00\", \"who\": \"x\"}\n\n\
                {\"ticket\": {\"nr\": 2, \"grade\": 99}}\n\
                {\"ticket\": {\"nr\": 3, \"grade\": 2}, \"when\": \"2026-01-06 08:00\", \"open\": null}\n";
    let path = file("mapped.ndjson", text);
    #[rustfmt::skip]
    let args = [
        "--surveys", &path, "--zone", "Europe/Berlin",
        "--map", "surveys.id=ticket.nr", "--map", "surveys.score=ticket.grade", "--map", "surveys.submitted_at=when",
        "--replace", "surveys.score=vier:4", "--null", "surveys.score=99",
        "--constant", "surveys.kind=csat", "--constant", "surveys.scale_min=1", "--constant", "surveys.scale_max=5",
        "--kpi", "csat:mean",
    ];
    let (page, notes) = run(&args);
    // 4 and 2, as in the same table in CSV.
    assert!(page.unwrap().contains("mean 3.00 · 95 % interval -9.71 to 15.71 · 2 records · exactly 3"));
    assert_eq!(notes, [format!("{path}: 2 of 5 keys are not read: who, open")]);
    let other = file("mapped.txt", text);
    let args = [&["--input-format", "jsonl", "--surveys", &other], &args[2..]].concat();
    assert!(printed(&args).contains("2 records · exactly 3"));
    let message = refused(&[&args[..], &["--map", "surveys.channel=ticket.grad"]].concat());
    assert!(message.contains("has no key `ticket.grad` (did you mean ticket.grade?); its keys are"), "{message}");
}

#[test]
fn amounts_of_json_have_the_digits_of_the_file() {
    let text =
        "{\"at\":\"2026-01-05T00:00:00Z\",\"kind\":\"cost\",\"amount\":123456789.123456789,\"currency\":\"EUR\"}\n";
    let ledger = file("ledger.jsonl", text);
    let contacts = "{\"id\":1,\"channel\":\"chat\",\"outcome\":\"answered\",\"direction\":\"inbound\",\
                    \"queued_at\":\"2026-01-05T00:00:00Z\",\"answered_at\":\"2026-01-05T00:00:09Z\"}\n";
    let contacts = file("contacts.jsonl", contacts);
    let page = printed(&["--ledger", &ledger, "--contacts", &contacts, "--kpi", "cost_per_conversation"]);
    assert!(page.contains("exactly 123456789.123456789 EUR"), "{page}");
}

#[test]
fn wrong_lines_of_json_are_explained() {
    let good = "{\"id\":\"T1\",\"created_at\":\"2026-01-05T10:00:00Z\",\"tags\":[\"a\",\"b\"]}\n";
    for (name, text, message) in [
        ("cut.jsonl", format!("{good}{{\"id\":\"T2\",\n"), "cut.jsonl, line 2: it is not JSON: EOF in a"),
        (
            "number.jsonl",
            format!("{good}\n17\n"),
            "number.jsonl, line 3: it is no object, such as {\"id\": \"T1\"}; found 17",
        ),
        (
            "list.jsonl",
            format!("[{good}]"),
            "list.jsonl: it is one list of JSON; JSON Lines has one object in each line",
        ),
        ("none.jsonl", " \n".into(), "none.jsonl: the file is empty; JSON Lines has one object in each line"),
        (
            "keys.jsonl",
            "{\"number\":1}\n".into(),
            "keys.jsonl: no key for `id` and `created_at`, which all tickets need",
        ),
        (
            "type.jsonl",
            good.replace("\"T1\"", "[1]"),
            "type.jsonl, line 1, key `id`: found a list that holds more than",
        ),
        (
            "flag.jsonl",
            good.replace("\"tags\":[", "\"complaint\":["),
            "flag.jsonl, line 1, key `complaint`: found a list, expected true or false",
        ),
        ("time.jsonl", good.replace("2026-01-05T", "2026-01-05 at "), "time.jsonl, line 1, key `created_at`: "),
        (
            "pretty.json",
            "{\n  \"id\": 1\n}\n".into(),
            "pretty.json: it looks like JSON; --input-format jsonl reads one object a line",
        ),
    ] {
        let path = file(name, text);
        let found = refused(&["--tickets", &path, "--kpi", "ticket_volume"]);
        assert!(found.contains(message), "{message}\n{found}");
    }
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
    let book = file("book.xlsx", b"PK\x03\x04\x14\x00");
    let packed = file("packed.csv.gz", b"\x1f\x8b\x08\x00");
    let wide = file("wide.csv", b"\xff\xfei\x00d\x00");
    let semicolons = file("semicolons.csv", "id;created_at\nT;2026-01-05T10:00:00Z\n");
    let commas = file("commas.tsv", "id,created_at\nT,2026-01-05T10:00:00Z\n");
    let folder = std::env::temp_dir().display().to_string();
    for (path, text) in [
        ("none.csv", "--tickets none.csv: there is no such file"),
        (&folder, "it is a folder; name a file"),
        (&empty, "empty.csv: the file is empty; its first line must name the columns"),
        (&ragged, "ragged.csv, line 2: the line has 1 cell, the header 2"),
        (&latin, "latin.csv, line 2: it is not UTF-8"),
        (&twice, "columns.csv: two columns are called `id`; rename one"),
        (&bare, "bare.csv: no column for `id` and `created_at`, which all tickets need"),
        (&copies, "copies.csv, line 3, column `id`: the id `T` is there twice"),
        (&book, "book.xlsx: it is a spreadsheet or a ZIP archive, not text; save it as CSV in UTF-8"),
        (&packed, "packed.csv.gz: it is packed with gzip; unpack it first"),
        (&wide, "wide.csv: it is UTF-16; save it in UTF-8"),
        (&semicolons, "semicolons.csv: the header has only one column; try --separator \";\""),
        (&commas, "commas.tsv: the header has only one column; try --separator \",\""),
    ] {
        let message = refused(&["--tickets", path]);
        assert!(message.contains(text), "{message}");
    }
}

#[test]
fn a_file_of_a_header_alone_has_no_records_and_says_so() {
    let path = file("header.csv", "\u{feff}id,created_at,first_response_at\n");
    let (page, notes) = run(&["--tickets", &path, "--kpi", "first_response_time"]);
    assert_eq!(notes, [format!("{path}: it has a header, but no records")]);
    assert!(page.unwrap().contains("mean: undefined, because no record counts"));
}

#[test]
fn tabulators_stand_between_the_columns_of_tsv() {
    let path = file("tabs.tsv", SURVEYS.replace(',', "\t"));
    assert!(printed(&["--surveys", &path, "--kpi", "csat"]).contains("2 of 3 records"));
}
