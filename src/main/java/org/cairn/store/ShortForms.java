package org.cairn.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Reference;

/// The shorter ways in which people may write some values.
final class ShortForms {

    /// The language of what is read, in which dates are tried first: no date knows in which record it stands.
    static final ScopedValue<String> LANGUAGE = ScopedValue.newInstance();

    /// The language of whoever writes, for a record that names none of its own.
    static final ScopedValue<String> SPOKEN = ScopedValue.newInstance();

    /// The day of speaking, from which "last spring" is reckoned; unbound where nobody knows it.
    static final ScopedValue<LocalDate> ON = ScopedValue.newInstance();

    /// The day on which it is written, from which the day of speaking itself may be reckoned.
    static final ScopedValue<LocalDate> TODAY = ScopedValue.newInstance();

    /// Where a statement says on which day it was given.
    private static final String DAY_OF_SPEAKING = "testimony.interview.date";

    private ShortForms() {}

    /// The value, when it is written in a shorter way than its members.
    static Optional<Object> read(JsonNode node, Class<?> type, String path) {
        if (type == FuzzyDate.class) {
            return date(node, path);
        }
        if (!node.isTextual()) {
            return Optional.empty();
        }
        if (type == Paragraph.class) {
            return Optional.of(Paragraph.of(node.textValue()));
        }
        if (type == PageRanges.class) {
            return Optional.of(pages(node.textValue(), path));
        }
        if (type == BundleDraft.Exhibit.class) {
            return Optional.of(new BundleDraft.Exhibit((Reference) Scalars.read(node, Reference.class, path), ""));
        }
        return Optional.empty();
    }

    /// `4-9, 12`.
    private static PageRanges pages(String text, String path) {
        try {
            return PageRanges.parse(text);
        } catch (ArchiveException.InvalidInput e) {
            throw new ArchiveException.InvalidInput(path, "unknownValue");
        }
    }

    /// A date by its words, or by words and EDTF without the days they mean.
    private static Optional<Object> date(JsonNode node, String path) {
        if (node.isTextual() || node.isInt()) {
            return Optional.of(understood(node.asText(), path));
        }
        if (node.path("verbatim").isTextual() && !node.has("edtf") && onlyWords(node)) {
            return Optional.of(understood(node.path("verbatim").textValue(), path + ".verbatim"));
        }
        boolean plain = node instanceof ObjectNode object
                && !object.has("earliest")
                && !object.has("latest")
                && object.path("edtf").isTextual();
        if (!plain || !onlyWords(node)) {
            return Optional.empty();
        }
        String edtf = node.path("edtf").textValue();
        String words = node.path("verbatim").asText(edtf);
        // what was kept once is EDTF to the letter; somebody who fills in a form may put words there
        return Optional.of(FuzzyDate.ofEdtf(words, edtf).orElseGet(() -> said(words, edtf, path + ".edtf")));
    }

    private static FuzzyDate said(String words, String edtf, String path) {
        FuzzyDate meant = understood(edtf, path);
        return new FuzzyDate(words, meant.edtf(), meant.earliest(), meant.latest(), meant.calendar());
    }

    private static boolean onlyWords(JsonNode node) {
        return node.size() == (node.has("verbatim") ? 1 : 0) + (node.has("edtf") ? 1 : 0);
    }

    private static FuzzyDate understood(String words, String path) {
        ScopedValue<LocalDate> day = path.startsWith(DAY_OF_SPEAKING) ? TODAY : ON;
        Said said = Said.in(LANGUAGE.orElse(""), words).on(day.isBound() ? Optional.of(day.get()) : Optional.empty());
        return SpokenDates.understand(said).orElseThrow(() -> new ArchiveException.InvalidInput(path, "notADate"));
    }
}
