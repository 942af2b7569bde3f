package org.cairn.ui.common;

/// Something told to the person in the place where it matters: what happened, and what they can do.
///
/// @param kind how grave it is
/// @param what what happened, one sentence
/// @param advice what to do; empty where nothing needs doing
public record Told(Kind kind, String what, String advice) {

    /// How grave it is.
    public enum Kind {
        INFO,
        SUCCESS,
        WARNING,
        DANGER
    }

    /// Good news.
    public static Told success(String what) {
        return new Told(Kind.SUCCESS, what, "");
    }

    /// Neither good nor bad.
    public static Told info(String what) {
        return new Told(Kind.INFO, what, "");
    }

    /// Something to look at.
    public static Told warning(String what, String advice) {
        return new Told(Kind.WARNING, what, advice);
    }

    @Override
    public String toString() {
        return "Told " + kind;
    }
}
