package org.cairn.archive;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.bundle.MedicalPicturePages;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Testimony;
import org.cairn.domain.medical.BodyView;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.medical.Finding;
import org.cairn.domain.reading.Reading;

/// How many pages an exhibit takes at least, told before anything is set in type.
final class LeastPages {

    /// What the fullest page of a statement or report holds.
    private static final int CHARACTERS = 3_600;

    /// Standing figures share a page.
    private static final int FIGURES = 6;

    private LeastPages() {}

    static int of(Testimony testimony) {
        return holding(testimony.paragraphs().stream()
                .mapToLong(paragraph -> paragraph.text().length())
                .sum());
    }

    /// A medical report, or a record of a free form.
    static int of(FormRecord form) {
        return Examinations.of(form).map(LeastPages::of).orElseGet(() -> holding(length(form.fields())));
    }

    private static int of(Examination examination) {
        Set<BodyView> views = new HashSet<>();
        examination.findings().stream()
                .map(Finding::mark)
                .forEach(mark -> mark.ifPresent(one -> views.add(one.view())));
        long text = Stream.concat(
                        examination.sections().values().stream(),
                        examination.findings().stream().map(Finding::description))
                .mapToLong(String::length)
                .sum();
        return holding(text) + Math.ceilDiv(views.size(), FIGURES);
    }

    private static int holding(long characters) {
        return (int) Math.max(1, Math.ceilDiv(characters, CHARACTERS));
    }

    private static long length(Map<String, Object> fields) {
        return fields.values().stream()
                .mapToLong(value -> String.valueOf(value).length())
                .sum();
    }

    /// A file: the pages it has, or the pictures of a medical one as far as they are printed.
    static int of(Reading reading) {
        String frames = reading.metadata().getOrDefault("frames", "");
        return frames.matches("[0-9]{1,6}")
                ? Math.clamp(Integer.parseInt(frames), 1, MedicalPicturePages.MOST)
                : reading.pages();
    }
}
