//! Hashes. Of texts and codes: foldhash, and in the browser a shorter one, since bytes on the way cost more there than a
//! few nanoseconds. Of definitions: one that stays the same everywhere.

/// FNV-1a: a short name for a definition, not a secret.
pub(crate) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// How a table hashes again what it holds; one type, so that there is one table of codes.
pub(crate) type Rehash<'a> = &'a dyn Fn(&u32) -> u64;

#[cfg(not(target_family = "wasm"))]
pub(crate) use hashbrown::DefaultHashBuilder as Builder;

#[cfg(target_family = "wasm")]
pub(crate) use short::Builder;

#[cfg(target_family = "wasm")]
mod short {
    use core::hash::{BuildHasher, Hasher};

    #[derive(Clone, Copy, Debug, Default)]
    pub(crate) struct Builder;

    impl BuildHasher for Builder {
        type Hasher = State;
        fn build_hasher(&self) -> State {
            State(0)
        }
    }

    pub(crate) struct State(u64);

    impl State {
        fn mix(&mut self, word: u64) {
            let mixed = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            self.0 = mixed ^ mixed >> 32;
        }
    }

    impl Hasher for State {
        fn write(&mut self, bytes: &[u8]) {
            let (words, rest) = bytes.as_chunks();
            words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
            rest.iter().for_each(|&byte| self.mix(byte.into()));
        }
        fn write_u8(&mut self, byte: u8) {
            self.mix(byte.into());
        }
        fn write_u32(&mut self, word: u32) {
            self.mix(word.into());
        }
        fn finish(&self) -> u64 {
            self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
        }
    }
}
