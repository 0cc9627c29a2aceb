//! What two lists have in common: the longest run of equal things in the order of both.
//! It must not know what the things are.

/// Cells of the table that are worth filling; what is longer counts as all new.
const CELLS: usize = 1 << 24;

/// A step from an old list to a new one, by places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// In both: its place in the old and in the new.
    Same(usize, usize),
    /// Only in the old one.
    Removed(usize),
    /// Only in the new one.
    Added(usize),
}

/// The steps from the old list to the new one.
pub fn steps<T: PartialEq>(old: &[T], new: &[T]) -> Vec<Step> {
    let pairs = || old.iter().zip(new);
    let head = pairs().take_while(|(left, right)| left == right).count();
    let rest = |list: &[T]| list.len() - head;
    let backwards = old.iter().rev().zip(new.iter().rev());
    let backwards = backwards.take(rest(old).min(rest(new)));
    let tail = backwards.take_while(|(left, right)| left == right).count();
    let (ends, news) = (old.len() - tail, new.len() - tail);
    let mut steps: Vec<Step> = (0..head).map(|at| Step::Same(at, at)).collect();
    let middle = (
        old.get(head..ends).unwrap_or_default(),
        new.get(head..news).unwrap_or_default(),
    );
    steps.extend(walk(middle.0, middle.1).into_iter().map(|step| match step {
        Step::Same(i, j) => Step::Same(i + head, j + head),
        Step::Removed(i) => Step::Removed(i + head),
        Step::Added(j) => Step::Added(j + head),
    }));
    steps.extend((0..tail).map(|at| Step::Same(ends + at, news + at)));
    steps
}

fn walk<T: PartialEq>(old: &[T], new: &[T]) -> Vec<Step> {
    let width = new.len() + 1;
    let cells = (old.len() + 1).saturating_mul(width);
    let mut common = vec![0u32; if cells > CELLS { 0 } else { cells }];
    let at = |common: &[u32], i: usize, j: usize| common.get(i * width + j).copied().unwrap_or(0);
    let filled = if common.is_empty() { 0 } else { old.len() };
    for (i, left) in old.iter().enumerate().take(filled).rev() {
        for (j, right) in new.iter().enumerate().rev() {
            let value = if left == right {
                at(&common, i + 1, j + 1) + 1
            } else {
                at(&common, i + 1, j).max(at(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut steps = Vec::new();
    loop {
        match (old.get(i), new.get(j)) {
            (Some(left), Some(right)) if left == right => {
                steps.push(Step::Same(i, j));
                (i, j) = (i + 1, j + 1);
            }
            (Some(_), right)
                if right.is_none() || at(&common, i + 1, j) >= at(&common, i, j + 1) =>
            {
                steps.push(Step::Removed(i));
                i += 1;
            }
            (_, Some(_)) => {
                steps.push(Step::Added(j));
                j += 1;
            }
            _ => return steps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, steps};

    proptest::proptest! {
        #[test]
        fn the_steps_tell_both_lists(old in "[abc]{0,12}", new in "[abc]{0,12}") {
            let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
            let (mut olds, mut news) = (Vec::new(), Vec::new());
            for step in steps(&old, &new) {
                match step {
                    Step::Same(i, j) => {
                        proptest::prop_assert_eq!(old[i], new[j]);
                        olds.push(i);
                        news.push(j);
                    }
                    Step::Removed(i) => olds.push(i),
                    Step::Added(j) => news.push(j),
                }
            }
            proptest::prop_assert_eq!(olds, (0..old.len()).collect::<Vec<_>>());
            proptest::prop_assert_eq!(news, (0..new.len()).collect::<Vec<_>>());
        }
    }
}
