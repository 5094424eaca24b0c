//! HTML that its contents cannot break: tags are written in this program, everything else is escaped.

#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// Tags. They cannot come from data, which does not live as long as the program.
    pub fn raw(&mut self, tags: &'static str) -> &mut Self {
        self.0.push_str(tags);
        self
    }

    /// A text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // What HTML does not allow, or what turns the direction of the text around.
                '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => self.0.push('\u{fffd}'),
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => self.0.push('\u{fffd}'),
                sign => self.0.push(sign),
            }
        }
        self
    }

    /// An attribute inside of a tag that is still open.
    pub fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// A text between two tags; nothing at all where it is empty.
    pub fn within(&mut self, open: &'static str, text: &str, close: &'static str) -> &mut Self {
        if text.is_empty() { self } else { self.raw(open).text(text).raw(close) }
    }

    pub fn finish(self) -> String {
        self.0
    }
}
