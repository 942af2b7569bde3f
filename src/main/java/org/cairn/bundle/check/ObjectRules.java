package org.cairn.bundle.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/// Rules about every object of the file: nothing broken, nothing that acts, no page that is not shown.
final class ObjectRules {

    private final int total;
    private final int counted;
    private final Set<String> live = new TreeSet<>();

    /// Remembers what the file as a whole says; what its objects are is told later.
    ObjectRules(ReadBack bundle) {
        this.total = bundle.pages().size();
        // readers also show pages that do not say they are ones, which PDFBox passes over
        this.counted = bundle.document().getNumberOfPages();
        wholeFile(bundle);
    }

    /// @param objects what every object of the file is
    /// @param pages what every page says
    void judge(ObjectFindings objects, PageFindings pages, Verdicts verdicts) {
        verdicts.rule("0", "streams", objects.broken(), total);
        verdicts.rule("0", "contents", pages.broken(), total);
        if (objects.pages() == total && counted == total) {
            verdicts.met("0", "pageObjects", total);
        } else {
            verdicts.broken("0", "pageObjects", Math.max(objects.pages(), counted), total);
        }
        live.addAll(objects.live());
        verdicts.rule("11", "live", live);
    }

    private void wholeFile(ReadBack bundle) {
        if (bundle.document().isEncrypted()) {
            live.add("Encrypt");
        }
        if (bundle.catalog().getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            for (String key : List.of("EmbeddedFiles", "JavaScript")) {
                if (names.getDictionaryObject(COSName.getPDFName(key)) != null) {
                    live.add(key);
                }
            }
        }
        if (bundle.catalog().getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form
                && form.getDictionaryObject(COSName.FIELDS) instanceof COSArray fields
                && hasFieldsToFillIn(fields)) {
            live.add("AcroForm");
        }
    }

    /// The bundle's own signature is a field too, and the only one allowed.
    private static boolean hasFieldsToFillIn(COSArray fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!(fields.getObject(i) instanceof COSDictionary field
                    && "Sig".equals(field.getNameAsString(COSName.FT)))) {
                return true;
            }
        }
        return false;
    }
}
