//! The embedded sample: half a year of a made-up support team.

use kpi_core::Kind;

/// Every table of the sample: its kind, its file and what stands in it.
pub const TABLES: &[(Kind, &str, &str)] = &[
    (Kind::Ticket, "tickets.csv", include_str!("../sample/tickets.csv")),
    (Kind::Contact, "contacts.csv", include_str!("../sample/contacts.csv")),
    (Kind::Survey, "surveys.csv", include_str!("../sample/surveys.csv")),
    (Kind::Account, "accounts.csv", include_str!("../sample/accounts.csv")),
    (Kind::Subscription, "subscriptions.csv", include_str!("../sample/subscriptions.csv")),
    (Kind::Conversion, "conversions.csv", include_str!("../sample/conversions.csv")),
    (Kind::LedgerEntry, "ledger.csv", include_str!("../sample/ledger.csv")),
    (Kind::TicketEvent, "events.csv", include_str!("../sample/events.csv")),
    (Kind::AgentTime, "agent_times.csv", include_str!("../sample/agent_times.csv")),
    (Kind::Agent, "agents.csv", include_str!("../sample/agents.csv")),
    (Kind::Activity, "activities.csv", include_str!("../sample/activities.csv")),
    (Kind::EmployeeSurvey, "employee_surveys.csv", include_str!("../sample/employee_surveys.csv")),
    (Kind::Session, "sessions.csv", include_str!("../sample/sessions.csv")),
    (Kind::Article, "articles.csv", include_str!("../sample/articles.csv")),
    (Kind::Review, "reviews.csv", include_str!("../sample/reviews.csv")),
    (Kind::QualityReview, "quality_reviews.csv", include_str!("../sample/quality_reviews.csv")),
];

/// When its team works, and what it promises.
pub const CALENDAR: (&str, &str) = ("examples/sample/calendar.json", include_str!("../sample/calendar.json"));
pub const POLICIES: (&str, &str) = ("examples/sample/sla.json", include_str!("../sample/sla.json"));

/// The window of the sample.
pub const WINDOW: (&str, &str) = ("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
