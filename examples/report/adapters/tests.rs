//! The adapters on rows of our own, and on the public files where they are: those have known figures.

use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn run(args: &[&str]) -> (Result<String, String>, Vec<String>) {
    let mut notes = Vec::new();
    let result = crate::run(args.iter().map(Into::into), &mut notes);
    (result.map(|(text, _)| text), notes)
}

fn refused(args: &[&str]) -> String {
    run(args).0.err().unwrap_or_else(|| panic!("{args:?}: no error"))
}

/// A folder of a test's own.
fn folder(name: &str) -> String {
    let folder = std::env::temp_dir().join(format!("kpi-adapters-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder.display().to_string()
}

/// The adapter and a file of a test's own, as an option's value.
fn given(adapter: &str, test: &str, text: &str) -> String {
    let path = format!("{}/given.csv", folder(test));
    std::fs::write(&path, text).unwrap();
    format!("{adapter}={path}")
}

/// What an adapter writes of a text.
fn written(adapter: &str, test: &str, text: &str, kpi: &str, table: &str) -> (String, Vec<String>) {
    let (given, out) = (given(adapter, test, text), format!("{}/out", folder(test)));
    let (result, notes) = run(&["--adapter", &given, "--write", &out, "--kpi", kpi, "--by", "none"]);
    result.unwrap();
    (std::fs::read_to_string(format!("{out}/{table}")).unwrap(), notes)
}

const CALLS: &str = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\t\
    q_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\t\r\n";

/// A call; what does not matter is the same for all.
fn call(id: u32, [menu, queue, outcome, served]: [&str; 4]) -> String {
    format!("V1\t{id}\t0\t2\tPS\t990228\t{menu}\t{queue}\t{outcome}\t{served}\tANN\t\r\n").replace(' ', "\t")
}

const NEVER: &str = "0:00:00 0:00:00 0";

#[test]
fn calls_are_read_from_their_clocks() {
    let calls = [
        CALLS,
        &call(1, ["9:59:58 10:00:03 5", "10:00:03 10:00:33 30", "AGENT", "10:00:32 10:02:32 120"]),
        // Put straight through; the service's clock is a second behind.
        &call(2, ["9:00:00 9:00:10 10", NEVER, "AGENT", "9:00:09 9:00:09 0"]),
        &call(3, ["9:00:00 9:00:07 7", NEVER, "HANG", NEVER]),
        &call(4, ["9:00:00 9:00:07 7", "9:00:07 9:00:07 0", "HANG", NEVER]),
        // The queue begins at midnight, and the year has no 29 February.
        &call(5, ["23:59:54 23:59:54 0", "0:00:00 0:00:27 27", "AGENT", "0:00:26 0:01:33 67"]),
        // The menu's clock is ahead.
        &call(6, ["12:01:00 12:00:00 -60", "12:00:00 12:03:00 180", "AGENT", NEVER]),
        &call(7, ["9:00:00 9:00:07 7", NEVER, "PHANTOM", NEVER]),
    ]
    .concat();
    let (text, notes) = written("bank_callcentre", "calls", &calls, "answer_time", "contacts.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "id,account,agent,channel,direction,started_at,queued_at,answered_at,ended_at,outcome,abandon_step,talk,\
             service,priority,route",
            "V1-1,,ANN,phone,inbound,1999-02-28T09:59:58,1999-02-28T10:00:03,1999-02-28T10:00:33,\
             1999-02-28T10:02:32,answered,,120,PS,2,queue",
            "V1-2,,ANN,phone,inbound,1999-02-28T09:00:00,1999-02-28T09:00:10,1999-02-28T09:00:10,,answered,,0,PS,2,\
             direct",
            "V1-3,,ANN,phone,inbound,1999-02-28T09:00:00,,,1999-02-28T09:00:07,abandoned,menu,,PS,2,menu",
            "V1-4,,ANN,phone,inbound,1999-02-28T09:00:00,1999-02-28T09:00:07,,1999-02-28T09:00:07,abandoned,queue,,\
             PS,2,queue",
            "V1-5,,ANN,phone,inbound,1999-02-28T23:59:54,1999-03-01T00:00:00,1999-03-01T00:00:27,\
             1999-03-01T00:01:33,answered,,67,PS,2,queue",
            "V1-6,,ANN,phone,inbound,1999-02-28T12:01:00,1999-02-28T12:00:00,1999-02-28T12:03:00,,answered,,0,PS,2,\
             queue",
        ]
    );
    assert_eq!(notes[0], "times are read on the clock of Asia/Jerusalem; --zone says otherwise");
    assert!(notes[1].ends_with("1 PHANTOM calls are not in the table, since they are to be ignored"), "{notes:?}");
    assert!(notes[2].contains("contacts.csv: 6 records, times on the clock of Asia/Jerusalem"), "{notes:?}");
}

#[test]
fn a_wrong_call_is_shown_with_its_line() {
    let right = ["9:00:00 9:00:07 7", "9:00:07 9:00:09 2", "HANG", NEVER];
    let with = |place: usize, text: &'static str| {
        let mut parts = right;
        parts[place] = text;
        format!("{CALLS}{}{}", call(1, right), call(2, parts))
    };
    for (test, text, message) in [
        ("sum", with(1, "9:00:07 9:00:09 3"), "line 3: `q_time` is 3, but it is 9:00:07 to 9:00:09"),
        ("clock", with(0, "9:00:00 9:00:61 7"), "line 3: `9:00:61` is not a time of day"),
        ("count", with(0, "9:00:00 9:00:07 x"), "line 3: `vru_time` is `x`, not a whole number"),
        ("word", with(2, "LOST"), "line 3: `outcome` is `LOST`, not AGENT, HANG or PHANTOM"),
        ("date", with(3, NEVER).replace("990228", "990230"), "line 2: `date` is `1999-02-30T00:00:00`, not a date"),
        ("header", with(3, NEVER).replace("q_exit", "q_end"), "no column `q_exit`; is this the file of the adapter?"),
    ] {
        let found = refused(&["--adapter", &given("bank_callcentre", test, &text)]);
        assert!(found.starts_with("--adapter bank_callcentre: ") && found.contains(message), "{found}");
    }
}

