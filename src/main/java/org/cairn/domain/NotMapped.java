package org.cairn.domain;

/// Something of another tool's file that has no place here: nothing is left out without being named.
///
/// @param code what it is, a code of the message files `exchange` (`notMapped.<code>`)
/// @param where the place in the file: a sheet and row, or a path
/// @param detail what stood there, or what it was called
public record NotMapped(String code, String where, String detail) {

    private static final int LONGEST = 300;

    public NotMapped {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return "NotMapped " + code;
    }
}
