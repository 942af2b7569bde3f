package org.cairn.domain.query;

/// Carries a fault out of the depth of a query; never leaves this package.
final class Misreading extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Parsed.Misread fault;

    Misreading(Place place, String reason) {
        super(reason, null, false, false);
        this.fault = new Parsed.Misread(place, reason);
    }

    Parsed.Misread fault() {
        return fault;
    }
}
