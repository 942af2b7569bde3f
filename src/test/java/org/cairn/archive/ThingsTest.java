package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.Acquisition;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.PhysicalObject;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Handling;
import org.cairn.domain.custody.Whereabouts;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thing without a file is evidence like any other, and the ledger tells what was done to it.
class ThingsTest {

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
    void recordsAThingWithoutAFileAndTheArchiveStaysWhole() {
        Reference box = box();
        EvidenceItem kept = Evidence.item(open.archive.records().open(box));
        assertThat(kept.physical()).isTrue();
        assertThat(kept.fingerprint()).isEmpty();
        assertThat(open.archive.records().summary(box).orElseThrow().state()).isEmpty();
        assertThat(actions(box)).containsExactly("KEPT", "ACQUIRED");
        assertThat(open.archive.evidence().waitsToBeRead()).isFalse();
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
        open.reopen();
        assertThat(Evidence.item(open.archive.records().open(box)).object()).isEqualTo(kept.object());
    }

    @Test
    void saysThatAThingHasNoBytes() {
        Reference box = box();
        assertThatThrownBy(() -> open.archive.evidence().bytes(box)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> open.archive.evidence().export(box, temp.resolve("out")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> open.archive.evidence().readAgain(List.of(box), Progress.none(), inside -> {}))
                .isInstanceOf(InvalidInput.class);
        assertThat(actions(box)).doesNotContain("EXPORTED");
    }

    @Test
    void tellsWhereItIsAndUnderWhichSeal() {
        Reference box = box();
        handle(box, "SEALED", "", "", "", "K-1", "intact");
        handle(box, "STORED", "", "", "room 4", "", "");
        handle(box, "UNSEALED", "", "", "", "K-1", "");
        handle(box, "SEALED", "", "", "", "K-2", "");
        handle(box, "TRANSFERRED_OUT", "the office", "the laboratory", "", "", "lid scratched");
        assertThat(open.archive.things().whereabouts(box))
                .isEqualTo(new Whereabouts("the laboratory", "", "K-2", "lid scratched", true));
        handle(box, "RECEIVED", "the laboratory", "the office", "room 4", "", "");
        Whereabouts back = open.archive.things().whereabouts(box);
        assertThat(back.gone()).isFalse();
        assertThat(back.place()).isEqualTo("room 4");
    }

    @Test
    void takesNoNoticeOfWhatWasCorrectedAndKeepsIt() {
        Reference box = box();
        CustodyEvent wrong = handle(box, "STORED", "", "", "room 5", "", "");
        Handling right = new Handling(
                "STORED", Optional.empty(), "", "", "", "room 4", "", "", "", Optional.of(wrong.sequence()));
        open.archive.things().handle(box, right);
        assertThat(open.archive.things().whereabouts(box).place()).isEqualTo("room 4");
        assertThat(actions(box)).containsExactly("KEPT", "ACQUIRED", "STORED", "STORED");
        Handling nothing = new Handling("STORED", Optional.empty(), "", "", "", "x", "", "", "", Optional.of(1L));
        assertThatThrownBy(() -> open.archive.things().handle(box, nothing)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void keepsTheWordsOfTheDateBesideItsMeaning() {
        Reference box = box();
        Handling told = new Handling(
                "EXAMINED",
                SpokenDates.understand(Said.in("en", "spring 2014")),
                "a surgeon",
                "",
                "",
                "",
                "",
                "",
                "",
                Optional.empty());
        CustodyEvent line = open.archive.things().handle(box, told);
        assertThat(line.details()).containsEntry("when", "spring 2014").containsEntry("day", "2014-21");
    }

    @Test
    void refusesWhatTellsTooLittleAndWhoMayNotRecord() {
        Reference box = box();
        assertThatThrownBy(() -> handle(box, "SEALED", "", "", "", "", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> handle(box, "TRANSFERRED_OUT", "a", "", "", "", ""))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> handle(box, "VERIFIED", "", "", "", "", "")).isInstanceOf(InvalidInput.class);
        open.reopenAs("omar", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> handle(box, "STORED", "", "", "x", "", "")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void printsAReceiptWithBothNamesTheSealAndTheLedgersHead() throws IOException {
        Reference box = box();
        handle(box, "SEALED", "", "", "", "K-77", "");
        CustodyEvent line = handle(box, "TRANSFERRED_OUT", "Office One", "Laboratory Two", "", "", "");
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("ar"), Locale.of("zh"))) {
            String text = text(open.archive.things().receipt(box, line.sequence(), language));
            assertThat(text)
                    .contains(
                            "K-77",
                            "Office One",
                            "Laboratory Two",
                            line.hash().hex().substring(0, 20));
        }
        assertThatThrownBy(() -> open.archive.things().receipt(box, 1, Locale.ENGLISH))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void keepsNamesBackFromWhatLeavesAndShowsSealAndCondition() throws IOException {
        Reference file = open.take(OpenArchive.file(temp, "a.txt", "Carrier."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        handle(file, "TRANSFERRED_OUT", "Office One", "Laboratory Two", "room 4", "K-77", "intact");
        Path out = temp.resolve("out");
        open.archive.evidence().export(file, out);
        assertThat(out.resolve(file + "_custody.json"))
                .content()
                .contains("TRANSFERRED_OUT", "K-77", "intact")
                .doesNotContain("Office One", "Laboratory Two", "room 4");
    }

    @Test
    void standsInABundleByWhatItIsKnownByAndHowItCame() throws IOException {
        Reference box = box();
        handle(box, "SEALED", "", "", "room 4", "K-77", "intact");
        ServedBundle served = open.archive
                .bundles()
                .write(BundlesTest.draft(box), Choices.NONE, temp.resolve("out"), Progress.none());

        assertThat(Bundles.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("lid cracked", "T-2211", "Acquired", "handed over", "K-77")
                    .doesNotContain("room 4", "the registry");
        }
    }

    private Reference box() {
        EvidenceItem thing = EvidenceItem.ofThing(
                "Transport box",
                "PHYSICAL_OBJECT",
                new Acquisition("the registry", "HANDED_OVER", OpenArchive.USER, Optional.empty()),
                new PhysicalObject("blue, 40 by 30 cm, lid cracked", "T-2211"),
                Protection.RESTRICTED);
        return open.archive.things().add(thing).reference();
    }

    private CustodyEvent handle(
            Reference item, String action, String from, String to, String place, String seal, String condition) {
        return open.archive
                .things()
                .handle(
                        item,
                        new Handling(
                                action, Optional.empty(), "", from, to, place, "", condition, seal, Optional.empty()));
    }

    private List<String> actions(Reference item) {
        return open.archive.custody().events(Optional.of(item), 0, 100).stream()
                .map(CustodyEvent::action)
                .filter(action -> !action.equals("VIEWED"))
                .toList();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\n", "").replace("\u200e", "");
        }
    }
}
