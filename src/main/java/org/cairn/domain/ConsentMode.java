package org.cairn.domain;

/// How a witness expressed a decision.
public enum ConsentMode {
    SIGNED,
    THUMBPRINT,
    ORAL_RECORDED,
    GUARDIAN
}
