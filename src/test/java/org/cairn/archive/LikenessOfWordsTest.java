package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.search.FoundInside;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is like a record is asked for in words that can be read, and what is hidden says nothing; within one record
/// every place is found.
class LikenessOfWordsTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void begin() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private Reference take(String name, String text, Protection protection) throws IOException {
        Reference taken = open.archive
                .evidence()
                .take(List.of(OpenArchive.file(temp, name, text)), OpenArchive.terms(protection), Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        open.archive.searches().catchUp(Progress.none());
        return taken;
    }

    private List<Reference> like(Reference record) {
        return open
                .archive
                .searches()
                .search(SearchRequest.of(open.archive.searches().like(record, Optional.empty())))
                .hits()
                .stream()
                .map(Hit::reference)
                .toList();
    }

    @Test
    void findsWhatSharesTheWordsThatTellMostFirstAndNotTheRecordItself() throws IOException {
        Reference one =
                take("one.txt", "The nephrologist weighed the kidney in the clinic at Kashan.\n", Protection.PUBLIC);
        take("road.txt", "The road in the valley was long.\n", Protection.PUBLIC);
        Reference near = take("near.txt", "A kidney, said the nephrologist of Kashan.\n", Protection.PUBLIC);
        Reference far = take("far.txt", "The clinic was closed in the winter.\n", Protection.PUBLIC);
        for (int i = 0; i < 6; i++) {
            take("other" + i + ".txt", "Flour was sold at the market, bag " + i + ".\n", Protection.PUBLIC);
        }
        assertThat(like(one)).first().isEqualTo(near);
        assertThat(like(one)).contains(far).doesNotContain(one);
    }

    @Test
    void asksForOnePlaceWithTheWordsOfThatPlace() {
        Reference statement = open.sealedStatement("The nephrologist weighed it.", "A lorry brought the flour.");
        open.sealedStatement("Another lorry, and flour.", "A nephrologist.");
        String query = open.archive.searches().like(statement, Optional.of(Pinpoint.parse(statement + " ¶2")));
        assertThat(query)
                .contains("lorry")
                .contains("flour")
                .doesNotContain("nephrologist")
                .endsWith("NOT ref:" + statement);
    }

    @Test
    void isNotMovedByWhatIsHidden() throws IOException {
        Reference one = take("one.txt", "The nephrologist of Kashan weighed a kidney.\n", Protection.PUBLIC);
        take("two.txt", "A kidney in Kashan.\n", Protection.PUBLIC);
        take("three.txt", "The nephrologist and Kashan.\n", Protection.PUBLIC);
        open.archive.users().add("ben", Set.of(Role.ANALYST), OpenArchive.passphrase());
        reopenAs("ben");
        String before = open.archive.searches().like(one, Optional.empty());
        List<Reference> found = like(one);
        reopenAs(OpenArchive.USER);
        for (int i = 0; i < 5; i++) {
            take("closed" + i + ".txt", "weighed weighed Kashan " + i + "\n", Protection.SEALED);
        }
        reopenAs("ben");
        assertThat(open.archive.searches().like(one, Optional.empty())).isEqualTo(before);
        assertThat(like(one)).isEqualTo(found);
        assertThat(before).doesNotContain("weighed");
    }

    @Test
    void tellsNothingOfARecordThatMayNotBeSeen() throws IOException {
        Reference closed = take("closed.txt", "The nephrologist of Kashan.\n", Protection.SEALED);
        take("two.txt", "The nephrologist of Kashan.\n", Protection.PUBLIC);
        open.reopenAs("ben", Set.of(Role.ANALYST));
        assertThatThrownBy(() -> open.archive.searches().like(closed, Optional.empty()))
                .isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> open.archive.searches().inside(closed, "Kashan", Locale.ENGLISH, 10))
                .isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void saysSoWhereNoWordIsAnywhereElse() throws IOException {
        Reference alone = take("one.txt", "Unprecedented.\n", Protection.PUBLIC);
        assertThatThrownBy(() -> open.archive.searches().like(alone, Optional.empty()))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void findsEveryPlaceOfOneRecordInItsOrder() {
        Reference statement =
                open.sealedStatement("A kidney.", "Nothing.", "Kidneys, and a price.", "A price, kidney.");
        open.sealedStatement("A kidney elsewhere.");
        open.archive.searches().catchUp(Progress.none());
        FoundInside found = open.archive.searches().inside(statement, "kidney", Locale.ENGLISH, 2);
        assertThat(found.count()).isEqualTo(3);
        assertThat(found.places())
                .extracting(place -> place.pinpoint().toString())
                .containsExactly(statement + " ¶1", statement + " ¶3");
        assertThat(open.archive
                        .searches()
                        .inside(statement, "price near/2 kidney", Locale.ENGLISH, 9)
                        .places())
                .extracting(place -> place.pinpoint().toString())
                .containsExactly(statement + " ¶4");
        assertThat(open.archive
                        .searches()
                        .inside(statement, "liver", Locale.ENGLISH, 9)
                        .count())
                .isZero();
    }

    private void reopenAs(String name) {
        open.archive.close();
        open.archive = Archives.open(open.folder, name, OpenArchive.passphrase(), open.environment);
    }
}
