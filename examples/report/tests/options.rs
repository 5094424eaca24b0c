//! What is asked for: KPIs, presets, windows and groups, and what is said of options that are wrong.

use super::{SURVEYS, file, printed, refused, rows, run};

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
fn wrong_options_are_explained() {
    for (args, text) in [
        (&["t.csv"][..], "`t.csv`: say what the file holds, such as --tickets t.csv"),
        (&["--by", "planet"], "--by planet: no record has a text field or a text column of this name"),
        (&["--by", "planet"], "the files have abandon_step, account, "),
        (&["--by", "created_at"], "--by created_at: only text fields can be dimensions"),
        (&["--filter", "ticket.colour=red"], "the filter's field is neither a field nor one of your own"),
        (&["--map", "tickets.id=nr"], "the sample needs no such option"),
    ] {
        let message = refused(args);
        assert!(message.contains(text), "{args:?}: {message}");
    }
    let small = file("small.csv", SURVEYS);
    for (args, text) in [
        (&["--colour", "red"][..], "there is no option --colour; --help lists them all"),
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
        (&["--filter", "tickets"], "--filter tickets: write KIND.FIELD=VALUES"),
        (&["--filter", "bills.id=1"], "there are no `bills`; choose tickets, contacts, "),
        (&["--filter", "ticket.created_at=1"], "--filter ticket.created_at=1: a date or number takes >= or <"),
        (&["--level", "95"], "--level 95: write a number between 0 and 1"),
        (&["--format", "pdf"], "--format pdf: choose table, html, json or csv"),
        (&["--input-format", "xml"], "--input-format xml: choose csv or jsonl"),
        (&["--week-start", "someday"], "--week-start someday: `someday` is not a weekday"),
        (&["--preset", "loyality"], "--preset loyality: there is no preset `loyality`; choose common, "),
        (&["--preset", "loyality"], "(did you mean loyalty?)"),
        (&["--kpi", "reopen_rates"], "(did you mean reopen_rate?)"),
        (&["--ticket-file", "t.csv"], "there is no option --ticket-file; --help lists them all"),
        (&["--form", "2026-01-01"], "there is no option --form (did you mean --from?)"),
        (&["--anchor", "csat"], "--anchor csat: write ID.KIND=FIELD, such as"),
        (&["--anchor", "csat.survey=score"], "`score`"),
        (&["--anchor", "csat.bill=score"], "there are no `bill`; choose tickets, "),
        (&["--output", "/no/such/folder/report.html"], "--output /no/such/folder/report.html: cannot write it: "),
        (&["--parameter", "nps.kind=7"], "--parameter: `kind`: "),
        (&["--as-of", "soon"], "--as-of soon: `soon` is not an instant"),
        (&["--map", "tickets"], "--map tickets: write NAME.FIELD=COLUMN, such as"),
        (&["--zone", "UTC", "--zone", "UTC"], "--zone UTC: the option is given twice"),
    ] {
        let message = refused(&[&["--surveys", &small], args].concat());
        assert!(message.contains(text), "{args:?}: {message}");
    }
    let path = file("options.csv", SURVEYS);
    for (args, text) in [
        (&["--map", "nps.score=x"][..], "no file is called `nps`; choose surveys"),
        (&["--map", "surveys.grade=score"], "surveys have no field `grade`; they have id, kind, "),
        (&["--map", "surveys.score=grade"], "options.csv has no column `grade`; its columns are id, kind, "),
        (&["--null", "surveys.reason=x"], "options.csv has no column `reason`; --map surveys.reason=COLUMN says"),
        (&["--kpi", "first_response_time"], "`first_response_time` needs tickets or contacts"),
        (
            &["--kpi", "churn_rate:after_bad_rating"],
            "needs accounts; give them, too (an option for each, such as --accounts FILE)",
        ),
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
    for option in crate::options::OPTIONS.iter().chain(crate::options::FLAGS) {
        assert!(help.contains(&format!("--{option} ")), "{option}");
    }
    for kind in kpi_core::Kind::ALL {
        assert!(help.contains(&format!("--{} ", crate::options::word(*kind))), "{kind}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn the_list_names_every_preset_and_every_variant() {
    let list = printed(&["--list"]);
    for preset in kpi_core::presets() {
        assert!(list.contains(&format!("\n  {}\n      {}", preset.name, &preset.doc[..20])), "{}", preset.name);
    }
    let words: Vec<&str> = list.split(|sign: char| sign.is_whitespace() || sign == ',').collect();
    for spec in kpi_core::CATALOG.iter().map(kpi_core::Entry::spec) {
        assert!(words.contains(&spec.id), "{}", spec.id);
        assert!(words.contains(&spec.variant) || spec.variant == "standard", "{}:{}", spec.id, spec.variant);
    }
    assert!(list.lines().all(|line| line.chars().count() <= 100));
}

/// The KPIs of a report, each once.
fn kpis(args: &[&str]) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let mut kpis: Vec<_> = rows(args).iter().map(|row| (text(&row["kpi"]), text(&row["variant"]))).collect();
    kpis.dedup();
    kpis
}

#[test]
fn a_preset_is_its_kpis_and_can_be_joined_with_others() {
    for preset in ["common", "call_centre", "revenue"].map(|name| kpi_core::preset(name).unwrap()) {
        let mut found = kpis(&["--preset", preset.name]);
        let mut wanted: Vec<(String, String)> =
            preset.kpis.iter().map(|(id, variant)| ((*id).to_owned(), (*variant).to_owned())).collect();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "{}", preset.name);
    }
    let joined = kpis(&["--preset", "common", "--preset", "common", "--kpi", "csat,csat:mean"]);
    assert_eq!(joined.len(), 6, "{joined:?}");
}

#[test]
fn kpis_of_a_preset_that_the_tables_do_not_allow_are_named() {
    let path = file("preset.csv", SURVEYS);
    let (page, notes) = run(&["--surveys", &path, "--preset", "common", "--brief"]);
    let page = page.unwrap();
    assert!(page.contains("\nCSAT ") && page.contains("\nNPS ") && !page.contains("Churn"), "{page}");
    let note = notes.iter().find(|note| note.starts_with("not in the report: ")).unwrap();
    for text in ["churn_rate:lost (needs --accounts)", "resolution_time:last (needs --tickets)"] {
        assert!(note.contains(text), "{note}");
    }
    let message = refused(&["--surveys", &path, "--preset", "call_centre"]);
    assert!(message.starts_with("the tables allow no KPI: "), "{message}");
}

#[test]
fn a_kpi_that_cannot_be_computed_does_not_take_the_others_with_it() {
    let ledger = "at,kind,amount,currency\n2026-01-05T00:00:00Z,cost,5,EUR\n2026-01-05T00:00:00Z,cost,5,USD\n";
    let ledger = file("mixed.csv", ledger);
    let path = file("beside.csv", "id,created_at,first_response_at\nT,2026-01-05T10:00:00Z,2026-01-05T10:30:00Z\n");
    let args = ["--ledger", &ledger, "--tickets", &path, "--parameter", "first_response_time.bands=[60]"];
    let (page, notes) = run(&args);
    assert!(page.unwrap().contains("mean 30 min"));
    let note = notes.iter().find(|note| note.contains("cost_per_conversation:per_conversation: ")).unwrap();
    assert!(note.contains("EUR") && note.contains("USD"), "{note}");
    // What was named is not left out.
    let message = refused(&[&args[..4], &["--kpi", "cost_per_conversation"]].concat());
    assert!(message.contains("EUR") && message.contains("USD"), "{message}");
}

#[test]
fn a_page_groups_a_kpi_by_its_own_field_and_a_table_says_that_it_does_not() {
    let text = "id,created_at,channel,type\nA,2026-01-05T10:00:00Z,email,billing\nB,2026-01-05T10:00:00Z,email,other\n";
    let path = file("types.csv", text);
    let args = ["--tickets", &path, "--kpi", "ticket_volume,issues_by_type"];
    let page = printed(&args);
    for text in
        ["  by channel  count    share\n    email         2  100.0 %", "    billing      1  50.0 %\n    other        1"]
    {
        assert!(page.contains(text), "{text}\n{page}");
    }
    let (csv, notes) = run(&[&args[..], &["--format", "csv"]].concat());
    assert!(csv.unwrap().starts_with("kpi,variant,figure,bucket_start,bucket_end,bucket,channel,value"));
    assert!(notes.iter().any(|note| note.contains("--by type groups issues_by_type by the type")), "{notes:?}");
    let csv = printed(&["--tickets", &path, "--kpi", "issues_by_type", "--format", "csv"]);
    assert!(csv.starts_with("kpi,variant,figure,bucket_start,bucket_end,bucket,type,value"));
    let csv = printed(&[&args[..], &["--by", "none", "--format", "csv"]].concat());
    assert!(csv.starts_with("kpi,variant,figure,bucket_start,bucket_end,bucket,value"));
}

#[test]
fn anchors_and_weeks_are_passed_on() {
    // Asked on a Sunday, resolved two days later.
    let path = file("anchor.csv", "id,created_at,resolved_at\nT,2026-01-04T10:00:00Z,2026-01-06T10:00:00Z\n");
    let args = ["--tickets", &path, "--kpi", "resolution_time", "--bucket", "week"];
    let with = |more: &[&str]| printed(&[&args[..], more].concat());
    assert!(with(&[]).contains("2026-W02"));
    assert!(with(&["--anchor", "resolution_time.ticket=created_at"]).contains("2026-W01"));
    assert!(with(&["--week-start", "sunday"]).contains("2026-01-04/week"));
}

#[test]
fn the_output_file_says_what_comes_out() {
    let path = file("written.csv", SURVEYS);
    for (name, begins) in
        [("report.html", "<!doctype html>"), ("report.csv", "kpi,variant,"), ("report.txt", "Customer")]
    {
        let output = file(name, "");
        let (text, notes) = run(&["--surveys", &path, "--kpi", "csat", "--output", &output]);
        assert_eq!((text.unwrap().as_str(), notes.last().unwrap()), ("", &format!("wrote {output}")));
        assert!(std::fs::read_to_string(&output).unwrap().starts_with(begins), "{name}");
    }
    let output = file("other.html", "");
    run(&["--surveys", &path, "--kpi", "csat", "--output", &output, "--format", "json"]).0.unwrap();
    assert!(std::fs::read_to_string(&output).unwrap().starts_with('{'));
}
