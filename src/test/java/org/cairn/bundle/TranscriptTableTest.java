package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Transcript;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTableTest {

    @TempDir
    Path folder;

    @Test
    void printsWhatIsSaidBesideItsTranslationWithTimeAndSpeaker() throws IOException {
        Transcript transcript = new Transcript(
                new LanguageTag("es"),
                "TR-02",
                Optional.of(new LanguageTag("en")),
                "TR-05",
                List.of(
                        new Transcript.Segment(0, "Llamante", "¿Está lista la habitación?", "Is the room ready?"),
                        new Transcript.Segment(3_725, "Voz", "Mañana a las seis.", "Tomorrow at six.")));
        PlannedExhibit known = Plans.document("A/1", 1, "A call", "call.flac", "audio/flac", Plans.bytes("sound"));
        Content.Document document = (Content.Document) known.content();
        PlannedExhibit call = new PlannedExhibit(
                known.reference(),
                known.mark(),
                known.title(),
                new Content.Document(
                        document.item().saying(transcript), document.reading(), document.passages(), document.bytes()),
                known.custody(),
                known.fileStem());
        ServedBundle served =
                new BundleWriter().write(Plans.of(Locale.ENGLISH, call), folder, Progress.none(), done -> {});

        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            PDFTextStripper lines = new PDFTextStripper();
            lines.setSortByPosition(true);
            assertThat(lines.getText(pdf))
                    .contains("Time Speaker Spanish Translation: English", "prevails", "TR-02", "TR-05")
                    .containsPattern("00:00:00 Llamante ¿Está lista la habitación\\? Is the room ready\\?")
                    .containsPattern("01:02:05 Voz Mañana a las seis\\. Tomorrow at six\\.");
        }
    }
}
