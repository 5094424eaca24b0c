//! Order: maps of few entries as lists in the order of their keys, and the one sort.
//!
//! The browser module has both because its bytes are on the way to every visitor: a tree costs there 5 kB for every pair
//! of types, and the sort of `core` 3 kB for every type.

use alloc::vec::{self, Vec};
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::marker::PhantomData;
use core::{fmt, slice};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// A map as a list in the order of its keys.
///
/// ```
/// use kpi_core::Sorted;
/// let mut map = Sorted::from([("b", 2), ("a", 1)]);
/// map.insert("b", 3);
/// assert_eq!(map.get("b"), Some(&3));
/// assert!(map.keys().eq(&["a", "b"]));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Sorted(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Sorted(Vec::new())
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(own, _)| own.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get_mut(at)).map(|(_, value)| value)
    }

    /// Whether a key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(at) => {
                if let Some(entry) = self.0.get_mut(at) {
                    entry.1 = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// The value of a key, made by `default` where it is not there yet.
    #[expect(clippy::indexing_slicing, reason = "the place was just found or filled")]
    pub fn entry(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let at = self.find(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, V::default()));
            at
        });
        &mut self.0[at].1
    }

    /// Keeps the entries that pass.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| keep(key, value));
    }

    /// The entries in order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.0.iter())
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }
}

/// The entries of a [`Sorted`] in order.
#[derive(Clone, Debug)]
pub struct Iter<'a, K, V>(slice::Iter<'a, (K, V)>);

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Sorted::new();
        entries.into_iter().for_each(|(key, value)| map.insert(key, value));
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Sorted<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Sorted<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Self::IntoIter {
        Iter(self.0.iter())
    }
}

impl<K: Serialize, V: Serialize> Serialize for Sorted<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Iter(self.0.iter()))
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Sorted<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Entries<K, V> {
    type Value = Sorted<K, V>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = Sorted::new();
        while let Some((key, value)) = entries.next_entry()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}

/// Sorts; equal items are in no particular order.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a comparison; equal items are in no particular order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl FnMut(&T, &T) -> Ordering) {
    #[cfg(not(target_family = "wasm"))]
    items.sort_unstable_by(compare);
    #[cfg(target_family = "wasm")]
    heapsort(items, compare);
}

/// Puts the value at `at` where it would be in order, lower ones before it and higher ones after it.
pub(crate) fn select_nth(values: &mut [i64], at: usize) {
    #[cfg(not(target_family = "wasm"))]
    values.select_nth_unstable(at);
    #[cfg(target_family = "wasm")]
    find(values, at);
}

/// Hoare's FIND with the pivot's equals in the middle, so that many equal values end it soon.
#[cfg(any(test, target_family = "wasm"))]
fn find(mut values: &mut [i64], mut at: usize) {
    loop {
        let (first, middle, last) = (0, values.len() / 2, values.len().saturating_sub(1));
        let [a, b, c] = [first, middle, last].map(|place| values.get(place).copied().unwrap_or_default());
        let pivot = a.max(b).min(a.min(b).max(c));
        let (mut low, mut next, mut high) = (0, 0, values.len());
        while next < high {
            match values.get(next).map(|value| value.cmp(&pivot)) {
                Some(Ordering::Less) => {
                    values.swap(low, next);
                    low = low.wrapping_add(1);
                    next = next.wrapping_add(1);
                }
                Some(Ordering::Greater) => {
                    high = high.wrapping_sub(1);
                    values.swap(next, high);
                }
                _ => next = next.wrapping_add(1),
            }
        }
        if at < low {
            values = values.get_mut(..low).unwrap_or_default();
        } else if at >= high && high > 0 {
            values = values.get_mut(high..).unwrap_or_default();
            at = at.wrapping_sub(high);
        } else {
            return;
        }
    }
}

/// Williams' heapsort: a heap of the largest first, from which the largest goes to the end again and again.
#[cfg(any(test, target_family = "wasm"))]
fn heapsort<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let len = items.len();
    // Twice the work in one loop: first the heap is made from its last parent up, then it is taken down.
    for step in (0..len.saturating_add(len / 2)).rev() {
        let (mut root, end) = if step >= len {
            (step.wrapping_sub(len), len)
        } else {
            items.swap(0, step);
            (0, step)
        };
        loop {
            let mut child = root.wrapping_mul(2).wrapping_add(1);
            let (Some(left), right) = (items.get(child).filter(|_| child < end), child.wrapping_add(1)) else { break };
            if right < end && items.get(right).is_some_and(|right| compare(left, right).is_lt()) {
                child = right;
            }
            let rises = items.get(root).zip(items.get(child)).is_some_and(|(root, child)| compare(root, child).is_lt());
            if !rises {
                break;
            }
            items.swap(root, child);
            root = child;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_as_that_of_core() {
        for len in 1..100usize {
            for at in 0..len {
                let mut values: Vec<i64> = (0..len as i64).map(|i| i * 7919 % 31).collect();
                find(&mut values, at);
                let (value, mut sorted) = (values[at], values.clone());
                sorted.sort_unstable();
                assert_eq!(value, sorted[at]);
                assert!(values[..at].iter().all(|&low| low <= value) && values[at..].iter().all(|&high| high >= value));
            }
        }
    }

    #[test]
    fn a_heap_sorts_as_the_sort_of_core() {
        for len in 0..200u64 {
            let mut items: Vec<u64> = (0..len).map(|i| i * 7919 % 101).collect();
            let mut same = items.clone();
            heapsort(&mut items, u64::cmp);
            same.sort_unstable();
            assert_eq!(items, same);
        }
    }
}
