package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Within an item, whatever the search can ask can be asked.
class FindQueryTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private FindViewModel find;

    @BeforeEach
    void openAnItem() throws IOException {
        on = new OnADesk(temp);
        Reference item = on.open
                .take(OpenArchive.file(
                        temp, "paper.txt", "The donors came. A price was named for the donor by the driver.\n"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        on.open.archive.searches().catchUp(Progress.none());
        find = new FindViewModel(on.desk, failure -> {
            throw new AssertionError(failure);
        });
        find.begin(item, Sought.NOTHING, 0);
    }

    @AfterEach
    void lock() {
        find.close();
        on.close();
    }

    private int times(String typed) {
        find.type(typed);
        return find.total();
    }

    @Test
    void findsPlainWordsAsTheyStand() {
        assertThat(times("donor")).isEqualTo(1);
        assertThat(times("price donor")).isZero();
        assertThat(times("price was")).isEqualTo(1);
    }

    @Test
    void findsWhatASearchFinds() {
        assertThat(times("price OR driver")).isEqualTo(2);
        assertThat(times("dono*")).isEqualTo(2);
        assertThat(times("\"price was\"")).isEqualTo(1);
        assertThat(times("price near/9 donor")).isPositive();
        assertThat(times("price near/2 driver")).isZero();
        assertThat(times("prize~1")).isEqualTo(1);
    }

    @Test
    void saysWhereAQueryIsNone() {
        assertThat(times("(price")).isZero();
        assertThat(find.faultProperty().get()).contains("never closed");
        assertThat(times("price")).isEqualTo(1);
        assertThat(find.faultProperty().get()).isEmpty();
    }
}
