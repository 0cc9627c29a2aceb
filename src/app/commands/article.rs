//! The article about a meeting: written, published, changed.

use super::{edit, field};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::publishing::{Article, ArticleField, read_themes};
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "article-set",
        scope: Scope::Meeting,
        args: &[
            Arg::option("title", ArgKind::Text),
            Arg::option("summary", ArgKind::Prose),
            Arg::option("body", ArgKind::LongText),
            Arg::option("theme", ArgKind::Text),
        ],
        run: set,
    },
    Command {
        name: "article-publish",
        scope: Scope::Meeting,
        args: &[],
        run: publish,
    },
    Command {
        name: "article-remove",
        scope: Scope::Meeting,
        args: &[],
        run: remove,
    },
    Command::screen("article-edit", &[], |context, _| open(context)),
];

/// The article about the meeting at hand, with the network it is kept in.
fn article(context: &Context<'_>) -> Result<(Id, Option<Article>), Stop> {
    let meeting = context.meeting_id()?;
    let network = context.meeting_of(meeting)?.head.network;
    let row = context.network_of(network)?.article_of(meeting);
    Ok((network, row.cloned()))
}

fn fields(args: &Args, row: &Article) -> Result<Vec<ArticleField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| ArticleField::title(row, to)));
    changes.extend(field::text(args, "summary").map(|to| ArticleField::summary(row, to)));
    changes.extend(field::text(args, "body").map(|to| ArticleField::body(row, to)));
    let themes = field::line(args, "theme").map(|typed| read_themes(&typed));
    changes.extend(themes.map(|to| ArticleField::themes(row, to)));
    Ok(field::real(changes).collect())
}

/// Writes the article, or changes it; one that is published says when it was updated.
fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = article(context)?;
    let Some(row) = row else {
        let row = Article {
            id: context.new_id(),
            meeting: context.meeting_id()?,
            title: context.meeting()?.head.title.clone(),
            ..Article::default()
        };
        let fields = fields(args, &row)?;
        context.add_to_network(network, field::filled_in(row, &fields));
        return Ok(());
    };
    let mut changes = fields(args, &row)?;
    if row.is_published() && !changes.is_empty() {
        changes.push(ArticleField::updated_on(&row, Some(context.today())));
    }
    context.change_in_network(network, row.id, field::real(changes));
    Ok(())
}

fn publish(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let (network, row) = article(context)?;
    let row = row.ok_or(Key::ErrorNoArticle)?;
    if row.is_published() {
        return Err(Key::ErrorArticlePublished.into());
    }
    if row.title.is_empty() || row.body.is_empty() {
        return Err(Key::ErrorArticleEmpty.into());
    }
    let today = Some(context.today());
    context.set_in_network(network, row.id, ArticleField::published_on(&row, today));
    context.say(Key::ArticlePublished);
    Ok(())
}

fn remove(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let (network, row) = article(context)?;
    let row = row.ok_or(Key::ErrorNoArticle)?;
    context.set_in_network(network, row.id, ArticleField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn open(context: &mut Context<'_>) -> Result<(), Stop> {
    let (_, row) = article(context)?;
    let title = context.meeting()?.head.title.clone();
    let row = row.unwrap_or(Article {
        title,
        ..Article::default()
    });
    let now = [
        ("title", row.title.clone()),
        ("summary", row.summary.clone()),
        ("body", row.body.clone()),
        ("theme", row.themes.join(", ")),
    ];
    edit::open(context, "article-set", &now, Vec::new())
}
