package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ExhibitMark;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.store.DraftLine;
import org.cairn.store.RecordJson;
import org.cairn.store.StoreView;

/// The marks of the exhibits that a witness was shown, running on across all their statements.
final class ExhibitMarks {

    private static final String DRAFTS = "/testimony/";

    private ExhibitMarks() {}

    /// The marks of a statement: those it has, and one for each exhibit of its account that has none yet. What no
    /// paragraph names any more has lost its mark; the number is given to nothing else while somebody still has it.
    ///
    /// @param kept its reference, once it has one
    /// @param mine what the names of the person's own drafts begin with
    static List<ExhibitMark> complete(StoreView view, Testimony statement, Optional<Reference> kept, String mine) {
        List<Reference> shown = statement.paragraphs().stream()
                .flatMap(paragraph -> paragraph.exhibits().stream())
                .distinct()
                .filter(exhibit -> view.current(exhibit).isPresent())
                .toList();
        Map<Reference, ExhibitMark> marks = new LinkedHashMap<>();
        statement.marks().orElse(List.of()).stream()
                .filter(mark -> shown.contains(mark.exhibit()))
                .forEach(mark -> marks.put(mark.exhibit(), mark));
        if (marks.keySet().containsAll(shown)) {
            return List.copyOf(marks.values());
        }
        List<ExhibitMark> elsewhere = Stream.concat(
                        others(view, statement.witness(), kept),
                        drafts(view, statement.witness(), own(statement, kept, mine)))
                .flatMap(other -> other.marks().orElse(List.of()).stream())
                .toList();
        int next = Stream.concat(elsewhere.stream(), statement.marks().orElse(List.of()).stream())
                        .mapToInt(ExhibitMark::number)
                        .max()
                        .orElse(0)
                + 1;
        for (Reference exhibit : shown) {
            if (!marks.containsKey(exhibit)) {
                Optional<ExhibitMark> before = elsewhere.stream()
                        .filter(mark -> mark.exhibit().equals(exhibit))
                        .findFirst();
                marks.put(exhibit, before.isPresent() ? before.get() : new ExhibitMark(exhibit, next++));
            }
        }
        return List.copyOf(marks.values());
    }

    /// Refuses a mark that another statement of the witness gave to something else, and a second mark for what has one.
    static void requireFree(StoreView view, Testimony statement, Optional<Reference> kept) {
        List<ExhibitMark> elsewhere = statement.marks().isEmpty()
                ? List.of()
                : others(view, statement.witness(), kept)
                        .flatMap(other -> other.marks().orElse(List.of()).stream())
                        .toList();
        for (ExhibitMark mark : statement.marks().orElse(List.of())) {
            boolean taken = elsewhere.stream()
                    .anyMatch(other ->
                            (other.number() == mark.number()) != other.exhibit().equals(mark.exhibit()));
            if (taken) {
                throw new ArchiveException.InvalidInput(
                        "marks", "markTaken", List.of(mark.written(statement.witness())));
            }
        }
    }

    private static Stream<Testimony> others(StoreView view, Reference witness, Optional<Reference> kept) {
        return view.belongingTo(witness, RecordKind.TESTIMONY).stream()
                .filter(revision -> !Optional.of(revision.reference()).equals(kept))
                .flatMap(revision -> revision.record() instanceof Testimony other ? Stream.of(other) : Stream.empty());
    }

    /// The statement's own drafts: what was named there and is no longer has no mark.
    private static String own(Testimony statement, Optional<Reference> kept, String mine) {
        return mine
                + DRAFTS.substring(1)
                + kept.map(reference -> reference + "/").orElse(statement.witness() + "/new");
    }

    /// Other statements of the witness that are being taken, whoever takes them: their marks may be on paper already.
    private static Stream<Testimony> drafts(StoreView view, Reference witness, String own) {
        List<Testimony> drafts = new ArrayList<>();
        for (DraftLine line : view.drafts()) {
            if (line.id().contains(DRAFTS) && !line.id().startsWith(own)) {
                view.draft(line.id())
                        .flatMap(ExhibitMarks::read)
                        .filter(draft -> draft.witness().equals(witness))
                        .ifPresent(drafts::add);
            }
        }
        return drafts.stream();
    }

    private static Optional<Testimony> read(byte[] draft) {
        try {
            return Optional.of(
                    (Testimony) RecordJson.read(RecordKind.TESTIMONY, new String(draft, StandardCharsets.UTF_8)));
        } catch (ArchiveException.InvalidInput e) {
            return Optional.empty(); // another version's, or a translation's: it gives no marks that could be read
        }
    }
}
