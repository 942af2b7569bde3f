package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cairn.archive.Relatives.Relative;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ArchiveException.NotFound;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Role;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one item is to another is said once and seen from both, and goes in no circle.
class RelativesTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void make() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void isSeenFromBothEnds() throws IOException {
        Reference original = file("a");
        Reference copy = file("b");
        open.archive.relatives().relate(copy, Way.COPY_OF, original);
        assertThat(seen(copy)).containsExactly("COPY_OF " + original);
        assertThat(seen(original)).containsExactly("<COPY_OF " + copy);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
        open.archive.relatives().unrelate(copy, Way.COPY_OF, original);
        assertThat(seen(original)).isEmpty();
        assertThat(open.archive.records().history(copy)).hasSize(3);
    }

    @Test
    void saysATranslationOnceWhereItStoodAlready() throws IOException {
        Reference original = file("a");
        Reference translation = file("b");
        open.archive.relatives().relate(translation, Way.TRANSLATION_OF, original);
        assertThat(Evidence.item(open.archive.records().open(translation)).translationOf())
                .contains(original);
        assertThat(seen(translation)).containsExactly("TRANSLATION_OF " + original);
        assertThat(seen(original)).containsExactly("<TRANSLATION_OF " + translation);
        Reference another = file("c");
        assertThatThrownBy(() -> open.archive.relatives().relate(translation, Way.TRANSLATION_OF, another))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesWhatWouldGoInACircle() throws IOException {
        Reference first = file("a");
        Reference second = file("b");
        Reference third = file("c");
        open.archive.relatives().relate(second, Way.COPY_OF, first);
        open.archive.relatives().relate(third, Way.TRANSLATION_OF, second);
        assertThatThrownBy(() -> open.archive.relatives().relate(first, Way.REDACTION_OF, third))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("invalidInput");
        assertThatThrownBy(() -> open.archive.relatives().relate(first, Way.COPY_OF, first))
                .isInstanceOf(InvalidInput.class);
        // what lies in what is another matter
        open.archive.relatives().relate(first, Way.ATTACHMENT_OF, third);
        assertThatThrownBy(() -> open.archive.relatives().relate(third, Way.ATTACHMENT_OF, first))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void namesNoItemThatThePersonMayNotSee() throws IOException {
        Reference open1 = file("a");
        Reference closed = open.archive
                .evidence()
                .take(List.of(OpenArchive.file(temp, "b", "b")), OpenArchive.terms(Protection.SEALED), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        open.archive.relatives().relate(open1, Way.COPY_OF, closed);
        open.reopenAs("layla", Set.of(Role.RECORDER));
        assertThat(seen(open1)).isEmpty();
        assertThatThrownBy(() -> open.archive.relatives().relate(open1, Way.REDACTION_OF, closed))
                .isInstanceOf(NotFound.class);
    }

    private Reference file(String name) throws IOException {
        return open.take(OpenArchive.file(temp, name, "Text " + name))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private List<String> seen(Reference item) {
        return open.archive.relatives().of(item).stream()
                .map((Relative relative) -> (relative.inverse() ? "<" : "") + relative.way() + " "
                        + relative.other().reference())
                .toList();
    }
}
