//! The composition root: the one stateful component. It owns the model, carries out effects, and wires the
//! ports to the browser.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::content::{Library, Pack};
use crate::domain::notes::{Notes, RecordId};
use crate::embed::Port;
use crate::platform::{BrowserStore, now, today};
use crate::snapshot::{Change, copy, read_copy, restore, seal};
use crate::state::effect::Effect;
use crate::state::keeper::Keeper;
use crate::state::model::{Cx, LibraryState, Model, Options, Storage};
use crate::state::msg::{Act, Msg};
use crate::state::update;
use crate::state::words::Copying;
use crate::views::{self, Meaning};

/// What a widget is mounted with.
#[derive(Debug)]
pub struct Setup {
    /// The reflection file. It stays as long as the page: its texts are pointed at.
    pub pack: &'static Pack,
    /// What the owner set.
    pub options: Options,
    /// The namespace of what is kept.
    pub namespace: String,
    /// A copy of what the widget had in memory when a core stopped that it shared with others.
    pub rescued: Option<String>,
    /// The loader.
    pub port: Port,
    /// The writer to the store; `None` where the browser keeps nothing. It stands outside the component, because what
    /// waits has to be written at once when the page goes, and the component's turn may never come then.
    pub keeper: RefCell<Option<Keeper<BrowserStore>>>,
    /// What the controls on the screen mean, by their places: what is used is looked up in the picture the reader sees.
    pub meanings: RefCell<Vec<Meaning>>,
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
    /// Another tab or widget wrote: under this full key, or anywhere.
    Look(Option<String>),
    /// Drop everything in memory.
    Forget,
}

/// How far back the first screen looks, in milliseconds: 60 days.
const RECENT_MS: i64 = 60 * 86_400_000;

/// The focus moves, and the top of the screen comes into sight.
const TOP: &str = "top";

/// The widget.
#[derive(Debug)]
pub struct App {
    model: Model,
    library: LibraryState,
    /// Its place among the countries, once it was asked for.
    device_country: OnceCell<Option<usize>>,
    /// How the focus moves to the heading of the screen when that is drawn: see [`Port::focus`].
    wants_focus: Option<&'static str>,
    painted: Option<&'static str>,
}

