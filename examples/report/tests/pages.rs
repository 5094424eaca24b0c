//! What is shown: the glance, the trend, what to look at, and the page for a browser.

use std::collections::BTreeSet;

use super::{file, printed};

/// Answers on a scale of 1 to 5: so many best and so many worst ones for each channel and month.
fn answers(name: &str, of: &[(&str, u32, u32, u32)]) -> String {
    let mut text = "id,kind,scale_min,scale_max,score,channel,submitted_at\n".to_owned();
    let mut id = 0;
    for &(channel, month, best, worst) in of {
        for score in [5].repeat(best as usize).into_iter().chain([1].repeat(worst as usize)) {
            id += 1;
            text.push_str(&format!("{id},csat,1,5,{score},{channel},2026-{month:02}-10T10:00:00Z\n"));
        }
    }
    file(name, text)
}

/// Tickets, so many a month from January on.
fn tickets(name: &str, months: &[u32]) -> String {
    let mut text = "id,created_at\n".to_owned();
    for (month, n) in months.iter().enumerate() {
        for id in 0..*n {
            text.push_str(&format!("{month}-{id},2026-{:02}-10T10:00:00Z\n", month + 1));
        }
    }
    file(name, text)
}

/// The section that says what to look at.
fn look(page: &str) -> String {
    let rest = page.split("What to look at\n").nth(1).unwrap();
    let section = rest.split("\n\n").next().unwrap();
    section.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_trend_is_a_line_of_blocks() {
    // Of 8 the whole height, of 4 half of it, of 0 the least.
    let path = tickets("trend.csv", &[8, 4, 0, 6]);
    let page = printed(&["--tickets", &path, "--kpi", "ticket_volume", "--bucket", "month"]);
    assert!(page.contains("by month") && page.contains(" █▅▁▆ "), "{page}");
    // A month without answers has no rate.
    let path = answers("gap.csv", &[("chat", 1, 4, 4), ("chat", 3, 4, 4)]);
    let page = printed(&["--surveys", &path, "--kpi", "csat", "--bucket", "month"]);
    assert!(page.contains("▅·▅"), "{page}");
}

#[test]
fn of_many_buckets_the_last_are_shown() {
    let path = tickets("days.csv", &[2, 1]);
    let page = printed(&["--tickets", &path, "--kpi", "ticket_volume", "--bucket", "day"]);
    // From 10 January to 10 February there are 32 days, of which the last 24 begin on the 18th.
    assert!(page.contains(&format!(" {}█ ", "▁".repeat(23))), "{page}");
    assert!(page.contains("    2026-01-18      0") && !page.contains("    2026-01-17"), "{page}");
    assert!(page.contains("by day the last 24 of 32: --format csv lists them all"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 100), "{page}");
}

#[test]
fn small_groups_are_told_together() {
    let channels: Vec<String> = (0..30).map(|at| format!("channel {at:02}")).collect();
    let groups: Vec<_> = channels.iter().enumerate().map(|(at, name)| (name.as_str(), 1, 1, 30 - at as u32)).collect();
    let path = answers("groups.csv", &groups);
    let page = printed(&["--surveys", &path, "--kpi", "csat"]);
    assert!(page.contains("    channel 19") && !page.contains("    channel 20"), "{page}");
    // 11 + 10 + … + 2 answers.
    let rest = "and 10 smaller groups with 65 records in all, none with more than 11: --format csv lists them";
    assert!(page.contains(rest), "{page}");
    assert!(printed(&["--surveys", &path, "--kpi", "csat", "--format", "html"]).contains(rest));
}

/// Of 20 answers none or all: the Wilson interval at 95 % is 0 to 16.1 %, or 83.9 to 100 %.
#[test]
fn a_change_is_told_where_the_intervals_do_not_overlap() {
    let window = ["--from", "2026-01-01", "--to", "2026-03-01", "--kpi", "csat"];
    let path = answers("fell.csv", &[("chat", 1, 20, 0), ("chat", 2, 0, 20)]);
    let page = printed(&[&["--surveys", &path], &window[..]].concat());
    let told = "CSAT fell from 100.0 % (83.9 to 100.0 %) in 2026-01 to 0.0 % (0.0 to 16.1 %) in 2026-02: worse";
    assert!(look(&page).contains(told), "{page}");
    // Half and half in both months.
    let level = answers("level.csv", &[("chat", 1, 10, 10), ("chat", 2, 10, 10)]);
    let page = printed(&[&["--surveys", &level], &window[..]].concat());
    assert!(!look(&page).contains(" fell ") && !look(&page).contains(" rose "), "{page}");
    // A month that the window cuts, or that is not over, is not compared.
    let cut = ["--from", "2026-01-01", "--to", "2026-02-27", "--kpi", "csat"];
    assert!(!look(&printed(&[&["--surveys", &path], &cut[..]].concat())).contains("fell"));
    let open = [&["--surveys", &path], &window[..], &["--as-of", "2026-02-20"]].concat();
    assert!(!look(&printed(&open)).contains("fell"));
}

#[test]
fn a_group_is_told_where_it_is_worse_than_every_other() {
    let path = answers("apart.csv", &[("chat", 1, 0, 20), ("email", 1, 20, 0), ("phone", 1, 15, 5)]);
    let page = printed(&["--surveys", &path, "--kpi", "csat"]);
    assert!(look(&page).contains("CSAT of chat is 0.0 % (0.0 to 16.1 %), below every other channel"), "{page}");
    // Beside another one that is as bad, neither stands apart.
    let path = answers("pair.csv", &[("chat", 1, 0, 20), ("email", 1, 20, 0), ("phone", 1, 0, 20)]);
    assert!(!look(&printed(&["--surveys", &path, "--kpi", "csat"])).contains("every other"));
    let path = answers("month.csv", &[("chat", 1, 20, 0), ("chat", 2, 0, 20), ("chat", 3, 20, 0)]);
    let page = printed(&["--surveys", &path, "--kpi", "csat", "--from", "2026-01-01", "--to", "2026-04-01"]);
    assert!(look(&page).contains("CSAT in 2026-02 was 0.0 % (0.0 to 16.1 %), below every other"), "{page}");
}

#[test]
fn a_benchmark_is_told_where_the_whole_interval_misses_it() {
    // 0 of 20: wholly below the 50 % that S4 calls good. 10 of 20: 50 % lies within 29.9 to 70.1 %.
    let path = answers("missed.csv", &[("chat", 1, 0, 20)]);
    let told = "CSAT is 0.0 % (0.0 to 16.1 %), wholly below what S4 quotes as good: above 50 % (companies in general); \
                wholly below what S4 quotes as excellent: from 70 % (companies in general)";
    let page = printed(&["--surveys", &path, "--kpi", "csat"]);
    assert!(look(&page).contains(told), "{page}");
    let path = answers("met.csv", &[("chat", 1, 10, 10)]);
    assert!(look(&printed(&["--surveys", &path, "--kpi", "csat"])).starts_with("Nothing stands out."));
    // What is quoted of one channel is held against that channel: 30 min on the phone, where 3 are usual.
    let mut text = "id,channel,created_at,first_response_at\n".to_owned();
    for (id, channel) in ["phone", "phone", "phone", "email", "email"].iter().enumerate() {
        text.push_str(&format!("{id},{channel},2026-01-05T10:00:00Z,2026-01-05T10:30:0{id}Z\n"));
    }
    let path = file("phone.csv", text);
    let page = printed(&["--tickets", &path, "--kpi", "first_response_time"]);
    assert!(look(&page).contains("of phone is 30m 1s (29m 59s to 30m 3s), wholly above what S4 quotes"), "{page}");
    assert!(!look(&page).contains("of email"), "{page}");
}

/// Every tag is closed by its own, ids are there once, and links lead to one.
fn well_formed(html: &str) {
    let body = html.split("<style>").next().unwrap().to_owned() + html.split("</style>").nth(1).unwrap();
    let (mut open, mut ids, mut links) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for tag in body.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.split_whitespace().next().unwrap();
        let value = |attribute: &str| {
            let rest = tag.split(&format!(" {attribute}=\"")).nth(1)?;
            rest.split('"').next().map(String::from)
        };
        if let Some(id) = value("id") {
            assert!(ids.insert(id.clone()), "{id} is there twice");
        }
        links.extend(value("href"));
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "</{name}>"),
            None if tag.ends_with('/') || ["!doctype", "meta"].contains(&name) => {}
            None => open.push(name),
        }
        if name == "svg" {
            assert!(tag.contains(" role=\"img\" aria-label=\"") || tag.contains(" aria-hidden=\"true\""), "{tag}");
        }
    }
    assert!(open.is_empty(), "{open:?} stays open");
    for link in links {
        assert!(ids.contains(link.strip_prefix('#').unwrap()), "{link}");
    }
}

