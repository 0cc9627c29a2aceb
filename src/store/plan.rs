//! The plan across networks: activities, and meetings nobody planned as one.

use chrono::NaiveDate;

use super::labels::Names;
use super::{Error, Store, keys};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::network::{Network, NetworkRecord, NetworkTable};
use crate::domain::op::DocId;
use crate::domain::plan::{PlanRow, in_order, plan_rows};
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::domain::stay::Stay;

impl Store {
    pub(super) fn network_of_activity(
        &mut self,
        activity: Id,
        secretariat: &Secretariat,
    ) -> Result<Option<Id>, Error> {
        for id in secretariat.networks.keys() {
            let (doc, _) = self.doc(DocId::Network(*id))?;
            let has = |network: &Network| network.activities.contains_key(&activity);
            if matches!(doc.as_ref(), Doc::Network(network) if has(network)) {
                return Ok(Some(*id));
            }
        }
        Ok(None)
    }

    /// What is noted about journeys, with its network and the day it is erased. Only meetings that
    /// have any are read.
    pub fn stays(&mut self) -> Result<Vec<(Id, Stay, Option<NaiveDate>)>, Error> {
        self.settle()?;
        let mut found: Vec<(Id, Stay)> = Vec::new();
        for network in self.secretariat()?.networks.keys() {
            let mut prefix = keys::records(DocId::Network(*network));
            prefix.push(NetworkTable::Stay as u8);
            for (_, value) in self.shelf.scan(&prefix)? {
                match serde_json::from_slice(&value) {
                    Ok(NetworkRecord::Stay(row)) => found.push((*network, row)),
                    Ok(_) => {}
                    Err(error) => return Err(Error::Damaged(error.to_string())),
                }
            }
        }
        let mut dated = Vec::with_capacity(found.len());
        for (network, row) in found {
            let (meeting, _) = self.doc(DocId::Meeting(row.meeting))?;
            let day = match meeting.as_ref() {
                Doc::Meeting(meeting) => meeting.stays_end(),
                _ => None,
            };
            dated.push((network, row, day));
        }
        Ok(dated)
    }

    /// Activities and meetings in the order of a plan.
    pub fn activities(&mut self, network: Option<Id>) -> Result<Vec<PlanRow>, Error> {
        let meetings = self.meetings(network, false)?;
        let names = self.names()?;
        let mut rows = Vec::new();
        for id in wanted(&names, network) {
            let (doc, _) = self.doc(DocId::Network(id))?;
            if let Doc::Network(network) = doc.as_ref() {
                rows.extend(plan_rows(id, network, &meetings));
            }
        }
        let (register, _) = self.doc(DocId::Register)?;
        let nobody = Register::default();
        let register = match register.as_ref() {
            Doc::Register(register) => register,
            _ => &nobody,
        };
        Ok(in_order(rows, register))
    }
}

pub(super) fn wanted(names: &Names, network: Option<Id>) -> Vec<Id> {
    let all = names.list().map(|(id, _)| id);
    all.filter(|id| network.is_none_or(|network| network == *id))
        .collect()
}
