package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/// Finding pages of a PDF: the same as the library finds, and none read that nobody asked for.
class PageTreeTest {

    @Test
    void findsThePagesThatTheLibraryFindsInBranchesOfBranches() throws IOException {
        try (PDDocument document = new PDDocument()) {
            COSDictionary inner = branch(leaf(), leaf());
            COSDictionary outer = branch(leaf(), inner, branch(), leaf());
            outer.setInt(COSName.COUNT, 4);
            root(document, leaf(), outer, leaf()).setInt(COSName.COUNT, 6);

            assertThat(found(document)).hasSize(6).isEqualTo(library(document)).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsTheNumbersOfPagesAfterOneThatIsNotThere() throws IOException {
        try (PDDocument document = new PDDocument()) {
            root(document, leaf(), COSNull.NULL, leaf());

            assertThat(found(document)).hasSize(3).isEqualTo(library(document));
        }
    }

    @Test
    void refusesAPageThatIsNotThere() throws IOException {
        try (PDDocument document = new PDDocument()) {
            root(document, leaf());
            PageTree tree = new PageTree(document);

            assertThatThrownBy(() -> tree.find(0)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> tree.find(2)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesATreeThatHoldsItself() throws IOException {
        try (PDDocument document = new PDDocument()) {
            COSDictionary round = branch();
            round.setInt(COSName.COUNT, 9);
            round.getCOSArray(COSName.KIDS).add(round);
            root(document, round).setInt(COSName.COUNT, 9);

            assertThatThrownBy(() -> new PageTree(document).find(3)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsNoPageAfterTheOneAskedFor() throws IOException {
        try (PDDocument document = Loader.loadPDF(ofPages(50))) {
            new PageTree(document).find(3);

            COSArray kids =
                    document.getDocumentCatalog().getPages().getCOSObject().getCOSArray(COSName.KIDS);
            assertThat(read(kids, 2)).isTrue();
            assertThat(read(kids, 3)).isFalse();
            assertThat(read(kids, 49)).isFalse();
        }
    }

    @Test
    void showsOnePageAsIfItWereAllAndKeepsWhatItTakesFromTheOthers() throws IOException {
        try (PDDocument document = Loader.loadPDF(ofPages(3))) {
            OnePage second = new OnePage(document, new PageTree(document).find(2));

            assertThat(second.getNumberOfPages()).isEqualTo(1);
            assertThat(second.getPages()).hasSize(1);
            assertThat(second.page().getMediaBox().getWidth()).isEqualTo(102);
            assertThat(second.getResourceCache()).isSameAs(document.getResourceCache());
        }
    }

    private static boolean read(COSArray kids, int at) {
        return ((COSObject) kids.get(at)).isDereferenced();
    }

    private static byte[] ofPages(int count) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int page = 1; page <= count; page++) {
                document.addPage(new PDPage(new org.apache.pdfbox.pdmodel.common.PDRectangle(100 + page, 200)));
            }
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static COSDictionary leaf() {
        COSDictionary leaf = new COSDictionary();
        leaf.setItem(COSName.TYPE, COSName.PAGE);
        return leaf;
    }

    private static COSDictionary branch(COSBase... kids) {
        COSDictionary branch = new COSDictionary();
        branch.setItem(COSName.TYPE, COSName.PAGES);
        branch.setItem(COSName.KIDS, new COSArray(List.of(kids)));
        branch.setInt(COSName.COUNT, kids.length);
        return branch;
    }

    private static COSDictionary root(PDDocument document, COSBase... kids) {
        COSDictionary root = branch(kids);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, root);
        return root;
    }

    private static List<COSDictionary> found(PDDocument document) throws IOException {
        PageTree tree = new PageTree(document);
        List<COSDictionary> found = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            found.add(tree.find(page));
        }
        return found;
    }

    private static List<COSDictionary> library(PDDocument document) {
        List<COSDictionary> found = new ArrayList<>();
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            found.add(document.getPage(page).getCOSObject());
        }
        return found;
    }
}
