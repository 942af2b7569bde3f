package org.cairn.archive;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.cairn.intake.TextEncoding;

/// The encodings a text may be looked at in: the one the reader takes it for, and the others people have written in.
public final class Encodings {

    /// So many bytes are enough to tell by.
    public static final int HEAD = TextEncoding.HEAD;

    private static final List<String> NAMES = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-9",
            "KOI8-R",
            "IBM437",
            "IBM850",
            "IBM864",
            "IBM866",
            "GB18030",
            "Big5",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "windows-874");

    private Encodings() {}

    /// What the reader takes a text for; empty where it takes it for none.
    ///
    /// @param head its first bytes, at most [#HEAD]
    public static Optional<Charset> guess(byte[] head) {
        return TextEncoding.ofText(head);
    }

    /// What may be chosen instead, of what this machine knows.
    public static List<Charset> choices() {
        return NAMES.stream().filter(Charset::isSupported).map(Charset::forName).toList();
    }
}
