package org.cairn.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cairn.domain.LanguageTag;

/// The languages that can be recognised, and the packs they need: `ocr/languages.txt`.
public final class Languages {

    private static final List<Entry> ALL = read();

    private Languages() {}

    /// One of them.
    ///
    /// @param pack tesseract's code
    /// @param script as tesseract names it
    /// @param debian what the pack is called in Debian and Ubuntu
    /// @param fedora what it is called in Fedora
    public record Entry(LanguageTag language, String pack, String script, String debian, String fedora) {}

    /// All of them, in the order in which they are tried.
    public static List<Entry> all() {
        return ALL;
    }

    /// What reads a language; for Chinese of which nobody said how it is written, both.
    public static List<Entry> of(LanguageTag language) {
        List<Entry> exact =
                ALL.stream().filter(entry -> entry.language().equals(language)).toList();
        return exact.isEmpty()
                ? ALL.stream()
                        .filter(entry -> entry.language().primary().equals(language.primary()))
                        .toList()
                : exact;
    }

    /// What a pack reads.
    public static Optional<Entry> ofPack(String pack) {
        return ALL.stream().filter(entry -> entry.pack().equals(pack)).findFirst();
    }

    /// Those for which this machine has the pack.
    public static List<Entry> installed(Collection<String> packs) {
        return ALL.stream().filter(entry -> packs.contains(entry.pack())).toList();
    }

    private static List<Entry> read() {
        try (InputStream file = Objects.requireNonNull(
                Languages.class.getResourceAsStream("/ocr/languages.txt"), "ocr/languages.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new Entry(new LanguageTag(cells[0]), cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
