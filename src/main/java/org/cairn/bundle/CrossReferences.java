package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;

/// What a statement's words refer to: records by their reference, at a page where they say which (`E-0012 p. 3`), and
/// exhibits by the mark they got when they were shown (`W-0007/1`).
final class CrossReferences {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}-])(?<reference>[A-Z]-\\d{4,9})(?![\\p{L}\\p{N}-])(?:/(?<shown>\\d{1,4}))?"
                    + "(?:,?\\s*(?:pp?\\.|page|pages)\\s*(?<page>\\d{1,6}))?");

    private CrossReferences() {}

    /// One of them.
    ///
    /// @param written as it stands in the words
    /// @param page of the document, where it says one
    record Found(String written, Reference reference, OptionalInt page) {
        @Override
        public String toString() {
            return "Found " + reference;
        }
    }

    /// Those in a text, in its order, each once. A witness who is only named by their pseudonym is none.
    static List<Found> in(String text, Testimony testimony) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = WRITTEN.matcher(text);
        while (matcher.find()) {
            read(matcher, testimony)
                    .filter(one ->
                            found.stream().noneMatch(before -> before.written().equals(one.written())))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Found> read(Matcher matcher, Testimony testimony) {
        String page = matcher.group("page");
        OptionalInt number = page == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(page));
        Optional<Reference> named = Reference.tryParse(matcher.group("reference"));
        if (matcher.group("shown") != null) {
            String mark = matcher.group("reference") + "/" + matcher.group("shown");
            return testimony.marks().stream()
                    .flatMap(List::stream)
                    .filter(one -> one.written(testimony.witness()).equals(mark))
                    .findFirst()
                    .map(one -> new Found(matcher.group().strip(), one.exhibit(), number));
        }
        return named.filter(reference -> isExhibit(reference.kind()))
                .map(reference -> new Found(matcher.group().strip(), reference, number));
    }

    private static boolean isExhibit(RecordKind kind) {
        return kind == RecordKind.EVIDENCE || kind == RecordKind.TESTIMONY || kind == RecordKind.MEDICAL;
    }
}
