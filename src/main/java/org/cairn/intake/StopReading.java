package org.cairn.intake;

import org.xml.sax.SAXException;

/// Enough was read: a limit was reached, and what came before it stands.
final class StopReading extends SAXException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    StopReading(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
