//! A Yew app with the widget in it, as an owner may have one. The test of it is `tests/e2e/specs/yew.test.mjs`, which
//! finds on the page what this app counts.

#[cfg(target_arch = "wasm32")]
mod host {
    use yew::{Component, Context, Html, MouseEvent, html};

    /// What the reader did to the app around the widget.
    #[derive(Debug)]
    pub enum Msg {
        /// A press on anything inside the box, the widget included.
        Box,
        /// A press on the app's first button.
        First,
        /// A press on the app's last button.
        Last,
    }

    /// Counts the presses that each of its handlers heard.
    #[derive(Debug, Default)]
    pub struct App {
        in_box: u32,
        first: u32,
        last: u32,
    }

    impl Component for App {
        type Message = Msg;
        type Properties = ();

        fn create(_: &Context<Self>) -> Self {
            Self::default()
        }

        fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
            match msg {
                Msg::Box => self.in_box += 1,
                Msg::First => self.first += 1,
                Msg::Last => self.last += 1,
            }
            true
        }

        fn view(&self, ctx: &Context<Self>) -> Html {
            let on = |msg: fn() -> Msg| ctx.link().callback(move |_: MouseEvent| msg());
            let root = js_sys::Reflect::get(&js_sys::global(), &"root".into()).ok();
            let root = root.and_then(|mode| mode.as_string()).unwrap_or_default();
            // Listeners before and after the widget: Yew numbers them, and the widget's own app numbers its own alike.
            html! {
                <main>
                    <h1>{ "An app with a widget" }</h1>
                    <p id="counts">{ format!("{} {} {}", self.in_box, self.first, self.last) }</p>
                    <button id="first" onclick={on(|| Msg::First)}>{ "First" }</button>
                    <div id="box" onclick={on(|| Msg::Box)} data-heard={self.in_box.to_string()}>
                        <fog-bridge region="GB" loading="eager" {root}>
                            <p>{ "What did you notice this week?" }</p>
                        </fog-bridge>
                    </div>
                    <button id="last" onclick={on(|| Msg::Last)}>{ "Last" }</button>
                </main>
            }
        }
    }

    /// Begins the app.
    pub fn main() {
        yew::Renderer::<App>::new().render();
    }
}

fn main() {
    // Yew is there for the browser only; natively there is nothing to run.
    #[cfg(target_arch = "wasm32")]
    host::main();
}
