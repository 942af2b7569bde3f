package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTextsTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference item;
    private RecordTexts texts;

    @BeforeEach
    void take() throws IOException {
        open = new OpenArchive(temp);
        item = open.archive
                .evidence()
                .take(
                        List.of(OpenArchive.file(temp, "one.txt", "A kidney was paid for.\n")),
                        OpenArchive.terms(Protection.CONFIDENTIAL),
                        Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        texts = new RecordTexts(open.archive.session().store());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private String read(Protection clearance, int place, Pinpoint pinpoint) {
        return texts.during(
                clearance,
                records -> records.text(item, place, pinpoint.toString().hashCode()));
    }

    @Test
    void readsAPassageWhereItStands() {
        assertThat(read(Protection.CONFIDENTIAL, 0, new Pinpoint.OfParagraph(item, 1)))
                .startsWith("A kidney was paid for.");
    }

    @Test
    void readsNothingThatIsKeptMoreClosely() {
        assertThat(read(Protection.RESTRICTED, 0, new Pinpoint.OfParagraph(item, 1)))
                .isEmpty();
    }

    @Test
    void readsNothingFromAnotherPlaceThanTheIndexNames() {
        assertThat(read(Protection.SEALED, 0, new Pinpoint.OfParagraph(item, 2)))
                .isEmpty();
        assertThat(read(Protection.SEALED, 7, new Pinpoint.OfParagraph(item, 1)))
                .isEmpty();
    }
}
