package org.cairn.audio;

/// There is nothing to record with, or to listen with, or it is in use.
public final class NoDeviceException extends Exception {

    private static final long serialVersionUID = 1L;

    NoDeviceException(String code) {
        super(code);
    }

    NoDeviceException(String code, Throwable cause) {
        super(code, cause);
    }

    /// `deviceGone` or `deviceInUse`.
    public String code() {
        return String.valueOf(getMessage());
    }
}
