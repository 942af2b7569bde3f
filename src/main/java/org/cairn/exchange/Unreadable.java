package org.cairn.exchange;

/// A file, or a part of one, that cannot be read as what it seems to be.
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    /// @param code why, a code of the message files `exchange` (`refused.<code>`)
    public Unreadable(String code) {
        this(code, "");
    }

    /// @param detail where in the file, or which of its names: never what somebody said
    public Unreadable(String code, String detail) {
        super(code);
        this.detail = detail;
    }

    /// Why, as a code.
    public String code() {
        return String.valueOf(getMessage());
    }

    /// Where in the file, or which name.
    public String detail() {
        return detail;
    }
}
