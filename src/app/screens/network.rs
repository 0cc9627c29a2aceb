//! A network: its facts, meetings, members and template; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::checklist::Lack;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::network::{Member, Network, TemplateItem, TemplatePractical};
use crate::domain::query::MeetingRow;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct NetworkScreen {
    /// The network.
    pub network: Id,
    /// The rows, all sections in one.
    pub list: List,
}

/// What the screen shows.
#[derive(Default)]
pub struct NetworkRows<'a> {
    /// What the network's checklist lacks, most important first.
    pub lacks: Vec<Lack>,
    /// Points of the checklist that are met, and all points.
    pub met: (usize, usize),
    /// Meetings, newest first.
    pub meetings: Vec<&'a MeetingRow>,
    /// Members by organisation and name.
    pub members: Vec<&'a Member>,
    /// What new meetings begin with.
    pub template: Vec<&'a TemplateItem>,
    /// What is to be seen to round new meetings.
    pub practicals: Vec<&'a TemplatePractical>,
}

/// A selected row.
#[derive(Clone, Copy, Debug)]
pub enum Selected<'a> {
    /// Something the checklist lacks; the number of its row.
    Lack(usize),
    /// A meeting.
    Meeting(&'a MeetingRow),
    /// A member.
    Member(&'a Member),
    /// A template's item and its number.
    Template(&'a TemplateItem, usize),
    /// A practical thing of the template and its number.
    Practical(&'a TemplatePractical, usize),
}

/// A section of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the checklist lacks.
    Checklist,
    /// Meetings.
    Meetings,
    /// Members.
    Members,
    /// The template's items.
    Template,
    /// The template's practical things.
    Practicals,
}

/// The sections from the top.
const SECTIONS: [Section; 5] = [
    Section::Checklist,
    Section::Meetings,
    Section::Members,
    Section::Template,
    Section::Practicals,
];

/// So many of the checklist's lacks stand on the screen; the rest is a key away.
const NARROW: usize = 2;
const WIDE: usize = 8;

/// The id of a lack's row: it has none of its own.
pub fn lack_id(place: usize) -> Id {
    Id::from_bits(u128::try_from(place).unwrap_or(0) + 1)
}

impl NetworkRows<'_> {
    fn sections(&self) -> [Vec<Id>; 5] {
        [
            (0..self.lacks.len()).map(lack_id).collect(),
            self.meetings.iter().map(|row| row.id).collect(),
            self.members.iter().map(|row| row.id).collect(),
            self.template.iter().map(|row| row.id).collect(),
            self.practicals.iter().map(|row| row.id).collect(),
        ]
    }
}

/// A member's organisation and name, as the register has them.
pub fn member_names<'a>(app: &'a App, member: &Member) -> (&'a str, &'a str) {
    let register = app.register();
    let own = member
        .person
        .and_then(|id| register.people.get(&id)?.organisation);
    let organisation = member.organisation.or(own);
    (
        organisation.map_or("", |id| register.organisation_name(id)),
        member.person.map_or("", |id| register.name_of(id)),
    )
}

impl NetworkScreen {
    /// A network, opened at its meetings.
    pub fn new(network: Id) -> Self {
        Self {
            network,
            list: List::at_section(1),
        }
    }

    /// The network, when it is loaded.
    pub fn shown<'a>(&self, app: &'a App) -> Option<&'a Network> {
        app.docs.network(self.network)
    }

    /// The rows in their sections.
    pub fn rows<'a>(&self, app: &'a App) -> NetworkRows<'a> {
        let Some(network) = self.shown(app) else {
            return NetworkRows::default();
        };
        let meetings = app.view.lists.meetings.iter();
        let mut members: Vec<&Member> = network.members_on(app.clock.local.date()).collect();
        members.sort_by_cached_key(|member| {
            let (organisation, name) = member_names(app, member);
            (
                organisation.is_empty(),
                sort_key(organisation),
                sort_key(name),
                member.id,
            )
        });
        let standings = app.checklist(self.network);
        let met = standings.iter().filter(|row| row.is_met()).count();
        let met = (met, standings.len());
        let lacks = standings.into_iter().flat_map(|row| row.lacks);
        let most = if app.view.is_wide() { WIDE } else { NARROW };
        NetworkRows {
            lacks: lacks.take(most).collect(),
            met,
            meetings: meetings.filter(|row| row.network == self.network).collect(),
            members,
            template: network.template().collect(),
            practicals: network.template_practical_list().collect(),
        }
    }

    /// The selected row's id.
    pub fn selected_id(&self, rows: &NetworkRows<'_>) -> Option<Id> {
        self.list.id_in(&rows.sections())
    }

    /// The empty section that has the focus.
    pub fn empty(&self, rows: &NetworkRows<'_>) -> Option<Section> {
        let section = self.list.empty(&rows.sections())?;
        SECTIONS.get(section).copied()
    }

    /// The selected row.
    pub fn selected<'a>(&self, app: &'a App) -> Option<Selected<'a>> {
        let rows = self.rows(app);
        let id = self.selected_id(&rows)?;
        if let Some(place) = (0..rows.lacks.len()).find(|place| lack_id(*place) == id) {
            return Some(Selected::Lack(place));
        }
        if let Some(row) = rows.meetings.iter().find(|row| row.id == id) {
            return Some(Selected::Meeting(row));
        }
        if let Some(row) = rows.members.iter().find(|row| row.id == id) {
            return Some(Selected::Member(row));
        }
        if let Some(index) = rows.template.iter().position(|row| row.id == id) {
            let row = rows.template.get(index)?;
            return Some(Selected::Template(row, index + 1));
        }
        let index = rows.practicals.iter().position(|row| row.id == id)?;
        let row = rows.practicals.get(index)?;
        Some(Selected::Practical(row, index + 1))
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        let mut target = Target {
            network: Some(self.network),
            ..Target::default()
        };
        if let Some(Selected::Member(row)) = self.selected(app) {
            target.person = row.person;
        }
        target
    }

    /// Where Enter leads.
    pub fn way(&self, app: &App) -> Option<(&'static str, Target)> {
        let mut target = self.target(app);
        match self.selected(app)? {
            Selected::Meeting(row) => {
                target.meeting = Some(row.id);
                Some(("go-meeting", target))
            }
            _ => Some(("network-row-edit", target)),
        }
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        self.list.settle(&self.rows(app).sections());
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let sections = self.rows(app).sections();
        self.list.choose_in(record, &sections)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows = self.rows(app).sections();
        self.list.step_in(&rows, step);
    }

    /// To the first row of the next section, or of the one before; empty ones too.
    pub fn turn(&mut self, app: &App, forward: bool) {
        self.list.turn_in(&self.rows(app).sections(), forward);
    }
}
