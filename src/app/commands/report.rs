//! Reports on the screen: what a network or all have done in some days, to be read, copied and saved; and the paper of
//! one activity.

use chrono::Datelike;

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::app::overlays::reader::Paper;
use crate::app::screens::Screen;
use crate::choice;
use crate::documents::json::DeskSource;
use crate::documents::{
    self, DeskPaper, FigureSource, NetworkStatus, Outline, StatusSource, overview, overview_years,
};
use crate::domain::desk::{Desk, Part, Wanted};
use crate::domain::figures::{Figures, Span};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::plan::PlanRow;
use crate::domain::query::{Answer, Query};
use crate::domain::secretariat::Language;
use crate::domain::when::When;
use crate::locale::Key;

use super::{field, lookup, paper};

choice! {
    /// A report that is read on the screen.
    Shown {
        /// What happened, who came, what was decided and is still to be done.
        Status = "status",
        /// Activities, by year.
        Activities = "activities",
        /// Enquiries and what became of them.
        Enquiries = "enquiries",
        /// What was presented where, and the seats held.
        Representation = "representation",
        /// What is counted.
        Figures = "figures",
    }
}

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen(
        "report-show",
        &[
            Arg::maybe("report", ArgKind::Choice(Shown::NAMES)),
            Arg::option("from", ArgKind::Due),
            Arg::option("to", ArgKind::Due),
            Arg::flag("all"),
        ],
        show,
    ),
    Command::screen("year-row-show", &[], |context, _| show_activity(context)),
];

fn show(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let Some(shown) = field::given(args, "report", lookup::choice::<Shown>)? else {
        return Err(ask(context, args));
    };
    let network = match (
        args.has("all"),
        context.target.network,
        context.target.meeting,
    ) {
        (true, ..) | (_, None, None) => None,
        _ => Some(context.network_id()?),
    };
    let day = |name| field::given(args, name, |typed| lookup::when(context, typed));
    let (from, to) = (day("from")?, day("to")?);
    let span = (
        from.as_ref().and_then(When::first_day),
        to.as_ref().and_then(When::last_day),
    );
    let outline = Source { network, span }.outline(context, shown)?;
    let title = match shown {
        Shown::Status => Key::StatusTitle,
        Shown::Activities => Key::OverviewTitle,
        Shown::Enquiries => Key::DeskEnquiries,
        Shown::Representation => Key::DeskRepresentations,
        Shown::Figures => Key::FiguresTitle,
    };
    paper::show(context, title, Paper { outline, network });
    Ok(())
}

/// The form: the report that belongs to the screen, of this year.
fn ask(context: &Context<'_>, args: &Args) -> Stop {
    let shown = match &context.app.view.screen {
        Screen::Desk(screen) => match screen.part {
            Part::Enquiries => Shown::Enquiries,
            _ => Shown::Representation,
        },
        Screen::Figures(_) => Shown::Figures,
        Screen::Year(_) | Screen::Season(_) => Shown::Activities,
        _ => Shown::Status,
    };
    let mut known = args.clone();
    known.set("report", shown.name().to_owned());
    known.set("from", format!("{}-01-01", context.today().year()));
    Stop::Ask("report-show", known)
}

/// Which rows a report is made of.
#[derive(Clone, Copy)]
struct Source {
    /// Of one network, or of all.
    network: Option<Id>,
    /// From the first day to the last.
    span: Span,
}

impl Source {
    fn outline(self, context: &Context<'_>, shown: Shown) -> Result<Outline, Stop> {
        match shown {
            Shown::Status => self.status(context),
            Shown::Activities => {
                let language = self.language(context)?;
                let mut rows = activities(context, self.network)?;
                rows.retain(|row| row.activity.touches(self.span.0, self.span.1));
                let title = match self.network {
                    Some(_) => self.name(context)?.to_owned(),
                    None => overview_years(&rows, language),
                };
                Ok(overview(&rows, &title, language))
            }
            Shown::Enquiries => Ok(self.of_desk(context, &self.desk(context)?)?.enquiries()),
            Shown::Representation => {
                let desk = self.desk(context)?;
                Ok(self.of_desk(context, &desk)?.representations())
            }
            Shown::Figures => {
                let source = FigureSource {
                    figures: &self.figures(context, self.network)?,
                    register: context.register()?,
                    locale: documents::locale(self.language(context)?),
                    span: self.span,
                };
                Ok(source.outline(self.name(context)?))
            }
        }
    }

