package org.cairn.ui.testimony;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Kept;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Takes in what a witness signed with: the drawing of their hand, or the picture of their thumbprint. It becomes an
/// evidence item of theirs, blurred until asked for, and the proof of what they signed.
final class SigningViewModel {

    private static final int LARGEST = 30 << 20;

    private final Desk desk;
    private final Reference witness;
    private final Messages words;
    private final Strokes strokes = new Strokes();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    SigningViewModel(Desk desk, Reference witness) {
        this.desk = desk;
        this.witness = witness;
        this.words = desk.words().of("testimony");
    }

    Strokes strokes() {
        return strokes;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Keeps what was drawn.
    ///
    /// @param then gets the item that shows it
    void keepDrawing(Consumer<Reference> then) {
        if (!strokes.drawn()) {
            told.set(Told.warning(words.text("sign.empty"), words.text("sign.empty.do")));
            return;
        }
        byte[] png = strokes.png();
        keep(() -> new Picture(png, "signature.png", "image/png"), "sign.titleSigned", then);
    }

    /// Keeps the picture of a thumbprint, as it is.
    void keepThumbprint(Path file, Consumer<Reference> then) {
        keep(() -> read(file), "sign.titleThumb", then);
    }

    private record Picture(byte[] bytes, String name, String mediaType) {

        @Override
        public String toString() {
            return "Picture";
        }
    }

    /// Where a picture comes from: a file may not be readable.
    private interface Source {
        Picture get() throws IOException;
    }

    private static Picture read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST);
            boolean png = bytes.length > 3 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P';
            return new Picture(bytes, png ? "thumbprint.png" : "thumbprint.jpg", png ? "image/png" : "image/jpeg");
        }
    }

    private void keep(Source source, String title, Consumer<Reference> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        told.set(null);
        String called = words.text(title, witness);
        desk.tasks()
                .fetch(
                        () -> take(source, called),
                        kept -> {
                            busy.set(false);
                            strokes.clear();
                            told.set(Told.success(words.text("sign.kept", kept.reference())));
                            then.accept(kept.reference());
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }

    private Kept take(Source source, String title) {
        try {
            Picture picture = source.get();
            return desk.archive().evidence().take(item(picture, title), new ByteArrayInputStream(picture.bytes()));
        } catch (IOException e) {
            throw new org.cairn.domain.ArchiveException.NotReachable();
        }
    }

    private EvidenceItem item(Picture picture, String title) {
        LocalDate today = LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone());
        Optional<FuzzyDate> day = Optional.of(FuzzyDate.of(today));
        return new EvidenceItem(
                title,
                "PHOTO",
                day,
                Optional.empty(),
                witness.toString(),
                "",
                new Acquisition(
                        witness.toString(), "RECORDED", desk.archive().user().name(), day),
                "ORIGINAL",
                Optional.empty(),
                Optional.empty(),
                Optional.of(witness),
                picture.name(),
                Fingerprint.of(picture.bytes()),
                picture.bytes().length,
                picture.mediaType(),
                Protection.CONFIDENTIAL,
                Set.of("signature"),
                true);
    }

    /// The day it is signed on.
    FuzzyDate today() {
        return FuzzyDate.of(LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone()));
    }
}
