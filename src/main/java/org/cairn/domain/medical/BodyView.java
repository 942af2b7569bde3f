package org.cairn.domain.medical;

/// The drawings of the body on which a finding can be marked. Left and right are always the patient's own.
public enum BodyView {
    FRONT,
    BACK,
    LEFT,
    RIGHT,
    HEAD,
    HANDS,
    FEET
}
