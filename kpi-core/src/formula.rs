//! The formulas as functions.
