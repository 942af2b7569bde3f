package org.cairn.bundle.insert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.bundle.insert.Sources.HELLO;
import static org.cairn.bundle.insert.Sources.annotate;
import static org.cairn.bundle.insert.Sources.array;
import static org.cairn.bundle.insert.Sources.dictionary;
import static org.cairn.bundle.insert.Sources.page;
import static org.cairn.bundle.insert.Sources.pdf;
import static org.cairn.bundle.insert.Sources.pdfOf;
import static org.cairn.bundle.insert.Sources.raw;
import static org.cairn.bundle.insert.Sources.stream;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cairn.bundle.typeset.Paper;
import org.cairn.pdf.BrokenPdf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageInserterTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private List<String> notes(Memory source) throws Exception {
        return Bench.codes(bench.insert(source).notes());
    }

    private void assertRefused(Memory source, String reason) {
        assertThatThrownBy(() -> bench.insert(source))
                .isInstanceOfSatisfying(
                        UninsertableException.class,
                        e -> assertThat(e.reasonCode()).isEqualTo(reason));
        assertThat(bench.target.getNumberOfPages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270, -90, 450})
    void stampsTurnedAndCutPagesWherePeopleSeeIt(int rotation) throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, "BT /F1 12 Tf 100 -100 Td (Hello from inside) Tj ET");
            page.setMediaBox(new PDRectangle(-200, -300, 700, 500));
            page.setCropBox(new PDRectangle(-100, -250, 500, 400));
            page.getCOSObject().setInt(COSName.ROTATE, rotation);
        }));
        Path file = bench.finish();

        PDPage page = bench.read(file).getPage(0);
        assertThat(page.getRotation()).isZero();
        assertThat(page.getMediaBox().getWidth()).isEqualTo(rotation % 180 == 0 ? 500 : 400);
        assertThat(bench.text(file)).contains("Hello from inside");
    }

    @Test
    void takesARotationThatIsNoQuarterTurnForUpright() throws Exception {
        bench.insert(pdf(document -> page(document, HELLO).getCOSObject().setInt(COSName.ROTATE, 45)));

        assertThat(bench.read(bench.finish()).getPage(0).getCOSObject().getInt(COSName.ROTATE, 0))
                .isZero();
    }

    @Test
    void makesInheritedResourcesAndBoxesThePagesOwn() throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, HELLO);
            COSDictionary parent = (COSDictionary) page.getCOSObject().getDictionaryObject(COSName.PARENT);
            for (COSName key : List.of(COSName.RESOURCES, COSName.MEDIA_BOX)) {
                parent.setItem(key, page.getCOSObject().getItem(key));
                page.getCOSObject().removeItem(key);
            }
            parent.setInt(COSName.ROTATE, 90);
        }));
        Path file = bench.finish();

        assertThat(bench.text(file)).contains("Hello from inside");
        PDPage read = bench.read(file).getPage(0);
        assertThat(read.getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getHeight());
    }

    @Test
    void givesAPageItsRealSizeWhenItsUnitIsNotAPoint() throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, HELLO);
            page.setMediaBox(new PDRectangle(300, 420));
            page.getCOSObject().setInt(COSName.getPDFName("UserUnit"), 2);
        }));
        PDPage page = bench.read(bench.finish()).getPage(0);

        assertThat(page.getMediaBox().getWidth()).isEqualTo(600);
        assertThat(page.getCOSObject().containsKey(COSName.getPDFName("UserUnit")))
                .isFalse();
    }

    @Test
    void fitsTinyPagesOnPaper() throws Exception {
        Inserted inserted = bench.insert(pdf(document -> {
            PDPage page = page(document, "BT /F1 8 Tf 2 2 Td (stamp) Tj ET");
            page.setMediaBox(new PDRectangle(40, 20));
            page.setRotation(90);
        }));
        Path file = bench.finish();

        assertThat(Bench.codes(inserted.notes())).containsExactly("insert.fitted");
        assertThat(bench.read(file).getPage(0).getMediaBox().getHeight()).isEqualTo(PDRectangle.A4.getHeight());
        assertThat(bench.text(file)).contains("stamp");
    }

    @Test
    void scalesPagesNoReaderShows() throws Exception {
        bench.insert(pdf(document -> page(document, HELLO).setMediaBox(new PDRectangle(30_000, 10_000))));

        assertThat(bench.read(bench.finish()).getPage(0).getMediaBox().getWidth())
                .isEqualTo(14_400);
    }

    @Test
    void keepsPagesWithoutAnythingOnThem() throws Exception {
        bench.insert(pdf(document -> document.addPage(new PDPage())));
        bench.insert(pdf(document -> {
            PDPage page = new PDPage();
            page.getCOSObject().removeItem(COSName.MEDIA_BOX);
            page.getCOSObject().setItem(COSName.CONTENTS, new COSArray());
            document.addPage(page);
        }));
        bench.insert(pdf(document -> page(document, HELLO).getCOSObject().removeItem(COSName.RESOURCES)));

        assertThat(bench.read(bench.finish()).getNumberOfPages()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q 3 0 0 3 0 0 cm 1 0 0 rg ",
                "BT /F1 12 Tf 0.2 0 0 0.2 0 0 Tm (open) Tj ",
                "Q Q Q 0 1 -1 0 300 300 cm ",
                "/OC /MC0 BDC q 0.1 0 0 0.1 0 0 cm "
            })
    void keepsWhatASourceLeavesOpenAwayFromTheStamp(String content) throws Exception {
        bench.insert(pdfOf(content + HELLO));

        bench.finish();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s (never closed",
                "%s <48 zz> Tj",
                "%s ) ] > 1 0 0 rg",
                "%s [ (a) 12 (b",
                "%s { 1 2 } q Q",
                "%s /Na#me#zz gs",
                "%s BI /W 4 /H 4 /CS /G /BPC 8 ID abc",
                "%s << /A 1 >"
            })
    void mendsContentWhoseTokensAreBroken(String content) throws Exception {
        bench.insert(pdfOf(content.formatted(HELLO)));

        assertThat(bench.text(bench.finish())).containsPattern("1 ?/ ?1");
    }

    @Test
    void keepsTheTextBeforeABreak() throws Exception {
        List<String> notes = notes(pdfOf(HELLO + " ) 1 0 0 rg"));

        assertThat(notes).containsExactly("insert.contentRepaired");
        assertThat(bench.text(bench.finish())).contains("Hello from inside");
    }

    @Test
    void unfoldsWhatItCanOfAStreamCutShort() throws Exception {
        byte[] deflated = deflated((HELLO + "% " + "long ".repeat(2000)
                        + new Random(1).ints(3000).boxed().toList())
                .getBytes(StandardCharsets.US_ASCII));
        List<String> notes = notes(pdf(document -> page(document, "")
                .getCOSObject()
                .setItem(
                        COSName.CONTENTS,
                        raw(document, Arrays.copyOf(deflated, deflated.length * 2 / 3), COSName.FLATE_DECODE))));

        assertThat(notes).contains("insert.contentRepaired");
        assertThat(bench.text(bench.finish())).contains("Hello from inside");
    }

    @Test
    void carriesNoStreamThatStrictReadersRefuse() throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, HELLO + "/X Do /Y Do /Z Do");
            COSStream lzw = raw(document, new byte[] {1, 2, 3, 4, 5}, COSName.LZW_DECODE);
            COSStream flate = raw(document, "not deflated".getBytes(StandardCharsets.US_ASCII), COSName.FLATE_DECODE);
            COSStream jpeg = raw(document, "no picture".getBytes(StandardCharsets.US_ASCII), COSName.DCT_DECODE);
            for (COSStream image : List.of(lzw, flate, jpeg)) {
                image.setItem(COSName.SUBTYPE, COSName.IMAGE);
                image.setInt(COSName.WIDTH, 2);
                image.setInt(COSName.HEIGHT, 2);
                image.setInt(COSName.BITS_PER_COMPONENT, 8);
                image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            }
            page.getResources().getCOSObject().setItem(COSName.XOBJECT, dictionary("X", lzw, "Y", flate, "Z", jpeg));
        }));

        assertThat(bench.text(bench.finish())).contains("Hello from inside");
    }

    private static byte[] deflated(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        }
        return out.toByteArray();
    }

    private static Memory locked(String owner, String user) {
        return pdf(document -> {
            page(document, HELLO);
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(false);
            permission.setCanModify(false);
            document.protect(new StandardProtectionPolicy(owner, user, permission));
        });
    }

    @Test
    void opensWhatOnlyItsOwnerRestrictedAndSaysSo() throws Exception {
        assertThat(notes(locked("owner", ""))).containsExactly("insert.restricted");
        Path file = bench.finish();

        assertThat(bench.text(file)).contains("Hello from inside");
        assertThat(bench.read(file).isEncrypted()).isFalse();
    }

    @Test
    void refusesWhatOpensOnlyWithAPassword() {
        assertRefused(locked("owner", "user"), "password");
    }

    @Test
    void refusesWhatIsNoPdf() {
        assertRefused(new Memory("A letter, not a PDF".getBytes(StandardCharsets.US_ASCII)), "damaged");
        assertRefused(new Memory(new byte[0]), "damaged");
    }

    @Test
    void refusesAPdfWithoutPages() {
        assertRefused(pdf(document -> document.getDocumentCatalog()), "noPages");
    }

    @Test
    void refusesWhatTakesTooLong() {
        PageInserter hurried = new PageInserter(bench.target, Paper.A4, Duration.ZERO);

        assertThatThrownBy(() -> hurried.insertPdf(pdfOf(HELLO), "A/1")).hasMessage("timeLimit");
    }

    @Test
    void refusesContentThatUnfoldsWithoutEnd() throws IOException {
        byte[] bomb = deflated(new byte[300 << 20]);

        assertRefused(
                pdf(document -> page(document, "")
                        .getCOSObject()
                        .setItem(COSName.CONTENTS, raw(document, bomb, COSName.FLATE_DECODE))),
                "tooLarge");
    }

    @Test
    void repairsAFileWhoseTableIsLost() throws Exception {
        byte[] whole = pdfOf(HELLO).bytes();
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        byte[] cut = Arrays.copyOf(whole, text.lastIndexOf("startxref") - 5);

        bench.insert(new Memory(cut));

        assertThat(bench.text(bench.finish())).contains("Hello from inside");
    }

    private static Memory linked(String name) {
        return pdf(document -> {
            PDPage first = page(document, HELLO);
            PDPage second = page(document, "BT /F1 12 Tf 100 400 Td (The end of " + name + ") Tj ET");
            COSArray place = array(second.getCOSObject(), "XYZ", 10, 700, 3);
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(
                            COSName.NAMES,
                            dictionary(
                                    "Dests",
                                    dictionary("Names", array(new COSString("chapter"), dictionary("D", place)))));
            annotate(
                    first,
                    dictionary("Subtype", "Link", "Dest", new COSString("chapter")),
                    dictionary("Subtype", "Link", "A", dictionary("S", "GoTo", "D", array(COSInteger.ONE, "Fit"))),
                    dictionary(
                            "Subtype", "Link", "A", dictionary("S", "URI", "URI", new COSString("https://x.invalid"))),
                    dictionary("Subtype", "Link", "A", dictionary("S", "Launch", "F", new COSString("evil.exe"))),
                    dictionary("Subtype", "Link", "Dest", new COSString("nowhere")));
        });
    }

    @Test
    void keepsLinksWithinASourceAndMakesOthersInert() throws Exception {
        bench.insert(linked("one"));
        Inserted second = bench.insert(linked("two"));
        PDDocument read = bench.read(bench.finish());

        assertThat(second.notes().getFirst().code()).isEqualTo("insert.linksInert");
        assertThat(second.notes().getFirst().arguments()).containsExactly("A/1", "3", "1");
        for (int page : new int[] {0, 2}) {
            assertThat(read.getPage(page).getAnnotations()).hasSize(2).allSatisfy(annotation -> {
                COSArray place = annotation.getCOSObject().getCOSArray(COSName.DEST);
                assertThat(place.getObject(0)).isSameAs(read.getPage(page + 1).getCOSObject());
                assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
            });
        }
    }

    /// The address is gone, the frame that was seen around it stays.
    @Test
    void drawsTheFramesOfLinksThatLeadNowhereAnyMore() throws Exception {
        COSDictionary address = dictionary("S", "URI", "URI", new COSString("https://x.invalid"));
        bench.insert(pdf(document -> annotate(
                page(document, HELLO),
                dictionary(
                        "Subtype",
                        "Link",
                        "A",
                        address,
                        "Border",
                        array(0, 0, 4),
                        "C",
                        array(1, 0, 0),
                        "Rect",
                        array(100, 200, 200, 260)),
                dictionary("Subtype", "Link", "A", address, "Rect", array(300, 200, 400, 260)))));
        PDDocument read = bench.read(bench.finish());
        BufferedImage seen = new PDFRenderer(read).renderImage(0);
        int height = Math.round(read.getPage(0).getCropBox().getHeight());

        assertThat(read.getPage(0).getAnnotations()).isEmpty();
        assertThat(new Color(seen.getRGB(100, height - 230))).isEqualTo(Color.RED);
        assertThat(new Color(seen.getRGB(300, height - 230))).isEqualTo(Color.WHITE);
    }

    /// A note that never turns hangs on its upper left corner, upright on a page that lies on its side.
    @Test
    void leavesUprightWhatDoesNotTurnWithItsPage() throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, HELLO);
            page.setRotation(90);
            annotate(
                    page,
                    dictionary(
                            "Subtype",
                            "Square",
                            "Rect",
                            array(100, 200, 180, 220),
                            "F",
                            COSInteger.get(4 | 16),
                            "C",
                            array(1, 0, 0)));
        }));
        PDRectangle place = bench.read(bench.finish())
                .getPage(0)
                .getAnnotations()
                .getFirst()
                .getRectangle();

        assertThat(place.getWidth()).isEqualTo(80);
        assertThat(place.getHeight()).isEqualTo(20);
    }

    @Test
    void leavesBehindWhatRunsPlaysOrIsAttached() throws Exception {
        COSDictionary script = dictionary("S", "JavaScript", "JS", new COSString("app.alert(1)"));
        List<String> notes = notes(pdf(document -> {
            PDPage page = page(document, HELLO);
            page.getCOSObject().setItem(COSName.AA, dictionary("O", script));
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(COSName.OPEN_ACTION, script);
            COSDictionary file =
                    dictionary("Type", "Filespec", "EF", dictionary("F", stream(document, "attached words")));
            catalog.setItem(
                    COSName.NAMES,
                    dictionary(
                            "EmbeddedFiles", dictionary("Names", array(new COSString("a.txt"), file)),
                            "JavaScript", dictionary("Names", array(new COSString("s"), script))));
            annotate(
                    page,
                    dictionary("Subtype", "FileAttachment", "FS", file),
                    dictionary("Subtype", "RichMedia"),
                    dictionary("Subtype", "Screen", "A", script),
                    dictionary("Subtype", "Movie"),
                    dictionary("Subtype", "Sound"),
                    dictionary("Subtype", "3D"),
                    dictionary("Subtype", "Highlight", "AA", dictionary("E", script), "A", script));
            page.getResources().getCOSObject().setItem(COSName.PROPERTIES, dictionary("P", script));
        }));
        Path file = bench.finish();

        assertThat(notes)
                .containsExactlyInAnyOrder("insert.activeRemoved", "insert.mediaLeftOut", "insert.attachmentsLeftOut");
        assertThat(bench.read(file).getPage(0).getAnnotations()).hasSize(1);
        assertThat(decoded(file)).doesNotContain("app.alert", "attached words", "a.txt");
    }

    private String decoded(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        PDDocument read = bench.read(file);
        for (COSObjectKey key : List.copyOf(read.getDocument().getXrefTable().keySet())) {
            var value = read.getDocument().getObjectFromPool(key).getObject();
            all.append(value).append('\n');
            if (value instanceof COSStream stream
                    && SoundStream.filters(stream).equals(List.of(COSName.FLATE_DECODE))) {
                all.append(stream.toTextString());
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Catalog", "Pages"})
    void insertsThePagesOfAFileWhoseRootIsDestroyed(String type) throws Exception {
        bench.insert(new Memory(BrokenPdf.of(3).without(type).bytes()));

        assertThat(bench.target.getNumberOfPages()).isEqualTo(3);
        assertThat(bench.text(bench.finish())).containsSubsequence("first", "second", "third");
    }

    @Test
    void saysThatTheWayToThePagesIsBrokenWhereItIs() throws Exception {
        assertThat(notes(new Memory(BrokenPdf.of(3).without("Pages").bytes()))).contains("insert.wayToPagesBroken");
        assertThat(notes(new Memory(BrokenPdf.of(3).bytes()))).doesNotContain("insert.wayToPagesBroken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000000", "0", "1", "-7"})
    void insertsAllPagesHoweverManyTheFileSaysThereAre(String count) throws Exception {
        bench.insert(
                new Memory(BrokenPdf.of(3).with("/Count 3", "/Count " + count).bytes()));

        assertThat(bench.target.getNumberOfPages()).isEqualTo(3);
    }

    @Test
    void leavesPagesOutsideThePageTreeBehind() throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, HELLO);
            PDPage withheld = new PDPage();
            withheld.getCOSObject().setItem(COSName.CONTENTS, stream(document, "(withheld words) Tj"));
            annotate(page, dictionary("Subtype", "Link", "Dest", array(withheld.getCOSObject(), "Fit")));
            page.getResources()
                    .getCOSObject()
                    .setItem(COSName.PROPERTIES, dictionary("P", dictionary("To", withheld.getCOSObject())));
        }));

        assertThat(decoded(bench.finish())).doesNotContain("withheld words");
    }

    private static COSDictionary field(String value, boolean look, PDDocument document) throws IOException {
        COSDictionary field = dictionary(
                "Type",
                "Annot",
                "Subtype",
                "Widget",
                "FT",
                "Tx",
                "T",
                new COSString("f" + value.hashCode()),
                "V",
                new COSString(value),
                "DA",
                new COSString("/Helv 12 Tf 0 g"),
                "Rect",
                array(100, 100, 400, 130),
                "F",
                COSInteger.get(4));
        if (look) {
            COSStream stream = stream(document, "BT /Helv 12 Tf 2 8 Td (" + value + ") Tj ET");
            stream.setItem(COSName.BBOX, array(0, 0, 300, 30));
            stream.setItem(COSName.RESOURCES, dictionary("Font", dictionary("Helv", Sources.HELVETICA.getCOSObject())));
            field.setItem(COSName.AP, dictionary("N", stream));
        }
        return field;
    }

    private static Memory form(String value, boolean look, boolean needed) {
        return pdf(document -> {
            PDPage page = page(document, "");
            COSDictionary field = field(value, look, document);
            annotate(page, field);
            field.setItem(COSName.RECT, array(100, 100, 400, 130));
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(
                            COSName.ACRO_FORM,
                            dictionary(
                                    "Fields", array(field),
                                    "DR", dictionary("Font", dictionary("Helv", Sources.HELVETICA.getCOSObject())),
                                    "NeedAppearances", needed ? COSBoolean.TRUE : COSBoolean.FALSE));
        });
    }

    @Test
    void printsWhatWasFilledInWhetherOrNotItHadALook() throws Exception {
        bench.insert(form("Looked", true, false));
        bench.insert(form("Needed", false, true));
        Inserted third = bench.insert(form("Lacking", false, false));
        Path file = bench.finish();

        assertThat(bench.text(file)).contains("Looked", "Needed", "Lacking");
        assertThat(Bench.codes(third.notes())).containsExactly("insert.formFlattened");
        assertThat(bench.read(file).getDocumentCatalog().getAcroForm(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void printsNoPassword(boolean shownAlready) throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, "");
            COSDictionary field = field("opensesame", shownAlready, document);
            field.setInt(COSName.FF, 1 << 13);
            annotate(page, field);
            field.setItem(COSName.RECT, array(100, 100, 400, 130));
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(
                            COSName.ACRO_FORM,
                            dictionary(
                                    "Fields", array(field),
                                    "DR", dictionary("Font", dictionary("Helv", Sources.HELVETICA.getCOSObject()))));
        }));
        Path file = bench.finish();

        assertThat(bench.text(file)).contains("**********").doesNotContain("opensesame");
    }

    @Test
    void saysOrShowsAValueTheFormHasNoLettersFor() throws Exception {
        Inserted inserted = bench.insert(form("证人 شاهد", false, true));
        Path file = bench.finish();

        boolean said = Bench.codes(inserted.notes()).contains("insert.fieldsNotShown");
        boolean shown = decoded(file).contains("COSName{Image}");
        assertThat(said || shown).isTrue();
    }

    @Test
    void saysThatACopyIsNotTheSignedOriginal() throws Exception {
        assertThat(notes(pdf(document -> {
                    PDPage page = page(document, HELLO);
                    COSDictionary field = dictionary(
                            "Subtype",
                            "Widget",
                            "FT",
                            "Sig",
                            "T",
                            new COSString("s"),
                            "Rect",
                            array(0, 0, 0, 0),
                            "V",
                            dictionary("Type", "Sig", "Filter", "Adobe.PPKLite", "Contents", new COSString("x")));
                    annotate(page, field);
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem(
                                    COSName.ACRO_FORM,
                                    dictionary("Fields", array(field), "SigFlags", COSInteger.THREE));
                })))
                .contains("insert.signed");
        bench.finish();
    }

    @Test
    void leavesHiddenLayersBehindAndKeepsShownOnes() throws Exception {
        List<String> notes = notes(pdf(document -> {
            COSDictionary off = dictionary("Type", "OCG", "Name", new COSString("off"));
            COSDictionary on = dictionary("Type", "OCG", "Name", new COSString("on"));
            COSStream form = stream(document, "BT /F1 12 Tf 50 50 Td (Hidden form) Tj ET");
            form.setItem(COSName.SUBTYPE, COSName.FORM);
            form.setItem(COSName.BBOX, array(0, 0, 600, 800));
            form.setItem(COSName.OC, dictionary("Type", "OCMD", "OCGs", array(off)));
            PDPage page = page(
                    document,
                    "/OC /A BDC BT /F1 12 Tf 50 300 Td (Hidden words) Tj ET EMC "
                            + "/OC /B BDC BT /F1 12 Tf 50 200 Td (Shown words) Tj ET EMC /X Do");
            COSDictionary resources = page.getResources().getCOSObject();
            resources.setItem(COSName.PROPERTIES, dictionary("A", off, "B", on));
            resources.setItem(COSName.XOBJECT, dictionary("X", form));
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem(
                            COSName.OCPROPERTIES,
                            dictionary(
                                    "OCGs",
                                    array(off, on),
                                    "D",
                                    dictionary("OFF", array(off), "Order", array(off, on))));
        }));

        assertThat(notes).containsExactly("insert.hiddenRemoved");
        assertThat(bench.text(bench.finish())).contains("Shown words").doesNotContain("Hidden");
    }

    @Test
    void asksAPersonAboutRedactionsThatWereOnlyMarked() throws Exception {
        assertThat(notes(pdf(document -> annotate(page(document, HELLO), dictionary("Subtype", "Redact")))))
                .containsExactly("insert.redactionUnapplied");
    }

    @Test
    void keepsWhatTwoSourcesShareOnce() throws Exception {
        Memory source = pdf(document -> {
            COSStream big = document.getDocument().createCOSStream();
            try (var out = big.createOutputStream()) {
                out.write(new Random(7)
                        .ints(50_000)
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString()
                        .getBytes(StandardCharsets.US_ASCII));
            }
            PDPage page = page(document, HELLO);
            page.getResources().getCOSObject().setItem(COSName.PROPERTIES, dictionary("P", dictionary("S1", big)));
        });
        bench.insert(source);
        long once = Files.size(bench.save());
        bench.insert(source);

        assertThat(Files.size(bench.save())).isLessThan(once + 50_000);
    }

    @Test
    void followsLoopsAndDepthsWithoutEnd() throws Exception {
        bench.insert(pdf(document -> {
            PDPage page = page(document, HELLO);
            COSDictionary loop = dictionary();
            loop.setItem(COSName.getPDFName("Self"), loop);
            COSDictionary deepest = loop;
            for (int i = 0; i < 3_000; i++) {
                deepest = dictionary("Down", deepest);
            }
            page.getResources().getCOSObject().setItem(COSName.PROPERTIES, dictionary("P", deepest, "L", loop));
        }));

        assertThat(bench.read(bench.finish()).getNumberOfPages()).isEqualTo(1);
    }

    @Test
    void givesAPageListedTwiceTwoPages() throws Exception {
        Inserted inserted = bench.insert(pdf(document -> {
            PDPage page = page(document, HELLO);
            COSDictionary parent = (COSDictionary) page.getCOSObject().getDictionaryObject(COSName.PARENT);
            parent.getCOSArray(COSName.KIDS).add(page.getCOSObject());
            parent.setInt(COSName.COUNT, 2);
        }));

        assertThat(inserted.pages()).hasSize(2).doesNotHaveDuplicates();
        bench.finish();
    }

    @Test
    void keepsAPageThatDoesNotSayItIsOneInItsPlace() throws Exception {
        Inserted inserted = bench.insert(pdf(document -> {
            page(document, "BT /F1 12 Tf 100 400 Td (First) Tj ET")
                    .getCOSObject()
                    .removeItem(COSName.TYPE);
            page(document, "BT /F1 12 Tf 100 400 Td (Second) Tj ET");
            page(document, "BT /F1 12 Tf 100 400 Td (Third) Tj ET")
                    .getCOSObject()
                    .setName(COSName.TYPE, "Template");
        }));

        assertThat(inserted.pages()).hasSize(3);
        assertThat(bench.text(bench.finish())).containsSubsequence("First", "Second", "Third");
    }
}
