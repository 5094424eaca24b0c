//! Recurring revenue: what there is at the start of a bucket, and its movements, make what there is at the end.

use std::collections::BTreeMap;

use kpi_core::rows::TableBuilder;
use kpi_core::{Kind, RawRequest, Request, report};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The first days of months; the window is from the third to the last but one.
const MONTHS: [&str; 7] =
    ["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"];
const MOVED: [(&str, i64); 5] =
    [("new", 1), ("reactivation", 1), ("expansion", 1), ("contraction", -1), ("churned", -1)];

/// A subscription: account, plan, currency, price in cents, and from which to which day.
#[derive(Clone, Debug)]
struct Paid {
    account: u8,
    plan: usize,
    currency: usize,
    cents: i64,
    from: String,
    to: Option<String>,
}

const PLANS: [&str; 2] = ["basic", "pro"];
const CURRENCIES: [&str; 2] = ["EUR", "USD"];

prop_compose! {
    /// Many begin and end on the first of a month, as monthly billing does.
    fn day()(month in 0..MONTHS.len(), day in 1u8..28, first in any::<bool>()) -> String {
        let month = &MONTHS[month][..7];
        format!("{month}-{:02}T00:00:00Z", if first { 1 } else { day })
    }
}

prop_compose! {
    fn paid()(account in 0u8..5, plan in 0usize..2, currency in 0usize..2, cents in 0i64..3, ends in any::<bool>(), a in day(), b in day())
        -> Paid
    {
        let (from, to) = if a < b { (a, b) } else { (b, a) };
        Paid { account, plan, currency, cents: cents * 1250, from, to: ends.then_some(to) }
    }
}

fn rows(all: &[Paid], more: Value) -> Vec<Value> {
    let rows = all.iter().map(|paid| {
        json!({ "account": paid.account.to_string(), "plan": PLANS[paid.plan], "currency": CURRENCIES[paid.currency],
            "mrr": format!("{}.{:02}", paid.cents / 100, paid.cents % 100), "started_at": paid.from, "ended_at": paid.to })
    });
    let mut builder = TableBuilder::new(Kind::Subscription);
    builder.extend(rows.collect::<Value>()).unwrap();
    let mut request = json!({ "window": { "from": "2026-01-01", "to": "2026-04-01" }, "bucket": "month" });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let request = Request::try_from(serde_json::from_value::<RawRequest>(request).unwrap()).unwrap();
    let report = serde_json::to_value(report(&request, &[builder.table()]).unwrap()).unwrap();
    report["rows"].as_array().unwrap().clone()
}

/// The figures of each bucket and group, in thousandths of a cent; none where they are undefined.
fn figures(rows: &[Value]) -> BTreeMap<(String, String, String), BTreeMap<String, Option<i64>>> {
    let word = |row: &Value, name: &str| row[name].as_str().unwrap_or("").to_string();
    let mut figures = BTreeMap::new();
    for row in rows.iter().filter(|row| !["rate", "accounts"].contains(&row["figure"].as_str().unwrap())) {
        let amount = row["value"].as_str().map(|text| (text.parse::<f64>().unwrap() * 100_000.0).round() as i64);
        let key = (word(row, "plan"), word(row, "currency"), word(row, "bucket_start"));
        figures.entry(key).or_insert_with(BTreeMap::new).insert(word(row, "figure"), amount);
    }
    figures
}

/// What runs just before the first of a month.
fn balance<'a>(all: impl Iterator<Item = &'a Paid>, month: &str, worth: impl Fn(&Paid) -> i64) -> i64 {
    let day = format!("{month}T00:00:00Z");
    let runs = |paid: &&Paid| paid.from < day && paid.to.as_ref().is_none_or(|to| *to >= day);
    all.filter(runs).map(|paid| worth(paid) * paid.cents).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn start_and_movements_make_the_end(all in prop::collection::vec(paid(), 1..30)) {
        let groups = figures(&rows(&all, json!({ "kpis": ["mrr_growth_rate"], "by": ["plan", "currency"] })));
        let rates = json!({ "currency": "EUR", "rates": { "USD": "0.9" } });
        let asked = json!({ "kpis": [{ "kpi": "mrr_growth_rate", "parameters": rates }], "by": ["plan", "currency"] });
        let converted = figures(&rows(&all, asked));
        prop_assert!(groups.keys().eq(converted.keys()));
        let buckets = [("2026-01", 2, 3), ("2026-02", 3, 4), ("2026-03", 4, 5), ("", 2, 5)];
        for (figures, euros) in [(&groups, false), (&converted, true)] {
            for ((plan, currency, bucket), of) in figures {
                let Some(opening) = of["opening"] else {
                    // Only what holds two currencies has no sum.
                    prop_assert!(!euros && currency == "(all)");
                    continue;
                };
                let moved: i64 = MOVED.iter().map(|(figure, sign)| sign * of[*figure].unwrap()).sum();
                prop_assert_eq!(opening + moved, of["closing"].unwrap());
                prop_assert!(MOVED.iter().all(|(figure, _)| of[*figure].unwrap() >= 0));
                let own = || all.iter().filter(|paid| {
                    (plan == "(all)" || plan == PLANS[paid.plan]) && (currency == "(all)" || currency == CURRENCIES[paid.currency])
                });
                let worth = |paid: &Paid| if euros && CURRENCIES[paid.currency] == "USD" { 900 } else { 1000 };
                let (_, first, last) = buckets.iter().find(|(own, ..)| bucket.get(..7).unwrap_or("") == *own).unwrap();
                prop_assert_eq!(opening, balance(own(), MONTHS[*first], worth));
                prop_assert_eq!(of["closing"].unwrap(), balance(own(), MONTHS[*last], worth));
            }
        }
    }

    /// The variants are made of the same movements.
    #[test]
    fn the_variants_agree(all in prop::collection::vec(paid(), 1..30)) {
        let euros: Vec<Paid> = all.into_iter().map(|paid| Paid { currency: 0, ..paid }).collect();
        let of = |variant: &str| {
            let asked = json!({ "kpis": [{ "kpi": "mrr_growth_rate", "variant": variant }] });
            figures(&rows(&euros, asked))
        };
        let growth = of("growth");
        let (net, gross, quick) = (of("net_revenue_retention"), of("gross_revenue_retention"), of("quick_ratio"));
        for (key, all) in &growth {
            let of = |figure: &str| all[figure].unwrap();
            let lost = of("contraction") + of("churned");
            prop_assert_eq!(net[key]["retained"], Some(of("opening") + of("expansion") - lost));
            prop_assert_eq!(gross[key]["retained"], Some(of("opening") - lost));
            prop_assert_eq!(quick[key]["lost"], Some(lost));
            prop_assert_eq!(quick[key]["gained"], Some(of("new") + of("reactivation") + of("expansion")));
        }
    }
}