#[test]
fn tickets_are_made_of_events() {
    let header = "Case ID,Activity,Resource,Complete Timestamp,Variant,Variant index,Variant,seriousness,customer,\
                  product,responsible_section,seriousness_2,service_level,service_type,support_section,workgroup";
    let event = |case: u32, activity: &str, who: &str, at: &str| {
        format!("Case {case},{activity},{who},{at}.000,V,1,V,high,Acme,Press,North,high,gold,repair,desk,mill")
    };
    let events = [
        header.to_owned(),
        event(1, "Assign seriousness", "Ann", "2012/10/09 14:50:17"),
        event(1, "Take in charge ticket", "Ben", "2012/10/09 15:00:00"),
        event(1, "Resolve ticket", "Ben", "2012/10/10 10:00:00"),
        event(1, "Closed", "clock", "2012/11/10 10:00:00"),
        event(1, "Wait", "Ann", "2012/11/11 09:00:00"),
        // The same second: the file's order holds.
        event(1, "Resolve ticket", "Cy", "2012/11/12 08:00:00"),
        event(1, "Closed", "clock", "2012/11/12 08:00:00"),
        // Twice resolved without work between is no reopening, and neither is closing.
        event(2, "Resolve ticket", "Ann", "2012/10/09 16:00:00"),
        event(2, "Resolve ticket", "Ann", "2012/10/09 17:00:00"),
        event(2, "Closed", "Ann", "2012/11/09 17:00:00"),
        event(3, "Resolve ticket", "Ann", "2012/10/09 14:00:00"),
        event(3, "Take in charge ticket", "Ben", "2012/10/09 15:00:00"),
    ];
    let (text, _) = written("helpdesk_italian", "events", &events.join("\n"), "resolution_time", "tickets.csv");
    let tickets: Vec<&str> = text.lines().skip(1).collect();
    let of = |case: u32| format!("Case {case},Acme,high,repair,mill,North,Press");
    assert_eq!(tickets, [of(1), of(2), of(3)]);
    let (text, _) = written("helpdesk_italian", "events", &events.join("\n"), "resolution_time", "events.csv");
    assert_eq!(
        text.lines().skip(1).collect::<Vec<_>>(),
        [
            "Case 1,2012-10-09T14:50:17,created,,,,1",
            "Case 1,2012-10-09T14:50:17,assigned,agent,Ann,Ann,2",
            "Case 1,2012-10-09T15:00:00,assigned,agent,Ben,Ben,3",
            "Case 1,2012-10-09T15:00:00,agent_reply,agent,Ben,,4",
            "Case 1,2012-10-10T10:00:00,resolved,agent,Ben,,5",
            "Case 1,2012-11-10T10:00:00,closed,system,,,6",
            "Case 1,2012-11-11T09:00:00,reopened,,,,7",
            "Case 1,2012-11-11T09:00:00,assigned,agent,Ann,Ann,8",
            "Case 1,2012-11-11T09:00:00,on_hold,agent,Ann,,9",
            "Case 1,2012-11-12T08:00:00,assigned,agent,Cy,Cy,10",
            "Case 1,2012-11-12T08:00:00,resolved,agent,Cy,,11",
            "Case 1,2012-11-12T08:00:00,closed,system,,,12",
            "Case 2,2012-10-09T16:00:00,created,,,,1",
            "Case 2,2012-10-09T16:00:00,assigned,agent,Ann,Ann,2",
            "Case 2,2012-10-09T16:00:00,resolved,agent,Ann,,3",
            "Case 2,2012-10-09T17:00:00,resolved,agent,Ann,,4",
            "Case 2,2012-11-09T17:00:00,closed,system,,,5",
            // Work that no resolution follows is a reopening, and the resolution before it stands.
            "Case 3,2012-10-09T14:00:00,created,,,,1",
            "Case 3,2012-10-09T14:00:00,assigned,agent,Ann,Ann,2",
            "Case 3,2012-10-09T14:00:00,resolved,agent,Ann,,3",
            "Case 3,2012-10-09T14:00:00,reopened,,,,4",
            "Case 3,2012-10-09T14:00:00,resolved,agent,Ann,,5",
            "Case 3,2012-10-09T15:00:00,agent_reply,agent,Ben,,6",
        ]
    );
}

