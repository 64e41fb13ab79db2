//! Checks and compiles the content files. `content check` says what is wrong, with file and line;
//! `content build FOLDER` writes the compact form of every language, and what is read without a script;
//! `content snippet` prints what an owner of an article pastes; `content coverage` prints which item carries which idea of
//! the inventory; `content level` prints how hard the texts are to read; `content help-check` lists every help line for a
//! person to confirm.

#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::process::ExitCode;

    use fogbridge::content::compile::{
        Compiled, Files, HelpRow, Links, Pin, SnippetView, compile, coverage, help_lines, levels, mean,
    };
    use fogbridge::domain::word::Word;

    const USAGE: &str = "usage: content check | build FOLDER | coverage | level | help-check
       content snippet [lang=en] [region=GB] [view=steps] [base=/embed] [page=ADDRESS] [sheet=ADDRESS]
                       [build=dist]";

    pub fn main() -> ExitCode {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
        let outcome = Files::read(&root).and_then(|files| match words.as_slice() {
            ["check"] => packed(&files).map(|languages| report(&languages)),
            ["build", folder] => packed(&files).and_then(|languages| write(&languages, Path::new(folder))),
            ["coverage"] => {
                print_coverage(&files);
                Ok(())
            }
            ["level"] => {
                print_levels(&files);
                Ok(())
            }
            ["snippet", options @ ..] => {
                packed(&files).and_then(|languages| print_snippet(&languages, options))
            }
            ["help-check"] => packed(&files).map(|_| print_help(&files)),
            _ => Err(USAGE.to_owned()),
        });
        match outcome {
            Ok(()) => ExitCode::SUCCESS,
            Err(text) => {
                eprintln!("{text}");
                ExitCode::FAILURE
            }
        }
    }

    fn packed(files: &Files) -> Result<Vec<Compiled>, String> {
        compile(files).map_err(|problems| {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            format!("{}\n{} problems in the content", lines.join("\n"), lines.len())
        })
    }

    fn report(languages: &[Compiled]) {
        for language in languages {
            println!(
                "{}: {} questions, {} insights, {} steps, {} myths, {} phrases, {} help lines, {} sources",
                language.lang,
                language.pack.questions.len(),
                language.library.insights.len(),
                language.library.steps.len(),
                language.library.myths.len(),
                language.library.phrases.len(),
                language.pack.help.lines.len(),
                language.library.sources.len(),
            );
        }
    }

    /// What the words inside the element of our own pages lead to.
    const OWN: Links<'_> = Links { page: "", sheet: "worksheet.html" };
    const ARTICLE: Links<'_> = Links { page: "./", sheet: "worksheet.html" };

    fn write(languages: &[Compiled], folder: &Path) -> Result<(), String> {
        for language in languages {
            let folder = folder.join(&language.lang);
            std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            let files = [
                ("cover.json", language.cover.to_string()),
                ("reflection.txt", language.pack.pack()),
                ("library.txt", language.library.pack()),
                ("worksheet.html", language.worksheet.clone()),
                ("snippet.html", language.snippet.inside(SnippetView::All, "", OWN)),
                ("snippet-article.html", language.snippet.inside(SnippetView::All, "", ARTICLE)),
            ];
            for (name, text) in files {
                let path = folder.join(name);
                // An unchanged file keeps its time, so that a watching build does not run in circles.
                if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
                    continue;
                }
                std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        report(languages);
        Ok(())
    }

    fn print_snippet(languages: &[Compiled], options: &[&str]) -> Result<(), String> {
        let (mut lang, mut region, mut view, mut base) = ("en", String::new(), "all", "/embed");
        let mut build = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let mut links = Links::default();
        for option in options {
            // An empty value is what make hands over where nothing was said.
            match option.split_once('=') {
                Some((_, "")) => {}
                Some(("lang", value)) => lang = value,
                Some(("region", value)) => region = value.to_ascii_uppercase(),
                Some(("view", value)) => view = value,
                Some(("base", value)) => base = address("base", value)?.trim_end_matches('/'),
                Some(("page", value)) => links.page = address("page", value)?,
                Some(("sheet", value)) => links.sheet = address("sheet", value)?,
                Some(("build", value)) => build = value.into(),
                _ => return Err(format!("`{option}` says nothing about a snippet\n{USAGE}")),
            }
        }
        let Some(language) = languages.iter().find(|language| language.lang == lang) else {
            let all: Vec<_> = languages.iter().map(|language| language.lang.as_str()).collect();
            return Err(format!("There are no texts in `{lang}`: the languages are {}", all.join(", ")));
        };
        let Some(view) = SnippetView::named(view) else {
            let all: Vec<_> = SnippetView::WORDS.iter().map(|(_, word)| *word).collect();
            return Err(format!("There is no view `{view}`: the views are {}", all.join(", ")));
        };
        let is_code = region.split('-').next().is_some_and(|country| country.len() == 2)
            && region.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !(region.is_empty() || is_code) {
            return Err(format!("The region `{region}` is no country of ISO 3166, such as GB or GB-SCT"));
        }
        if !(region.is_empty() || language.snippet.knows(&region)) {
            eprintln!(
                "No help lines of {region} are known: the international directory stands in their place."
            );
        }
        let (file, hash) = pinned(&build.join("embed/integrity.json"))?;
        let pin = Pin { base, file: &file, integrity: &hash };
        print!("{}", language.snippet.whole(&pin, view, &region, links));
        Ok(())
    }

    /// An address that a browser takes as one.
    fn address<'a>(name: &str, value: &'a str) -> Result<&'a str, String> {
        let begins = ["/", "./", "../", "https://", "http://"].iter().any(|start| value.starts_with(start));
        if begins && !value.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Ok(value);
        }
        Err(format!(
            "`{name}` is an address without spaces that begins with / or ./ or https://, not `{value}`"
        ))
    }

    /// The loader that never changes, as the last build left it: its place below `embed`, and its hash.
    fn pinned(integrity: &Path) -> Result<(String, String), String> {
        let path = integrity.display();
        let text = std::fs::read_to_string(integrity)
            .map_err(|_| format!("There is no build yet ({path} is missing): run \"make dist\" first."))?;
        let unreadable = || format!("{path} names no loader with its hash: run \"make dist\" again.");
        let hashes: BTreeMap<String, String> = serde_json::from_str(&text).map_err(|_| unreadable())?;
        let loader = |(file, hash): &(String, String)| {
            file.split_once('/').is_some_and(|(_, name)| name == "fogbridge.js") && hash.starts_with("sha")
        };
        hashes.into_iter().find(loader).ok_or_else(unreadable)
    }

    /// Every id with its answer, and the counts of each table.
    fn print_coverage(files: &Files) {
        let coverage = coverage(files);
        let mut counts: BTreeMap<char, [usize; 4]> = BTreeMap::new();
        for (id, told) in &coverage {
            let (place, answer) = if !told.carriers.is_empty() {
                (0, told.carriers.join(", "))
            } else if !told.merged.is_empty() {
                (1, format!("merged: {}", told.merged))
            } else if !told.left_out.is_empty() {
                (2, format!("left out: {}", told.left_out))
            } else {
                (3, "-".to_owned())
            };
            let kept = if told.kept.is_empty() { String::new() } else { format!("  kept by {}", told.kept) };
            println!("{id}  {answer}{kept}");
            // A caution that no item carries is answered by what keeps it.
            let place = if place == 3 && told.is_answered() { 0 } else { place };
            let row = counts.entry(id.chars().next().unwrap_or_default()).or_default();
            if let Some(count) = row.get_mut(place) {
                *count += 1;
            }
        }
        for (table, [carried, merged, left_out, open]) in counts {
            println!(
                "{table}: {carried} carried, {merged} merged, {left_out} left out, {open} without an answer"
            );
        }
    }

    fn print_levels(files: &Files) {
        for lang in files.languages() {
            let levels = levels(files, &lang);
            if levels.is_empty() {
                println!("{lang}: there is no formula for this language");
                continue;
            }
            println!(
                "{lang}: mean grade {:.1} over {} texts and screens; the highest:",
                mean(&levels),
                levels.len()
            );
            for level in levels.iter().take(10) {
                println!("{:>5.1}  {} ({} words)", level.grade, level.path, level.n_words);
            }
        }
    }

    /// Every row of the help lines, for a person to confirm, with where its number was read.
    fn print_help(files: &Files) {
        let rows = help_lines(files);
        for HelpRow { id, source, conflict, line } in &rows {
            let state = match (source.is_empty(), conflict, line.confirmed) {
                (true, ..) => "NOT SHOWN: no source",
                (_, true, _) => "NOT SHOWN: sources contradict each other",
                (.., true) => "confirmed",
                (.., false) => "to confirm",
            };
            let (country, kind, name) = (line.country, line.kind.word(), line.name);
            let ways = [line.show, line.sms, line.sms_text, line.web];
            let ways: Vec<_> = ways.into_iter().filter(|way| !way.is_empty()).collect();
            println!("{country}\t{kind}\t{id}\t{name}\t{}\t{}\t{state}", ways.join(" · "), line.hours);
            println!("\tread on {} at {source}", line.read_on);
        }
        let n_confirmed = rows.iter().filter(|row| row.line.confirmed).count();
        println!("{n_confirmed} of {} rows are confirmed by a person", rows.len());
    }
}
