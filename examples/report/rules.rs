//! When a team works and what it promises: the files of `--calendar` and `--sla`, and `--clock`.

use std::path::Path;

use kpi_core::derive::DeriveRequest;
use kpi_core::time::{Calendar, Zone};
use kpi_core::{BadRecords, Given, Instant, Kind, RawRequest, Request};
use serde_json::{Value, json};

use crate::options::Options;
use crate::{request, sample, source};

/// The rules of time and promises.
pub struct Rules {
    pub calendar: Option<Calendar>,
    pub business: bool,
    policies: Option<Value>,
    /// What messages call the file of the policies.
    shown: String,
}

/// The text of a file that an option names, else that of the sample.
fn text(option: &str, path: Option<&Path>, sample: Option<(&str, &str)>) -> Result<Option<(String, String)>, String> {
    let Some(path) = path else { return Ok(sample.map(|(shown, text)| (shown.into(), text.into()))) };
    let (shown, bytes) = source::read(path).map_err(|text| format!("{option} {text}"))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{option} {shown}: it is not UTF-8; save it in UTF-8"))?;
    Ok(Some((shown, text)))
}

fn parsed(option: &str, shown: &str, text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| match text.trim().is_empty() {
        true => format!("{option} {shown}: the file is empty"),
        false => format!("{option} {shown}: it is not JSON: {error}"),
    })
}

/// The message of an error in a file, with its place there.
fn wrong(option: &str, shown: &str, error: &kpi_core::Error) -> String {
    let field = error.field_name().map_or(String::new(), |field| format!("`{field}`: "));
    format!("{option} {shown}: {field}{}", error.text())
}

/// Reads the rules. A schedule that names no zone is on the clock of `zone`.
pub fn read(options: &Options, zone: &Zone) -> Result<Rules, String> {
    let of_sample = |file| options.files.is_empty().then_some(file);
    let calendar = match text("--calendar", options.calendar.as_deref(), of_sample(sample::CALENDAR))? {
        None => None,
        Some((shown, text)) => {
            let given = serde_json::from_value(parsed("--calendar", &shown, &text)?);
            let given: Given = given.map_err(|error| format!("--calendar {shown}: {error}"))?;
            Some(Calendar::read(&given, zone).map_err(|error| wrong("--calendar", &shown, &error))?)
        }
    };
    let business = options.business.unwrap_or(false);
    if business && calendar.is_none() {
        return Err("--clock business: business time needs your hours; give --calendar FILE".into());
    }
    let mut rules = Rules { calendar, business, policies: None, shown: String::new() };
    if let Some((shown, text)) = text("--sla", options.sla.as_deref(), of_sample(sample::POLICIES))? {
        if !options.files.is_empty() && !options.files.iter().any(|file| file.kind == Kind::TicketEvent) {
            return Err(format!("--sla {shown}: promises are followed in the log of events; give --events FILE"));
        }
        (rules.policies, rules.shown) = (Some(parsed("--sla", &shown, &text)?), shown);
        rules.policies().map_err(|error| wrong("--sla", &rules.shown, &error))?;
        let wants_hours = rules.listed().iter().any(|policy| policy["clock"] == "business");
        if wants_hours && rules.calendar.is_none() {
            return Err(format!(
                "--sla {}: a policy is in business time, which needs your hours; give --calendar FILE",
                rules.shown
            ));
        }
    }
    Ok(rules)
}

impl Rules {
    fn policies(&self) -> kpi_core::Result<DeriveRequest> {
        let raw = self.policies.as_ref().map_or_else(|| json!({}), |policies| json!({ "sla": policies }));
        let raw: Result<RawRequest, _> = serde_json::from_value(raw);
        match raw {
            Ok(raw) => raw.try_into(),
            Err(_) => Ok(DeriveRequest::new()),
        }
    }

    fn listed(&self) -> &[Value] {
        let listed = self.policies.as_ref().and_then(|policies| policies["policies"].as_array());
        listed.map_or(&[], |listed| listed)
    }

    /// Whether anything is promised.
    pub fn promises(&self) -> bool {
        self.policies.is_some()
    }

    /// The text fields that the rules ask for.
    pub fn fields(&self) -> Vec<&str> {
        let of_policies = self.listed().iter().filter_map(|policy| policy["when"].as_object());
        let names = of_policies.flat_map(|when| when.keys().map(String::as_str));
        names.chain(self.calendar.as_ref().and_then(Calendar::field)).collect()
    }

    /// The report's request with these rules.
    pub fn report(&self, request: Request) -> Request {
        let request = match &self.calendar {
            Some(calendar) => request.calendar(calendar.clone()),
            None => request,
        };
        if self.business { request.business_time() } else { request }
    }

    /// What is derived from a log of events by these rules.
    pub fn derive(&self, options: &Options, zone: &Zone) -> Result<DeriveRequest, String> {
        let mut derive = self.policies().map_err(|error| wrong("--sla", &self.shown, &error))?.zone(zone.clone());
        if let Some(calendar) = &self.calendar {
            derive = derive.calendar(calendar.clone());
        }
        if self.business {
            derive = derive.business_time();
        }
        if let Some(at) = request::as_of(options, zone)? {
            derive = derive.as_of(Instant(at));
        }
        Ok(if options.skip_bad { derive.bad_records(BadRecords::Skip) } else { derive })
    }

    /// The message of an error in what is derived, where it is one of the policies.
    pub fn explain(&self, error: &kpi_core::Error) -> Option<String> {
        (error.code() == kpi_core::Code::BadPolicy).then(|| wrong("--sla", &self.shown, error))
    }
}
