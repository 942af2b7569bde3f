package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Note;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a record has with it, and where it was, is found.
class HoldingsTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference item;

    @BeforeEach
    void takeAFileIn() throws IOException {
        open = new OpenArchive(temp);
        item = open.take(OpenArchive.file(temp, "a.txt", "The lantern went out."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void findsWhatHasAFileAndWhatIsSaid() {
        Reference statement = open.sealedStatement("A zebra crossed the yard.");

        assertThat(found("has:file")).containsExactly(item);
        assertThat(found("has:text")).contains(item, statement);
        assertThat(found("has:audio OR has:translation")).isEmpty();
        assertThat(found("kind:testimony has:text")).containsExactly(statement);
    }

    @Test
    void findsWhatIsNotedBesideOnceWhoeverMaySeeItMayReadTheNote() {
        assertThat(found("has:note")).isEmpty();
        open.archive.notes().add(new Note(item, Optional.empty(), "kept closely", Protection.SEALED));
        assertThat(found("has:note")).isEmpty();
        open.archive.notes().add(new Note(item, Optional.empty(), "for all", Protection.RESTRICTED));
        assertThat(found("has:note")).containsExactly(item);
    }

    @Test
    void findsAPlaceByEachOfItsNamesAndWhatHappenedThere() {
        Reference place = open.archive
                .records()
                .keep(form(
                        RecordKind.PLACE,
                        "place/1",
                        Map.of("names", List.of(Map.of("text", "Old Brickworks", "language", "en")))))
                .reference();
        Reference event = open.archive
                .records()
                .keep(form(RecordKind.EVENT, "event/1", Map.of("place", "the old brickworks, hall 2")))
                .reference();

        assertThat(found("place:\"Old Brickworks\"")).containsExactlyInAnyOrder(place, event);
        assertThat(found("place:\"Camp 3\"")).containsExactly(place);
        assertThat(found("place:\"hall 2\"")).containsExactly(event);
    }

    private static FormRecord form(RecordKind kind, String form, Map<String, Object> fields) {
        return new FormRecord(
                kind,
                "Camp 3",
                form,
                Protection.RESTRICTED,
                Optional.empty(),
                Optional.empty(),
                fields,
                Optional.empty());
    }

    private List<Reference> found(String query) {
        return open.archive.searches().search(SearchRequest.of(query)).hits().stream()
                .map(hit -> hit.reference())
                .toList();
    }
}
