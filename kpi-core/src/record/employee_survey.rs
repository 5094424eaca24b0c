//! Employee surveys: what the people who serve customers say of their work.

use super::{Flaws, on_scale, record};

record! {
    /// An answer of an employee.
    EmployeeSurvey, EmployeeSurveyAt, check, {
        /// Who answered.
        employee: Text required,
        /// When.
        submitted_at: Instant required,
        /// The answer on the scale; null where a question was left blank.
        score: Score,
        /// The lowest point of the scale; 1 where it is null.
        scale_min: Count,
        /// The highest point of the scale; 10 where it is null.
        scale_max: Count,
        /// The employee's team.
        team: Text,
        /// The employee's department.
        department: Text,
    }
}

impl EmployeeSurveyAt<'_> {
    /// The ends of the scale.
    pub fn scale(&self) -> (i64, i64) {
        (self.scale_min().unwrap_or(1), self.scale_max().unwrap_or(10))
    }
}

fn check(survey: &EmployeeSurveyAt<'_>, bad: &mut Flaws<'_>) {
    let (min, max) = survey.scale();
    on_scale("score", survey.score(), min, max, bad);
}