#[test]
fn customers_get_dates_from_their_tenure() {
    let text = "customerID,tenure,Contract,InternetService,PaymentMethod,MonthlyCharges,Churn\n\
                A,0,Two year,No,Mailed check,20.25,No\nB,13,Month-to-month,DSL,Mailed check,29.85,Yes\n";
    let (given, out) = (given("telco_churn", "tenure", text), format!("{}/out", folder("tenure")));
    let args = ["--adapter", &given, "--write", &out, "--from", "2020-01-01", "--to", "2020-02-01"];
    run(&[&args[..], &["--kpi", "churn_rate"]].concat()).0.unwrap();
    assert_eq!(
        std::fs::read_to_string(format!("{out}/subscriptions.csv")).unwrap(),
        "account,plan,internet,payment,started_at,ended_at,mrr,currency\n\
         A,Two year,No,Mailed check,2019-12-15,,20.25,USD\n\
         B,Month-to-month,DSL,Mailed check,2018-11-15,2020-01-15,29.85,USD\n"
    );
    assert!(std::fs::read_to_string(format!("{out}/accounts.csv")).unwrap().contains("\nB,consumer,Month-to-month,"));
}

#[test]
fn wrong_options_are_explained() {
    let periods = "customer_id,start_date,end_date,monthly_amount\n1,2019-01-01,2019-02-01,50\n";
    let (one, out) = (given("mrr_playbook", "options", periods), format!("{}/out", folder("options")));
    for (args, text) in [
        (&["--adapter", "bank"][..], "--adapter bank: write NAME=FILE, such as bank_callcentre=february.txt"),
        (&["--adapter", "bank=x"], "there is no adapter `bank`; choose bank_callcentre, helpdesk_italian, "),
        (&["--adapter", "mrr_playbook=none.csv"], "--adapter mrr_playbook: none.csv: No such file"),
        (&["--write", &out], "--write puts down what adapters make; name one, such as --adapter"),
        (&["--adapter", &one, "--adapter", &one, "--write", &out], "two data sets have subscriptions.csv"),
    ] {
        let message = refused(args);
        assert!(message.contains(text), "{args:?}: {message}");
    }
    // What is wrong with a record is said of the table that the adapter makes, and every option works on it.
    let broken = given("mrr_playbook", "broken", &periods.replace(",50", ",fifty"));
    let args = ["--adapter", &broken, "--kpi", "mrr_growth_rate", "--from", "2019-01-01", "--to", "2019-02-01"];
    let message = refused(&args);
    assert!(message.contains("subscriptions.csv of ") && message.contains("line 2, column `mrr`"), "{message}");
    run(&[&args[..], &["--replace", "mrr_playbook.mrr=fifty:50"]].concat()).0.unwrap();
}

/// A file of the public data, which are not part of the project: in the folder `KPI_DATA`, or beside the project.
fn data(file: &str) -> Option<String> {
    let folder = std::env::var("KPI_DATA").unwrap_or_else(|_| format!("{ROOT}/../shared/data"));
    let path = format!("{folder}/{file}");
    if std::path::Path::new(&path).exists() {
        return Some(path);
    }
    println!("skipped: {path} is not there");
    None
}