    fn status(self, context: &Context<'_>) -> Result<Outline, Stop> {
        let mut ids = match self.network {
            Some(id) => vec![id],
            None => {
                let rows = context.secretariat()?.networks.values();
                rows.filter(|row| !row.removed).map(|row| row.id).collect()
            }
        };
        for id in &ids {
            context.network_of(*id)?;
        }
        ids.sort_by_cached_key(|id| {
            let network = context.network_of(*id).ok();
            network.map(|network| sort_key(&network.head.name))
        });
        let networks = ids.into_iter().map(|id| self.of_network(context, id));
        let networks = networks.collect::<Result<Vec<_>, Stop>>()?;
        let desk = self.desk(context)?;
        let figures = self.figures(context, self.network)?;
        let source = StatusSource {
            networks: &networks,
            paper: self.of_desk(context, &desk)?,
            figures: &figures,
            today: context.today(),
        };
        Ok(source.outline())
    }

    fn of_network(self, context: &Context<'_>, id: Id) -> Result<NetworkStatus, Stop> {
        let network = Some(id);
        let Answer::Decisions(decisions) = context.answer(Query::Decisions { network })? else {
            return Err(Key::ErrorInternal.into());
        };
        let open = Query::Actions {
            network,
            open: true,
        };
        let Answer::Actions(actions) = context.answer(open)? else {
            return Err(Key::ErrorInternal.into());
        };
        let status = NetworkStatus {
            id,
            network: context.network_of(id)?.clone(),
            activities: activities(context, network)?,
            figures: self.figures(context, network)?,
            decisions: decisions.clone(),
            actions: actions.clone(),
            ..NetworkStatus::default()
        };
        Ok(status.within(self.span))
    }

    fn figures(self, context: &Context<'_>, network: Option<Id>) -> Result<Figures, Stop> {
        match context.answer(Query::Figures { network })? {
            Answer::Figures(figures) => Ok(figures.clone().within(self.span)),
            _ => Err(Key::ErrorInternal.into()),
        }
    }

    /// The desk with the rows that are wanted.
    fn desk(self, context: &Context<'_>) -> Result<Desk, Stop> {
        let mut desk = context.desk()?.clone();
        Wanted::of_network(self.network, self.span).narrow(&mut desk);
        Ok(desk)
    }

    fn of_desk<'a>(self, context: &'a Context<'_>, desk: &'a Desk) -> Result<DeskPaper<'a>, Stop> {
        Ok(DeskPaper {
            source: DeskSource {
                desk,
                register: context.register()?,
                secretariat: context.secretariat()?,
            },
            locale: documents::locale(self.language(context)?),
            title: self.name(context)?,
            span: self.span,
        })
    }

    /// The network's name, or the secretariat's.
    fn name<'a>(self, context: &'a Context<'_>) -> Result<&'a str, Stop> {
        Ok(match self.network {
            Some(id) => &context.network_of(id)?.head.name,
            None => &context.secretariat()?.head.name,
        })
    }

    fn language(self, context: &Context<'_>) -> Result<Language, Stop> {
        let secretariat = context.secretariat()?;
        Ok(match self.network {
            Some(id) => context.network_of(id)?.language(secretariat),
            None => secretariat.head.language,
        })
    }
}

fn activities(context: &Context<'_>, network: Option<Id>) -> Result<Vec<PlanRow>, Stop> {
    match context.answer(Query::Activities { network })? {
        Answer::Activities(rows) => Ok(rows.clone()),
        _ => Err(Key::ErrorInternal.into()),
    }
}

/// The paper of the activity that is selected in the year's plan.
fn show_activity(context: &mut Context<'_>) -> Result<(), Stop> {
    let row = match &context.app.view.screen {
        Screen::Year(screen) => screen.selected(context.app).cloned(),
        _ => None,
    };
    let Some(row) = row else { return Ok(()) };
    let network = Some(row.network);
    let source = Source {
        network,
        span: Span::default(),
    };
    let outline = documents::visit(&row, source.language(context)?);
    paper::show(context, Key::ArgActivity, Paper { outline, network });
    Ok(())
}
