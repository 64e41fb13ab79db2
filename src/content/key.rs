//! The keys by which views ask for a text. Each names the file and the place where an editor finds it.

/// Declares an enum of keys with the path of each: file, then table, then key. Keys of the second list, if there is one,
/// come with the library file.
macro_rules! keys {
    (
        $(#[$meta:meta])* $name:ident { $($early:ident = $early_path:literal,)* }
        $(then { $($late:ident = $late_path:literal,)* })?
    ) => {
        keys!(@of $(#[$meta])* $name { $($early = $early_path,)* $($($late = $late_path,)*)? });

        impl $name {
            /// How many keys come with the reflection file: the first ones.
            pub const N_EARLY: usize = [$($early_path),*].len();
        }
    };
    (@of $(#[$meta:meta])* $name:ident { $($variant:ident = $path:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the path beside each key says what it is")]
        pub enum $name { $($variant,)* }

        impl $name {
            /// Every key, in the order in which texts are packed.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Where the text stands: file, table (if any) and key, joined by dots.
            #[must_use]
            #[cfg(not(target_arch = "wasm32"))]
            pub fn path(self) -> &'static str {
                match self { $(Self::$variant => $path,)* }
            }
        }
    };
}

keys! {
    /// A text without number.
    TextKey {
        // On every screen
        Next = "ui.common.next",
        Back = "ui.common.back",
        Skip = "ui.common.skip",
        NotSure = "ui.common.not_sure",
        MyNotes = "ui.common.my_notes",
        Source = "ui.common.source",
        NoDiagnosis = "ui.common.no_diagnosis",

        // The saved state, in words
        StatusSaved = "ui.status.saved",
        StatusSaving = "ui.status.saving",
        StatusGone = "ui.status.gone",
        StatusNothingKept = "ui.status.nothing_kept",
        StatusNothingMore = "ui.status.nothing_more",
        StatusNearlyFull = "ui.status.nearly_full",
        StatusFull = "ui.status.full",
        StatusDenied = "ui.status.denied",
        StatusMemory = "ui.status.memory",
        StatusNewer = "ui.status.newer",

        // welcome
        WelcomeHeading = "ui.welcome.heading",
        WelcomeWhat = "welcome.what",
        WelcomeNot = "welcome.not",
        WelcomeSafe = "welcome.safe_relationship",
        WelcomeSafeHeading = "ui.welcome.safe_heading",
        WelcomeKeepLegend = "ui.welcome.keep_legend",
        WelcomeKeep = "ui.welcome.keep",
        WelcomeKeepNote = "welcome.keep_note",
        WelcomeNothing = "ui.welcome.nothing",
        WelcomeNothingNote = "ui.welcome.nothing_note",
        PrivacyInline = "welcome.inline",
        PrivacyStandalone = "welcome.standalone",
        PrivacyIsolated = "welcome.isolated",
        WelcomeLeaving = "ui.welcome.leaving",
        WelcomeBegin = "ui.welcome.begin",
        WelcomeMemory = "ui.welcome.memory",
        WelcomeSetAside = "ui.welcome.set_aside",
        ReturnHeading = "ui.welcome.return_heading",
        ReturnText = "ui.welcome.return_text",
        ReturnGoOn = "ui.welcome.go_on",
        ReturnSomeoneElse = "ui.welcome.someone_else",
        ReturnSomeoneElseNote = "ui.welcome.someone_else_note",

        // who
        WhoHeading = "ui.who.heading",
        WhoHint = "ui.who.hint",
        RoleNumb = "ui.who.numb",
        RoleSupporter = "ui.who.supporter",
        RoleBoth = "ui.who.both",
        RoleUnsure = "ui.who.unsure",

        // question
        QuestionProgress = "ui.question.progress",
        QuestionWhy = "ui.question.why",
        QuestionNoWhy = "ui.question.no_why",
        QuestionPick = "ui.question.pick",

        // safety
        SafetyHeading = "ui.safety.heading",
        SafetyProgress = "ui.safety.progress",
        SafetyReason = "safety.reason",
        SafetyYes = "ui.safety.yes",
        SafetyNo = "ui.safety.no",
        SafetyPass = "ui.safety.pass",

        // safe
        SafeHelpsHeading = "ui.safe.helps_heading",
        SafeCallHeading = "ui.safe.call_heading",
        SafeAllHelp = "ui.safe.all_help",
        SafeSteps = "ui.safe.steps",
        SafeMistake = "ui.safe.mistake",
        SafeOnlyMine = "ui.safe.only_mine",
        SafeOnlyMineNote = "ui.safe.only_mine_note",
        SafeOnlyMineKept = "ui.safe.only_mine_kept",
        SafeWhatIsKept = "ui.safe.what_is_kept",
        SafeBack = "ui.safe.back",

        // picture
        PictureHeading = "ui.picture.heading",
        PictureCaption = "ui.picture.caption",
        PictureLabel = "ui.picture.label",
        PictureAgain = "readings.again",
        PictureSteps = "ui.picture.steps",
        PictureAnswers = "ui.picture.answers",
        Crisis = "readings.crisis",
        Doctor = "readings.doctor",
        BothWays = "readings.both_ways",
        Cold = "readings.cold",
        NoticedTitle = "readings.noticed_title",
        NoticedNote = "readings.noticed_note",
        MixUnclear = "readings.mix.unclear",

        // steps and home, where the library file is missing
        StepsHeading = "ui.steps.heading",
        StepsWaiting = "ui.steps.waiting",
        StepsMissing = "ui.steps.missing",

        // help
        HelpHeading = "ui.help.heading",
        HelpCountry = "ui.help.country",
        HelpElsewhere = "ui.help.elsewhere",
        HelpEmergency = "help.emergency",
        HelpEmergencyAnywhere = "ui.help.emergency_anywhere",
        HelpPublished = "help.published",
        HelpTraces = "help.traces",
        HelpAfraid = "help.afraid",
        HelpAfraidHeading = "ui.help.afraid_heading",
        HelpDirectory = "help.directory",
        HelpText = "ui.help.text",
        HelpTextWord = "ui.help.text_word",
        KindCrisis = "help.kinds.crisis",
        KindAbuse = "help.kinds.abuse",
        KindMen = "help.kinds.men",
        KindDeaf = "help.kinds.deaf",
        KindHealth = "help.kinds.health",
        HelpClose = "ui.help.close",

        // notes
        NotesHeading = "ui.notes.heading",
        NotesAfraid = "ui.notes.afraid",
        NotesOnlyMine = "ui.notes.only_mine",
        NotesDownload = "ui.notes.download",
        NotesKeepAgain = "ui.notes.keep_again",
        NotesDelete = "ui.notes.delete",
        NotesDeleteAsk = "ui.notes.delete_ask",
        NotesDeleteYes = "ui.notes.delete_yes",
        NotesDeleteNo = "ui.notes.delete_no",
        NotesDeleted = "ui.notes.deleted",
        NotesDeleteFailed = "ui.notes.delete_failed",
        NotesRemains = "ui.notes.remains",
        NotesSafari = "ui.notes.may_be_cleared",
        NotesClose = "ui.notes.close",
    }
    then {
        // notes
        NotesList = "ui.notes.list",
        NotesSettings = "ui.notes.settings",
        NotesDraft = "ui.notes.draft",
        NotesEmpty = "ui.notes.empty",
        NotesDownloadNote = "ui.notes.download_note",
        NotesUndo = "ui.notes.undo",
        NotesRemoved = "ui.notes.removed",
        NotesKeepNow = "ui.notes.keep_now",
        NotesStop = "ui.notes.stop",
        NotesNotKeeping = "ui.notes.not_keeping",
        NotesKeeping = "ui.notes.keeping",
        NotesOneByOne = "ui.notes.one_by_one",
        NotesRemoveDraft = "ui.notes.remove_draft",
        NotesRemoveReflection = "ui.notes.remove_reflection",
        NotesRemovePlan = "ui.notes.remove_plan",
        NotesReadBack = "ui.notes.read_back",
        NotesCopyHolds = "ui.notes.copy_holds",
        NotesAdd = "ui.notes.add",
        NotesReplace = "ui.notes.replace",
        NotesTookIn = "ui.notes.took_in",
        NotesTakeInFailed = "ui.notes.take_in_failed",
        NotesTooLarge = "ui.notes.too_large",
        NotesForeign = "ui.notes.foreign",
        NotesBroken = "ui.notes.broken",
        NotesNewer = "ui.notes.newer",

        // privacy
        PrivacyOpen = "ui.privacy.open",
        PrivacyHeading = "ui.privacy.heading",
        PrivacyFiles = "ui.privacy.files",
        PrivacyOffline = "ui.privacy.offline",
        PrivacyKept = "ui.privacy.kept",
        PrivacySafety = "ui.privacy.safety",
        PrivacyLeaving = "ui.privacy.leaving",
        PrivacyLeavingText = "ui.privacy.leaving_text",
        PrivacyHistory = "ui.privacy.history",

        // picture
        PictureChange = "ui.picture.change",
        InsightsHeading = "ui.insights.heading",
        InsightsBecause = "ui.insights.because",
        OftenSaid = "ui.insights.often_said",
        RestsOn = "ui.insights.rests_on",
        Ours = "ui.insights.ours",

        // steps
        StepsGone = "ui.steps.gone",
        StepsMine = "ui.steps.mine_heading",
        StepsAllAgain = "ui.steps.all_again",
        StepsIntro = "ui.steps.intro",
        EnergyLegend = "ui.steps.energy",
        EnergyEmpty = "ui.steps.energy_empty",
        EnergyLittle = "ui.steps.energy_little",
        EnergySome = "ui.steps.energy_some",
        StepsAll = "ui.steps.all",
        StepsSuggested = "ui.steps.suggested",
        FilterSetting = "ui.steps.filter_setting",
        FilterTheme = "ui.steps.filter_theme",
        FilterEffort = "ui.steps.filter_effort",
        FilterAny = "ui.steps.any",
        FilterNone = "ui.steps.none_found",
        SettingAlone = "ui.steps.alone",
        SettingTogether = "ui.steps.together",
        EffortTiny = "ui.steps.tiny",
        EffortSmall = "ui.steps.small",
        EffortMedium = "ui.steps.medium",
        ThemeTalk = "ui.themes.talk",
        ThemeCloseness = "ui.themes.closeness",
        ThemeTime = "ui.themes.time",
        ThemeAppreciation = "ui.themes.appreciation",
        ThemeLimits = "ui.themes.limits",
        ThemeCare = "ui.themes.care",
        ThemeRoutine = "ui.themes.routine",
        ThemeConflict = "ui.themes.conflict",
        ThemeHelp = "ui.themes.help",
        StepPlan = "ui.steps.plan",
        StepPlanNamed = "ui.steps.plan_named",
        StepConsent = "steps.consent",
        StepOnlyIfSafe = "steps.only_if_safe",

        // plan
        PlanWhen = "ui.plan.when",
        PlanOwn = "ui.plan.own",
        PlanOwnLabel = "ui.plan.own_label",
        PlanOwnTemplate = "ui.plan.own_template",
        PlanSize = "ui.plan.size",
        PlanFull = "ui.plan.full",
        PlanTwoMinutes = "ui.plan.two_minutes",
        PlanCompany = "ui.plan.company",
        PlanWith = "ui.plan.with",
        PlanWithout = "ui.plan.without",
        PlanSay = "ui.plan.say",
        PlanBadly = "ui.plan.badly",
        PlanWhy = "ui.plan.why",
        PlanGuess = "ui.plan.guess",
        GuessNotAtAll = "ui.plan.guess_0",
        GuessLittle = "ui.plan.guess_1",
        GuessMiddling = "ui.plan.guess_2",
        GuessGood = "ui.plan.guess_3",
        GuessVeryGood = "ui.plan.guess_4",
        PlanKeep = "ui.plan.keep",
        PlanPickMoment = "ui.plan.pick_moment",
        PlanTooMany = "ui.plan.too_many",

        // home
        HomeHeading = "ui.home.heading",
        HomeAnother = "ui.home.another",
        HomePicture = "ui.home.picture",
        HomeReflect = "ui.home.reflect",
        HomeLookAgain = "ui.home.look_again",
        HomeNone = "ui.home.none",
        OutcomeDone = "ui.home.done",
        OutcomeTried = "ui.home.tried",
        OutcomeNotToday = "ui.home.not_today",
        SaidDone = "ui.home.said_done",
        SaidTried = "ui.home.said_tried",
        SaidNotToday = "ui.home.said_not_today",
        HomeLetGo = "ui.home.let_go",

        // words
        WordsHeading = "ui.words.heading",
        WordsOnlyIfSafe = "ui.words.only_if_safe",
        WordsSpeaker = "ui.words.speaker",
        WordsInstead = "ui.words.instead",
        WordsToSelf = "ui.words.to_self",
        WordsAloud = "ui.words.aloud",
        WordsCopy = "ui.words.copy",
        WordsCopyNamed = "ui.words.copy_named",
        WordsCopied = "ui.words.copied",
        WordsNotCopied = "ui.words.not_copied",
        SentenceHeading = "ui.words.sentence",
        SentenceSeen = "ui.words.seen",
        SentenceFelt = "ui.words.felt",
        SentenceWish = "ui.words.wish",
        SentencePick = "ui.words.pick",

        // myths
        MythsHeading = "ui.myths.heading",
        MythsIntro = "ui.myths.intro",
        TermsHeading = "ui.myths.terms",

        // staying-going
        StayingHeading = "ui.staying.heading",
        StayingIntro = "pages.staying.intro",

        // help
        HelpProfessional = "ui.help.professional",

        // The way to these
        MoreLegend = "ui.more.legend",
        MoreOfThem = "ui.more.of_them",
        MoreWords = "ui.more.words",
        MoreMyths = "ui.more.myths",
        MoreStaying = "ui.more.staying",

        // home
        HomeCheckIn = "ui.home.check_in",
        HomeLookBack = "ui.home.look_back",
        HomeSummary = "ui.home.summary",
        HomeToday = "ui.home.today",
        HomeQuick = "ui.home.quick",
        HomeResting = "ui.home.resting",
        HomeChange = "ui.home.change",
        HomeRest = "ui.home.rest",
        HomeTakeUp = "ui.home.take_up",
        HomeSmaller = "ui.home.smaller",
        HomeFelt = "ui.home.felt",
        FeltBetter = "ui.home.felt_better",
        FeltSame = "ui.home.felt_same",
        FeltLess = "ui.home.felt_less",
        Line = "ui.home.line",

        // reminder
        ReminderOpen = "ui.reminder.open",
        ReminderTitle = "ui.reminder.title",
        ReminderLabel = "ui.reminder.label",
        ReminderDay = "ui.reminder.day",
        ReminderTime = "ui.reminder.time",
        ReminderNote = "ui.reminder.note",
        ReminderSave = "ui.reminder.save",

        // checkin
        CheckInHeading = "ui.checkin.heading",
        CheckInNote = "ui.checkin.note",
        CheckInFog = "ui.checkin.fog",
        FogNothing = "ui.checkin.fog_0",
        FogLittle = "ui.checkin.fog_1",
        FogMuch = "ui.checkin.fog_2",
        FogMost = "ui.checkin.fog_3",
        CheckInClose = "ui.checkin.close",
        CloseNothing = "ui.checkin.close_0",
        CloseLittle = "ui.checkin.close_1",
        CloseMuch = "ui.checkin.close_2",
        CloseMost = "ui.checkin.close_3",
        CheckInTogether = "ui.checkin.together",
        CheckInElsewhere = "ui.checkin.elsewhere",
        CheckInAgain = "ui.checkin.again",
        CheckInAnother = "ui.checkin.another",
        CheckInDone = "ui.checkin.done",
        CheckInThanks = "ui.checkin.thanks",

        // look back
        LookFar = "ui.look_back.far",
        LookWeeks = "ui.look_back.weeks",
        LookAll = "ui.look_back.all",
        LookLabel = "ui.look_back.label",
        LookFog = "ui.look_back.fog",
        LookClose = "ui.look_back.close",
        LookStep = "ui.look_back.step",
        LookReflection = "ui.look_back.reflection",
        LookTable = "ui.look_back.table",
        LookDay = "ui.look_back.day",
        LookMarks = "ui.look_back.marks",
        LookLines = "ui.look_back.lines",
        LookCounts = "ui.look_back.counts",
        LookClear = "ui.look_back.clear",
        LookFoggy = "ui.look_back.foggy",
        TiltClear = "ui.look_back.tilt_clear",
        TiltFoggy = "ui.look_back.tilt_foggy",
        TiltNeither = "ui.look_back.tilt_neither",
        LookBoth = "ui.look_back.both_readings",
        LookFarClear = "ui.look_back.far_when_clear",
        LookElsewhere = "ui.look_back.elsewhere",
        LookTogether = "ui.look_back.together",
        LookBothMoments = "ui.look_back.both",
        LookGuess = "ui.look_back.guess",
        LookOwn = "ui.look_back.own",
        LookDays = "ui.look_back.days",
        MoreDays = "ui.look_back.more_days",
        MoreClear = "ui.look_back.more_clear",
        MoreFoggy = "ui.look_back.more_foggy",
        LookOwnNone = "ui.look_back.own_none",

        // compare
        CompareHeading = "ui.compare.heading",
        CompareNow = "ui.compare.now",
        CompareBefore = "ui.compare.before",
        CompareAfter = "ui.compare.after",
        CompareSame = "ui.compare.same",

        // summary
        SummaryIntro = "ui.summary.intro",
        SummaryNotice = "ui.summary.notice",
        SummarySince = "ui.summary.since",
        SummaryWhen = "ui.summary.when",
        SummaryFirst = "ui.summary.first",
        SummaryDays = "ui.summary.days",
        SummaryDid = "ui.summary.did",
        SummaryTried = "ui.summary.tried",
        SummaryAsk = "ui.summary.ask",
        SummaryOwn = "ui.summary.own",
        SummaryPage = "ui.summary.page",
        SummaryPrint = "ui.summary.print",
        LetterHeading = "ui.summary.letter",

        // notes
        NotesRemoveCheckIn = "ui.notes.remove_check_in",
    }
}

keys! {
    /// A text that depends on a number `{n}`.
    PluralKey {
        Minutes = "ui.plural.minutes",
        Reflections = "ui.plural.reflections",
        Plans = "ui.plural.plans",
        SetAside = "ui.plural.set_aside",
        StepsFound = "ui.plural.steps_found",
        CheckIns = "ui.plural.check_ins",
    }
}

/// The plural categories of Unicode CLDR. Which one a number takes is the language's own rule; the
/// browser's `Intl.PluralRules` knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are CLDR's own")]
pub enum PluralForm {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl PluralForm {
    /// Every form, in the order in which texts are packed, with CLDR's name.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Zero, "zero"),
        (Self::One, "one"),
        (Self::Two, "two"),
        (Self::Few, "few"),
        (Self::Many, "many"),
        (Self::Other, "other"),
    ];

    /// The form with CLDR's `name`; [`Self::Other`], which every language has, for any other word.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().find(|(_, other)| *other == name).map_or(Self::Other, |(form, _)| *form)
    }
}