/// What is printed for options on a public file, where it is there. They stand as on the guide's page.
fn printed(options: &str) -> Option<String> {
    let mut args: Vec<String> = options.split_whitespace().map(|word| word.trim_matches('\'').to_owned()).collect();
    for arg in &mut args {
        if let Some((adapter, file)) = arg.split_once('=').filter(|(name, _)| super::find(name).is_ok()) {
            *arg = format!("{adapter}={}", data(file)?);
        }
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    Some(run(&args).0.unwrap_or_else(|text| panic!("{text}")))
}

/// The rows of a report.
fn report(options: &str) -> Option<Vec<Value>> {
    let report: Value = serde_json::from_str(&printed(&format!("{options} --format json"))?).unwrap();
    Some(report["rows"].as_array().unwrap().clone())
}

/// The row of a KPI, in a variant where one is named, of a figure, and in a bucket or group, else the total.
fn row<'a>(rows: &'a [Value], kpi: &str, figure: &str, place: Option<&str>) -> &'a Value {
    let (id, variant) = kpi.split_once(':').unwrap_or((kpi, ""));
    let is_it = |row: &&Value| {
        row["kpi"] == id
            && (variant.is_empty() || row["variant"] == variant)
            && row["figure"] == figure
            && place
                .map_or(row["bucket"].is_null(), |place| row.as_object().unwrap().values().any(|cell| cell == place))
    };
    rows.iter().find(is_it).unwrap_or_else(|| panic!("no {kpi} {figure} {place:?}"))
}

/// Whether the value of a row is the known one, in its unit and to its last digit.
fn near(row: &Value, known: &str) -> bool {
    let (number, unit) = known.split_once(' ').unwrap_or((known, ""));
    let seconds = [("h", 3600.0), ("d", 86_400.0)].iter().find(|(name, _)| *name == unit).map_or(1.0, |(_, n)| *n);
    let places = number.split_once('.').map_or(0, |(_, digits)| digits.len());
    format!("{:.places$}", row["number"].as_f64().unwrap() / seconds) == number
}

/// Every figure of the guide's page for an adapter: `| figure | further options | value | known |` below a command.
fn the_page_is_right(adapter: &str) {
    let page = std::fs::read_to_string(format!("{ROOT}/docs/src/real-data.md")).unwrap();
    let after = |start: &str, text: &str| text.split_once(start).unwrap_or_else(|| panic!("no {start}")).1.to_owned();
    let section = after(&format!("--adapter {adapter}="), &page);
    let (command, rest) = section.split_once("```").unwrap();
    let command = format!("--adapter {adapter}={}", command.replace("\\\n", ""));
    let lines = rest.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with("| `"));
    let mut reports = std::collections::BTreeMap::new();
    let mut compared = 0;
    for line in lines {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let &[figure, more, value, known] = cells.as_slice() else { panic!("{line}") };
        let (kpi, figure) = figure.trim_start_matches('`').split_once("` ").unwrap();
        let (figure, place) = figure.split_once(", ").map_or((figure, None), |(figure, place)| (figure, Some(place)));
        let more = more.trim_matches('`');
        if !reports.contains_key(more) {
            let Some(rows) = report(&format!("{command} {more}")) else { return };
            reports.insert(more, rows);
        }
        let row = row(&reports[more], kpi, figure, place);
        assert_eq!(row["value"].as_str().unwrap(), value.split(' ').next().unwrap(), "{line}");
        assert!(near(row, known), "{line}");
        compared += 1;
    }
    assert!(compared > 6, "{compared}");
    let data: Vec<&str> = command.split_whitespace().take(2).collect();
    let checked = printed(&format!("{} --check", data.join(" "))).unwrap();
    assert!(checked.contains("No problems"), "{checked}");
}

#[test]
fn the_bank_has_its_known_figures() {
    the_page_is_right("bank_callcentre");
}

#[test]
fn the_help_desk_has_its_known_figures() {
    the_page_is_right("helpdesk_italian");
}

#[test]
fn the_telephone_company_has_its_known_figures() {
    the_page_is_right("telco_churn");
}

#[test]
fn the_playbook_has_its_known_figures() {
    the_page_is_right("mrr_playbook");
}

#[test]
fn the_playbook_has_its_known_months() {
    let options = "--adapter mrr_playbook=mrr_playbook/subscription_periods.csv --from 2017-09-01 --to 2020-03-01 \
                   --bucket month --kpi mrr_growth_rate:growth";
    let (Some(rows), Some(known)) = (report(options), data("mrr_playbook/computed_mrr_from_2017-09-01.csv")) else {
        return;
    };
    let known = std::fs::read_to_string(known).unwrap();
    let mut lines = known.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let mut compared = 0;
    for line in lines {
        for (figure, column) in [
            ("closing", "mrr"),
            ("new", "new"),
            ("expansion", "upgrade"),
            ("contraction", "downgrade"),
            ("churned", "churn"),
            ("reactivation", "reactivation"),
        ] {
            let month = &line[0][..7];
            let cell = line[header.iter().position(|&own| own == column).unwrap()];
            // A month without movements has no cells for them; losses are negative there.
            let expected = if cell.is_empty() { 0.0 } else { cell.parse::<f64>().unwrap().abs() };
            let found = &row(&rows, "mrr_growth_rate", figure, Some(month))["number"];
            assert_eq!(found.as_f64(), Some(expected), "{month} {figure}");
            compared += 1;
        }
    }
    assert_eq!(compared, 29 * 6);
}
