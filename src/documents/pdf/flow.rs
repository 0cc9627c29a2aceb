//! Slices on pages: what stands together stays together, and a table's head begins each page of it.
//! It must not know what they say.

use super::slice::{Piece, Slice};

/// A page's content, each piece with its place from the top.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub pieces: Vec<(f32, Piece)>,
    /// Level, words and place of the parts that begin on it.
    pub bookmarks: Vec<(u16, String, f32)>,
}

/// The room that pages have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub top: f32,
    pub bottom: f32,
}

/// Lays slices on pages; `heads` are the tables' heads as they are repeated.
pub(super) fn pages(slices: Vec<Slice>, heads: &[Slice], room: Room) -> Vec<Page> {
    let mut flow = Flow {
        pages: vec![Page::default()],
        y: room.top,
        fresh: true,
        room,
    };
    let mut group: Vec<Slice> = Vec::new();
    let mut table = None;
    for slice in slices {
        let more = slice.keep;
        group.push(slice);
        if !more {
            table = flow.place(std::mem::take(&mut group), heads, table);
        }
    }
    flow.place(group, heads, table);
    flow.pages
}

struct Flow {
    pages: Vec<Page>,
    y: f32,
    fresh: bool,
    room: Room,
}

impl Flow {
    /// Lays down slices that stand together, as far as a page can hold them; the table that is begun.
    fn place(
        &mut self,
        group: Vec<Slice>,
        heads: &[Slice],
        mut table: Option<usize>,
    ) -> Option<usize> {
        let height: f32 = group.iter().map(|slice| slice.before + slice.height).sum();
        if !self.fresh && self.y + height > self.room.bottom {
            if !group.is_empty() && group.iter().all(|slice| slice.spare) {
                return table;
            }
            self.turn();
        }
        for slice in group {
            if !self.fresh && self.y + slice.before + slice.height > self.room.bottom {
                self.turn();
            }
            if self.fresh
                && slice.table == table
                && let Some(head) = table.and_then(|table| heads.get(table))
            {
                self.put(head.clone());
            }
            table = slice.table;
            self.put(slice);
        }
        table
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = self.room.top;
        self.fresh = true;
    }

    fn put(&mut self, slice: Slice) {
        if !self.fresh {
            self.y += slice.before;
        }
        self.fresh = false;
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.pieces
                .extend(slice.pieces.into_iter().map(|piece| (y, piece)));
            page.bookmarks
                .extend(slice.bookmark.map(|(level, text)| (level, text, y)));
        }
        self.y += slice.height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(count: usize, keep: &[usize], table: Option<usize>) -> Vec<Slice> {
        let slice = |at: usize| Slice {
            height: 10.0,
            keep: keep.contains(&at),
            bookmark: Some((1, at.to_string())),
            table,
            ..Slice::default()
        };
        (0..count).map(slice).collect()
    }

    fn told(pages: &[Page]) -> Vec<String> {
        let page = |page: &Page| {
            let names: Vec<&str> = page.bookmarks.iter().map(|row| row.1.as_str()).collect();
            names.join(" ")
        };
        pages.iter().map(page).collect()
    }

    const ROOM: Room = Room {
        top: 0.0,
        bottom: 30.0,
    };

    #[test]
    fn what_is_kept_together_turns_the_page_together() {
        let pages = pages(slices(7, &[2, 3], None), &[], ROOM);
        assert_eq!(told(&pages), ["0 1", "2 3 4", "5 6"]);
    }

    #[test]
    fn what_no_page_can_hold_is_broken_all_the_same() {
        let pages = pages(slices(7, &[0, 1, 2, 3, 4, 5], None), &[], ROOM);
        assert_eq!(told(&pages), ["0 1 2", "3 4 5", "6"]);
    }

    #[test]
    fn no_page_begins_for_rows_that_are_spare() {
        let with = |spare: usize| {
            let mut all = slices(5, &[3], None);
            all.iter_mut()
                .rev()
                .take(spare)
                .for_each(|it| it.spare = true);
            told(&pages(all, &[], ROOM))
        };
        assert_eq!(with(2), ["0 1 2"]);
        assert_eq!(with(1), ["0 1 2", "3 4"]);
    }

    #[test]
    fn a_tables_head_begins_each_page_of_it() {
        let head = Slice {
            height: 10.0,
            bookmark: Some((1, "head".into())),
            ..Slice::default()
        };
        let pages = pages(slices(6, &[], Some(0)), &[head], ROOM);
        assert_eq!(told(&pages), ["0 1 2", "head 3 4", "head 5"]);
    }
}
