//! Cells in columns as wide as they need; numbers stand to the right.

use crate::human::cut;

/// The widest first column: the names of KPIs and groups.
const NAMES: usize = 48;

pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

struct Column {
    head: String,
    /// Columns of higher rank give way first where the page is too narrow.
    rank: usize,
}

enum Row {
    Section(String),
    Cells(Vec<String>, String),
}

impl Table {
    /// A table with its column of names.
    pub fn new(head: &str) -> Self {
        Table { columns: vec![Column { head: head.into(), rank: 0 }], rows: Vec::new() }
    }

    /// One more column. Those of rank 0 always stay.
    pub fn column(&mut self, head: impl Into<String>, rank: usize) {
        self.columns.push(Column { head: head.into(), rank });
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn section(&mut self, name: impl Into<String>) {
        self.rows.push(Row::Section(name.into()));
    }

    /// A row, and a text after its last cell.
    pub fn add(&mut self, mut cells: Vec<String>, remark: String) {
        if let Some(name) = cells.first_mut() {
            *name = cut(name, NAMES);
        }
        self.rows.push(Row::Cells(cells, remark));
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| match row {
            Row::Cells(cells, _) => cells.get(column),
            Row::Section(name) if column == 0 => Some(name),
            Row::Section(_) => None,
        });
        let widest = cells.chain(self.columns.get(column).map(|column| &column.head));
        widest.map(|cell| cell.chars().count()).max().unwrap_or(0)
    }

    /// The columns that fit, each with its width.
    fn fitting(&self, width: usize) -> Vec<(usize, usize)> {
        let mut fitting: Vec<(usize, usize)> = (0..self.columns.len()).map(|at| (at, self.width(at))).collect();
        let rank = |(at, _): &(usize, usize)| self.columns.get(*at).map_or(0, |column| column.rank);
        while fitting.iter().map(|(_, width)| width + 2).sum::<usize>() > width + 2 {
            let Some(worst) =
                fitting.iter().max_by_key(|column| rank(column)).filter(|column| rank(column) > 0).copied()
            else {
                break;
            };
            fitting.retain(|column| *column != worst);
        }
        fitting
    }

    /// The lines, at most `width` wide where the columns that must stay allow it. The head stands in the line of the
    /// first section.
    pub fn lines(&self, width: usize) -> Vec<String> {
        let columns = self.fitting(width);
        let line = |cells: &[String], remark: &str| {
            let mut line = String::new();
            for &(at, width) in &columns {
                let Some(cell) = cells.get(at) else { continue };
                match at == 0 {
                    true => line.push_str(&format!("{cell:<width$}")),
                    false => line.push_str(&format!("  {cell:>width$}")),
                }
            }
            if !remark.is_empty() {
                line.push_str("  ");
                let left = width.saturating_sub(line.chars().count());
                line.push_str(&cut(remark, left.max(20)));
            }
            line.trim_end().to_owned()
        };
        let heads: Vec<String> = self.columns.iter().map(|column| column.head.clone()).collect();
        let mut lines = Vec::new();
        if !heads.first().is_some_and(String::is_empty) || !matches!(self.rows.first(), Some(Row::Section(_))) {
            lines.push(line(&heads, ""));
        }
        for row in &self.rows {
            lines.push(match row {
                Row::Section(name) if lines.is_empty() => {
                    let heads: Vec<String> = [name.clone()].into_iter().chain(heads.iter().skip(1).cloned()).collect();
                    line(&heads, "")
                }
                Row::Section(name) => name.clone(),
                Row::Cells(cells, remark) => line(cells, remark),
            });
        }
        lines
    }
}
