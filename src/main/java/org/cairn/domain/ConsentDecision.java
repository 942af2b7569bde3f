package org.cairn.domain;

/// What a witness decided on one use of what they said.
public enum ConsentDecision {
    GRANTED,
    CONDITIONAL,
    REFUSED,
    DEFERRED,
    WITHDRAWN
}