#[test]
fn the_html_page_is_one_file_that_loads_nothing() {
    for args in [&[][..], &["--by", "tier"], &["--bucket", "none"], &["--bucket", "day", "--preset", "common"]] {
        let html = printed(&[args, &["--format", "html"]].concat());
        well_formed(&html);
        for loads in ["http:", "https:", "<script", "<link", "<img", "<iframe", "url(", "@import", " src="] {
            assert_eq!(html.to_lowercase().find(loads), None, "{loads}");
        }
        assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"));
        assert!(!html.contains("NaN") && !html.contains("inf\""), "{args:?}");
    }
}

#[test]
fn the_html_page_escapes_what_comes_from_data() {
    let evil = "<script>alert(1)</script>&\"' onload=x";
    let quoted = evil.replace('"', "\"\"");
    let text = format!("id,created_at,\"{quoted}\",\"a\"\n1,2026-01-05T10:00:00Z,\"{quoted}\",b\n");
    let path = file("evil<b>.csv", text);
    let html = printed(&["--tickets", &path, "--kpi", "ticket_volume", "--by", evil, "--format", "html"]);
    well_formed(&html);
    assert!(!html.contains("<script") && !html.contains("evil<b>"), "{html}");
    let safe = "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39; onload=x";
    assert!(html.contains(&format!("<th scope=\"row\">{safe}</th>")), "{html}");
    assert!(html.contains(&format!(" by {safe}")), "{html}");
    assert!(html.contains("evil&lt;b&gt;.csv: 1 of 4 columns are not read: a"), "{html}");
}

