package org.cairn.bundle.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final Style TEXT = Style.serif(11, 18);

    private static List<String> pages(Consumer<Flow> what) throws IOException {
        try (PDDocument document = Loader.loadPDF(set(what))) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private static byte[] set(Consumer<Flow> what) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Fonts fonts = new Fonts(document);
            Flow flow = new Flow(fonts, Margins.centimetres(3.5f), Direction.LEFT_TO_RIGHT);
            what.accept(flow);
            flow.finish().pages().forEach(document::addPage);
            fonts.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void neverLeavesAHeadingAloneAtTheFootOfAPage() throws IOException {
        for (int lines = 25; lines < 40; lines++) {
            int filling = lines;
            List<String> pages = pages(flow -> {
                for (int i = 0; i < filling; i++) {
                    flow.paragraph("filling", TEXT);
                }
                flow.heading("Heading", TEXT.inBold());
                flow.paragraph("what it heads", TEXT);
            });

            assertThat(pages.stream().filter(page -> page.contains("Heading")).toList())
                    .singleElement()
                    .asString()
                    .contains("what it heads");
        }
    }

    @Test
    void keepsEveryLetterOfATitleTooLongForAnyLineWithinTheMargins() throws IOException {
        String word = "Abcdefghij".repeat(40);
        byte[] pdf = set(flow -> flow.paragraph(word, TEXT));
        List<Float> ends = new ArrayList<>();
        StringBuilder read = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    ends.add(letter.getX() + letter.getWidth());
                    read.append(letter.getUnicode());
                }
            }.getText(document);
        }

        assertThat(read).hasToString(word);
        assertThat(ends)
                .allMatch(end ->
                        end <= Paper.A4.width() - Margins.centimetres(3.5f).right() + 0.5f);
    }

    @Test
    void repeatsATablesHeadOnEveryPageItRunsOver() throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            rows.add(Table.Row.of("row " + i));
        }
        Table table = new Table(List.of(new Table.Column(1, TEXT)), List.of("Column name"), rows, true);

        List<String> pages = pages(flow -> flow.table(table));

        assertThat(pages).hasSizeGreaterThan(2).allMatch(page -> page.contains("Column name"));
        assertThat(String.join("", pages)).contains("row 0", "row 79");
    }

    @Test
    void setsARowTallerThanAPage() throws IOException {
        String tall = "word ".repeat(2000) + "END";
        Table table = new Table(List.of(new Table.Column(1, TEXT)), List.of(), List.of(Table.Row.of(tall)), false);

        assertThat(String.join("", pages(flow -> flow.table(table)))).contains("END");
    }

    @Test
    void printsMarkupAsItIsWritten() throws IOException {
        assertThat(pages(flow -> flow.paragraph("A <b>bold</b> claim & more", TEXT)))
                .singleElement()
                .asString()
                .contains("A <b>bold</b> claim & more");
    }

    @Test
    void takesMarksOutThatWouldTurnTheRestOfALineRound() {
        assertThat(Printable.line("report \u202Efdp.exe\u2066 end\u0007")).isEqualTo("report fdp.exe end");
    }

    @Test
    void remembersWhereALinkStandsAndWhereItLeads() throws IOException {
        try (PDDocument document = new PDDocument()) {
            Flow flow = new Flow(new Fonts(document), Margins.centimetres(2), Direction.LEFT_TO_RIGHT);
            flow.anchor("here").paragraph("go there", TEXT, Direction.LEFT_TO_RIGHT, 0, Optional.of("there"));
            Typeset typeset = flow.finish();

            assertThat(typeset.links()).singleElement().satisfies(link -> {
                assertThat(link.to()).isEqualTo("there");
                assertThat(link.from()).isSameAs(typeset.pages().getFirst());
                assertThat(link.area().getWidth()).isGreaterThan(20);
            });
            assertThat(typeset.anchors()).containsEntry("here", typeset.pages().getFirst());
        }
    }

    @Test
    void namesHeadingsByHowDeepTheyAreAndLeavesOutNone() throws IOException {
        try (PDDocument document = new PDDocument()) {
            Fonts fonts = new Fonts(document);
            Part above = part(fonts, 1);
            Part under = part(fonts, 1, 3, 2, 5);
            above.add(under);
            above.settle(0);

            assertThat(headings(above)).startsWith("H1");
            assertThat(headings(under)).containsExactly("H2", "H3", "H3", "H4");
        }
    }

    private static Part part(Fonts fonts, int... ranks) {
        Flow flow = new Flow(fonts, Margins.centimetres(2), Direction.LEFT_TO_RIGHT);
        for (int rank : ranks) {
            flow.heading("Heading", TEXT.asHeading(rank));
        }
        return flow.finish().part();
    }

    private static List<String> headings(Part part) {
        List<String> types = new ArrayList<>();
        COSBase kids = part.element().dictionary().getDictionaryObject(COSName.K);
        COSArray all = kids instanceof COSArray array ? array : new COSArray(List.of(kids));
        for (int i = 0; i < all.size(); i++) {
            String type = ((COSDictionary) all.getObject(i)).getNameAsString(COSName.S);
            if (type.startsWith("H")) {
                types.add(type);
            }
        }
        return types;
    }

    @Test
    void neverLeavesTheLastRowOfATableAloneOnAPage() throws Exception {
        for (int rows = 20; rows < 75; rows++) {
            try (PDDocument document = new PDDocument()) {
                Fonts fonts = new Fonts(document);
                Flow flow = new Flow(fonts, Margins.centimetres(3.5f), Direction.LEFT_TO_RIGHT);
                Style cell = Style.sans(9, 13);
                List<Table.Row> all = new ArrayList<>();
                for (int i = 1; i <= rows; i++) {
                    all.add(Table.Row.of("row" + i + "."));
                }
                Typeset set = flow.table(new Table(List.of(new Table.Column(1, cell)), List.of("Head"), all, true))
                        .finish();
                set.pages().forEach(document::addPage);
                fonts.finish();
                PDFTextStripper reader = new PDFTextStripper();
                reader.setStartPage(document.getNumberOfPages());
                assertThat(reader.getText(document))
                        .as("the last page of %s rows", rows)
                        .contains("row" + (rows - 1) + ".", "row" + rows + ".");
            }
        }
    }
}
