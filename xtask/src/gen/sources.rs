//! The articles that the catalogue names by a short mark.

/// An article: its mark and its title.
pub struct Article {
    pub mark: &'static str,
    pub title: &'static str,
}

/// The articles, in the order of their marks.
pub const ARTICLES: &[Article] = &[
    Article {
        mark: "S0", title: "CommBox, “Business Success Relies On Tracking & Improving Customer Service KPIs”"
    },
    Article {
        mark: "S1",
        title: "an article on customer service and support KPIs, known by its part “Overview of the most critical \
                Customer Service & Support KPIs”",
    },
    Article { mark: "S2", title: "“Customer Service KPI Metrics”, 30 December 2020" },
    Article { mark: "S3", title: "“The One Customer Service KPI You Should Be Monitoring, But Aren’t”" },
    Article { mark: "S4", title: "“15 Customer Service KPIs + 6 Strategies to Improve Them”" },
    Article { mark: "Field", title: "what help desks and contact centres do, where the articles say nothing" },
];

/// The article of a mark.
pub fn article(mark: &str) -> Option<&'static Article> {
    ARTICLES.iter().find(|article| article.mark == mark)
}
