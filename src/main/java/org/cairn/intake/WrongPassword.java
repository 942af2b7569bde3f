package org.cairn.intake;

import java.io.IOException;

/// Something is locked, and this does not open it.
final class WrongPassword extends IOException {

    private static final long serialVersionUID = 1L;

    WrongPassword() {
        super("wrong password");
    }
}
