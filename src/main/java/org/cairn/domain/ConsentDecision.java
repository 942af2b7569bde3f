package org.cairn.domain;

/// What a witness decided on one use of what they said.
public enum ConsentDecision {
    GRANTED,
    CONDITIONAL,
    REFUSED,
    DEFERRED,
    WITHDRAWN;

    /// Whether it allows the use, if only on conditions.
    public boolean allows() {
        return this == GRANTED || this == CONDITIONAL;
    }

    /// Whether it is a no: not merely one that was put off.
    public boolean forbids() {
        return this == REFUSED || this == WITHDRAWN;
    }
}
