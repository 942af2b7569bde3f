package org.cairn.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.domain.ArchiveException;

/// The codes of a list such as `consent-scope`, in the order people expect them.
///
/// Seed data under `resources/vocabularies`, one code a line, which may be followed by what is true of it; their words
/// are in the message files `vocabulary`.
public final class Vocabulary {

    private Vocabulary() {}

    /// Refuses a code that is none of a list's.
    static void require(String list, String field, String code) {
        List<String> codes = codes(list);
        if (!codes.contains(code)) {
            throw new ArchiveException.InvalidInput(field, "unknownValue", codes);
        }
    }

    /// The codes of a list.
    ///
    /// @throws IllegalArgumentException when there is no such list
    public static List<String> codes(String list) {
        return lines(list).stream().map(List::getFirst).toList();
    }

    /// Whether the program brings a list of that name.
    static boolean exists(String list) {
        return list.matches("[a-z-]{1,60}") && Vocabulary.class.getResource("/vocabularies/" + list + ".txt") != null;
    }

    /// The lines of a list, each its code and what is true of it, in words without blanks.
    static List<List<String>> lines(String list) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/vocabularies/" + list + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no such vocabulary");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
