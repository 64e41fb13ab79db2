//! Fogbridge: "Is it the relationship, or the depression?" A private reflection and small steps back to
//! each other, inside any article. This page is the map of the house.
//!
//! # Bird's-eye view
//!
//! An article holds a `<fog-bridge>`. A small loader in JavaScript (`src/embed/*.js`) defines that element, paints the
//! cover, *Leave this page* and *Get help now*, and brings the core when the reader comes near: the wasm of this crate, and
//! the texts of one language: what comes before the first picture, and the library with all that comes after it. From then
//! on it is the Elm architecture. The loader says which control was used; the view it belongs to knows which
//! [`state::Act`] that means, which becomes a [`state::Msg`]; [`state::update()`] changes the [`state::Model`] and returns
//! effects as values; `views` turn the model into markup; `app` carries the effects out through `platform` and `embed`. What a reader enters is kept as small checked records in
//! `localStorage`, only with consent, and goes nowhere else.
//!
//! The texts are TOML files below `src/content`. The bin `content` of this crate checks and packs them natively, before
//! the wasm is built. So everything that can go wrong with answers, notes and texts is pure Rust and tested natively.
//!
//! # The modules, in reading order
//!
//! | module | |
//! |---|---|
//! | [`domain`] | answers, threads, steps, plans, dates: values and the rules between them. [`domain::insight`]: when a single observation is called for. [`domain::phrase`]: who can say what |
//! | [`json`] | one small tree between serde_json and kept records |
//! | [`content`] | every word a reader sees, as data: [`content::Pack`] up to the first picture, [`content::Library`] after it (`content/library.rs`); natively also the compiler that checks it |
//! | [`snapshot`] | notes and the strings they are kept as: versions, checksums, reading what is damaged |
//! | [`state`] | model, messages, update, effects; the gate of the safety questions; the one writer to the store. [`state::shelf`]: what a reader can reach. [`state::words`]: the pages opened by choice, which `state/update/pages.rs` opens |
//! | `views` | markup from values, one function a screen; `views::scene` draws the picture, `views::words` is *Words to say*, `views::pages` the other pages opened by choice |
//! | `platform` | the browser behind the traits of [`state::ports`]: storage, clock, focus, `Intl` |
//! | `app` | the one stateful component; owns the model and carries out effects |
//! | `embed` | the border to the loader: options in, the loader's functions out |
//!
//! The last four exist only for `wasm32`. `src/main.rs` is the bin that becomes the wasm, `src/bin/content.rs` the
//! compiler of texts. Beside Rust: `src/embed` (loader, and the standalone page's service worker), `src/pages` (other pages), `styles`, `tests/e2e` (real browsers,
//! and the Node tools that finish a build).
//!
//! # Who may use whom
//!
//! `domain ← content ← state ← views ← app ← embed`, `domain ← snapshot ← {state, app}`, and
//! `state::ports ← platform ← app`. `platform` also knows the values of `domain` and `content`.
//! `snapshot` uses `json`, which uses only the words of `domain`. One arrow points back: `app` speaks to the loader
//! through `embed::Port`. Checked in `tests/architecture.rs` by `modules_use_only_what_stands_to_their_left` and `platform_takes_only_the_ports_of_state`.
//!
//! # What always holds, and the test that says so
//!
//! 1. `domain`, `content`, `snapshot` and `state` know no browser. `architecture`:
//!    `the_pure_modules_know_no_browser`; that they pass natively is `cargo test`.
//! 2. `update` is a function of context, model and message; time comes in the context, effects leave as values. No trait
//!    of the world is handed to it. All of `update_stories` runs it without a browser.
//! 3. No screen with a reading or a couple step can be built without a [`state::gate::Cleared`], which only the safety
//!    questions hand out. `safety_laws`: `prop_no_door_leads_past_the_safety_questions`.
//! 4. After a safety sign the model is [`state::model::Visit::Afraid`], which has no field for a reading, a cause or a
//!    couple step. `safety_laws`: `prop_after_a_sign_only_open_steps_are_on_any_screen`,
//!    `prop_after_a_sign_nothing_is_written_but_the_neutral_setting`, `prop_a_sign_is_never_among_the_notes`, and
//!    `the_search_from_every_sign_finds_no_couple_step_page_or_copy`, which presses all there is to press.
//! 5. A step is open to a frightened reader only if the data says so, and the list is reviewed. `content_rules`:
//!    `open_steps_are_the_reviewed_ones`, `open_steps_name_no_partner`.
//! 6. *Not sure* and *skip* are unknown, never "no", and more evidence never weakens a thread. `reading_laws`:
//!    `prop_not_sure_and_skipped_change_nothing`, `prop_more_evidence_for_a_thread_never_weakens_it`.
//! 7. Nothing is written without consent. `safety_laws`: `prop_nothing_is_written_without_consent`.
//! 8. One writer ([`state::keeper`]), one gate for what is read ([`snapshot::restore`]). What cannot be read is set aside
//!    and never written over; what was written is read back. `keeping`, `keeping_faults`: such as
//!    `what_cannot_be_read_is_set_aside_before_anything_is_written_over_it` and `a_store_that_lies_is_not_believed`. Whatever
//!    fails, and whatever two tabs do, what was said to be saved is kept or was deleted by the reader. `keeping_calls`,
//!    `keeping_tabs`. What is kept follows the reader's word, given in whichever tab. `keeping_word`.
//! 9. The core has no network. `architecture`: `the_core_has_no_network`; `network.test.mjs` reads what the shipped wasm imports
//!    and tries every way out of the standalone page; `page.test.mjs` counts requests in an article.
//! 10. The page around is told three words, the same ones on every branch. `safety_stories`:
//!     `the_page_is_told_three_words_and_the_same_ones_with_and_without_a_sign`, and `page.test.mjs`.
//! 11. Every text comes from `content`, and each problem in it is named with file and line. `content_rules`. Each can be met
//!     by some reader, each idea of the inventory has an answer, and each caution names what keeps it. `content_reach`, such as
//!     `every_idea_of_the_inventory_has_an_answer` and `every_caution_is_kept_by_something_that_exists`.
//! 12. No markup from strings, no `style` attribute. `architecture`: `no_view_writes_a_style_or_raw_markup`; under the
//!     strictest policy `page.test.mjs`.
//! 13. Whatever fails shows a sentence, the way out and help, never an empty box. `failure.test.mjs`.
//! 14. An insight is called for by the reader's own answers alone, never by a strength, by *not sure* or by a sign; what
//!     softens and what is warm is kept back where the partner was cold. `content_reach`:
//!     `every_insight_is_called_for_by_some_answers_and_none_by_all_of_them`. `pages_stories`:
//!     `an_unsure_or_skipped_answer_calls_for_no_insight`,
//!     `where_the_partner_was_cold_nothing_warm_or_softening_is_offered`.
//! 15. Words to say, what people say, and staying or going are opened by choice, past the gate only, and nothing picked
//!     there is kept; help for two is shown past the gate only. `pages_stories`:
//!     `no_page_is_reached_before_the_safety_questions_or_after_a_sign`,
//!     `a_phrase_and_a_sentence_are_copied_as_they_stand_and_nothing_of_it_is_kept`,
//!     `help_for_two_is_shown_past_the_gate_only`.
//! 16. Without a script nobody meets a closed step, a phrase or a reading before the questions about being safe, and no paper
//!     collects their answers. `snippet`: `nobody_meets_a_closed_step_a_phrase_or_a_reading_before_the_safety_questions`.
//!     `worksheet`: `the_safety_box_asks_and_collects_nothing`.
//! 17. A look back counts and names no cause; what is unknown counts nowhere, order of entry makes no difference, and the days
//!     said to be lacking are enough. `look_back_laws`: `prop_an_unsure_answer_changes_no_count_that_asks_for_it`,
//!     `prop_the_order_of_entry_makes_no_difference`, `prop_as_many_more_days_as_said_lead_on`. After a sign it holds only days
//!     of the reader's own: `safety_laws`: `after_a_sign_a_look_back_is_the_days_of_good_moments_of_ones_own`.
//! 18. Where the page of its own works offline, it is one whole version, never put in the place of another under a reader, and
//!     it goes when everything is deleted. `offline.test.mjs`, `offline_faults.test.mjs`. What the screen `privacy` says is so in each
//!     form. `privacy.test.mjs`.
//!
//! # Where it differs from the usual layout, and why
//!
//! - **Screens are plain functions**, not components with props. The one component is `app`; a screen is small and is
//!   drawn whole, and the machinery of props for each would only add weight (`src/views/mod.rs`).
//! - **No `html!`.** It writes out all the code of an element wherever one stands. A screen is a list of calls on one sheet
//!   instead, and so is the picture (`src/views/ui.rs`). What a control means is a plain [`state::Act`], copied, not cloned.
//! - **No serde derives.** A derived codec is written out again for each type. By way of one small tree a field costs one
//!   call (`src/json.rs`). For the same reason maps are sorted lists (`litemap`).
//! - **Packed texts are no JSON** but one value a line, read where they lie (`src/content/packed.rs`). What a reader entered
//!   stays JSON, for everyone's eyes.
//! - **The element is JavaScript.** A Rust type cannot extend `HTMLElement`, and the element has to be there before any
//!   wasm (`src/embed/mod.rs`).
//! - **The service worker is our own.** It keeps one short list of files whole; a library for workers would bring routing and
//!   run-time caches, of which nothing is wanted here (`src/embed/offline`).
//! - **Texts are no Rust.** Their authors do not write it, and a new language must need none.
//! - **No router and no history states.** An address would tell whoever reads it where somebody was.

#![forbid(unsafe_code)]

pub mod content;
pub mod domain;
pub mod json;
pub mod snapshot;
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod views;
