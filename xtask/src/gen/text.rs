//! Text: names in each language's style, wrapped lines, tables.

/// Breaks a text into lines of at most `width` characters, where it has spaces.
///
/// A line never begins with what Markdown takes for a list, a heading or a quotation.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match pieces.last_mut() {
            Some(last) if begins_block(word) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push(word.to_owned()),
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if length(line) + 1 + length(&piece) <= width => {
                line.push(' ');
                line.push_str(&piece);
            }
            _ => lines.push(piece),
        }
    }
    lines
}

/// Whether Markdown takes this word at the start of a line for something else.
fn begins_block(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = digits.len() < word.len() && matches!(digits, "." | ")");
    number || matches!(word, "-" | "+" | "*") || word.starts_with(['>', '#', '=', '|'])
}

/// How many characters a text has.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// `first_response_time` as `firstResponseTime`.
pub fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &capital(word))
}

/// `ledger_entry` as `LedgerEntry`.
pub fn pascal(name: &str) -> String {
    name.split('_').map(capital).collect()
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The text without a full stop at its end.
pub fn no_stop(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}

/// The text with a full stop at its end.
pub fn sentence(text: &str) -> String {
    format!("{}.", no_stop(text.trim_end()))
}

/// Names in backticks, with commas.
pub fn code_list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A Markdown table whose columns stand under each other.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|text| length(text));
        cells.chain([length(head[column]), 3]).max().unwrap_or(3)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: Vec<String>| {
        let padded =
            cells.iter().zip(&widths).map(|(text, width)| format!("{text}{}", " ".repeat(width - length(text))));
        format!("| {} |\n", padded.collect::<Vec<_>>().join(" | "))
    };
    let mut out = line(head.iter().map(|text| (*text).to_owned()).collect());
    out += &format!("| {} |\n", widths.iter().map(|&width| "-".repeat(width)).collect::<Vec<_>>().join(" | "));
    for row in rows {
        out += &line(row);
    }
    out
}

/// The words in backticks, where each is one word of small letters, digits and underscores.
pub fn marked(text: &str) -> impl Iterator<Item = &str> {
    let word = |text: &&str| {
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    text.split('`').skip(1).step_by(2).filter(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_do_not_begin_with_a_list() {
        let text = "contacts that a person answered + tickets with a reply - merged tickets 1. 2)";
        for width in 1..40 {
            for line in wrap(text, width) {
                assert!(!line.starts_with(['+', '-', '1', '2']), "{line}");
            }
        }
    }

    #[test]
    fn lines_are_no_longer_than_the_width() {
        assert_eq!(wrap("a bb ccc dddd", 6), ["a bb", "ccc", "dddd"]);
        assert_eq!(wrap("− − −", 3), ["− −", "−"]);
        assert_eq!(wrap("", 3), Vec::<String>::new());
    }

    #[test]
    fn names() {
        assert_eq!(camel("retention_rate_s4_literal"), "retentionRateS4Literal");
        assert_eq!(pascal("ledger_entry"), "LedgerEntry");
    }

    #[test]
    fn tables_escape_and_align() {
        let rows = [vec!["a|b".to_owned(), "−1".to_owned()]];
        assert_eq!(table(&["x", "long"], &rows), "| x    | long |\n| ---- | ---- |\n| a\\|b | −1   |\n");
    }

    #[test]
    fn marked_words() {
        let words: Vec<&str> = marked("`other_kind`, `1 = very easy` and `S4`, `p90`").collect();
        assert_eq!(words, ["other_kind", "p90"]);
    }
}
