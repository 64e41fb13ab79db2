//! `privacy`: what is true in this form of the widget. Each sentence is one that a test holds it to.

use super::notes::what_is_kept;
use super::ui::Ui;
use super::welcome::who_can_read;
use crate::content::TextKey;
use crate::state::model::{Form, Visit};
use crate::state::msg::Act;

/// Who can read along, what is kept, and what leaving quickly does and does not do.
pub fn privacy(ui: &mut Ui<'_>) {
    let model = ui.cx.model;
    let form = model.options.form;
    ui.heading(TextKey::PrivacyHeading);
    ui.paragraph(who_can_read(form));
    ui.paragraph(TextKey::PrivacyFiles);
    ui.subheading(TextKey::PrivacyKept);
    ui.paragraph(what_is_kept(model, matches!(model.visit, Visit::Afraid(_))));
    ui.paragraph(TextKey::PrivacySafety);
    if form == Form::Standalone {
        ui.paragraph(TextKey::PrivacyOffline);
    }
    ui.subheading(TextKey::PrivacyLeaving);
    ui.paragraph(TextKey::PrivacyLeavingText);
    ui.paragraph(TextKey::PrivacyHistory);
    ui.actions(|ui| ui.button("primary", "back", TextKey::Back, Act::Cancelled));
}
