//! The adapters on rows of our own, and on the public files where they are: those have known figures.

use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn run(args: &[&str]) -> (Result<String, String>, Vec<String>) {
    let mut notes = Vec::new();
    let result = crate::run(args.iter().map(Into::into), &mut notes);
    (result, notes)
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

const CALLS: &str = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\t\
    q_time\toutcome\tser_start\tser_exit\tser_time\tserver\t\r\n";

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
    let header = "Case ID,Activity,Resource,Complete Timestamp,Variant,Variant index,Variant,seriousness,customer,product,\
                  responsible_section,seriousness_2,service_level,service_type,support_section,workgroup";
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
        event(3, "Wait", "Ann", "2012/10/09 14:00:00"),
    ];
    let (text, _) = written("helpdesk_italian", "events", &events.join("\n"), "resolution_time", "tickets.csv");
    let of = "Acme,high,repair,mill,North,Press";
    assert_eq!(
        text.lines().skip(1).collect::<Vec<_>>(),
        [
            format!(
                "Case 1,{of},2012-10-09T14:50:17,2012-10-09T15:00:00,2012-10-10T10:00:00,2012-11-12T08:00:00,\
                 2012-11-12T08:00:00,Ben,Ben,Cy,5,4,1"
            ),
            format!(
                "Case 2,{of},2012-10-09T16:00:00,,2012-10-09T16:00:00,2012-10-09T17:00:00,2012-11-09T17:00:00,,,Ann,\
                 0,1,0"
            ),
            format!("Case 3,{of},2012-10-09T14:00:00,,,,,,,,0,1,0"),
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

/// The rows of a report on a public file.
struct Report(Vec<Value>);

impl Report {
    /// Nothing where the file is not there.
    fn new(adapter: &str, file: &str, more: &str) -> Option<Report> {
        let given = format!("{adapter}={}", data(file)?);
        let args = [&["--adapter", &given, "--format", "json"][..], &more.split(' ').collect::<Vec<_>>()].concat();
        let report: Value = serde_json::from_str(&run(&args).0.unwrap_or_else(|text| panic!("{text}"))).unwrap();
        Some(Report(report["rows"].as_array().unwrap().clone()))
    }

    /// The value of a row: of its KPI with the variant, its figure and, by `bucket=` or a dimension, its place.
    fn value(&self, kpi: &str, figure: &str, [column, place]: [&str; 2]) -> f64 {
        let (id, variant) = kpi.split_once(':').unwrap_or((kpi, ""));
        let is_it = |row: &&Value| {
            row["kpi"] == id
                && (variant.is_empty() || row["variant"] == variant)
                && row["figure"] == figure
                && row[column].as_str().unwrap_or_default() == place
        };
        let row = self.0.iter().find(is_it).unwrap_or_else(|| panic!("no {kpi} {figure} {place}"));
        row["number"].as_f64().unwrap_or_else(|| panic!("{kpi} {figure} {place} is undefined: {row}"))
    }

    /// Whether figures of the total are what they should be, to the last digit that is given.
    fn has(&self, figures: &[(&str, &str, f64, &str)]) {
        for &(kpi, figure, unit, expected) in figures {
            near(self.value(kpi, figure, ["bucket", ""]) / unit, expected, &format!("{kpi} {figure}"));
        }
    }
}

fn near(found: f64, expected: &str, what: &str) {
    let places = expected.split_once('.').map_or(0, |(_, digits)| digits.len());
    let half = 0.5 * 10f64.powi(-i32::try_from(places).unwrap());
    assert!((found - expected.parse::<f64>().unwrap()).abs() <= half * 1.001, "{what}: {found}, not {expected}");
}

const ONE: f64 = 1.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;

/// Three decimals are of the data set's reference figures; nine come of the columns of the file, with pandas.
#[test]
fn the_bank_has_its_known_figures() {
    let on = |more: &str| Report::new("bank_callcentre", "bank_callcentre/february.txt", &format!("--by none {more}"));
    let variants = "service_level:answered,service_level:less_abandoned_within_t";
    let of = |seconds: u32| format!("--parameter service_level.targets={{\"phone\":{seconds}}}");
    let kpis = "answer_time,answer_time:from_start,handle_time,abandonment_rate,service_level:less_short";
    let Some(report) = on(&format!("--kpi {kpis},{variants}")) else { return };
    report.has(&[
        ("answer_time:from_queue", "mean", ONE, "40.774"),
        ("answer_time:from_queue", "count", ONE, "27162"),
        ("answer_time:from_start", "mean", ONE, "49.648921287"),
        ("handle_time", "mean", ONE, "176.353"),
        ("abandonment_rate", "rate", ONE, "11.957473015"),
        ("abandonment_rate", "contacts", ONE, "30851"),
        ("service_level:less_short", "share", ONE, "52.539625944"),
    ]);
    for (seconds, answered, less, offered) in
        [(20, "59.675", "54.269", "49.020"), (30, "65.271", "60.104", "53.617"), (60, "77.075", "73.117", "63.313")]
    {
        let report = on(&format!("--kpi {variants} {}", of(seconds))).unwrap();
        report.has(&[
            ("service_level:answered", "share", ONE, answered),
            ("service_level:less_abandoned_within_t", "share", ONE, less),
        ]);
        let all = "--parameter service_level.population=all_inbound";
        let report = on(&format!("--kpi service_level:offered {all} {}", of(seconds))).unwrap();
        report.has(&[
            ("service_level:offered", "share", ONE, offered),
            ("service_level:offered", "offered", ONE, "33066"),
        ]);
    }
    // Who waited in the queue, without those put straight through.
    let report = on("--kpi answer_time --filter contact.route=queue").unwrap();
    report.has(&[("answer_time", "mean", ONE, "78.569"), ("answer_time", "count", ONE, "14096")]);
    // Abandons whose wait is unknown are never short; waits of 0 seconds are, even where only those are.
    let all = "--kpi abandonment_rate --parameter abandonment_rate.population=all_inbound";
    let report = on(&format!("{all} --constant contacts.ended_at=")).unwrap();
    report.has(&[("abandonment_rate", "rate", ONE, "17.855198694"), ("abandonment_rate", "abandoned", ONE, "5904")]);
    let report = on(&format!("{all} --parameter abandonment_rate.short=0")).unwrap();
    report.has(&[("abandonment_rate", "rate", ONE, "16.963712513")]);
    on(all).unwrap().has(&[("abandonment_rate", "rate", ONE, "16.545303715")]);
}

#[test]
fn the_help_desk_has_its_known_figures() {
    let on = |more: &str| Report::new("helpdesk_italian", "helpdesk_italian/finale.csv", more);
    let kpis = "--kpi first_response_time,resolution_time:first,resolution_time:last,reopen_rate:any_actor,\
                interactions_per_ticket,tickets_resolved";
    let Some(utc) = on(&format!("{kpis} --zone UTC")) else { return };
    utc.has(&[
        ("first_response_time", "mean", HOUR, "97.594119279"),
        ("resolution_time:first", "mean", DAY, "11.122515435"),
        ("resolution_time:first", "median", DAY, "5.983055556"),
        ("resolution_time:last", "mean", DAY, "11.538017604"),
        ("resolution_time:last", "p90", DAY, "30.042486111"),
        ("first_response_time", "max", HOUR, "1156.74"),
    ]);
    // The zone is the one that the adapter knows.
    let rome = on(kpis).unwrap();
    rome.has(&[
        ("first_response_time", "mean", HOUR, "97.594586024"),
        ("resolution_time:first", "mean", DAY, "11.122478957"),
        ("resolution_time:first", "median", DAY, "5.980601852"),
        ("resolution_time:last", "mean", DAY, "11.537953768"),
        ("resolution_time:last", "p90", DAY, "30.063055556"),
    ]);
    for report in [utc, rome] {
        report.has(&[
            ("first_response_time", "count", ONE, "4285"),
            ("first_response_time", "median", HOUR, "16.389722222"),
            ("first_response_time", "p90", HOUR, "351.743055556"),
            ("resolution_time:first", "count", ONE, "4569"),
            ("resolution_time:last", "count", ONE, "4569"),
            ("resolution_time:last", "median", DAY, "6.657928241"),
            ("reopen_rate", "reopened", ONE, "154"),
            ("reopen_rate", "tickets", ONE, "4569"),
            ("reopen_rate", "rate", ONE, "3.371"),
            ("interactions_per_ticket", "mean", ONE, "1.888"),
            ("interactions_per_ticket", "count", ONE, "4580"),
            ("tickets_resolved", "count", ONE, "4569"),
        ]);
    }
    let quarter = on("--kpi tickets_resolved --from 2012-01-01 --to 2012-04-01 --bucket none").unwrap();
    quarter.has(&[("tickets_resolved", "count", ONE, "498")]);
}

#[test]
fn the_telephone_company_has_its_known_figures() {
    let more = "--from 2020-01-01 --to 2020-02-01 --by plan --kpi churn_rate,mrr_growth_rate:gross_revenue_retention,\
                mrr_growth_rate:growth";
    let file = "telco_churn/Telco-Customer-Churn.csv";
    let Some(report) = Report::new("telco_churn", file, more) else { return };
    report.has(&[
        ("churn_rate", "rate", ONE, "26.54"),
        ("churn_rate", "lost", ONE, "1869"),
        ("churn_rate", "start", ONE, "7043"),
        ("mrr_growth_rate:growth", "opening", ONE, "456116.60"),
        ("mrr_growth_rate:growth", "churned", ONE, "139130.85"),
        ("mrr_growth_rate:growth", "rate", ONE, "-30.503"),
        ("mrr_growth_rate:gross_revenue_retention", "rate", ONE, "69.497"),
    ]);
    near(report.value("churn_rate", "rate", ["plan", "Month-to-month"]), "42.71", "month-to-month");
    near(report.value("churn_rate", "rate", ["plan", "Two year"]), "2.83", "two years");
}

#[test]
fn the_playbook_has_its_known_months() {
    let more = "--from 2017-09-01 --to 2020-03-01 --bucket month --kpi mrr_growth_rate:growth";
    let file = "mrr_playbook/subscription_periods.csv";
    let Some(report) = Report::new("mrr_playbook", file, more) else { return };
    let months = std::fs::read_to_string(data("mrr_playbook/computed_mrr_from_2017-09-01.csv").unwrap()).unwrap();
    let mut lines = months.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let mut compared = 0;
    for line in lines {
        let cell = |name: &str| -> f64 {
            let text = line[header.iter().position(|&own| own == name).unwrap()];
            // A month without movements has no cells for them.
            if text.is_empty() { 0.0 } else { text.parse::<f64>().unwrap().abs() }
        };
        for (figure, column) in [
            ("closing", "mrr"),
            ("new", "new"),
            ("expansion", "upgrade"),
            ("contraction", "downgrade"),
            ("churned", "churn"),
            ("reactivation", "reactivation"),
        ] {
            let month = &line[0][..7];
            let found = report.value("mrr_growth_rate", figure, ["bucket", month]);
            assert_eq!(found, cell(column), "{month} {figure}");
            compared += 1;
        }
    }
    assert_eq!(compared, 29 * 6);
}
