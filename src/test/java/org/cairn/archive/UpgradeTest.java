package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.cairn.crypto.Secret;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Note;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.progress.Progress;
import org.cairn.store.EarlierSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an earlier version of the program left is opened by this one whole, and knows what only this one asks.
class UpgradeTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference original;
    private Reference scan;

    @BeforeEach
    void workAsEarlierVersionsDid() throws Exception {
        open = new OpenArchive(temp);
        original = taken(OpenArchive.file(temp, "a.txt", "One."));
        Reference translation = taken(OpenArchive.file(temp, "b.txt", "Uno."));
        EvidenceItem item =
                (EvidenceItem) open.archive.records().open(translation).record();
        open.archive.evidence().describe(translation, item.translating(Optional.of(original)), 1);
        Path picture = temp.resolve("scan.png");
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY), "png", Files.newOutputStream(picture));
        scan = taken(picture);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8})
    void opensWhatAnEarlierVersionLeft(int version) throws Exception {
        open.archive.close();
        try (Keyring keyring = Keyring.unlock(KeyFile.read(open.folder), OpenArchive.USER, OpenArchive.passphrase());
                Secret key = keyring.forPurpose("records")) {
            EarlierSchema.of(open.folder.resolve("records.db"), key, version);
        }
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);

        // the lines of the ledger are of this version, and tell of an intake that an earlier one did not write down
        assertThat(open.archive.custody().verify(Progress.none()).findings())
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("intakeDiffers"));
        assertThat(open.archive.relatives().of(original))
                .singleElement()
                .satisfies(one -> assertThat(one.way()).isEqualTo(Way.TRANSLATION_OF));
        assertThat(open.archive.recognition().waiting(scan)).isEqualTo(1);
        assertThat(open.archive.notes().add(new Note(scan, Optional.empty(), "look again", Protection.RESTRICTED)))
                .isNotNull();
    }

    /// As an earlier version did: without a list of what was offered, of which the ledger would tell.
    private Reference taken(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        EvidenceItem item = new EvidenceItem(
                name,
                "UNSORTED",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                OpenArchive.terms(Protection.RESTRICTED).acquisition(),
                "COPY",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                name,
                Fingerprint.of(bytes),
                bytes.length,
                "",
                Protection.RESTRICTED,
                Set.of(),
                false);
        Reference kept = open.archive
                .evidence()
                .take(item, new ByteArrayInputStream(bytes))
                .reference();
        open.archive.evidence().readWaiting(Progress.none());
        return kept;
    }
}
