package org.cairn.domain;

/// What kind of statement an interview was held for.
public enum InterviewKind {
    FIRST_ACCOUNT,
    FULL_STATEMENT,
    SUPPLEMENTARY,
    CORRECTION,
    MEDICAL
}
