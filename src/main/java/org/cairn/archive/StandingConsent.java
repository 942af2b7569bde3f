package org.cairn.archive;

import org.cairn.domain.Consent;

/// A decision that still counts for the statement and the recipient that it is about.
///
/// @param consent what was decided
/// @param standing what it comes to today
public record StandingConsent(Consent consent, ConsentStanding standing) {}
