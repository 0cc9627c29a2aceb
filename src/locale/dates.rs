//! Dates as a Danish or English office writes them.
