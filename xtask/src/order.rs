//! The order of a module's functions: beside those that are like them, where gzip, which looks back 32 KiB, finds them.

use std::collections::{HashMap, HashSet, VecDeque};

use anyhow::Result;
use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// So many bytes in a row are what two functions can have in common.
const ROW: usize = 6;
/// A row that more functions have says nothing.
const COMMON: usize = 200;
/// How far back one looks, in bytes: less than gzip does, which has matches inside functions, too.
const WINDOW: usize = 24_000;
/// What a function costs beside its bytes.
const COST: usize = 40;

/// The module with names for its functions that stand in the order in which the functions shall.
pub fn named(module: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut bodies) = (0u32, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&module[body.range()]),
            _ => {}
        }
    }
    let mut places = vec![0; bodies.len()];
    order(&bodies).into_iter().enumerate().for_each(|(place, function)| places[function] = place);
    let mut names = NameMap::new();
    for (function, place) in (imported..).zip(places) {
        names.append(function, &format!("{place:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut named = module.to_vec();
    section.append_to(&mut named);
    Ok(named)
}

/// One after the other, always the function that has most, for its length, in common with those just before it.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let rows: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(ROW).collect()).collect();
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, rows) in rows.iter().enumerate() {
        rows.iter().for_each(|row| having.entry(row).or_default().push(function));
    }
    having.retain(|_, functions| (2..=COMMON).contains(&functions.len()));

    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut common = vec![0usize; bodies.len()];
    let (mut before, mut bytes) = (VecDeque::new(), 0);
    let mut seen: HashMap<&[u8], usize> = HashMap::new();
    let mut order = Vec::new();
    while let Some(at) = best(&left, &common, bodies) {
        let next = left.remove(at);
        order.push(next);
        before.push_back(next);
        bytes += bodies[next].len();
        for row in &rows[next] {
            let Some(functions) = having.get(row) else { continue };
            let times = seen.entry(row).or_default();
            *times += 1;
            if *times == 1 {
                functions.iter().for_each(|&function| common[function] += 1);
            }
        }
        while bytes > WINDOW && before.len() > 1 {
            let Some(gone) = before.pop_front() else { break };
            bytes -= bodies[gone].len();
            for row in &rows[gone] {
                let (Some(functions), Some(times)) = (having.get(row), seen.get_mut(row)) else { continue };
                *times -= 1;
                if *times == 0 {
                    functions.iter().for_each(|&function| common[function] -= 1);
                }
            }
        }
    }
    order
}

/// Where the next function is among those left; of equals the first.
fn best(left: &[usize], common: &[usize], bodies: &[&[u8]]) -> Option<usize> {
    let share = |at: &usize| {
        let function = left[*at];
        (common[function] * 1_000_000 + 10_000) / (bodies[function].len() + COST)
    };
    (0..left.len()).rev().max_by_key(share)
}