impl Component for App {
    type Message = AppMsg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let setup = &ctx.props().setup;
        let since = RecordId(now().0.saturating_sub(RECENT_MS).unsigned_abs());
        let opened = BrowserStore::open().and_then(|store| Keeper::open(store, &setup.namespace, since));
        let (keeper, notes, storage) = match opened {
            Ok((keeper, notes)) => {
                let storage = if keeper.is_read_only() { Storage::Newer } else { Storage::Works };
                (Some(keeper), notes, storage)
            }
            Err(error) => {
                setup.port.problem("storage", error.says());
                (None, Notes::default(), Storage::Memory)
            }
        };
        let n_set_aside = keeper.as_ref().map_or(0, Keeper::n_set_aside);
        let mut model = Model::new(setup.options.clone(), notes, storage, n_set_aside);
        setup.keeper.replace(keeper);
        if let Some(Ok(rescued)) = setup.rescued.as_deref().map(read_copy) {
            recall(setup, &mut model);
            model.take_over(&rescued.notes);
        }
        Self {
            model,
            library: LibraryState::Waiting,
            device_country: OnceCell::new(),
            wants_focus: Some(TOP),
            painted: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: AppMsg) -> bool {
        match msg {
            AppMsg::Happened(msg) => {
                // On the way back to where the reader was, what is recent is enough.
                let is_way = matches!(
                    msg,
                    Msg::ChangedOptions(_) | Msg::Acted(Act::PressedCover(_) | Act::PressedGoOn)
                );
                if !is_way {
                    recall(&ctx.props().setup, &mut self.model);
                }
                self.happened(ctx, msg);
            }
            AppMsg::Library(text) => {
                self.library = match text.map(|text| Library::parse(text.leak())) {
                    Some(Ok(library)) => LibraryState::Here(library),
                    Some(Err(error)) => {
                        ctx.props().setup.port.problem("content", error.says());
                        LibraryState::Missing
                    }
                    None => LibraryState::Missing,
                };
                self.happened(ctx, Msg::LibraryArrived);
            }
            AppMsg::Look(only) => {
                if let Some(found) = self.look(&ctx.props().setup, only.as_deref()) {
                    self.happened(ctx, found);
                }
            }
            AppMsg::Forget => {
                let options = self.model.options.clone();
                self.model = Model::new(options, Default::default(), self.model.storage, 0);
                ctx.props().setup.keeper.take(); // It remembers what is stored; the next mount opens its own.
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (meanings, port) = (&ctx.props().setup.meanings, &ctx.props().setup.port);
        meanings.borrow_mut().clear();
        let pack = ctx.props().setup.pack;
        let device_country = || *self.device_country.get_or_init(|| pack.help.country_of(&port.time_zone()?));
        views::widget(&views::Cx {
            pack,
            library: self.library,
            model: &self.model,
            today: today(),
            words: port,
            meanings,
            device_country: &device_country,
        })
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first_render: bool) {
        let name = self.model.screen_name();
        if self.painted != Some(name) {
            self.painted = Some(name);
            ctx.props().setup.port.painted(name);
        }
        if let Some(reveal) = self.wants_focus.take() {
            ctx.props().setup.port.focus(reveal);
        }
    }
}

impl App {
    fn happened(&mut self, ctx: &Context<Self>, msg: Msg) {
        let setup = &ctx.props().setup;
        let cx = Cx { pack: setup.pack, library: self.library, now: now(), today: today() };
        let mut msgs = vec![msg];
        while let Some(msg) = msgs.pop() {
            for effect in update(cx, &mut self.model, msg) {
                msgs.extend(self.carry_out(setup, effect));
            }
        }
    }

    /// Carries out one effect; what the world answers comes back as a message.
    fn carry_out(&mut self, setup: &Setup, effect: Effect) -> Option<Msg> {
        let port = &setup.port;
        let mut keeper = setup.keeper.borrow_mut();
        match effect {
            Effect::FocusHeading => self.wants_focus = Some(TOP),
            Effect::FocusInPlace => self.wants_focus = Some(""),
            Effect::Tell(progress) => port.progress(progress.word()),
            Effect::Download => {
                // What is stored belongs to someone else then.
                let keeper = keeper.as_ref().filter(|_| !self.model.is_guest);
                let set_aside = keeper.map(|keeper| restore(keeper.stored()).set_aside).unwrap_or_default();
                port.download(&copy(&self.model.notes, &set_aside));
            }
            Effect::Copy(text) => port.copy(&text),
            Effect::Calendar(text) => port.calendar(&text),
            Effect::Print => port.sheet("print"),
            Effect::CopySheet(what) => port.sheet(if what == Copying::Letter { "letter" } else { "copy" }),
            Effect::PickCopy => port.ask("pick"),
            Effect::Persist => port.ask("persist"),
            Effect::Keep { changes, write } => {
                for change in &changes {
                    hand_over(port, change);
                }
                if write && let Some(waiting) = keeper.as_mut() {
                    waiting.queue(changes);
                    drop(keeper); // Where tabs cannot take turns the loader has it written before this call is over.
                    port.ask("save");
                }
            }
            Effect::KeepSoon { change, write } => {
                hand_over(port, &change);
                if let Some(keeper) = keeper.as_mut().filter(|_| write) {
                    keeper.queue(vec![change]);
                    port.ask("soon");
                }
            }
            Effect::StopWriting => {
                if let Some(keeper) = keeper.as_mut() {
                    keeper.save_and_stop();
                }
            }
            Effect::Look => {
                drop(keeper);
                return self.look(setup, None);
            }
            Effect::Saw(changes) => {
                for change in &changes {
                    hand_over(port, change);
                    if let Some(keeper) = keeper.as_mut() {
                        keeper.saw(change);
                    }
                }
            }
            Effect::BeginAnew => {
                if let Some(keeper) = keeper.as_mut() {
                    keeper.begin_anew();
                }
            }
            Effect::DropCopies => port.ask("cleared"),
            Effect::DropFiles => port.ask("removed"),
            Effect::RemoveAll => {
                let outcome = keeper.as_mut().map_or(Ok(()), Keeper::remove_all);
                return Some(Msg::RemovedAll(outcome));
            }
        }
        None
    }

    /// Looks at what others wrote; `None` if that is nothing.
    fn look(&self, setup: &Setup, only: Option<&str>) -> Option<Msg> {
        let may_write = self.model.writes_again();
        let mut keeper = setup.keeper.borrow_mut();
        let found = keeper.as_mut()?.look(only, may_write);
        let waits = keeper.as_ref()?.waits();
        drop(keeper); // Where tabs cannot take turns the loader has it written before this call is over.
        if may_write && waits {
            setup.port.ask("save"); // What was written over, for one.
        }
        (found != Ok(Vec::new())).then_some(Msg::Found(found))
    }
}

/// Reads what was left at the beginning.
fn recall(setup: &Setup, model: &mut Model) {
    if let Some(keeper) = setup.keeper.borrow_mut().as_mut() {
        keeper.rest(&mut model.notes);
        model.n_set_aside = keeper.n_set_aside();
    }
}

/// Gives one record to the loader's rescue copy, in its stored form.
fn hand_over(port: &Port, change: &Change) {
    let raw = change.payload.as_ref().map(|payload| seal(payload, 0));
    port.record(&change.key.name(), raw.as_deref());
}
