package org.cairn.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.Reading;
import org.cairn.search.IndexedPassage.Held;
import org.cairn.store.StoreView;
import org.jspecify.annotations.Nullable;

/// What a record has with it and where it was, as a search asks for it: `has:audio`, `place:"Camp 3"`.
final class Holdings {

    /// Fields of a form in which a place is named.
    private static final Set<String> PLACES = Set.of("place", "to", "locality", "country");

    private Holdings() {}

    /// @param notes whether somebody noted something beside it that whoever may see the record may read
    static Held of(StoreView view, Revision revision, boolean notes) {
        Set<String> parts = new TreeSet<>();
        if (notes) {
            parts.add("note");
        }
        ArchiveRecord record = revision.record();
        switch (record) {
            case EvidenceItem item -> ofItem(view, revision, item, parts);
            case Testimony testimony -> {
                parts.add("text");
                add(parts, "translation", !testimony.translations().isEmpty());
            }
            default -> parts.add("text");
        }
        return new Held(parts, places(record));
    }

    private static void ofItem(StoreView view, Revision revision, EvidenceItem item, Set<String> parts) {
        Optional<Reading> reading = view.reading(revision.reference());
        String mediaType = reading.map(Reading::mediaType).orElse(item.mediaType());
        add(parts, "object", item.object().isPresent());
        add(parts, "file", item.fingerprint().isPresent());
        add(parts, "audio", mediaType.startsWith("audio/"));
        add(parts, "video", mediaType.startsWith("video/"));
        add(parts, "picture", mediaType.startsWith("image/"));
        add(parts, "pages", reading.map(Reading::pages).orElse(0) > 0);
        add(parts, "transcript", item.transcript().isPresent());
        add(
                parts,
                "text",
                reading.map(Reading::passages).orElse(0) > 0
                        || item.transcript().isPresent());
        boolean translated =
                item.transcript().flatMap(transcript -> transcript.into()).isPresent();
        add(parts, "translation", translated || item.translationOf().isPresent());
    }

    private static void add(Set<String> parts, String part, boolean held) {
        if (held) {
            parts.add(part);
        }
    }

    private static Set<String> places(ArchiveRecord record) {
        Set<String> places = new TreeSet<>();
        switch (record) {
            case Testimony testimony -> places.add(testimony.interview().place());
            case FormRecord form -> {
                if (form.kind() == RecordKind.PLACE) {
                    places.add(form.title());
                    names(form.fields().getOrDefault("names", List.of())).forEach(places::add);
                }
                PLACES.stream()
                        .map(form.fields()::get)
                        .filter(String.class::isInstance)
                        .forEach(place -> places.add((String) place));
            }
            default -> {
                // nothing says where other records were
            }
        }
        places.removeIf(String::isBlank);
        return places;
    }

    /// Names of a place, each alone or with its language.
    private static Stream<String> names(@Nullable Object value) {
        return switch (value) {
            case String name -> Stream.of(name);
            case List<?> list -> list.stream().flatMap(Holdings::names);
            case Map<?, ?> map -> names(map.get("text"));
            case null -> Stream.of();
            default -> Stream.of();
        };
    }
}
