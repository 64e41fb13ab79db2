//! Pages and parts of pages as markup: a line an element, two spaces a level, and no blank line, at which Markdown would
//! take the rest for text. Whatever comes from a content file or a command line is escaped on its way in.

use crate::content::fill;

/// Markup that stands inside one line: text, links, emphasis.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Inline(String);

impl Inline {
    /// A text as it is read.
    pub(super) fn text(text: &str) -> Self {
        Self(escaped(text))
    }

    /// An element around `inner`.
    pub(super) fn element(tag: &str, attributes: &[(&str, &str)], inner: &Self) -> Self {
        Self(format!("{}{}</{tag}>", opening(tag, attributes), inner.0))
    }

    /// A link. One that leads away does not tell from where.
    pub(super) fn link(address: &str, text: &str) -> Self {
        let rel = if address.starts_with("https:") { "noreferrer" } else { "" };
        Self::element("a", &[("href", address), ("rel", rel)], &Self::text(text))
    }

    /// A sentence template with markup in its slots.
    pub(super) fn filled(template: &str, values: &[(&str, &Self)]) -> Self {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.0.as_str())).collect();
        Self(fill(&escaped(template), &values))
    }

    /// One after the other, with `between` between them.
    pub(super) fn joined(parts: &[Self], between: &str) -> Self {
        let parts: Vec<_> = parts.iter().map(|part| part.0.as_str()).collect();
        Self(parts.join(&escaped(between)))
    }
}

/// Markup, element by element.
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
    depth: usize,
}

impl Html {
    /// A line of its own: an element that holds text, links, emphasis.
    pub(super) fn line(&mut self, tag: &str, class: &str, inner: &Inline) {
        self.put(&Inline::element(tag, &[("class", class)], inner).0);
    }

    /// The same with a text.
    pub(super) fn text(&mut self, tag: &str, class: &str, text: &str) {
        self.line(tag, class, &Inline::text(text));
    }

    /// An element with others inside it.
    pub(super) fn within(&mut self, tag: &str, class: &str, inner: impl FnOnce(&mut Self)) {
        self.within_with(tag, &[("class", class)], inner);
    }

    /// An element with these attributes, and others inside it.
    pub(super) fn within_with(
        &mut self,
        tag: &str,
        attributes: &[(&str, &str)],
        inner: impl FnOnce(&mut Self),
    ) {
        self.put(&opening(tag, attributes));
        self.depth += 1;
        inner(self);
        self.depth -= 1;
        self.put(&format!("</{tag}>"));
    }

    /// An element without content or end, such as `<meta>`.
    pub(super) fn void(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.put(&opening(tag, attributes));
    }

    /// An empty element that has an end, such as `<script src>`.
    pub(super) fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.put(&Inline::element(tag, attributes, &Inline::default()).0);
    }

    /// Markup of this project, line by line.
    pub(super) fn own(&mut self, markup: &str) {
        markup.lines().filter(|line| !line.trim().is_empty()).for_each(|line| self.put(line));
    }

    /// The markup so far, with a line break at its end.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn put(&mut self, line: &str) {
        (0..self.depth).for_each(|_| self.out.push_str("  "));
        self.out.push_str(line);
        self.out.push('\n');
    }
}

/// The opening tag. An attribute without a value is left out.
fn opening(tag: &str, attributes: &[(&str, &str)]) -> String {
    let given = attributes.iter().filter(|(_, value)| !value.is_empty());
    let given: String = given.map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect();
    format!("<{tag}{given}>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