#[test]
fn the_html_page_shows_headlines_charts_and_tables() {
    let path = answers("shown.csv", &[("chat", 1, 20, 0), ("chat", 2, 0, 20), ("email", 2, 4, 4)]);
    let args = ["--surveys", &path, "--kpi", "csat", "--from", "2026-01-01", "--to", "2026-03-01", "--format", "html"];
    let html = printed(&args);
    well_formed(&html);
    // 24 of 48; from 20 of 20 to 4 of 28.
    assert!(html.contains("<p class=\"value\">50.0\u{a0}%</p>"), "{html}");
    assert!(html.contains("<span class=\"bad\">▼ 85.7 points, worse</span>"), "{html}");
    assert!(html.contains("Quoted, companies in general: good\u{a0}above\u{a0}50\u{a0}%"), "{html}");
    assert!(html.contains("24 of 48 records"), "{html}");
    assert!(html.contains("aria-label=\"CSAT from 100.0\u{a0}% in 2026-01 to 14.3\u{a0}% in 2026-02\""), "{html}");
    // Eight answers by email are few, 40 by chat are not.
    assert_eq!((html.matches("class=\"few\"").count(), html.matches("class=\"all\"").count()), (1, 1));
    assert!(html.contains("<li>S4: “15 Customer Service KPIs + 6 Strategies to Improve Them”</li>"), "{html}");
}
