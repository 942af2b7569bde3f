package org.cairn.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.domain.BundleDraft.Exhibit;
import org.cairn.domain.BundleDraft.Redacted;
import org.cairn.domain.BundleDraft.Section;
import org.jspecify.annotations.Nullable;

/// Blacks words that were found out of the exhibits of a draft.
final class Redacting {

    private Redacting() {}

    static List<Section> in(List<Section> sections, List<Occurrence> found, BundleVersion from, String reason) {
        Map<Reference, List<Occurrence>> byExhibit = found.stream()
                .filter(one -> !one.spots().isEmpty())
                .collect(Collectors.groupingBy(Occurrence::exhibit, LinkedHashMap::new, Collectors.toList()));
        List<Section> changed = new ArrayList<>();
        for (Section section : sections) {
            List<Exhibit> exhibits = new ArrayList<>();
            for (Exhibit exhibit : section.exhibits()) {
                exhibits.add(exhibit(exhibit, byExhibit.remove(exhibit.reference()), from, reason));
                attachments(sections, byExhibit, exhibit)
                        .forEach(one -> exhibits.add(exhibit(one, byExhibit.remove(one.reference()), from, reason)));
            }
            changed.add(new Section(section.title(), exhibits));
        }
        return changed;
    }

    /// What came with an exhibit, has something to be taken out, and is listed nowhere yet: withheld as that is.
    private static List<Exhibit> attachments(
            List<Section> sections, Map<Reference, List<Occurrence>> byExhibit, Exhibit exhibit) {
        List<Reference> listed = sections.stream()
                .flatMap(section -> section.exhibits().stream())
                .map(Exhibit::reference)
                .toList();
        return byExhibit.entrySet().stream()
                .filter(entry -> entry.getValue().getFirst().within().equals(Optional.of(exhibit.reference())))
                .map(Map.Entry::getKey)
                .filter(attached -> !listed.contains(attached))
                .map(attached -> new Exhibit(attached, "").withheld(exhibit.withheld()))
                .toList();
    }

    private static Exhibit exhibit(
            Exhibit exhibit, @Nullable List<Occurrence> found, BundleVersion from, String reason) {
        if (found == null) {
            return exhibit;
        }
        Fingerprint of = found.getFirst().of();
        boolean another = exhibit.redacted()
                .flatMap(Redacted::of)
                .filter(before -> !before.equals(of))
                .isPresent();
        if (another) {
            throw new ArchiveException.InvalidInput(exhibit.reference().toString(), "redactedBefore");
        }
        List<Redacted.Part> fresh = found.stream()
                .flatMap(one -> one.redactions(reason).stream())
                .map(what -> new Redacted.Part(from, what))
                .toList();
        return exhibit.redacting(of, together(exhibit.parts(), fresh));
    }

    /// The same area is there once, from the closest version on that was asked for.
    private static List<Redacted.Part> together(List<Redacted.Part> before, List<Redacted.Part> fresh) {
        Function<Redacted.Part, List<?>> place =
                part -> List.of(part.what().page(), part.what().area());
        return List.copyOf(Stream.concat(before.stream(), fresh.stream())
                .collect(Collectors.toMap(
                        place,
                        Function.identity(),
                        (one, other) -> other.from().compareTo(one.from()) < 0 ? other : one,
                        LinkedHashMap::new))
                .values());
    }
}
