//! The composition root: the one stateful component. It owns the model, carries out effects, and wires the
//! ports to the browser.

use std::cell::OnceCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::content::{Library, Pack};
use crate::embed::Port;
use crate::platform::{BrowserStore, Intl, Reveal, focus_heading, now, time_zone, today};
use crate::snapshot::{Change, SetAside, copy, seal};
use crate::state::effect::Effect;
use crate::state::keeper::Keeper;
use crate::state::model::{Cx, LibraryState, Model, Options, Storage};
use crate::state::msg::Msg;
use crate::state::update;
use crate::views;

/// What a widget is mounted with.
#[derive(Debug)]
pub struct Setup {
    /// The reflection file. It stays as long as the page: its texts are pointed at.
    pub pack: &'static Pack,
    /// What the owner set.
    pub options: Options,
    /// The namespace of what is kept.
    pub namespace: String,
    /// Language tag.
    pub lang: String,
    /// The loader.
    pub port: Port,
}

/// Properties of [`App`]: one setup for the life of the widget.
#[derive(Debug, Clone, Properties)]
pub struct AppProps {
    /// The setup.
    pub setup: Rc<Setup>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.setup, &other.setup)
    }
}

/// What reaches the component.
#[derive(Debug)]
pub enum AppMsg {
    /// Something happened.
    Happened(Msg),
    /// The library file, or word that it will not come.
    Library(Option<String>),
    /// Drop everything in memory.
    Forget,
}

/// The widget.
#[derive(Debug)]
pub struct App {
    model: Model,
    library: LibraryState,
    /// `None` where the browser keeps nothing.
    keeper: Option<Keeper<BrowserStore>>,
    set_aside: Vec<SetAside>,
    intl: Intl,
    /// Its place among the countries, once it was asked for.
    device_country: OnceCell<Option<usize>>,
    heading: NodeRef,
    wants_focus: Option<Reveal>,
    painted: Option<&'static str>,
}

impl Component for App {
    type Message = AppMsg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let setup = &ctx.props().setup;
        let opened = BrowserStore::open().and_then(|store| Keeper::open(store, &setup.namespace));
        let (keeper, restored, storage) = match opened {
            Ok((keeper, restored)) => {
                let storage = if keeper.is_read_only() { Storage::Newer } else { Storage::Works };
                (Some(keeper), restored, storage)
            }
            Err(error) => {
                setup.port.problem("storage", &error.to_string());
                (None, crate::snapshot::Restored::default(), Storage::Memory)
            }
        };
        let model = Model::new(setup.options.clone(), restored.notes, storage, restored.set_aside.len());
        for (name, raw) in keeper.iter().flat_map(Keeper::stored) {
            setup.port.record(name, Some(raw));
        }
        Self {
            model,
            library: LibraryState::Waiting,
            keeper,
            set_aside: restored.set_aside,
            intl: Intl::new(&setup.lang),
            device_country: OnceCell::new(),
            heading: NodeRef::default(),
            wants_focus: Some(Reveal::Top),
            painted: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: AppMsg) -> bool {
        match msg {
            AppMsg::Happened(msg) => self.happened(ctx, msg),
            AppMsg::Library(text) => {
                self.library = match text.map(|text| Library::parse(text.leak())) {
                    Some(Ok(library)) => LibraryState::Here(library),
                    Some(Err(error)) => {
                        ctx.props().setup.port.problem("content", &error.to_string());
                        LibraryState::Missing
                    }
                    None => LibraryState::Missing,
                };
                self.happened(ctx, Msg::LibraryArrived);
            }
            AppMsg::Forget => {
                let options = self.model.options.clone();
                self.model = Model::new(options, Default::default(), self.model.storage, 0);
                self.set_aside.clear();
                self.keeper = None; // It remembers what is stored; the next mount opens its own.
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let send = ctx.link().callback(AppMsg::Happened);
        let pack = ctx.props().setup.pack;
        let device_country = || *self.device_country.get_or_init(|| pack.help.country_of(&time_zone()?));
        views::widget(&views::Cx {
            pack,
            library: self.library,
            model: &self.model,
            today: today(),
            words: &self.intl,
            send: &send,
            heading: &self.heading,
            device_country: &device_country,
        })
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first_render: bool) {
        let name = self.model.screen_name();
        if self.painted != Some(name) {
            self.painted = Some(name);
            ctx.props().setup.port.painted(name);
        }
        if let Some(reveal) = self.wants_focus.take()
            && let Some(heading) = self.heading.cast::<Element>()
        {
            focus_heading(&heading, reveal);
        }
    }
}

impl App {
    fn happened(&mut self, ctx: &Context<Self>, msg: Msg) {
        let setup = &ctx.props().setup;
        let cx = Cx { pack: setup.pack, library: self.library, now: now(), today: today() };
        for effect in update(cx, &mut self.model, msg) {
            let answer = self.carry_out(&setup.port, effect);
            if let Some(answer) = answer {
                update(cx, &mut self.model, answer);
            }
        }
    }

    /// Carries out one effect; what the world answers comes back as a message.
    fn carry_out(&mut self, port: &Port, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::FocusHeading => {
                self.wants_focus = Some(Reveal::Top);
                None
            }
            Effect::FocusInPlace => {
                self.wants_focus = Some(Reveal::Nothing);
                None
            }
            Effect::Tell(progress) => {
                port.progress(progress.word());
                None
            }
            Effect::Download => {
                port.download(&copy(&self.model.notes, &self.set_aside));
                None
            }
            Effect::Copy(text) => {
                port.copy(&text);
                None
            }
            Effect::Keep { changes, write } => {
                for change in &changes {
                    hand_over(port, change);
                }
                let keeper = self.keeper.as_mut().filter(|_| write)?;
                // A record that fails does not keep the others from being written.
                let outcome = changes.iter().map(|change| keeper.write(change)).fold(Ok(()), Result::and);
                if let Err(error) = outcome {
                    port.problem("storage", &error.to_string());
                }
                Some(Msg::SavedRecords(outcome))
            }
            Effect::DropCopies => {
                self.set_aside.clear();
                port.cleared();
                None
            }
            Effect::RemoveAll => {
                let outcome = self.keeper.as_mut().map_or(Ok(()), Keeper::remove_all);
                Some(Msg::RemovedAll(outcome))
            }
        }
    }
}

/// Gives one record to the loader's rescue copy, in its stored form.
fn hand_over(port: &Port, change: &Change) {
    let raw = change.payload.as_ref().map(|payload| seal(payload, 0));
    port.record(&change.key.name(), raw.as_deref());
}
