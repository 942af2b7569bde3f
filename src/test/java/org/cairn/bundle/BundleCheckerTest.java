package org.cairn.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.cairn.bundle.insert.MadeBundle;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleCheckerTest {

    @TempDir
    Path folder;

    private Path damaged(MadeBundle.Damage damage) throws IOException {
        Path file = folder.resolve("bundle.pdf");
        MadeBundle.write(file, 1, damage);
        return file;
    }

    private static List<String> broken(Path file) {
        return broken(BundleChecker.check(file, Optional.empty()));
    }

    private static List<String> broken(List<RuleResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.BROKEN)
                .map(result -> result.code().replaceAll("check\\.(.*)\\.broken", "$1"))
                .toList();
    }

    private static COSDictionary catalog(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject();
    }

    private static COSDictionary dictionary(String key, String name) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setName(COSName.getPDFName(key), name);
        return dictionary;
    }

    @Test
    void findsNothingWrongWithAGoodBundle() throws IOException {
        List<RuleResult> results = BundleChecker.check(damaged(document -> {}), Optional.empty());

        assertThat(broken(results)).isEmpty();
        assertThat(results).extracting(RuleResult::rule).contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "11");
    }

    @Test
    void hasASentenceForEveryResultInEveryLanguage() throws IOException {
        List<RuleResult> results = new ArrayList<>(BundleChecker.check(damaged(document -> {}), Optional.empty()));
        results.addAll(BundleChecker.check(
                damaged(document -> {
                    for (COSName key : List.of(COSName.OUTLINES, COSName.PAGE_LABELS, COSName.OPEN_ACTION)) {
                        catalog(document).removeItem(key);
                    }
                    catalog(document).setItem(COSName.getPDFName("X"), dictionary("S", "Launch"));
                    document.getPage(0).setCropBox(new PDRectangle(0, 0, 10, 10));
                    document.getPage(0).getCOSObject().removeItem(COSName.ANNOTS);
                }),
                Optional.empty(),
                0));
        for (Locale locale : Messages.LANGUAGES) {
            Messages words = Messages.of("bundle", locale);
            assertThat(results)
                    .allSatisfy(result -> assertThat(
                                    words.text(result.code(), result.arguments().toArray()))
                            .isNotBlank()
                            .doesNotContain("«", "{"));
        }
    }

    @Test
    void followsNumbersThatRunOnFromAnEarlierVolume() throws IOException {
        Path file = folder.resolve("second.pdf");
        MadeBundle.write(file, 412, document -> {});

        assertThat(broken(file)).isEmpty();
    }

    @Test
    void noticesLabelsThatAreNotTheNumbers() throws IOException {
        assertThat(broken(damaged(document -> catalog(document).removeItem(COSName.PAGE_LABELS))))
                .containsExactly("labels");
        assertThat(broken(damaged(document -> range(document).setName(COSName.S, "r"))))
                .containsExactly("labels");
        assertThat(broken(damaged(document -> range(document).setItem(COSName.P, new COSString("A-")))))
                .containsExactly("labels");
        assertThat(broken(damaged(document -> range(document).setInt(COSName.getPDFName("St"), 7))))
                .contains("numbers");
    }

    private static COSDictionary range(PDDocument document) {
        COSArray numbers =
                catalog(document).getCOSDictionary(COSName.PAGE_LABELS).getCOSArray(COSName.getPDFName("Nums"));
        return (COSDictionary) numbers.getObject(1);
    }

    @Test
    void noticesAPageWithoutItsNumber() throws IOException {
        Path file = damaged(document -> document.getPage(2).getCOSObject().removeItem(COSName.CONTENTS));

        assertThat(broken(file)).containsExactly("numbers");
        assertThat(BundleChecker.check(file, Optional.empty()))
                .filteredOn(result -> result.code().equals("check.numbers.broken"))
                .singleElement()
                .satisfies(result -> assertThat(result.arguments()).containsExactly("3", "1"));
    }

    /// So many that they are read in parts.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsPagesApartHoweverManyThereAre(boolean withinTheTree) throws IOException {
        Path file = damaged(document -> {
            for (int number = 4; number <= 100; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.getCOSObject().setDirect(withinTheTree);
                document.addPage(page);
            }
            PDStream open = new PDStream(document, new ByteArrayInputStream("(never ended".getBytes(US_ASCII)));
            document.getPage(97).setContents(open);
            document.getPage(98).getCOSObject().setItem(COSName.getPDFName("X"), dictionary("S", "Launch"));
        });

        List<RuleResult> results = BundleChecker.check(file, Optional.empty());

        assertThat(broken(results)).containsExactly("numbers", "contents", "live");
        assertThat(arguments(results, "numbers")).containsExactly("4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 …", "97");
        assertThat(arguments(results, "contents")).containsExactly("98", "1");
        assertThat(arguments(results, "live")).containsExactly("Launch", "1");
    }

    private static List<String> arguments(List<RuleResult> results, String rule) {
        return results.stream()
                .filter(result -> result.code().equals("check." + rule + ".broken"))
                .findFirst()
                .orElseThrow()
                .arguments();
    }

    @Test
    void noticesNumbersOutsideThePageOrUpsideDown() throws IOException {
        assertThat(broken(damaged(document -> document.getPage(0).setCropBox(new PDRectangle(0, 50, 595, 790)))))
                .containsAnyOf("stampInside", "numbers");
        assertThat(broken(damaged(document -> document.getPage(0).setRotation(180))))
                .contains("numbers");
    }

    @Test
    void noticesPagesTooSmallToSee() throws IOException {
        assertThat(broken(damaged(document -> document.getPage(0).setCropBox(new PDRectangle(0, 0, 10, 10)))))
                .contains("boxes");
    }

    @Test
    void noticesLinksThatLeadNowhereOrOut() throws IOException {
        assertThat(broken(damaged(document -> link(document).setItem(COSName.DEST, new COSString("gone")))))
                .containsExactly("links", "indexed");
        assertThat(broken(damaged(document -> {
                    link(document).removeItem(COSName.DEST);
                    link(document).setItem(COSName.A, dictionary("S", "URI"));
                })))
                .containsExactly("linksOutward", "indexed");
        assertThat(broken(damaged(document -> document.getPage(0).getCOSObject().removeItem(COSName.ANNOTS))))
                .containsExactly("links", "indexed");
    }

    private static COSDictionary link(PDDocument document) {
        return (COSDictionary)
                document.getPage(0).getCOSObject().getCOSArray(COSName.ANNOTS).getObject(0);
    }

    @Test
    void noticesBookmarksThatMislead() throws IOException {
        assertThat(broken(damaged(document -> bookmark(document).setString(COSName.TITLE, "Exhibit, p. 2"))))
                .containsExactly("bookmarkNumbers");
        assertThat(broken(damaged(document -> bookmark(document).removeItem(COSName.DEST))))
                .containsExactly("bookmarks");
        assertThat(broken(damaged(document -> catalog(document).removeItem(COSName.OUTLINES))))
                .containsExactly("bookmarks");
    }

    private static COSDictionary bookmark(PDDocument document) {
        return catalog(document).getCOSDictionary(COSName.OUTLINES).getCOSDictionary(COSName.FIRST);
    }

    @Test
    void isNotCaughtInBookmarksThatGoInCircles() throws IOException {
        assertThat(broken(damaged(document -> bookmark(document).setItem(COSName.NEXT, bookmark(document)))))
                .isEmpty();
    }

    @Test
    void noticesHowItOpens() throws IOException {
        assertThat(broken(damaged(document -> catalog(document).removeItem(COSName.OPEN_ACTION))))
                .containsExactly("opens");
        assertThat(broken(damaged(document ->
                        catalog(document).getCOSArray(COSName.OPEN_ACTION).set(4, COSInteger.TWO))))
                .containsExactly("opens");
        assertThat(broken(damaged(document -> catalog(document).removeItem(COSName.PAGE_MODE))))
                .containsExactly("bookmarksShown");
    }

    @Test
    void noticesWhatRunsPlaysOrIsAttached() throws IOException {
        assertThat(broken(damaged(
                        document -> catalog(document).setItem(COSName.getPDFName("X"), dictionary("S", "JavaScript")))))
                .containsExactly("live");
        assertThat(broken(damaged(
                        document -> link(document).setItem(COSName.getPDFName("PA"), dictionary("S", "Launch")))))
                .containsExactly("live");
        assertThat(broken(damaged(document -> document.getPage(0)
                        .getCOSObject()
                        .getCOSArray(COSName.ANNOTS)
                        .add(dictionary("Subtype", "RichMedia")))))
                .containsExactly("live");
        assertThat(broken(damaged(document -> {
                    COSDictionary names = new COSDictionary();
                    names.setItem(COSName.EMBEDDED_FILES, dictionary("Type", "Any"));
                    catalog(document).setItem(COSName.NAMES, names);
                })))
                .containsExactly("live");
        assertThat(broken(damaged(document -> {
                    COSDictionary form = new COSDictionary();
                    COSArray fields = new COSArray();
                    fields.add(dictionary("FT", "Tx"));
                    form.setItem(COSName.FIELDS, fields);
                    catalog(document).setItem(COSName.ACRO_FORM, form);
                })))
                .containsExactly("live");
        assertThat(broken(damaged(document ->
                        document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())))))
                .containsExactly("live");
    }

    @Test
    void noticesPagesThatAreInTheFileButNotShown() throws IOException {
        assertThat(broken(damaged(document -> document.getPage(1)
                        .getResources()
                        .getCOSObject()
                        .setItem(COSName.getPDFName("X"), new PDPage()))))
                .containsExactly("pageObjects");
    }

    @Test
    void noticesAPageThatReadersShowThoughItDoesNotSayItIsOne() throws IOException {
        assertThat(broken(damaged(document -> document.getPage(document.getNumberOfPages() - 1)
                        .getCOSObject()
                        .removeItem(COSName.TYPE))))
                .contains("pageObjects");
    }

    @Test
    void noticesStreamsAndContentThatStrictReadersRefuse() throws IOException {
        assertThat(broken(damaged(document -> {
                    COSStream stream = document.getDocument().createCOSStream();
                    try (OutputStream out = stream.createRawOutputStream()) {
                        out.write(new byte[] {1, 2, 3});
                    }
                    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
                    catalog(document).setItem(COSName.getPDFName("X"), stream);
                })))
                .containsExactly("streams");
        assertThat(broken(damaged(document -> {
                    COSArray parts = document.getPage(0).getCOSObject().getCOSArray(COSName.CONTENTS);
                    COSStream stream = document.getDocument().createCOSStream();
                    try (OutputStream out = stream.createOutputStream()) {
                        out.write("(never closed".getBytes(StandardCharsets.US_ASCII));
                    }
                    parts.add(stream);
                })))
                .containsExactly("contents");
    }

    @Test
    void noticesAnEarlierStateKeptInside() throws IOException {
        Path file = damaged(document -> {});
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file));
                OutputStream out = Files.newOutputStream(file)) {
            document.getDocumentInformation().setTitle("changed");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }

        assertThat(broken(file)).containsExactly("whole");
    }

    @Test
    void callsAFileBrokenThatOnlyForgivingReadersOpen() throws IOException {
        Path file = damaged(document -> {});
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));

        assertThat(broken(file)).contains("whole", "opensStrictly");
        Files.writeString(file, "no PDF");
        assertThat(broken(file)).contains("opensStrictly");
    }

    @Test
    void noticesAVolumeTooLargeForItsProfile() throws IOException {
        assertThat(broken(BundleChecker.check(damaged(document -> {}), Optional.empty(), 1000)))
                .containsExactly("size");
    }

    private Path manifest(String... lines) throws IOException {
        return Files.write(Files.createDirectories(folder.resolve("bag")).resolve("manifest.txt"), List.of(lines));
    }

    private static String line(Path file, String name) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(hash) + "  " + name;
    }

    @Test
    void provesTheManifestOrSaysWhatFails() throws Exception {
        Path file = damaged(document -> {});
        Path original =
                Files.writeString(Files.createDirectories(folder.resolve("bag")).resolve("original.txt"), "words");
        String bundle = line(file, "../bundle.pdf");
        String other = line(original, "original.txt");

        assertThat(broken(BundleChecker.check(file, Optional.of(manifest(bundle, other)))))
                .isEmpty();
        assertThat(broken(BundleChecker.check(file, Optional.of(manifest(other)))))
                .containsExactly("manifestBundle");
        assertThat(broken(BundleChecker.check(file, Optional.of(manifest(bundle, "no line of hashes")))))
                .containsExactly("manifest");
        assertThat(broken(BundleChecker.check(file, Optional.of(manifest(bundle, line(original, "gone.txt"))))))
                .containsExactly("manifest");
        Files.writeString(original, "other words");
        assertThat(broken(BundleChecker.check(file, Optional.of(manifest(bundle, other)))))
                .containsExactly("manifest");
    }

    @Test
    void passesOverWhatIsOnlyCalledAListOfHashes() throws IOException {
        Path file = damaged(document -> {});
        Files.write(folder.resolve("other_manifest-sha256.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE, 1});

        assertThat(BundleChecker.manifestBeside(file)).isEmpty();
    }
}
